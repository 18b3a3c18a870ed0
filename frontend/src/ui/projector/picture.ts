import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import type { Load } from '../board/parts'

/** One picture on the screen in the room. */
export interface Picture {
  load: Load<{ board: BoardState; preview?: boolean }>
  /** The one small fact of the rail: how many, so that small numbers are seen as small; '' = none. */
  fact?: (board: BoardState) => string
  /** Whether there is something to show; absent = always. */
  any?: (board: BoardState) => boolean
  /** How many pages it has; absent = one. */
  pages?: (board: BoardState) => number
  /** Its pages turn when the desk turns them, and never by themselves. */
  still?: true
  /** Says its fact also while the question of an open round takes its place. */
  factFirst?: true
  /** Shows the workshop's clock itself, large. */
  ownClock?: true
  /** Another picture of the same view, where the screen names it. */
  half?: (board: BoardState) => Picture | undefined
}

/** How many people stand behind a picture. */
export const scored = (n: number): string => (n ? words.t.projector.scored(n) : '')

/** What the screen in the room shows now. */
export const screenOf = (board: BoardState) => board.one('projector_state')?.fields
