import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Rec } from '../../engine/ops'

/** Ideas that make a step special, in the order of the journey; what costs least for the most fun first within a step. */
export function delightsOf(board: BoardState): Rec<'delight'>[] {
  const at = new Map(stepsOf(board).map((step) => [step.id, step.number]))
  const place = (one: Rec<'delight'>) => at.get(one.fields.step_id ?? '') ?? 0
  return board
    .all('delight')
    .filter((one) => !!one.fields.text)
    .sort((a, b) => place(a) - place(b) || worth(b) - worth(a))
}

/** How much fun for how little effort; 0 as long as nobody said. */
const worth = ({ fields: f }: Rec<'delight'>) => (f.fun ?? 0) - (f.effort ?? 0)

/** The step of a delight. */
export const stepOfDelight = (board: BoardState, one: Rec<'delight'>) => stepsOf(board, [one.fields.step_id ?? ''])[0]

/** Delights that stand beside each other on the screen in the room. */
export const onPage = 6

export const delightPages = (board: BoardState): number => Math.max(1, Math.ceil(delightsOf(board).length / onPage))
