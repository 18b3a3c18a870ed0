import type { BoardState } from '../../engine/board.svelte'
import { limits } from '../../engine/limits.gen'
import type { Rec } from '../../engine/ops'
import { aboutConfidence, asked, estimable, itemOf } from '../../ui/matrix/plan'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople, usualWords } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'

const { min, max } = limits.estimate.impact

/** The points of the scale, the lowest first. */
export const points = Array.from({ length: max - min + 1 }, (_, i) => min + i)

/** What a round is called. */
export const titleOf = (round: Rec<'round'> | undefined): string =>
  aboutConfidence(round) ? words.t.estimates.confidenceTitle : words.t.estimates.title

/** The pain that a fix is for, in words; '' when there is none. */
export function painOf(board: BoardState, item: Rec<'fix'> | Rec<'delight'> | undefined): string {
  const pains = item?.kind === 'fix' ? item.fields.pain_ids : undefined
  return board.get(pains?.[0] ?? '', 'pain')?.fields.text ?? ''
}

/** What a fix brings, what it costs and how much fun it is: everybody estimates unseen, and the medians place it. */
export const estimate: RoundFace = {
  ask: () => import('./Estimate.svelte'),
  result: () => import('./EstimateResult.svelte'),
  instruction: () => words.t.rounds.desk.ask.estimate,
  asked: (_, round) => ({ question: titleOf(round), how: words.t.estimates.how, hidden: words.t.estimates.hidden }),
  desk: {
    obstacle: (leading) => (estimable(leading.board).length ? noPeople(leading, 'estimate') : words.t.estimates.nothing),
    before: (leading) => explained('estimate', estimate.desk.obstacle(leading)),
    opens: (board) => ({ item_ids: estimable(board).map((fix) => fix.id), questions: ['impact', 'effort', 'fun'] }),
    question: (_, round) => titleOf(round),
    next: 'fixes',
    ...usualWords,
  },
  passing: {
    items: (board, round) => (round.fields.item_ids ?? []).map((id) => ({ id, title: itemOf(board, id)?.fields.text ?? '' })),
    options: (board, round) =>
      asked(round).flatMap((question) =>
        points.map((value) => ({
          label: `${words.t.estimates.names[question]} ${String(value)}`,
          say: (item, to) => board.passOn('estimate', { round_id: round.id, item_id: item, [question]: value }, to),
        })),
      ),
  },
}
