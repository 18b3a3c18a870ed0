// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { askAgainForStyles } from './styles'

afterEach(() => {
  vi.useRealTimers()
  document.head.replaceChildren()
})

const styles = () => [...document.head.querySelectorAll('link[rel=stylesheet]')] as HTMLLinkElement[]

it('asks again for a style that did not come, until it comes, and for nothing else', () => {
  vi.useFakeTimers()
  const end = askAgainForStyles()
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/assets/Panel-1.css' })
  const icon = Object.assign(document.createElement('link'), { rel: 'icon', href: '/mark.svg' })
  document.head.append(icon, link)
  for (let time = 0; time < 3; time++) {
    styles()[0]?.dispatchEvent(new Event('error'))
    expect(styles()).toEqual([])
    vi.advanceTimersByTime(3000)
    expect(styles().map((one) => one.getAttribute('href'))).toEqual(['/assets/Panel-1.css'])
  }
  icon.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(3000)
  expect(document.head.contains(icon)).toBe(true)
  expect(styles()).toHaveLength(1)
  end()
})
