import { cardFace } from '../../ui/board/face'
import { words } from '../../words/words.svelte'
import Sign from './Sign.svelte'

/** A plain card. */
export const note = cardFace<'note'>({ Sign, key: 'N', fits: ['steps'], passed: () => words.t.labels.kinds.note })
