import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { screenOf } from '../../ui/projector/picture'

const writesRules = (round: Rec<'round'>): boolean => round.fields.collect === 'writing' && round.fields.writes === 'rule'

/** Whether everybody writes rules alone now: none of them is on the table yet. */
export const writingNow = (board: BoardState): boolean =>
  board.all('round').some((round) => round.fields.state === 'open' && writesRules(round))

/** Whether the screen in the room is about rules that were just laid on the table, and not about one of them. */
export function laidNow(board: BoardState): boolean {
  const round = board.get(screenOf(board)?.object_ref ?? '', 'round')
  return !!round && round.fields.state === 'revealed' && writesRules(round)
}

/** Rules that stand under each other on the screen in the room. */
export const laidOnPage = 6
