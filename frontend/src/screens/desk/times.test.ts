import { describe, expect, it } from 'vitest'
import type { Rec } from '../../engine/ops'
import { timesOf } from './times'

const minute = 60000
const item = (id: string, state: 'planned' | 'running' | 'done', minutes: number, actual_minutes?: number) =>
  ({ id, kind: 'agenda_item', fields: { state, minutes, actual_minutes } }) as Rec<'agenda_item'>
const left = (minutes: number) => ({ text: '', state: 'running', leftMs: minutes * minute }) as const

describe('the times of the agenda', () => {
  it('each planned item starts when what is before it is done', () => {
    const plan = timesOf(
      [item('a', 'done', 10, 12), item('b', 'running', 20), item('c', 'planned', 15), item('d', 'planned', 5)],
      left(8),
      0,
    )
    expect([plan.starts.get('c'), plan.starts.get('d'), plan.end, plan.late]).toEqual([8 * minute, 23 * minute, 28 * minute, 2])
    expect(plan.passed).toEqual({ items: 0, minutes: 0 })
  })

  it('what was passed over by starting a later item has no time and is not in the end, but is told', () => {
    const plan = timesOf(
      [item('a', 'done', 10, 10), item('b', 'planned', 40), item('c', 'planned', 15), item('d', 'running', 10)],
      left(10),
      0,
    )
    expect([...plan.starts.keys()]).toEqual([])
    expect([plan.end, plan.passed]).toEqual([10 * minute, { items: 2, minutes: 55 }])
  })

  it('between two items everything that is planned is still to come', () => {
    const plan = timesOf([item('a', 'planned', 10), item('b', 'done', 20, 20), item('c', 'planned', 15)], null, 0)
    expect([plan.end, plan.passed.items]).toEqual([25 * minute, 0])
  })
})
