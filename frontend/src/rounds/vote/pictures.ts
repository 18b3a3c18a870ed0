import type { Picture } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'
import { outcome } from './outcome'

export const votes: Picture = {
  load: () => import('./VoteView.svelte'),
  fact: (board) => {
    const result = outcome(board)
    if (!result || result.dots === 0) return ''
    const dots = words.t.projector.dotsTotal(result.dots)
    return result.lonely ? `${dots} · ${words.t.vote.lonely(result.lonely)}` : dots
  },
}
