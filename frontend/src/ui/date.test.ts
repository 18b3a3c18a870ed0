// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { words } from '../words/words.svelte'
import DateField from './DateField.svelte'
import { wholeNumber } from './number'
import { toasts } from './toasts.svelte'

const onchange = vi.fn<(day: string | null) => void>()
let shown: ReturnType<typeof mount> | undefined

function field(value = ''): HTMLInputElement {
  shown = mount(DateField, { target: document.body, props: { label: 'Wanneer', value, onchange } })
  flushSync()
  return document.querySelector('input') as HTMLInputElement
}

/** What Chromium tells while a year is typed: a whole date with every digit. */
function type(input: HTMLInputElement, ...days: string[]): void {
  for (const day of days) {
    input.value = day
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    flushSync()
  }
}

const leave = (input: HTMLInputElement) => {
  input.dispatchEvent(new FocusEvent('blur'))
  flushSync()
}
const press = (label: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label)
  button?.click()
  flushSync()
}

beforeEach(() => onchange.mockClear())
afterEach(() => {
  if (shown) void unmount(shown)
  shown = undefined
  document.body.replaceChildren()
  toasts.list = []
})

describe('T2: a date that is typed', () => {
  it('is taken once, when the field is left', () => {
    const input = field()
    type(input, '0002-01-15', '0020-01-15', '0202-01-15', '2027-01-15')
    expect(onchange).not.toHaveBeenCalled()
    leave(input)
    expect(onchange.mock.calls).toEqual([['2027-01-15']])
    leave(input)
    expect(onchange).toHaveBeenCalledTimes(1)
  })

  it('with a year of two digits is asked about before it counts', () => {
    const input = field()
    type(input, '0026-12-15')
    leave(input)
    expect(onchange).not.toHaveBeenCalled()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('26')
    press(words.t.common.day.meant(2026))
    expect(onchange.mock.calls).toEqual([['2026-12-15']])
    expect(input.value).toBe('2026-12-15')
  })

  it('with a far year may be right, or is corrected', () => {
    const input = field('2027-01-15')
    type(input, '1998-01-15')
    leave(input)
    press(words.t.common.day.correct)
    expect(input.value).toBe('2027-01-15')
    expect(onchange).not.toHaveBeenCalled()
    type(input, '2150-01-15')
    leave(input)
    press(words.t.common.day.yes)
    expect(onchange.mock.calls).toEqual([['2150-01-15']])
  })

  it('is cleared, and what is complete counts when the field goes', () => {
    const input = field('2027-01-15')
    type(input, '')
    leave(input)
    expect(onchange.mock.calls).toEqual([[null]])
    type(input, '2027-02-01')
    if (shown) void unmount(shown)
    shown = undefined
    expect(onchange.mock.lastCall).toEqual(['2027-02-01'])
  })
})

it('house 7: a number outside its range is said, and what stood comes back', () => {
  const input = document.createElement('input')
  input.type = 'number'
  input.value = '200'
  expect(wholeNumber(input, { min: 1, max: 180 }, 45)).toBeUndefined()
  expect(input.value).toBe('45')
  expect(toasts.list.map((toast) => toast.text)).toEqual([words.t.common.range('1', '180')])
  input.value = '60.4'
  expect(wholeNumber(input, { min: 1, max: 180 }, 45)).toBe(60)
  input.value = ''
  expect(wholeNumber(input, { min: 1, max: 180 }, 45)).toBeNull()
})
