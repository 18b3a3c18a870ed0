import type { Component } from 'svelte'
import type { BoardState } from '../../engine/board.svelte'

/** Brings a component that stands in a chunk of its own. */
export type Load<Props extends Record<string, unknown> = Record<string, never>> = () => Promise<{ default: Component<Props> }>

/** What several screens show and none of them imports: the page hands it to them. */
export interface Parts {
  map: Load<{ compact?: boolean }>
  journey: Load
  phone: Load
  projector: Load<{ board: BoardState; preview?: boolean }>
  persona: Load<{ open: boolean; onclose: () => void }>
}
