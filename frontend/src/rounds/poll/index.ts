import { activities, polls, type Poll } from '../../engine/activities.gen'
import type { Leading } from '../../engine/leading.svelte'
import type { RoundFace } from '../../ui/rounds/face'
import { pointsOf, pollNames, pollOf } from '../../ui/rounds/polls'
import { noPeople, usualWords } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'

const t = () => words.t.rounds.poll

/** What the running item asks; with none a poll has no question yet. */
function asks(leading: Leading): Poll | undefined {
  const activity = leading.running?.fields.activity
  const about = activity && activities[activity].about?.poll
  return pollNames.find((name) => name === about)
}

/** What people think of themselves, of each other and of the day: numbers from each, and only sums come back. */
export const poll: RoundFace = {
  ask: () => import('./Poll.svelte'),
  result: () => import('./PollResult.svelte'),
  atTheEnd: (round) => pollOf(round) === 'checkout',
  title: (_, round) => t().title[pollOf(round)],
  instruction: (round) => t().how[pollOf(round)],
  asked: (_, round) => ({ question: t().title[pollOf(round)], how: t().how[pollOf(round)], hidden: t().hidden }),
  desk: {
    obstacle: (leading) => noPeople(leading, 'poll'),
    before: (leading) => {
      const name = asks(leading)
      return { lines: name ? [t().about[name]] : [], below: noPeople(leading, 'poll'), amber: true }
    },
    sorts: () => pollNames.map((name) => ({ about: { poll: name }, label: t().open[name] })),
    question: (_, round) => (round ? t().title[pollOf(round)] : words.t.rounds.desk.ask.poll),
    named: true,
    ...usualWords,
  },
  passing: {
    items: (_, round) => polls[pollOf(round)].questions.map((id) => ({ id, title: words.question('poll_answer', id) })),
    options: (board, round) =>
      pointsOf(pollOf(round)).map((value) => ({
        label: String(value),
        say: (item, to) => board.passOn('poll_answer', { round_id: round.id, [item]: value }, to),
      })),
  },
}
