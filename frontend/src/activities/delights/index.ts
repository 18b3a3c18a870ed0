import type { ActivityFace } from '../../ui/activities/face'
import { delightPages, delightsOf } from './delights'

/** What would make a step special? A round of its own, after what goes wrong. */
export const delights: ActivityFace = {
  page: () => import('./DelightsPage.svelte'),
  desk: () => import('./DelightsPage.svelte'),
  picture: {
    load: () => import('./DelightsView.svelte'),
    any: (board) => delightsOf(board).length > 0,
    pages: delightPages,
    still: true,
  },
}
