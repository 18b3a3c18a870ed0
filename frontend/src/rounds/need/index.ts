import type { BoardState } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import type { Rec } from '../../engine/ops'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople, onScale, usualWords } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'

/** The points of the scale, the lowest first. */
export const points = [1, 2, 3, 4, 5]

/** The needs of a round that are still there. */
export const needsIn = (board: BoardState, round: Rec<'round'>): Rec<'need'>[] =>
  (round.fields.need_ids ?? []).flatMap((id) => board.get(id, 'need') ?? [])

function obstacle(leading: Leading): string {
  const some = leading.board.all('need').some((need) => !!need.fields.text)
  return some ? noPeople(leading, 'need') : words.t.needs.noNeed
}

const question = () => words.question('need_vote', 'value')

/** How far we agree with what the customer wants: everybody says it unseen, and every department has its place on the line. */
export const need: RoundFace = {
  ask: () => import('./Agree.svelte'),
  result: () => import('./AgreeResult.svelte'),
  title: question,
  instruction: question,
  asked: (board, round) => ({
    question: question(),
    how: words.t.needs.how(needsIn(board, round).length),
    hidden: words.t.projector.answersHidden,
  }),
  desk: {
    obstacle,
    before: (leading) => explained('need', obstacle(leading)),
    question,
    named: true,
    ...usualWords,
  },
  passing: {
    items: (board, round) => needsIn(board, round).map((one) => ({ id: one.id, title: one.fields.text ?? '' })),
    options: (board, round) =>
      onScale(points, (need_id, to, answer) => board.passOn('need_vote', { round_id: round.id, need_id, ...answer }, to)),
  },
}
