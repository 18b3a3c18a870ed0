import type { Rec } from '../../engine/ops'
import type { RoundFace } from '../../ui/rounds/face'
import { aboutSteps, stepItems } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'

type Leader = NonNullable<Rec<'leading_vote'>['fields']['value']>

/** Who leads at each step: the customer, or something else. */
export const leadingVote: RoundFace = {
  ask: () => import('./Lead.svelte'),
  result: () => import('./LeadResult.svelte'),
  title: () => words.question('leading_vote', 'value'),
  instruction: () => words.question('leading_vote', 'value'),
  asked: () => {
    const t = words.t.projector
    return { question: words.question('leading_vote', 'value'), how: t.leadHow, hidden: t.answersHidden }
  },
  // The map also stands without a round, so it is not put up as this one's result.
  desk: { ...aboutSteps('leading_vote', () => words.question('leading_vote', 'value')), named: true },
  passing: {
    items: stepItems,
    options: (board, round) =>
      words.options<Leader>('leading_vote', 'value').map(({ value, label }) => ({
        label,
        say: (step, to) => board.passOn('leading_vote', { round_id: round.id, step_id: step, value }, to),
      })),
  },
}
