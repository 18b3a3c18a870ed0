import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Rec } from '../../engine/ops'
import { waits } from '../../ui/board/consent'

/** What customers said and everybody may read, in the order of the journey; what belongs to no step comes first. */
export function quotesShown(board: BoardState): Rec<'quote'>[] {
  const at = new Map(stepsOf(board).map((step) => [step.id, step.number]))
  const place = (quote: Rec<'quote'>) => at.get(quote.fields.step_id ?? '') ?? 0
  return board
    .all('quote')
    .filter((quote) => !!quote.fields.text && !waits(quote))
    .sort((a, b) => place(a) - place(b))
}
