import type { ActivityFace } from '../../ui/activities/face'
import { ownerPages } from '../../ui/projector/actions'

/** Who begins with what, and when everybody looks back. */
export const close: ActivityFace = {
  picture: { load: () => import('./Close.svelte'), pages: ownerPages },
  last: true,
  page: () => import('./Takeaway.svelte'),
}
