import type { ForWhom } from '../../engine/ops'
import type { RoundFace } from '../../ui/rounds/face'
import { aboutSteps, stepItems } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'

/** Whose each step is: ours, somebody else's, nobody knows. */
export const ownershipClaim: RoundFace = {
  ask: () => import('./Claim.svelte'),
  result: () => import('./OwnResult.svelte'),
  title: () => words.t.rounds.result.ownership_claim,
  instruction: () => words.question('ownership_claim', 'answer'),
  asked: () => {
    const t = words.t.projector
    return { question: words.question('ownership_claim', 'answer'), how: t.ownHow, hidden: t.answersHidden }
  },
  desk: aboutSteps('ownership_claim', () => words.question('ownership_claim', 'answer')),
  passing: {
    items: stepItems,
    options: (board, round, own) => {
      const claim = (answer: 'own' | 'not' | 'unknown', points = {}) => ({
        say: (step: string, to: ForWhom) => board.passOn('ownership_claim', { round_id: round.id, step_id: step, answer, ...points }, to),
      })
      const others = board.all('department').filter((one) => one.id !== own)
      return [
        { label: words.label('ownership_claim', 'answer', 'own'), ...claim('own') },
        ...others.map((one) => ({ label: one.fields.name ?? '', ...claim('not', { points_to: one.id }) })),
        { label: words.label('ownership_claim', 'answer', 'unknown'), ...claim('unknown') },
      ]
    },
  },
}
