import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Leading } from '../../engine/leading.svelte'
import type { Rec } from '../../engine/ops'
import type { Collect } from '../../engine/rounds.svelte'
import { words } from '../../words/words.svelte'
import type { Before, DeskFace } from './face'

/** What the rounds about steps have in common. */

/** The steps of a round, to pass on answers about. */
export const stepItems = (board: BoardState, round: Rec<'round'>): { id: string; title: string }[] =>
  stepsOf(board, round.fields.step_ids ?? []).map((step) => ({ id: step.id, title: words.t.rounds.result.step(step.number, step.title) }))

/** Without people there is nobody to ask. */
export const noPeople = (leading: Leading, collect: Collect): string =>
  leading.answerers(collect).length === 0 ? words.t.rounds.desk.noPeople : ''

/** Before it opens: what it is, and in place of the button why it cannot. */
export function explained(collect: Collect, obstacle: string): Before {
  return { lines: [words.t.rounds.desk.about[collect]], below: obstacle, amber: true }
}

/** The desk's side of a round about steps. */
export function aboutSteps(collect: Collect, question: (board: BoardState) => string): DeskFace {
  const r = () => words.t.rounds.desk
  const obstacle = (leading: Leading) => (leading.steps === 0 ? r().noSteps : noPeople(leading, collect))
  return {
    obstacle,
    before: (leading) => explained(collect, obstacle(leading)),
    question,
    reveal: () => words.t.stage.reveal,
    blind: () => r().blind,
    cancel: () => r().cancelSure,
    again: () => r().again,
  }
}
