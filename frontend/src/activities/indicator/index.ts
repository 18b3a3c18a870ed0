import type { ActivityFace } from '../../ui/activities/face'
import { numberOf } from '../../ui/indicator/score'

/** The one customer number: chosen together, predicted, measured, and every department behind it. */
export const indicator: ActivityFace = {
  page: () => import('./NumberPage.svelte'),
  desk: () => import('./NumberDesk.svelte'),
  picture: { load: () => import('./NumberView.svelte'), any: (board) => numberOf(board) !== undefined },
}
