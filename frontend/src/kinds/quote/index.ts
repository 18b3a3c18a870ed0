import { cardFace } from '../../ui/board/face'
import { words } from '../../words/words.svelte'
import MayShow from './MayShow.svelte'
import QuotePanel from './QuotePanel.svelte'
import Sign from './Sign.svelte'
import Source from './Source.svelte'

/** What a customer said. */
export const quote = cardFace<'quote'>({
  Sign,
  key: 'Q',
  fits: ['persona'],
  Panel: QuotePanel,
  Aside: Source,
  Foot: MayShow,
  tells: (n) => words.t.board.map.quotes(n),
})
