import { describe, expect, it } from 'vitest'
import type { BoardState } from './board.svelte'
import { dueOf } from './due'

const fix = (id: string, fields: object) => ({ id, kind: 'fix', at: 1, fields })
const boardOf = (fixes: object[]) => ({ all: () => fixes, you: { personId: 'ann' } }) as unknown as BoardState
const now = new Date(2026, 11, 8)

describe('what is due', () => {
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
      now,
    )
    expect([due.late, due.soon].map((list) => list.map((one) => one.id))).toEqual([['late'], ['today', 'week']])
    expect([due.lookBack, due.mine?.id]).toEqual(['2026-12-14', 'today'])
  })

  it('says nothing where nothing was agreed', () => {
    expect(dueOf(boardOf([fix('idea', { status: 'idea' })]), now)).toEqual({ late: [], soon: [], lookBack: '', mine: undefined })
  })
})
