import { words } from '../../words/words.svelte'
import type { ActivityFace } from '../../ui/activities/face'
import { storiesTold, storyPages } from './stories'

/** A story each: what made somebody glad, or how a customer was lost. */
export const warmup: ActivityFace = {
  page: () => import('./StoryPage.svelte'),
  desk: () => import('./StoryPage.svelte'),
  picture: {
    load: () => import('./StoryView.svelte'),
    any: (board) => storiesTold(board).length > 0,
    pages: storyPages,
    still: true,
    fact: (board) => (storiesTold(board).length ? words.t.stories.told(storiesTold(board).length) : ''),
  },
}
