import type { BoardState } from '../../engine/board.svelte'
import { isWhole } from '../../engine/cards'
import type { Values } from '../../engine/ops'
import { pain, painOf } from '../../engine/pains'

/** Pains one can write a fix for, the top ones first. */
export function painsToFix(board: BoardState): { id: string; text: string }[] {
  const top = board.insight?.coverage?.top ?? []
  const rank = (id: string) => (top.includes(id) ? top.indexOf(id) : top.length)
  return board
    .shown(pain)
    .filter((one) => isWhole(one) && one.fields.text)
    .map(({ id, fields }) => ({ id, text: fields.text ?? '' }))
    .sort((a, b) => rank(a.id) - rank(b.id))
}

/** The first of the top pains that nobody has a fix for; undefined when each has one, or nobody voted. */
export const firstWithoutFix = (board: BoardState): string | undefined =>
  (board.insight?.coverage?.top ?? []).find(
    (top) => !board.shown('fix').some((fix) => fix.fields.pain_ids?.includes(top) && fix.fields.status !== 'dropped'),
  )

/** What a fresh fix says beside its words: of a pain its front department is the first guess for who is concerned. */
export function fixFor(board: BoardState, id = ''): Values {
  const about = painOf(board, id)
  if (!about) return {}
  const department = board.get(about.fields.step_id ?? '', 'step')?.fields.front_department_id
  return { pain_ids: [id], ...(department ? { department_ids: [department] } : {}) }
}
