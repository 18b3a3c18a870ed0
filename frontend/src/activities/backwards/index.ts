import { stepsOf } from '../../engine/journey'
import type { ActivityFace } from '../../ui/activities/face'

/** The journey from its end: what must have happened before this? */
export const backwards: ActivityFace = {
  page: () => import('./BackwardsPage.svelte'),
  desk: () => import('./BackwardsPage.svelte'),
  picture: { load: () => import('./BackwardsView.svelte'), any: (board) => stepsOf(board).length > 0 },
}
