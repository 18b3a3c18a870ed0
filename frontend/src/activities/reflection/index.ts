import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import type { ActivityFace } from '../../ui/activities/face'

/** What people wanted to share; what somebody keeps comes to nobody else. */
export function sharedReflections(board: BoardState): readonly Rec<'reflection'>[] {
  return board.all('reflection').filter((one) => one.fields.shared === true && !!one.fields.text)
}

/** How many the screen in the room shows at a time. */
export const reflectionsOnPage = 4

/** Where am I the waitress? For oneself, until one shares it. */
export const reflection: ActivityFace = {
  page: () => import('./ReflectionPage.svelte'),
  desk: () => import('./ReflectionPage.svelte'),
  picture: {
    load: () => import('./ReflectionView.svelte'),
    any: (board) => sharedReflections(board).length > 0,
    pages: (board) => Math.max(1, Math.ceil(sharedReflections(board).length / reflectionsOnPage)),
  },
}
