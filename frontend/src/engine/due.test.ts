import { describe, expect, it } from 'vitest'
import type { BoardState } from './board.svelte'
import { dueOf, isLater } from './due'

const fix = (id: string, fields: object) => ({ id, kind: 'fix', at: 1, fields })
const boardOf = (fixes: object[]) => ({ all: () => fixes, shown: () => fixes, you: { personId: 'ann' } }) as unknown as BoardState
const today = '2026-12-08'

describe('what is due', () => {
  it('goes by the clock of the server and the calendar of the workshop, not by this device', () => {
    const zoned = { fields: { time_zone: 'Europe/Amsterdam' } }
    const board = { ...boardOf([fix('late', { status: 'agreed', due_date: '2031-05-01' })]), one: () => zoned }
    const at = (moment: string) => dueOf({ ...board, now: () => Date.parse(moment) } as unknown as BoardState)
    expect(at('2031-05-01T21:59:00Z').late).toEqual([])
    expect(at('2031-05-01T22:01:00Z').late).toHaveLength(1)
  })

  it('tells what is late, what comes this week, when the group looks back, and what is mine', () => {
    const due = dueOf(
      boardOf([
        fix('late', { status: 'agreed', due_date: '2026-12-07', check_dates: ['2026-12-01', '2026-12-14'] }),
        fix('today', { status: 'doing', due_date: '2026-12-08', owner_participant_id: 'ann' }),
        fix('week', { status: 'agreed', due_date: '2026-12-15', owner_participant_id: 'ann' }),
        fix('later', { status: 'agreed', due_date: '2026-12-16' }),
        fix('done', { status: 'done', due_date: '2026-12-01', owner_participant_id: 'ann' }),
        fix('idea', { status: 'idea', check_dates: ['2026-12-09'], due_date: '2026-12-01' }),
      ]),
      today,
    )
    expect([due.late, due.soon].map((list) => list.map((one) => one.id))).toEqual([['late'], ['today', 'week']])
    expect([due.lookBack, due.mine?.id]).toEqual(['2026-12-14', 'today'])
  })

  it('says nothing where nothing was agreed', () => {
    expect(dueOf(boardOf([fix('idea', { status: 'idea' })]), today)).toEqual({ late: [], soon: [], lookBack: '', mine: undefined })
  })
})

describe('coming back to a workshop', () => {
  const later = (status: string, date: string, ...began: string[]) => {
    const kinds: Record<string, object[]> = {
      board: [{ fields: { status, date, time_zone: 'Europe/Amsterdam' } }],
      agenda_item: [{ fields: {} }, ...began.map((started_at) => ({ fields: { started_at } }))],
    }
    const board = {
      all: (kind: string) => kinds[kind] ?? [],
      shown: (kind: string) => kinds[kind] ?? [],
      one: (kind: string) => kinds[kind]?.[0],
      now: () => Date.parse('2026-12-08T12:00Z'),
    }
    return isLater(board as unknown as BoardState)
  }

  it.each([
    ['closed', '2026-12-07', [], true],
    ['archived', '2026-12-07', [], true],
    ['closed', '2026-12-08', [], false],
    ['running', '2026-12-07', [], false],
    ['closed', '2026-12-01', ['2026-12-08T08:00:00Z'], false], // held later than planned
    ['closed', '2027-01-10', ['2026-12-06T08:00:00Z', '2026-12-07T22:00:00Z'], true], // and earlier
    ['closed', '2026-12-01', ['2026-12-07T23:30:00Z'], false], // past midnight in Amsterdam
  ])('a workshop that is %s, planned for %s, with activities at %o: %s', (status, date, began, said) =>
    expect(later(status, date, ...began)).toBe(said),
  )
})
