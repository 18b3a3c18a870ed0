import { describe, expect, it } from 'vitest'
import { anchorOf, apart, curveShape } from './curve'

const frame = { width: 100, height: 80 }

describe('curveShape', () => {
  it('puts −2…+2 on the full height, whatever the data', () => {
    const { points, zero } = curveShape([2, 0.1, -2], frame)
    expect(zero).toBe(40)
    expect(points.map((point) => point.y)).toEqual([0, 38, 80])
    expect(points.map((point) => point.x)).toEqual([0, 50, 100])
  })

  it('stops the line where nobody scored', () => {
    const { line, points } = curveShape([1, 1, null, -1, -1], frame)
    expect(line.match(/M/g)).toHaveLength(2)
    expect(points[2]?.y).toBeNull()
  })

  it('names every one of equal extremes', () => {
    const { lowest, highest } = curveShape([1, -1, 1, -1], frame)
    expect([lowest, highest].map((ends) => ends.map((end) => end.index))).toEqual([
      [1, 3],
      [0, 2],
    ])
  })

  it('has no extremes and no line without scores', () => {
    const { lowest, highest, line } = curveShape([null, null], frame)
    expect([lowest, highest, line]).toEqual([[], [], ''])
  })
})

describe('the words of lowest and highest', () => {
  /** From where to where they reach, as the anchor puts them. */
  const span = (x: number, width: number): [from: number, to: number] =>
    ({ start: [x, x + 76], middle: [x - 38, x + 38], end: [x - 76, x] })[anchorOf(x, width)] as [number, number]

  it.each([
    [342, 11],
    [342, 15],
    [700, 11],
    [1000, 30],
  ])('never lie over each other: %i px, %i steps', (width, count) => {
    const values = Array.from({ length: count }, (_, i) => (i % 3 ? 0 : 1))
    const { highest } = curveShape(values, { width, height: 150, inset: 24 })
    const spans = apart(highest, width).map(({ x }) => span(x, width))
    expect(spans.length).toBeGreaterThan(1)
    spans.slice(1).forEach(([from], i) => expect(from).toBeGreaterThanOrEqual(spans[i]?.[1] ?? 0))
  })
})
