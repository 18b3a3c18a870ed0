import { limits } from '../../engine/limits.gen'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'

const { min, max } = limits.poll_answer.importance

/** The points of the scale, the lowest first. */
export const points = Array.from({ length: max - min + 1 }, (_, i) => min + i)

/** How important customer focus really is here: a number from each, and only sums come back. */
export const poll: RoundFace = {
  ask: () => import('./Poll.svelte'),
  result: () => import('./PollResult.svelte'),
  title: () => words.t.rounds.poll.question,
  instruction: () => words.t.rounds.desk.ask.poll,
  asked: () => ({ question: words.t.rounds.poll.question, how: words.t.rounds.poll.how, hidden: words.t.rounds.poll.hidden }),
  desk: {
    obstacle: (leading) => noPeople(leading, 'poll'),
    before: (leading) => explained('poll', noPeople(leading, 'poll')),
    opens: () => ({ poll: 'importance' }),
    question: () => words.t.rounds.desk.ask.poll,
    named: true,
    reveal: () => words.t.stage.reveal,
    blind: () => words.t.rounds.desk.blind,
    cancel: () => words.t.rounds.desk.cancelSure,
    again: () => words.t.rounds.desk.again,
  },
  passing: {
    items: () => [{ id: '', title: words.t.rounds.poll.question }],
    options: (board, round) =>
      points.map((value) => ({
        label: String(value),
        say: (_, to) => board.passOn('poll_answer', { round_id: round.id, importance: value }, to),
      })),
  },
}
