import { createContext } from 'svelte'
import type { BoardState } from '../../engine/board.svelte'
import type { Parts } from './parts'
import type { MapView } from './view.svelte'

/** What everything on a board page shares. */
export interface Shared {
  readonly board: BoardState
  readonly view: MapView
  readonly parts: Parts
}

export const [useShared, setShared] = createContext<Shared>()
