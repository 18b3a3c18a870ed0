import type { BoardState } from '../../engine/board.svelte'
import type { Values } from '../../engine/ops'

/** Pains one can write a fix for, the top ones first. */
export function painsToFix(board: BoardState): { id: string; text: string }[] {
  const top = board.insight?.coverage?.top ?? []
  const rank = (id: string) => (top.includes(id) ? top.indexOf(id) : top.length)
  return board
    .shown('pain')
    .filter((pain) => !pain.fields.merged_into && pain.fields.text)
    .map((pain) => ({ id: pain.id, text: pain.fields.text ?? '' }))
    .sort((a, b) => rank(a.id) - rank(b.id))
}

/** The first of the top pains that nobody has a fix for; undefined when each has one, or nobody voted. */
export const firstWithoutFix = (board: BoardState): string | undefined =>
  (board.insight?.coverage?.top ?? []).find(
    (pain) => !board.shown('fix').some((fix) => fix.fields.pain_ids?.includes(pain) && fix.fields.status !== 'dropped'),
  )

/** What a fresh fix says beside its words: of a pain its front department is the first guess for who is concerned. */
export function fixFor(board: BoardState, pain = ''): Values {
  const about = board.get(pain, 'pain')
  if (!about) return {}
  const department = board.get(about.fields.step_id ?? '', 'step')?.fields.front_department_id
  return { pain_ids: [pain], ...(department ? { department_ids: [department] } : {}) }
}
