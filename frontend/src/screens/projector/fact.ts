import type { BoardState } from '../../engine/board.svelte'
import { collectOf } from '../../engine/rounds.svelte'
import { rounds } from '../../rounds/registry'
import { openQuestion } from './question'
import { pictureOf } from './views'

/** The one small fact of the rail: what the open round hides, else what the picture counts. */
export function factOf(board: BoardState): string {
  const picture = pictureOf(board)
  const round = picture.factFirst ? undefined : openQuestion(board)
  return round ? rounds[collectOf(round)].asked(board, round).hidden : (picture.fact?.(board) ?? '')
}
