import type { BoardState } from '../../engine/board.svelte'
import { daysAfter } from '../../engine/days'
import type { Rec } from '../../engine/ops'
import { wallOf } from '../../engine/zoned'
import { isDone, isUnderWay } from '../../engine/fixes'
import { fixFor, painsToFix } from '../../ui/fixes/topains'

/** One top pain and what covers it. */
export interface CoverPart {
  pain: string
  text: string
  state: 'done' | 'agreed' | 'none'
}

/** The list of fixes as everybody sees it: solved first, then by date, ideas last; and how much of the top it covers. */
export class FixList {
  #board: BoardState

  constructor(board: BoardState) {
    this.#board = board
  }

  /** Today on the board's own calendar, as 2026-11-24. */
  today = $derived.by(() => wallOf(this.#board.now(), this.#board.one('board')?.fields.time_zone ?? 'Europe/Amsterdam').date)

  /** The day of the workshop. */
  workshop = $derived.by(() => this.#board.one('board')?.fields.date || this.today)

  /** The day a new fix counts from: who prepares a workshop plans from its day on. */
  from = $derived.by(() => (this.workshop > this.today ? this.workshop : this.today))

  rows = $derived.by((): Rec<'fix'>[] => [...this.#board.shown('fix')].sort(byPlace))

  /** Ideas that nobody else sees yet. */
  alone = $derived.by(() => this.#board.mine('fix').filter((fix) => this.#board.isSealed(fix.id) && fix.fields.text))

  coverage = $derived.by(() => this.#board.insight?.coverage ?? null)

  parts = $derived.by((): CoverPart[] => {
    const done = new Set(this.coverage?.done ?? [])
    return (this.coverage?.top ?? []).map((pain) => ({
      pain,
      text: this.painText(pain),
      state: done.has(pain) ? 'done' : this.#half(pain),
    }))
  })

  /** So many fixes may be active at once; and whether that is reached. */
  cap = $derived.by(() => this.#board.one('board')?.fields.set_active_fix_cap ?? 5)
  full = $derived.by(() => this.rows.filter((fix) => isUnderWay(fix)).length >= this.cap)
  parked = $derived.by(() =>
    this.rows.filter((fix) => fix.fields.status === 'parked' && fix.fields.text).map((fix) => fix.fields.text ?? ''),
  )

  solved = $derived(this.rows.filter((fix) => fix.fields.solved_in_session).length)

  /** Days on which we look back, of the first fix that has them. */
  checkDates = $derived(this.rows.find((fix) => fix.fields.check_dates?.length)?.fields.check_dates ?? [])

  /** Pains one can link, the top ones first. */
  pains = $derived.by(() => painsToFix(this.#board))

  painText(id: string): string {
    return this.#board.get(id, 'pain')?.fields.text ?? ''
  }

  /** Adds a fix. */
  add(text: string, pain?: string): string {
    return this.#board.put('fix', { text, ...fixFor(this.#board, pain) })
  }

  /** Puts an idea of one's own on the list, anew for everybody, and away as a draft: both or neither. */
  share(idea: Rec<'fix'>): void {
    const { text = '', pain_ids, department_ids } = idea.fields
    this.#board.batch(() => {
      this.#board.put('fix', { text, ...(pain_ids ? { pain_ids } : {}), ...(department_ids ? { department_ids } : {}) })
      this.#board.del(idea.id)
    })
  }

  /** Done here and now: solved in the session, by today. Undone: agreed again. */
  solve(fix: Rec<'fix'>, on: boolean): void {
    const me = this.#me()
    this.#board.set<'fix'>(fix.id, {
      solved_in_session: on,
      status: on ? 'done' : 'agreed',
      ...(on && !fix.fields.due_date ? { due_date: this.today } : {}),
      ...(on && !fix.fields.owner_person && me ? { owner_person: me.name, owner_participant_id: me.id } : {}),
    })
  }

  #me(): { id: string; name: string } | undefined {
    const id = this.#board.you?.personId
    const person = id ? this.#board.get(id, 'person') : undefined
    return person ? { id: person.id, name: person.fields.name ?? '' } : undefined
  }

  #half(pain: string): 'agreed' | 'none' {
    return this.rows.some((fix) => fix.fields.pain_ids?.includes(pain) && fix.fields.status !== 'dropped') ? 'agreed' : 'none'
  }
}

function byPlace(a: Rec<'fix'>, b: Rec<'fix'>): number {
  const rank = (fix: Rec<'fix'>) => (isDone(fix) ? 0 : fix.fields.due_date ? 1 : 2)
  const order = (fix: Rec<'fix'>) => fix.fields.order ?? ''
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [x, y] = rank(a) === 1 ? [a.fields.due_date ?? '', b.fields.due_date ?? ''] : [order(a), order(b)]
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Quick win: little effort, much gain (both estimated by the group), and due within a fortnight of the workshop. */
export function isQuickWin(fix: Rec<'fix'>, workshop: string): boolean {
  const { effort, impact, due_date: due } = fix.fields
  return effort !== undefined && effort <= 2 && impact !== undefined && impact >= 3 && !!due && due <= daysAfter(workshop, 14)
}

/** Whether agreeing makes sense now: one name and one date. */
export function canAgree(fix: Rec<'fix'>): boolean {
  return !!fix.fields.owner_person && !!fix.fields.due_date
}
