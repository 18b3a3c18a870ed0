import { words } from '../../words/words.svelte'
import type { ActivityFace } from '../../ui/activities/face'
import { comesBack, loopPages, openLoops } from './open'

/** What is still open of what was agreed: the fixes by owner, the number before and after, the lessons. */
export const loops: ActivityFace = {
  page: () => import('./FollowUp.svelte'),
  desk: () => import('./FollowUp.svelte'),
  picture: {
    load: () => import('./LoopsView.svelte'),
    any: (board) => comesBack(board) && board.shown('fix').length > 0,
    pages: loopPages,
    fact: (board) => (openLoops(board).length ? words.t.loops.openOnes(openLoops(board).length) : ''),
  },
}
