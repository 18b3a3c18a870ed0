import type { BoardState } from '../../engine/board.svelte'
import type { Noun } from '../../engine/noun'
import { words } from '../../words/words.svelte'

/** What this workshop calls its customers; as long as nobody said so, customers. */
export function customerWord(board: BoardState): Noun {
  const own = board.one('board')?.fields.customer_word
  const ours = words.t.common.customer
  return { one: own?.singular || ours.one, many: own?.plural || ours.many }
}

/** The persona by name, or the customer as such. */
export function personaName(board: BoardState): string {
  return board.one('persona')?.fields.name || words.t.common.theCustomer(customerWord(board))
}
