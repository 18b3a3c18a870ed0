import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'

/** The persona, or the customer as such. */
export function personaName(board: BoardState): string {
  return board.one('persona')?.fields.name ?? words.t.common.customer
}
