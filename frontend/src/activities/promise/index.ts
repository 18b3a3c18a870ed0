import type { BoardState } from '../../engine/board.svelte'
import { stepsOf, type StepInJourney } from '../../engine/journey'
import type { FieldsOf } from '../../engine/records.gen'
import type { ActivityFace } from '../../ui/activities/face'

export type Kept = NonNullable<FieldsOf['step']['promise_kept']>

export interface Judged extends StepInJourney {
  kept: Kept | undefined
}

/** Every step with what was judged of the promise there. */
export const judgedSteps = (board: BoardState): Judged[] =>
  stepsOf(board).map((step) => ({ ...step, kept: board.get(step.id, 'step')?.fields.promise_kept }))

/** What we promise the customer, and step by step whether we keep it. */
export const promise: ActivityFace = {
  page: () => import('./PromisePage.svelte'),
  desk: () => import('./PromisePage.svelte'),
  picture: {
    load: () => import('./PromiseView.svelte'),
    any: (board) => !!board.one('journey')?.fields.promise_text,
  },
}
