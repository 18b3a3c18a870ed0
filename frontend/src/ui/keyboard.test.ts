// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { followKeyboard } from './keyboard'

afterEach(() => vi.unstubAllGlobals())

/** The part of a page of 800 px that is seen, as Safari on a phone tells it. */
function phone() {
  const seen = Object.assign(new EventTarget(), { height: 800, offsetTop: 0, scale: 1 })
  vi.stubGlobal('visualViewport', seen)
  vi.stubGlobal('innerHeight', 800)
  const now = (change: Partial<{ height: number; offsetTop: number; scale: number }>) => {
    Object.assign(seen, change)
    seen.dispatchEvent(new Event('resize'))
    return document.documentElement.style.getPropertyValue('--keyboard')
  }
  return now
}

test('what the keyboard of a phone covers is known, also when the page was moved up under it', () => {
  const now = phone()
  const stop = followKeyboard()
  expect(now({})).toBe('0px')
  expect(now({ height: 460 })).toBe('340px')
  expect(now({ offsetTop: 100 })).toBe('240px')
  expect(now({ height: 800, offsetTop: 0 })).toBe('0px')
  stop()
  expect(document.documentElement.style.getPropertyValue('--keyboard')).toBe('')
})

test('zooming in by hand is no keyboard', () => {
  const now = phone()
  const stop = followKeyboard()
  expect(now({ height: 400, scale: 2 })).toBe('0px')
  stop()
})

test('a browser that does not tell leaves everything as it is', () => {
  vi.stubGlobal('visualViewport', null)
  followKeyboard()()
  expect(document.documentElement.style.getPropertyValue('--keyboard')).toBe('')
})
