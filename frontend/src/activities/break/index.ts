import type { ActivityFace } from '../../ui/activities/face'

/** Nobody works; the clock says when they are back. */
export const pause: ActivityFace = { picture: { load: () => import('./Pause.svelte'), ownClock: true } }
