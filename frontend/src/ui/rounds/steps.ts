import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Leading } from '../../engine/leading.svelte'
import type { Rec } from '../../engine/ops'
import type { Collect } from '../../engine/rounds.svelte'
import { words } from '../../words/words.svelte'
import { explained, noPeople, usualWords } from './desk'
import type { DeskFace } from './face'

/** What the rounds about steps have in common. */

/** The steps of a round, to pass on answers about. */
export const stepItems = (board: BoardState, round: Rec<'round'>): { id: string; title: string }[] =>
  stepsOf(board, round.fields.step_ids ?? []).map((step) => ({ id: step.id, title: words.t.rounds.result.step(step.number, step.title) }))

/** The desk's side of a round about steps. */
export function aboutSteps(collect: Collect, question: (board: BoardState) => string): DeskFace {
  const obstacle = (leading: Leading) => (leading.steps === 0 ? words.t.rounds.desk.noSteps : noPeople(leading, collect))
  return {
    obstacle,
    before: (leading) => explained(collect, obstacle(leading)),
    question,
    ...usualWords,
  }
}
