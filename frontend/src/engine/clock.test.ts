// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { following } from './testing/follow.svelte'
import { ticking } from './clock.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('house 3.12: the clock runs only while something shows it', async () => {
  expect(vi.getTimerCount()).toBe(0)
  const shown: number[] = []
  const stop = following([() => void shown.push(ticking.now)])
  await vi.advanceTimersByTimeAsync(1000)
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.at(-1)).toBeGreaterThan(shown[0] ?? Infinity)
  stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(0)
})
