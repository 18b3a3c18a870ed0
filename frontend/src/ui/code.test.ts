// @vitest-environment jsdom
import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cleanCode, keyInLink, spacedCode } from './code'
import CodeInput from './CodeInput.svelte'

describe('cleanCode', () => {
  it.each([
    ['k7m4qp', 'K7M4QP'],
    [' K7M 4QP ', 'K7M4QP'],
    ['k7m-4qp', 'K7M4QP'],
    ['http://192.168.1.24:8080/K7M4QP', 'K7M4QP'],
    ['muntsaus.example/k7m4qp/', 'K7M4QP'],
    ['K7M4QPXYZ', 'K7M4QP'],
    ['é!7', '7'],
    ['', ''],
  ])('%j → %j', (typed, code) => {
    expect(cleanCode(typed)).toBe(code)
  })
})

describe('codes and keys as people see them', () => {
  it('splits a code three by three', () => {
    expect(spacedCode('K7M4QP')).toBe('K7M 4QP')
    expect(spacedCode('K7')).toBe('K7')
  })

  it('finds the key in a key link and nowhere else', () => {
    expect(keyInLink('http://10.0.0.7:8080/k#b1.s-3_cret')).toBe('b1.s-3_cret')
    expect(keyInLink('http://10.0.0.7:8080/K7M4QP')).toBeNull()
    expect(keyInLink('/k#nodot')).toBeNull()
  })
})

describe('CodeInput', () => {
  let component: ReturnType<typeof mount> | undefined

  function field(props: { oncomplete?: (code: string) => void; onpasted?: (text: string) => boolean } = {}): HTMLInputElement {
    component = mount(CodeInput, { target: document.body, props: { label: 'Code', value: '', ...props } })
    flushSync()
    return document.querySelector('input')!
  }

  async function type(input: HTMLInputElement, text: string): Promise<void> {
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await tick()
    flushSync()
  }

  function paste(input: HTMLInputElement, text: string): Event {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { getData: () => text } })
    input.dispatchEvent(event)
    return event
  }

  const boxes = () => [...document.querySelectorAll('[data-box]')].map((box) => box.textContent.trim())

  afterEach(async () => {
    if (component) await unmount(component)
    component = undefined
  })

  it('shows each character in its box, in capitals', async () => {
    await type(field(), 'k7')
    expect(boxes()).toEqual(['K', '7', '', '', '', ''])
  })

  it('drops what cannot be in a code, also from the field itself', async () => {
    const input = field()
    await type(input, 'k7 -é')
    expect(input.value).toBe('K7')
  })

  it('fills all boxes from a pasted link and says so once', async () => {
    const done = vi.fn()
    const event = paste(field({ oncomplete: done }), 'http://192.168.1.24:8080/k7m4qp')
    await tick()
    await tick()
    flushSync()
    expect(event.defaultPrevented).toBe(true)
    expect(boxes()).toEqual(['K', '7', 'M', '4', 'Q', 'P'])
    expect(done).toHaveBeenCalledExactlyOnceWith('K7M4QP')
  })

  it('lets the page take a pasted key link', () => {
    const event = paste(field({ onpasted: () => true }), 'http://a/k#b1.secret')
    expect(event.defaultPrevented).toBe(true)
    expect(boxes()).toEqual(['', '', '', '', '', ''])
  })

  it('is one field with a name for a screen reader', () => {
    expect(field().getAttribute('aria-label')).toBe('Code')
    expect(document.querySelectorAll('input')).toHaveLength(1)
  })
})
