import type { RoundFace } from '../../ui/rounds/face'
import { aboutSteps, stepItems } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'
import { leaders } from './leads'

/** Who leads at each step: the customer, or something else. */
export const leadingVote: RoundFace = {
  ask: () => import('./Lead.svelte'),
  result: () => import('./LeadResult.svelte'),
  title: () => words.t.rounds.result.leading_vote,
  instruction: () => words.t.rounds.desk.ask.leading_vote,
  asked: () => {
    const t = words.t.projector
    return { question: t.leadQuestion, how: t.leadHow, hidden: t.answersHidden }
  },
  // The map also stands without a round, so it is not put up as this one's result.
  desk: { ...aboutSteps('leading_vote', () => words.t.rounds.desk.ask.leading_vote), named: true },
  passing: {
    items: stepItems,
    options: (board, round) =>
      leaders.map((value) => ({
        label: words.t.rounds.leads[value],
        say: (step, to) => board.passOn('leading_vote', { round_id: round.id, step_id: step, value }, to),
      })),
  },
}
