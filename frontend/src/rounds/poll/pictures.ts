import type { Picture } from '../../ui/projector/picture'
import { shownPoll, toldOf } from '../../ui/rounds/polls'
import { words } from '../../words/words.svelte'

/** What an anonymous poll told. */
export const polls: Picture = {
  load: () => import('./PollView.svelte'),
  any: (board) => shownPoll(board) !== undefined,
  fact: (board) => {
    const round = shownPoll(board)
    const n = round && toldOf(board, round)?.n
    return n ? words.t.rounds.poll.answers(n) : ''
  },
}
