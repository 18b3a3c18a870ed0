import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import type { Picture } from '../projector/picture'
import { talkPages, talksHeard } from './heard'

/** How many talks were held, and how many are still to come. */
function fact(board: BoardState): string {
  const count = (status: string) => board.all('interview').filter((talk) => talk.fields.status === status).length
  const [done, planned] = [count('done'), count('planned')]
  return done + planned ? words.t.interviews.held(done, planned) : ''
}

/** What customers told colleagues, one talk after the other, as the desk turns the page. */
export const interviews: Picture = {
  load: () => import('./InterviewsView.svelte'),
  fact,
  any: (board) => talksHeard(board).length > 0,
  pages: (board) => Math.max(talkPages(board).length, 1),
  still: true,
}
