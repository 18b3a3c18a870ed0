import { polls, type Poll } from '../../engine/activities.gen'
import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { words } from '../../words/words.svelte'

/** Polls: what one asks, and what its reveal told. */

export const pollNames = Object.keys(polls) as Poll[]

/** How a poll is drawn: a bar per question beside the others, or how often each point was chosen; and whether departments stand apart. */
export const drawn: Readonly<Record<Poll, { bars: boolean; departments: boolean }>> = {
  mirror: { bars: true, departments: true },
  courage: { bars: false, departments: false },
  importance: { bars: false, departments: true },
  checkout: { bars: false, departments: false },
}

/** Which poll a round is. */
export const pollOf = (round: Rec<'round'> | undefined): Poll => {
  const poll = round?.fields.poll
  return poll && poll in polls ? poll : 'importance'
}

/** The open round of a poll; undefined when it is not asked now. */
export const openPoll = (board: BoardState, poll: Poll): Rec<'round'> | undefined =>
  board.all('round').find((round) => round.fields.state === 'open' && round.fields.collect === 'poll' && round.fields.poll === poll)

/** The points of the scale, the lowest first. */
export const pointsOf = (poll: Poll): number[] => Array.from({ length: polls[poll].points }, (_, i) => 1 + i)

/** What the lowest and the highest point mean. */
export function endsOf(poll: Poll): readonly [string, string] {
  const [lowest = '', highest = ''] = words.t.rounds.poll.ends[poll]
  return [lowest, highest]
}

/** What a question is about, in a row of the result. */
export function headOf(question: string): string {
  const heads: Partial<Record<string, string>> = words.t.rounds.poll.heads
  return heads[question] ?? words.question('poll_answer', question)
}

/** What the reveal of a round told. */
export const toldOf = (board: BoardState, round: Rec<'round'>) =>
  board.all('poll_result').find((one) => one.fields.round_id === round.id)?.fields

/** The poll the screen in the room is about: the one it names, else that of the running item, else the last mirror. */
export function shownPoll(board: BoardState): Rec<'round'> | undefined {
  const revealed = board.all('round').filter((round) => round.fields.collect === 'poll' && round.fields.state === 'revealed')
  const named = revealed.find((round) => round.id === board.one('projector_state')?.fields.object_ref)
  return named ?? revealed.findLast((round) => round.fields.poll === 'mirror')
}
