import type { ActivityFace } from '../../ui/activities/face'
import { cardsWritten, knownPages } from './cards'

/** What do we really know? Known with its evidence, assumed, and unknown with a name and a day. */
export const knowledge: ActivityFace = {
  page: () => import('./KnowledgePage.svelte'),
  desk: () => import('./KnowledgePage.svelte'),
  picture: {
    load: () => import('./KnowledgeView.svelte'),
    any: (board) => cardsWritten(board).length > 0,
    pages: knownPages,
    still: true,
  },
}
