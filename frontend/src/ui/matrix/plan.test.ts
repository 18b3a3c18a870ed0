import { describe, expect, it } from 'vitest'
import { across, dotsOf, inCorner, sorted, up, type Placed } from './plan'

const one = (number: number, impact: number | undefined, effort: number | undefined, fun?: number): Placed => ({
  id: String(number),
  number,
  text: `fix ${String(number)}`,
  impact,
  effort,
  fun,
  confidence: undefined,
  n: 3,
  wide: [],
})
const field = { wide: 1000, high: 700, dot: 30 }

describe('the field of impact and effort', () => {
  it.each([1, 2, 7, 30, 60])('keeps %i fixes in one place apart and inside', (n) => {
    const dots = dotsOf(
      Array.from({ length: n }, (_, i) => one(i + 1, 4, 2, (i % 5) + 1)),
      field,
    )
    expect(dots).toHaveLength(n)
    for (const [i, a] of dots.entries()) {
      expect(a.x - a.r).toBeGreaterThanOrEqual(-0.01)
      expect(a.y + a.r).toBeLessThanOrEqual(field.high + 0.01)
      for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r - 0.5)
    }
  })

  it('leaves what has room where it was estimated, halves too', () => {
    const dots = dotsOf([one(1, 2.5, 1.5), one(2, 5, 5)], field)
    expect(dots[0]?.x).toBeCloseTo(across(field, 1.5), 0)
    expect(dots[0]?.y).toBeCloseTo(up(field, 2.5), 0)
    expect(dots[1]?.y).toBeLessThan(dots[0]?.y ?? 0)
  })

  it('draws more fun larger, and what is not placed not at all', () => {
    const dots = dotsOf([one(1, 1, 1, 5), one(2, 5, 5, 1), one(3, undefined, 2)], field)
    expect(dots.map((dot) => dot.one.number)).toEqual([1, 2])
    expect(dots[0]?.r).toBeGreaterThan(dots[1]?.r ?? 0)
  })
})

it('a quick win is at most two of effort and at least three of impact', () => {
  expect([one(1, 3, 2), one(2, 2.5, 1), one(3, 5, 2.5), one(4, 4, undefined)].map(inCorner)).toEqual([true, false, false, false])
})

it('sorts better first, or nicer first', () => {
  const list = [one(1, 3, 3, 5), one(2, 5, 1, 1), one(3, undefined, undefined), one(4, 4, 1, 4)]
  expect(sorted(list, 'better').map((x) => x.number)).toEqual([2, 4, 1, 3])
  expect(sorted(list, 'nicer').map((x) => x.number)).toEqual([1, 4, 2, 3])
})
