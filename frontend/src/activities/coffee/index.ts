import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import type { ActivityFace } from '../../ui/activities/face'

/** What was opened, in the order of the server, which is nobody's; what I put in the box is not among it. */
export function openedNotes(board: BoardState): readonly Rec<'anonymous_note'>[] {
  const mine = board.mine('anonymous_note')
  return board.all('anonymous_note').filter((note) => !!note.fields.text && !mine.includes(note))
}

/** How many notes the screen in the room shows at a time. */
export const notesOnPage = 6

/** The coffee machine: what people say there only, without name or time, in one heap. */
export const coffee: ActivityFace = {
  page: () => import('./CoffeePage.svelte'),
  desk: () => import('./CoffeePage.svelte'),
  picture: {
    load: () => import('./CoffeeView.svelte'),
    any: (board) => openedNotes(board).length > 0,
    pages: (board) => Math.max(1, Math.ceil(openedNotes(board).length / notesOnPage)),
  },
}
