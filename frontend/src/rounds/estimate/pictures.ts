import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { aboutConfidence, onField, placedIn } from '../../ui/matrix/plan'
import { screenOf, type Picture } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'

/** The revealed round that the screen names; undefined = none. */
export function named(board: BoardState): Rec<'round'> | undefined {
  const round = board.get(screenOf(board)?.object_ref ?? '', 'round')
  return round?.fields.collect === 'estimate' && round.fields.state === 'revealed' ? round : undefined
}

/** Whether the room is sure that it will happen; takes the place of the field when that was asked last. */
export const sure: Picture = { load: () => import('./SureView.svelte'), fact: (board) => voters(named(board)) }

const voters = (round: Rec<'round'> | undefined) => (round ? words.t.projector.scored(round.fields.voters ?? 0) : '')

export const matrix: Picture = {
  load: () => import('./MatrixView.svelte'),
  any: (board) => placedIn(board).some(onField) || named(board) !== undefined,
  fact: (board) => voters(named(board)),
  half: (board) => (named(board) && aboutConfidence(named(board)) ? sure : undefined),
}
