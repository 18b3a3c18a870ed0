import { cardFace } from '../../ui/board/face'
import { words } from '../../words/words.svelte'
import HowBad from './HowBad.svelte'
import HowBadNow from './HowBadNow.svelte'
import PainPanel from './PainPanel.svelte'
import Sign from './Sign.svelte'

/** What goes wrong for the customer. */
export const pain = cardFace<'pain'>({
  Sign,
  key: 'P',
  fits: ['pains'],
  Panel: PainPanel,
  Aside: HowBad,
  AfterAdd: HowBadNow,
  asks: (rec) => (rec.fields.severity ? '' : words.t.board.map.howBad),
  tells: (n) => words.t.board.map.pains(n),
  warns: true,
  passed: () => words.t.labels.kinds.pain,
})
