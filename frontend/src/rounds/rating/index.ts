import type { RoundFace } from '../../ui/rounds/face'
import { personaName } from '../../ui/board/persona'
import { aboutSteps, stepItems } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'

/** How the customer experiences each step: five faces. */
export const rating: RoundFace = {
  ask: () => import('./Rate.svelte'),
  result: () => import('./RateResult.svelte'),
  title: (board) => words.t.rounds.result.rating(personaName(board)),
  instruction: () => words.t.rounds.desk.ask.rating,
  asked: (board, round) => {
    const t = words.t.projector
    return { question: t.rateQuestion(personaName(board)), how: t.rateHow(round.fields.step_ids?.length ?? 0), hidden: t.rateHidden }
  },
  desk: {
    ...aboutSteps('rating', (board) => words.t.rounds.rate(personaName(board))),
    talk: () => import('./GapTalk.svelte'),
  },
  passing: {
    items: stepItems,
    options: (board, round) => [
      ...(['-2', '-1', '0', '1', '2'] as const).map((face) => ({
        label: words.label('rating', 'value', face),
        face,
        say: (step: string, to: Parameters<typeof board.passOn>[2]) =>
          board.passOn('rating', { round_id: round.id, step_id: step, value: Number(face) }, to),
      })),
      { label: words.t.rounds.unknown, say: (step, to) => board.passOn('rating', { round_id: round.id, step_id: step }, to) },
    ],
  },
}
