// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { following } from './testing/follow.svelte'
import type { BoardState } from './board.svelte'
import { clockOf, ticking } from './clock.svelte'

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

it('gives the same face for a whole second, so that nothing is done anew at every tick', () => {
  const ends = Date.parse('2026-12-03T13:00:00Z')
  const timer = { fields: { state: 'running', ends_at: new Date(ends).toISOString() } }
  const at = (leftMs: number) => clockOf({ one: () => timer, now: () => ends - leftMs } as unknown as BoardState, 1)
  expect(at(61_000)).toBe(at(60_001))
  expect(at(61_000)).toEqual({ text: '1:01', state: 'running', leftMs: 61_000 })
  expect(at(60_000)?.text).toBe('1:00')
  expect(at(-999)).toMatchObject({ text: '0:00', state: 'over' })
  expect(at(-1000)).toBe(at(-1999))
  expect(at(-1000)?.text).toBe('−0:01')
  const many = Array.from({ length: 500 }, (_, i) => at(i * 1000)?.text)
  expect(new Set(many).size).toBe(500)
})
