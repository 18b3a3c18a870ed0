import { describe, expect, it } from 'vitest'
import { curveShape } from './curve'

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
