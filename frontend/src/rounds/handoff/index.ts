import type { BoardState } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import type { Rec } from '../../engine/ops'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople, onScale, usualWords } from '../../ui/rounds/desk'
import { words } from '../../words/words.svelte'

/** The points of the scale, the lowest first. */
export const points = [-2, -1, 0, 1, 2]

/** The hand-offs of a round that are still on the map. */
export const handoffsIn = (board: BoardState, round: Rec<'round'>): Rec<'handoff'>[] =>
  (round.fields.handoff_ids ?? []).flatMap((id) => board.get(id, 'handoff') ?? [])

/** From whom to whom: the departments of a hand-off that are still there. */
export const sidesOf = (board: BoardState, handoff: Rec<'handoff'>): Rec<'department'>[] =>
  [handoff.fields.from_department_id, handoff.fields.to_department_id].flatMap((id) => board.get(id ?? '', 'department') ?? [])

/** What is handed over, and at which step it arrives. */
export const whatOf = (board: BoardState, handoff: Rec<'handoff'>): string =>
  words.t.rounds.handoff.what(
    words.label('handoff', 'kind', handoff.fields.kind ?? ''),
    board.get(handoff.fields.step_id ?? '', 'step')?.fields.title ?? '',
  )

/** Both in one line. */
export const fromTo = (board: BoardState, handoff: Rec<'handoff'>): string =>
  `${sidesOf(board, handoff)
    .map((side) => side.fields.name ?? '')
    .join(' → ')}: ${whatOf(board, handoff)}`

function obstacle(leading: Leading): string {
  const some = leading.board.all('handoff').some((handoff) => handoff.fields.confirmed)
  return some ? noPeople(leading, 'handoff') : words.t.rounds.handoff.none
}

const question = () => words.question('handoff_vote', 'value')

/** How each hand-off goes, as both departments say it: the two sides stand beside each other. */
export const handoff: RoundFace = {
  ask: () => import('./ScoreHandoffs.svelte'),
  result: () => import('./HandoffsResult.svelte'),
  title: question,
  instruction: question,
  asked: (board, round) => ({
    question: question(),
    how: words.t.rounds.handoff.how(handoffsIn(board, round).length),
    hidden: words.t.projector.answersHidden,
  }),
  desk: {
    obstacle,
    before: (leading) => explained('handoff', obstacle(leading)),
    question,
    named: true,
    ...usualWords,
  },
  passing: {
    items: (board, round) => handoffsIn(board, round).map((one) => ({ id: one.id, title: fromTo(board, one) })),
    options: (board, round) =>
      onScale(points, (handoff_id, to, answer) => board.passOn('handoff_vote', { round_id: round.id, handoff_id, ...answer }, to)),
  },
}
