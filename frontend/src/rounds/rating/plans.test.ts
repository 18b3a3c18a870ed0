import { describe, expect, it } from 'vitest'
import { apart, columnX, extremes, frame, gapsOf, highLabel, lowLabel, runs, valueY } from './curveplan'
import { gapX, placeTiles, scale, tileWidth } from './gapplan'

describe('the curve on the projector', () => {
  it('draws a line inside a run of scores and nowhere else', () => {
    expect(runs([1, 0, null, null, -1, null]).map((run) => run.map((spot) => spot.index))).toEqual([[0, 1], [4]])
    expect(gapsOf([1, 0, null, null, -1, null])).toEqual([
      { from: 2, to: 3 },
      { from: 5, to: 5 },
    ])
    expect(runs([])).toEqual([])
    expect([runs([null, null]), gapsOf([null, null])]).toEqual([[], [{ from: 0, to: 1 }]])
  })

  it('puts one step in the middle, and fifteen inside the frame in even steps', () => {
    expect(columnX(0, 1)).toBe((frame.left + frame.right) / 2)
    const xs = Array.from({ length: 15 }, (_, i) => columnX(i, 15))
    expect(xs[0]).toBeGreaterThan(frame.left)
    expect(xs[14]).toBeLessThan(frame.right)
    for (let i = 1; i < xs.length; i++) expect((xs[i] ?? 0) - (xs[i - 1] ?? 0)).toBeCloseTo((frame.right - frame.left) / 15, 6)
  })

  it('never fits the scale to the scores', () => {
    expect([valueY(2), valueY(0), valueY(-2), valueY(7)]).toEqual([
      frame.zero - 2 * frame.unit,
      frame.zero,
      frame.zero + 2 * frame.unit,
      frame.zero - 2 * frame.unit,
    ])
  })

  it('finds all steps that are lowest and highest, no highest where all are equal, and nothing without scores', () => {
    const steps = ['a', 'b', 'c', 'd']
    const ends = extremes(runs([1, -1, null, -1]).flat(), steps, { lowestSteps: ['b', 'd'], highestSteps: ['a'] })
    expect([ends.lowest, ends.highest].map((spots) => spots.map((spot) => spot.index))).toEqual([[1, 3], [0]])
    const one = extremes(runs([0]).flat(), steps, { lowestSteps: ['a'], highestSteps: ['a'] })
    expect([one.lowest.length, one.highest.length]).toEqual([1, 0])
    expect(extremes([], steps, null)).toEqual({ lowest: [], highest: [] })
  })

  it('leaves out words that would lie over each other', () => {
    const spots = runs(Array.from({ length: 11 }, () => -1)).flat()
    const shown = apart(spots)
    expect(shown[0]).toBe(spots[0])
    for (const [i, spot] of shown.slice(1).entries()) expect(spot.x - (shown[i]?.x ?? 0)).toBeGreaterThanOrEqual(280)
  })

  it('keeps the words of lowest and highest inside the picture', () => {
    for (const count of [1, 2, 15]) {
      const spots = runs(Array.from({ length: count }, (_, i) => (i % 2 ? 2 : -2))).flat()
      for (const spot of spots) {
        const low = lowLabel(spot, spots[spot.index - 1], spots[spot.index + 1])
        const reach = { start: [0, 260], middle: [130, 130], end: [260, 0] }[low.anchor] as [number, number]
        expect(low.x - reach[0], `lowest ${spot.index} of ${count}`).toBeGreaterThanOrEqual(frame.left - 60)
        expect(low.x + reach[1], `lowest ${spot.index} of ${count}`).toBeLessThanOrEqual(1920)
        expect(highLabel(spot).x).toBeGreaterThanOrEqual(frame.left + 130)
        expect(highLabel(spot).x).toBeLessThanOrEqual(frame.right - 130)
      }
    }
  })
})

describe('the gaps on the projector', () => {
  const order = ['a', 'b', 'c', 'd', 'e']

  it('puts every department exactly on its value', () => {
    const { tiles, more } = placeTiles({ a: -2, b: 0, c: 2 }, order, ['a', 'c'])
    expect(tiles.map((tile) => [tile.department, tile.x, tile.lift])).toEqual([
      ['a', scale.low, 0],
      ['b', gapX(0), 0],
      ['c', gapX(2), 0],
    ])
    expect(more).toEqual([])
  })

  it('stacks two that would touch, never sideways', () => {
    const near = (tileWidth - 1) / scale.unit
    const { tiles } = placeTiles({ a: 0, b: near }, order, ['a', 'b'])
    expect(tiles.map((tile) => tile.lift)).toEqual([-0.5, 0.5])
    expect(tiles.map((tile) => tile.x)).toEqual([gapX(0), gapX(near)])
    expect(placeTiles({ a: 0, b: tileWidth / scale.unit }, order, []).tiles.map((tile) => tile.lift)).toEqual([0, 0])
  })

  it('keeps the ends of the bar of five on one place, and counts the others', () => {
    const { tiles, more } = placeTiles({ a: 1, b: 1, c: 1, d: 1, e: 1 }, order, ['d', 'e'])
    expect(tiles.map((tile) => tile.department)).toEqual(['d', 'e'])
    expect(more).toEqual([{ x: gapX(1), n: 3 }])
  })

  it('never draws two tiles over each other', () => {
    let seed = 7
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
    for (let round = 0; round < 300; round++) {
      const means = Object.fromEntries(order.map((id) => [id, Math.round((next() * 4 - 2) * 10) / 10]))
      const { tiles } = placeTiles(means, order, [])
      for (const [i, one] of tiles.entries())
        for (const other of tiles.slice(i + 1))
          expect(Math.abs(one.x - other.x) >= tileWidth || Math.abs(one.lift - other.lift) >= 1, JSON.stringify(means)).toBe(true)
    }
  })

  it('needs no scores at all', () => {
    expect(placeTiles({}, order, [])).toEqual({ tiles: [], more: [] })
  })
})
