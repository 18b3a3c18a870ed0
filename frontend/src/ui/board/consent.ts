import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'

/** Typed, but nobody said yet that it may be shown. */
export const waits = (quote: Rec<'quote'>): boolean => !!quote.fields.text && (quote.fields.consent ?? 'missing') === 'missing'

export const waiting = (board: BoardState): Rec<'quote'>[] => board.all('quote').filter(waits)
