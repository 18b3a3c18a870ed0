import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { screenOf, type Picture } from '../../ui/projector/picture'

/** Signed: who grants it has put their name under it. */
export const signed = (card: Rec<'mandate'>): boolean => !!card.fields.granted_by && !!card.fields.granted_at

/** What the screen names, else the newest card. */
export function cardShown(board: BoardState): Rec<'mandate'> | undefined {
  const named = board.get(screenOf(board)?.object_ref ?? '', 'mandate')
  return named ?? [...board.all('mandate')].sort((a, b) => b.at - a.at)[0]
}

/** What still has to be filled in before somebody can sign. */
export function missing(card: Rec<'mandate'>): boolean {
  const f = card.fields
  const limit = f.limit_cents !== undefined || f.limit_minutes !== undefined || !!f.no_limit_reason
  return !(f.role && f.trigger && f.may_do && f.report_where && f.review_date && limit)
}

/** One card, large: "may spend up to € 50". */
export const mandate: Picture = { load: () => import('./MandateView.svelte'), any: (board) => board.all('mandate').length > 0 }
