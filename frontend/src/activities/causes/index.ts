import { words } from '../../words/words.svelte'
import type { ActivityFace } from '../../ui/activities/face'
import { painShown, painsAsked } from './causes'

/** Why does this happen? A tree of answers below a pain, until we can change something. */
export const causes: ActivityFace = {
  page: () => import('./CausesPage.svelte'),
  desk: () => import('./CausesPage.svelte'),
  picture: {
    load: () => import('./CausesView.svelte'),
    any: (board) => painShown(board) !== undefined,
    pages: (board) => painsAsked(board).length,
    still: true,
    fact: (board) => {
      const found = board.hanging(painShown(board)?.id ?? '', 'cause_node').length
      return found ? words.t.causes.found(found) : ''
    },
  },
}
