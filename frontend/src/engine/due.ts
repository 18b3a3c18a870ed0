import type { BoardState } from './board.svelte'
import { inDays, today } from './days'
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

const agreed = new Set(['agreed', 'doing', 'done', 'verified'])
const underWay = new Set(['agreed', 'doing'])
const last = '9999'

export function dueOf(board: BoardState, now = new Date()): Due {
  const day = today(now)
  const week = inDays(7, now)
  const fixes = board.all('fix')
  const open = fixes.filter((fix) => underWay.has(fix.fields.status ?? ''))
  const dated = open.filter((fix) => fix.fields.due_date)
  const checks = fixes.filter((fix) => agreed.has(fix.fields.status ?? '')).flatMap((fix) => fix.fields.check_dates ?? [])
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
