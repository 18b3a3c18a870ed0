import type { ActivityFace } from '../../ui/activities/face'
import { lessonsOf } from '../../ui/lessons/lessons'

/** Autopsy of one incident: five questions without blame, and a change that is looked back on. */
export const autopsy: ActivityFace = {
  page: () => import('./AutopsyPage.svelte'),
  desk: () => import('./AutopsyPage.svelte'),
  picture: {
    load: () => import('./LessonsView.svelte'),
    any: (board) => lessonsOf(board).length > 0,
    pages: (board) => Math.max(1, lessonsOf(board).length),
    still: true,
  },
}
