import type { BoardState } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import type { Load } from '../board/parts'
import type { Picture } from '../projector/picture'

/** A row of the map between the heads of the steps and the foot. */
export type Lane = 'notes' | 'channel' | 'customer' | 'front' | 'back' | 'support'

/** All that the screens need to know of one activity; `activities/registry.ts` has one for each. What is large is loaded when shown. */
export interface ActivityFace {
  /** Where participants do it: a tab of its own while it runs; absent = on the map, or where its round is answered. */
  page?: Load<{ board: BoardState }>
  /** Where people are brought when it starts, without a page of its own; absent = to its question, and to its round once that opens. */
  home?: 'map' | 'fixes'
  /** What the facilitator needs while it runs: a page of its own in the middle of the desk. */
  desk?: Load<{ board: BoardState; leading: Leading; onimport?: (() => void) | undefined }>
  /** What the screen in the room draws for its view; absent = what `screens/projector/views.ts` says. */
  picture?: Picture
  /** The lanes of the map that it is about. */
  lanes?: readonly Lane[]
  /** It is about the journey of one customer: who that is should be known before. */
  customer?: true
  /** The workshop ends with it. */
  last?: true
}
