import type { BoardState } from '../../engine/board.svelte'
import { ownerOf } from '../../engine/owner'
import { isDone, isSetAside } from '../../engine/fixes'
import type { Rec } from '../../engine/ops'
import { dayIn } from '../../engine/days'
import { words } from '../../words/words.svelte'

/** How a fix stands on a day: done, past its date, still to do, only an idea, or put away. */
export type Standing = 'done' | 'late' | 'open' | 'idea' | 'out'

export function standingOf(fix: Rec<'fix'>, today: string): Standing {
  const { fields: f } = fix
  if (isSetAside(fix)) return 'out'
  if (isDone(fix)) return 'done'
  if (f.due_date && f.due_date < today) return 'late'
  return (f.status ?? 'idea') === 'idea' ? 'idea' : 'open'
}

/** Days from one day to another, both as 2026-12-14. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Until when, and how late it is; of what is done, since when. */
export function whenOf(fix: Rec<'fix'>, today: string, zone?: string): string {
  const t = words.t.owners.when
  const { due_date: due, done_at: done } = fix.fields
  const standing = standingOf(fix, today)
  if (standing === 'done') return done ? t.doneOn(words.day(dayIn(Date.parse(done), zone))) : t.done
  if (!due) return t.none
  if (standing === 'late') return t.late(daysBetween(due, today), words.day(due))
  return due === today ? t.today : t.by(words.day(due))
}

/** What is late comes first, then by date, then what is done, then what was put away. */
export function byUrgency(today: string): (a: Rec<'fix'>, b: Rec<'fix'>) => number {
  const place: Record<Standing, number> = { late: 0, open: 1, idea: 1, done: 2, out: 3 }
  const rank = (fix: Rec<'fix'>) => place[standingOf(fix, today)]
  const day = (fix: Rec<'fix'>) => fix.fields.due_date ?? '9999'
  return (a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)
}

/** Somebody with fixes in their name. */
export interface Owner {
  /** The name as it stands on the fixes; '' = nobody yet. */
  name: string
  /** The name as everybody at the table is told apart. */
  shown: string
  fixes: Rec<'fix'>[]
}

const same = (name: string | undefined) => (name ?? '').trim().toLowerCase()

/** The fixes by owner, those of nobody last; inside by how urgent they are. What was put away is left out. */
export function ownersOf(board: BoardState, today: string): Owner[] {
  const owners = new Map<string, Owner>()
  for (const fix of board.shown('fix').filter((one) => !!one.fields.text && standingOf(one, today) !== 'out')) {
    const key = same(fix.fields.owner_person)
    const owner = owners.get(key) ?? { name: (fix.fields.owner_person ?? '').trim(), shown: ownerOf(board, fix), fixes: [] }
    owner.fixes.push(fix)
    owners.set(key, owner)
  }
  for (const owner of owners.values()) owner.fixes.sort(byUrgency(today))
  const first = (owner: Owner) => (owner.name ? 0 : 1)
  return [...owners.values()].sort((a, b) => first(a) - first(b) || a.shown.localeCompare(b.shown))
}
