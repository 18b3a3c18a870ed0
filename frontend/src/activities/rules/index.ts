import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import type { ActivityFace } from '../../ui/activities/face'
import { laidNow, laidOnPage } from './laid'

/** Stands this rule in the customer's way without a reason? The server counts that. */
export const isCrocodile = (board: BoardState, rule: Rec<'rule'>): boolean => board.insight?.rules?.which.includes(rule.id) ?? false

/** The rules of the board, in their order. */
export const rulesOf = (board: BoardState): readonly Rec<'rule'>[] => board.all('rule').filter((rule) => !!rule.fields.text)

/** Purple crocodiles: rules that nobody can explain, four questions, a verdict, and somebody who decides. */
export const rules: ActivityFace = {
  page: () => import('./RulesPage.svelte'),
  desk: () => import('./RulesPage.svelte'),
  picture: {
    load: () => import('./RulesView.svelte'),
    any: (board) => rulesOf(board).length > 0,
    pages: (board) => (laidNow(board) ? Math.max(Math.ceil(rulesOf(board).length / laidOnPage), 1) : 1),
    still: true,
  },
}
