import { describe, expect, it } from 'vitest'
import type { Insight, InsightPoint } from '../../engine/insight.gen'
import { layLane, scale, yOf } from './experience'
import { layColumns } from '../../ui/board/layout'

const point = (step: string, by: Record<string, number>, guests: InsightPoint['guests'] = null): InsightPoint => {
  const means = Object.values(by)
  const mean = means.length ? means.reduce((sum, one) => sum + one, 0) / means.length : null
  return { step, mean, face: mean === null ? null : Math.round(mean), n: means.length, byDepartment: by, guests, before: null }
}
const board = (more: Partial<Insight>) => ({ curve: [], gaps: [], peakEnd: null, ...more }) as unknown as Insight
const columns = layColumns([
  { id: 'p1', steps: ['a', 'b', 'c'] },
  { id: 'p2', steps: [] },
  { id: 'p3', steps: ['d'] },
])
const gap = (step: string, alert: boolean) => ({ step, gap: 2, low: 'k', high: 's', n: 4, frontBack: null, alert })

describe('the lane of the experience', () => {
  it('stays away until somebody scored', () => {
    expect(layLane(null, columns, 100, [])).toBeNull()
    expect(layLane(board({}), columns, 100, [])).toBeNull()
  })

  it('leaves a gap where nobody scored, but none in a phase without steps', () => {
    const lane = layLane(board({ curve: [point('a', { k: 1 })] }), columns, 100, ['k'])
    expect(lane?.silent).toEqual([
      { from: 1, to: 2 },
      { from: 4, to: 4 },
    ])
    expect(lane?.spots.map((spot) => spot.y)).toEqual([yOf(1), null, null, null, null])
    expect(lane?.spots.map((spot) => spot.x)).toEqual([50, 150, 250, 350, 450])
  })

  it('never fits the scale to the scores and never leaves it', () => {
    expect([yOf(0), yOf(2), yOf(9), yOf(-9)]).toEqual([scale.zero, 4, 4, scale.height - 4])
  })

  it('marks the widest difference only when it is worth a talk, the lower department first', () => {
    const curve = [point('a', { s: 0.5, k: -1.5 }), point('b', { s: 1, k: 1 })]
    const lane = layLane(board({ curve, gaps: [gap('a', true)] }), columns, 100, ['s', 'k'])
    expect([lane?.widest?.low.department, lane?.widest?.high.department, lane?.widest?.gap]).toEqual(['k', 's', 2])
    expect(lane?.spots[1]?.voices.map((voice) => voice.department)).toEqual(['s', 'k'])
    expect(layLane(board({ curve, gaps: [gap('a', false)] }), columns, 100, [])?.widest).toBeNull()
  })

  it('names lowest and highest, and neither when all are equal', () => {
    const curve = [point('a', { k: 1 }), point('b', { k: -1 }), point('c', { k: -1 })]
    const ends = {
      value: 0,
      extremeStep: 'b',
      lastStep: 'c',
      lowestStep: 'b',
      highestStep: 'a',
      lowestSteps: ['b', 'c'],
      highestSteps: ['a'],
    }
    expect(layLane(board({ curve, peakEnd: ends }), columns, 100, [])?.spots.map((spot) => spot.end)).toEqual([
      'highest',
      'lowest',
      'lowest',
      '',
      '',
    ])
    expect(layLane(board({ curve, peakEnd: { ...ends, highestStep: 'b' } }), columns, 100, [])?.spots[1]?.end).toBe('')
  })

  it('gives customers in the room a line of their own, broken where they are silent', () => {
    const curve = [point('a', {}, { mean: -1, n: 1 }), point('b', { k: 0 }, { mean: -2, n: 1 }), point('d', {}, { mean: 1, n: 2 })]
    const lane = layLane(board({ curve }), columns, 100, [])
    expect(lane?.guests).toEqual([
      [
        { x: 50, y: yOf(-1), n: 1 },
        { x: 150, y: yOf(-2), n: 1 },
      ],
      [{ x: 450, y: yOf(1), n: 2 }],
    ])
    expect(lane?.spots[0]?.y).toBeNull()
  })
})
