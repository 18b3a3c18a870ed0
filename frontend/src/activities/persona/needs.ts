import type { BoardState } from '../../engine/board.svelte'
import type { Insight, Rec } from '../../engine/ops'

/** How far people agreed with a need, as the server counted it. */
export type Agreed = NonNullable<Insight['needs']>[number]

export interface NeedRow {
  need: Rec<'need'>
  agreed: Agreed | undefined
}

/** What customers want, most agreed with first; what nobody was asked about comes behind it, in the order of the board. */
export function needRows(board: BoardState): NeedRow[] {
  const asked = board.insight?.needs ?? []
  const place = new Map(asked.map((one, i) => [one.need, i]))
  return board
    .all('need')
    .map((need) => ({ need, agreed: asked.find((one) => one.need === need.id) }))
    .sort((a, b) => (place.get(a.need.id) ?? asked.length) - (place.get(b.need.id) ?? asked.length))
}

/** Needs that stand on one page of the screen in the room. */
export const needsOnPage = 4

export const needPages = (board: BoardState): number => Math.ceil(needsWritten(board).length / needsOnPage)

export const needsWritten = (board: BoardState): NeedRow[] => needRows(board).filter(({ need }) => !!need.fields.text)
