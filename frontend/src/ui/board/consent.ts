import type { BoardState } from '../../engine/board.svelte'
import type { Values } from '../../engine/ops'

/** Typed, but nobody said yet that it may be shown. */
export const waits = ({ fields }: { fields: Values }): boolean => !!fields['text'] && (fields['consent'] ?? 'missing') === 'missing'

export const waiting = (board: BoardState) => board.all('quote').filter(waits)
