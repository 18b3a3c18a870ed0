import type { BoardState } from '../../engine/board.svelte'
import { skeleton } from '../../engine/names'
import type { Rec } from '../../engine/ops'
import { cardText } from '../../engine/cards'
import { ownerOf } from '../../engine/owner'
import { isAgreed, isDone, isSetAside } from '../../engine/fixes'
import { words } from '../../words/words.svelte'

export interface ActionRow {
  key: string
  /** The fix, or the pain when nobody wrote one yet. */
  text: string
  fix: boolean
  owner: string | undefined
  department: { pattern: number; code: string } | undefined
  due: string | undefined
  solved: boolean
}

/** The actions in the order of the top pains, then the other fixes. A top pain without a fix stands there as such. */
export function actionRows(board: BoardState): ActionRow[] {
  const fixes = board.shown('fix').filter((fix) => !isSetAside(fix))
  const rows: ActionRow[] = []
  const told = new Set<string>()
  for (const pain of board.insight?.coverage?.top ?? []) {
    const mine = fixes.filter((fix) => fix.fields.pain_ids?.includes(pain))
    for (const fix of mine.filter((fix) => !told.has(fix.id))) {
      told.add(fix.id)
      rows.push(rowOf(board, fix))
    }
    if (mine.length === 0) rows.push(openPain(board, pain))
  }
  return [...rows, ...fixes.filter((fix) => !told.has(fix.id)).map((fix) => rowOf(board, fix))]
}

/** So many actions fit on the screen in the room. */
export const rowsOnPage = 5

export const actionPages = (board: BoardState): number => Math.max(Math.ceil(actionRows(board).length / rowsOnPage), 1)

/** Everybody who agreed to something, with what they begin with, else with the fix; what is done already comes last. */
export function agreedRows(board: BoardState): ActionRow[] {
  const rows = actionRows(board).flatMap((row) => {
    const fix = board.get(row.key, 'fix')
    if (!row.owner || !fix || !isAgreed(fix)) return []
    const solved = isDone(fix)
    return [{ ...row, solved, text: solved ? row.text : fix.fields.first_step || row.text }]
  })
  return [...rows.filter((row) => !row.solved), ...rows.filter((row) => row.solved)]
}

/** So many owners fit under the question everybody takes home. */
export const ownersOnPage = 5

export const ownerPages = (board: BoardState): number => Math.max(Math.ceil(agreedRows(board).length / ownersOnPage), 1)

/** The first day on which we look back at what was agreed; undefined when nothing was. */
export function lookBack(board: BoardState, from = ''): { day: string; month: string } | undefined {
  const agreed = board.shown('fix').filter((fix) => fix.fields.owner_person && !isSetAside(fix))
  const days = agreed.flatMap((fix) => fix.fields.check_dates ?? [])
  const first = days.filter((day) => day >= from).sort()[0]
  if (!first) return undefined
  const at = new Date(`${first}T12:00`)
  return { day: String(at.getDate()), month: new Intl.DateTimeFormat(words.locale, { month: 'long' }).format(at) }
}

function openPain(board: BoardState, id: string): ActionRow {
  const text = cardText(board.get(id))
  return { key: id, text, fix: false, owner: undefined, department: undefined, due: undefined, solved: false }
}

function rowOf(board: BoardState, fix: Rec<'fix'>): ActionRow {
  const f = fix.fields
  return {
    key: fix.id,
    text: f.text ?? '',
    fix: true,
    owner: f.owner_person ? firstName(board, ownerOf(board, fix), f.owner_person) : undefined,
    department: departmentOf(board, fix),
    due: f.due_date ? words.shortDay(f.due_date) : undefined,
    solved: f.solved_in_session === true,
  }
}

function departmentOf(board: BoardState, fix: Rec<'fix'>): ActionRow['department'] {
  const owner = fix.fields.owner_participant_id ? board.get(fix.fields.owner_participant_id, 'person') : undefined
  const id = owner?.fields.department_id ?? fix.fields.department_ids?.[0]
  const department = id ? board.get(id, 'department') : undefined
  return department ? { pattern: department.fields.pattern ?? 0, code: department.fields.code ?? '' } : undefined
}

/** The first name where nobody else's looks like it, else the whole name as everybody is told apart. */
export function firstName(board: BoardState, known: string, name: string): string {
  const first = name.split(' ')[0] ?? name
  const same = board.all('person').filter((person) => skeleton(person.fields.name?.split(' ')[0] ?? '') === skeleton(first))
  return same.length > 1 ? known : first
}
