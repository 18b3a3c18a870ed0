import type { BoardState } from './board.svelte'

export interface StepInJourney {
  id: string
  /** Its place in the whole journey, from 1. */
  number: number
  title: string
  action: string
}

/** The steps of a list in the order of the journey. */
export function stepsOf(board: BoardState, ids?: readonly string[]): StepInJourney[] {
  const all = board
    .all('phase')
    .flatMap((phase) => board.hanging(phase.id, 'step'))
    .map((step, i) => ({ id: step.id, number: i + 1, title: step.fields.title ?? '', action: step.fields.customer_action ?? '' }))
  return ids ? all.filter((step) => ids.includes(step.id)) : all
}

/** The place of a step in the journey, from 1; 0 when it is not there. */
export function stepNumber(board: BoardState, id: string | undefined): number {
  let n = 0
  for (const phase of board.all('phase')) {
    for (const step of board.hanging(phase.id, 'step')) {
      n++
      if (step.id === id) return n
    }
  }
  return 0
}
