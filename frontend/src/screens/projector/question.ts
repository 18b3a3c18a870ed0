import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { collections } from '../../engine/activities.gen'
import { collectOf } from '../../engine/rounds.svelte'

type Round = Rec<'round'>

/**
 * The open round the screen is about. While one runs its question takes the place of every picture of the same matter, also of
 * an earlier round, so that nobody is steered by it.
 */
export function openQuestion(board: BoardState): Round | undefined {
  const screen = board.one('projector_state')?.fields
  if (!screen) return undefined
  const named = screen.object_ref ? board.get(screen.object_ref, 'round') : undefined
  if (named?.fields.state === 'open' && collectOf(named) in collections) return named
  const view = screen.view ?? 'lobby'
  if (view === 'map') return undefined
  return board.all('round').find((round) => round.fields.state === 'open' && collections[collectOf(round)]?.views.includes(view))
}
