import { describe, expect, it } from 'vitest'
import type { Rec } from '../../engine/ops'
import { agendaMinutes, lengthOf } from './plan'

const item = (minutes: number, state: 'planned' | 'skipped') =>
  ({ id: 'i', kind: 'agenda_item', at: 0, fields: { minutes, state } }) as unknown as Rec<'agenda_item'>

describe('the length of an agenda', () => {
  it('counts what is planned, not what is skipped', () => {
    expect(agendaMinutes([item(20, 'planned'), item(30, 'skipped'), item(5, 'planned')])).toBe(25)
    expect(agendaMinutes([])).toBe(0)
  })

  it.each([
    [0, 'short'],
    [29, 'short'],
    [30, 'fine'],
    [600, 'fine'],
    [601, 'long'],
    [24 * 60, 'long'],
  ] as const)('%i minutes are %s', (minutes, length) => {
    expect(lengthOf(minutes)).toBe(length)
  })
})
