import type { ActivityFace } from '../../ui/activities/face'
import { closePages } from './podium'

/** Who begins with what, and when everybody looks back. */
export const close: ActivityFace = {
  picture: { load: () => import('./Close.svelte'), pages: closePages },
  last: true,
  page: () => import('./Takeaway.svelte'),
  desk: () => import('./CloseDesk.svelte'),
}
