import type { BoardState } from '../../engine/board.svelte'
import { stepsOf, type StepInJourney } from '../../engine/journey'
import { screenOf } from '../../ui/projector/picture'

/** The journey from its end: the steps that were reached, the last of them first, and which comes next. */
export interface Walk {
  end: string
  reached: readonly StepInJourney[]
  /** Where the room is; undefined = the journey has no steps. */
  now: StepInJourney | undefined
  /** What lies before it, and what was before this. */
  earlier: StepInJourney | undefined
  later: StepInJourney | undefined
}

/** Everybody walks along with the screen in the room, which names the step; without one they are at the last. */
export function walkOf(board: BoardState): Walk {
  const steps = stepsOf(board).reverse()
  const screen = screenOf(board)
  const named = screen?.view === 'backwards' ? steps.findIndex((step) => step.id === screen.object_ref) : -1
  const at = Math.max(0, named)
  return {
    end: board.one('journey')?.fields.end_moment ?? '',
    reached: steps.slice(0, at + 1),
    now: steps[at],
    earlier: steps[at + 1],
    later: steps[at - 1],
  }
}

/** What people said had to happen before a step. */
export const notesAt = (board: BoardState, step: string) =>
  board.all('note').filter((note) => note.fields.step_id === step && !!note.fields.text)
