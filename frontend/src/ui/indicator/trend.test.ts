// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { InsightMeasured as Measured } from '../../engine/insight.gen'
import { trendOf } from './trend'

const at = (date: string, value: number, n = 40): Measured => ({
  date,
  value,
  low: value - 0.5,
  high: value + 0.5,
  n,
  good: null,
  display: n < 10 ? 'counts' : 'full',
})

describe('the line of a number', () => {
  it('needs two measurements that may be told as a number', () => {
    expect(trendOf([], {})).toBeUndefined()
    expect(trendOf([at('2026-11-01', 6)], {})).toBeUndefined()
    expect(trendOf([at('2026-11-01', 6), at('2026-12-01', 7, 9)], {})).toBeUndefined()
  })

  it('stands by the day, and higher is up', () => {
    const plan = trendOf([at('2026-11-01', 6), at('2026-11-11', 7), at('2026-12-01', 6.5)], {})
    expect(plan?.points.map((point) => Math.round(point.x))).toEqual([40, 227, 600])
    const [a, b] = plan?.points ?? []
    expect(b?.y).toBeLessThan(a?.y ?? 0)
    expect(plan?.target).toBeUndefined()
  })

  it('leaves room for the target and the ends of the intervals', () => {
    const plan = trendOf([at('2026-11-01', 6), at('2026-12-01', 7)], { target_value: 9 })
    expect(plan?.target).toBe(40)
    expect(plan?.points[0]?.low).toBe(200)
  })

  it('puts measurements of one day beside each other, and dates only what can be read', () => {
    const plan = trendOf([at('2026-11-01', 6), at('2026-11-01', 7)], {})
    expect(plan?.points.map((point) => point.x)).toEqual([40, 600])
    const near = trendOf([at('2026-11-01', 6), at('2026-11-02', 7), at('2027-11-01', 7)], {})
    expect(near?.points.map((point) => point.dated)).toEqual([true, false, true])
  })
})
