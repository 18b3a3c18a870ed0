import type { BoardState } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import { stageOf } from '../../engine/rounds.svelte'
import { howMight } from '../../ui/fixes/howmight'
import { firstWithoutFix } from '../../ui/fixes/topains'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'
import { cardOf, type Card } from './half.svelte'

const r = () => words.t.rounds.desk

/** What a writing round goes on to: pairs and fours only while there are people for them. */
function next(leading: Leading): 'pair' | 'four' | 'all' {
  const round = leading.openRound
  if (!round) return 'all'
  const now = stageOf(round)
  if (now === 'alone') return leading.answerers('writing').length >= 2 ? 'pair' : 'all'
  return now === 'pair' && leading.board.hanging(round.id, 'subgroup').length > 1 ? 'four' : 'all'
}

/** What the room is asked to write; '' where that is about the journey as a whole. */
const what: Record<Card, (board: BoardState) => string> = {
  pain: () => '',
  rule: () => words.t.projector.writeRule,
  fix: (board) => howMight(board, firstWithoutFix(board)) || words.t.projector.writeFix,
}

/** Writing alone, then in pairs and fours, then all on the table at once (1-2-4-all). */
export const writing: RoundFace = {
  ask: () => import('./Write.svelte'),
  result: () => import('./Written.svelte'),
  left: () => import('./HalfLeft.svelte'),
  pageTells: (round) => cardOf(round) === 'rule', // pains have their place on the map
  instruction: (round) => r().stages[stageOf(round)],
  asked: (board, round) => {
    const said = words.t.projector.write[stageOf(round)]
    return stageOf(round) === 'alone' ? { ...said, how: what[cardOf(round)](board) || said.how } : said
  },
  desk: {
    obstacle: (leading) => noPeople(leading, 'writing'),
    before: (leading) => explained('writing', noPeople(leading, 'writing')),
    question: (_, round) => (round ? r().stages[stageOf(round)] : r().ask.writing),
    stages: { now: stageOf, next },
    tidies: true,
    brought: (round) => (cardOf(round) === 'fix' ? 'fixes' : undefined),
    reveal: () => r().show,
    blind: () => r().blind,
    cancel: () => r().cancelWriting,
    again: () => r().again,
  },
  passing: { cards: true, items: () => [], options: () => [] },
}
