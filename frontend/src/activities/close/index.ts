import type { ActivityFace } from '../../ui/activities/face'

/** Who begins with what, and when everybody looks back. */
export const close: ActivityFace = { picture: { load: () => import('./Close.svelte') }, last: true }
