import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'

/** The lessons that somebody wrote something in, the newest last. */
export const lessonsOf = (board: BoardState): readonly Rec<'lesson'>[] => board.all('lesson').filter((one) => !!one.fields.what_happened)
