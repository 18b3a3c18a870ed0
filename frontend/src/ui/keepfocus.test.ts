// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { keepFocus } from './keepfocus'

afterEach(() => document.body.replaceChildren())

function page() {
  const part = document.createElement('main')
  part.tabIndex = -1
  const [inside, outside] = [document.createElement('button'), document.createElement('button')]
  part.append(inside)
  document.body.append(part, outside)
  return { part, inside, outside, stop: keepFocus(part) }
}

test('the focus goes on at the top of its part when what had it is taken away', async () => {
  const { part, inside, stop } = page()
  inside.focus()
  inside.remove()
  await vi.waitFor(() => expect(document.activeElement).toBe(part))
  stop()
})

test('whoever gave it another place keeps it there', async () => {
  const { part, inside, outside, stop } = page()
  inside.focus()
  inside.remove()
  outside.focus()
  part.append(document.createElement('p'))
  await new Promise((done) => setTimeout(done, 10))
  expect(document.activeElement).toBe(outside)
  stop()
})

test('who had left is not called back', async () => {
  const { inside, stop } = page()
  inside.focus()
  inside.blur()
  await new Promise((done) => setTimeout(done, 10))
  inside.remove()
  await new Promise((done) => setTimeout(done, 10))
  expect(document.activeElement).toBe(document.body)
  stop()
})
