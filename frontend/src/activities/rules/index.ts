import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import type { ActivityFace } from '../../ui/activities/face'

/** A rule that stands in the customer's way without a reason, as the server counts it (method.md 3.4). */
export function isCrocodile(rule: Rec<'rule'>): boolean {
  const f = rule.fields
  const signs = [!f.reason, f.technically_possible === 'yes', f.mother_test === 'no'].filter(Boolean).length
  return f.verdict === 'scrap' || signs >= 2
}

/** The rules of the board, in their order. */
export const rulesOf = (board: BoardState): readonly Rec<'rule'>[] => board.all('rule').filter((rule) => !!rule.fields.text)

/** Purple crocodiles: rules that nobody can explain, four questions, a verdict, and somebody who decides. */
export const rules: ActivityFace = {
  page: () => import('./RulesPage.svelte'),
  desk: () => import('./RulesPage.svelte'),
  picture: { load: () => import('./RulesView.svelte'), any: (board) => rulesOf(board).length > 0 },
}
