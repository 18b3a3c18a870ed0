import type { ActivityFace } from '../../ui/activities/face'
import { screenOf } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'
import { testsOf } from './tests'

/** Lamb with mint sauce: a request that is not on the menu, six lamps, a scene, and what somebody may decide. */
export const offmenu: ActivityFace = {
  page: () => import('./OffmenuPage.svelte'),
  desk: () => import('./OffmenuPage.svelte'),
  picture: {
    load: () => import('./OffmenuView.svelte'),
    fact: (board) => {
      const ready = board.insight?.readiness
      return ready ? words.t.offmenu.ready(words.percent(ready.share), ready.tested, ready.steps) : ''
    },
    any: (board) => testsOf(board).length > 0 || board.get(screenOf(board)?.object_ref ?? '')?.kind === 'roleplay',
  },
}
