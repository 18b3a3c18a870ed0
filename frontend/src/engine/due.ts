import type { BoardState } from './board.svelte'
import { dayIn, daysAfter, todayHere } from './days'
import { isOver } from './may'
import { isAgreed, isUnderWay } from './fixes'
import type { Rec } from './ops'

/** What a board asks of people in the days after the workshop. */
export interface Due {
  /** Fixes past their date, and those of the coming week. */
  late: Rec<'fix'>[]
  soon: Rec<'fix'>[]
  /** The next day on which the group looks back, today included; '' = none. */
  lookBack: string
  /** What this person does next; undefined = nothing. */
  mine: Rec<'fix'> | undefined
}

const last = '9999'

/** What is due on a day of the workshop's calendar. */
export function dueOf(board: BoardState, day = todayHere(board)): Due {
  const week = daysAfter(day, 7)
  const fixes = board.shown('fix')
  const open = fixes.filter(isUnderWay)
  const dated = open.filter((fix) => fix.fields.due_date)
  const checks = fixes.filter(isAgreed).flatMap((fix) => fix.fields.check_dates ?? [])
  const me = board.you?.personId
  return {
    late: dated.filter((fix) => (fix.fields.due_date ?? '') < day),
    soon: dated.filter((fix) => (fix.fields.due_date ?? '') >= day && (fix.fields.due_date ?? '') <= week),
    lookBack: checks.filter((check) => check >= day).sort()[0] ?? '',
    mine: open
      .filter((fix) => me && fix.fields.owner_participant_id === me)
      .sort((a, b) => ((a.fields.due_date ?? last) < (b.fields.due_date ?? last) ? -1 : 1))[0],
  }
}

/**
 * Whether the workshop is over and people come back to it on a later day than it was held: that of the last activity that began, else the
 * day it was planned for.
 */
export function isLater(board: BoardState, today = todayHere(board)): boolean {
  const { date, time_zone: zone } = board.one('board')?.fields ?? {}
  const began = board.all('agenda_item').flatMap(({ fields: f }) => (f.started_at ? [dayIn(Date.parse(f.started_at), zone)] : []))
  const held = began.sort().at(-1) ?? date
  return isOver(board) && !!held && held < today
}
