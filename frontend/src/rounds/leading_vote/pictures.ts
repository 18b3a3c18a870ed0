import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { lastOf } from '../../engine/rounds.svelte'
import { scored, screenOf, type Picture } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'

/** The revealed round about who leads that the screen names. */
function named(board: BoardState): Rec<'round'> | undefined {
  const screen = screenOf(board)
  const round = screen?.object_ref ? board.get(screen.object_ref, 'round') : undefined
  return round?.fields.collect === 'leading_vote' && round.fields.state === 'revealed' ? round : undefined
}

export const lead: Picture = {
  load: () => import('./LeadView.svelte'),
  fact: (board) => scored(named(board)?.fields.voters ?? 0),
}

/** Takes the place of the map when the round about who leads was just revealed. */
export const leadOf = (board: BoardState): Picture | undefined => (named(board) ? lead : undefined)

/** On the map itself: at how many steps the customer leads. */
export function leadFact(board: BoardState): string {
  const leads = lastOf(board, 'leading_vote') ? board.insight?.customerLeads : null
  return leads ? words.t.projector.customerLeads(leads.yes, leads.of) : ''
}
