// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import type { InsightIndicator as Indicator } from '../../engine/insight.gen'
import type { Rec } from '../../engine/ops'
import '../../words/testing/all'
import { words } from '../../words/words.svelte'
import { between, changed, decimal, mayShow, rangeOf, told, written } from './score'

const base = {
  low: 52,
  high: 83.5,
  n: 30,
  good: 21,
  unit: 'percent',
  display: 'full',
  target: null,
  counts: [],
  baseline: null,
  change: null,
  demonstrable: null,
}
const share = (more: object): Indicator => ({ ...base, value: 70, ...more })
const csat = { metric: 'csat', variant: 'top2', scale_min: 1, scale_max: 5 } as const

describe('a number from customers (2.11)', () => {
  it('of nine customers is counted, of ten a percentage', () => {
    expect(told(csat, share({ value: 77.8, n: 9, good: 7, display: 'counts' }))).not.toContain('%')
    expect(told(csat, share({ n: 10, good: 7, display: 'indicative' }))).toBe('70%')
    expect(between(csat, share({ display: 'counts' }))).toBe('')
    expect(between(csat, share({}))).toContain('84%')
  })

  it('claims a change only where the interval of the difference leaves out zero', () => {
    const baseline = { value: 60, low: 50, high: 69, n: 100, good: 60, display: 'full', date: '2026-06-01' }
    const change = { value: 10, low: -3, high: 23, demonstrable: false }
    expect(changed(csat, share({ baseline, change, demonstrable: false }))).toContain(words.t.number.change.none)
    expect(changed(csat, share({ baseline, change, demonstrable: true }))).toContain(words.t.number.change.up)
    expect(changed(csat, share({ baseline, change, demonstrable: null }))).not.toContain(':')
    expect(changed(csat, share({ baseline: { ...baseline, display: 'counts' }, change, demonstrable: true }))).toBe('')
  })

  it('is written in its unit and typed with a comma or a point', () => {
    expect(written({ metric: 'nps' }, 11.43)).toBe('+11')
    expect(rangeOf({ metric: 'nps' })).toEqual([-100, 100])
    expect(rangeOf({ metric: 'custom' })).toBeUndefined()
    expect([decimal('7,5'), decimal('7.5'), decimal('−12'), decimal(''), decimal('zeven')]).toEqual([7.5, 7.5, -12, undefined, undefined])
  })

  it('is hidden before the prediction, but only when there is one', () => {
    const number = { fields: {} } as Rec<'indicator'>
    const at = (indicator: Indicator | null) => ({ insight: { indicator }, all: () => [], one: () => undefined }) as unknown as BoardState
    expect(mayShow(at(null), number)).toBe(true)
    expect(mayShow(at(share({})), number)).toBe(false)
    expect(mayShow(at(share({})), { fields: { shown: true } } as Rec<'indicator'>)).toBe(true)
  })
})
