import { createContext } from 'svelte'
import type { BoardState } from '../engine/board.svelte'
import type { MapView } from './map/view.svelte'

/** What everything on a board page shares. */
export interface Shared {
  readonly board: BoardState
  readonly view: MapView
}

export const [useShared, setShared] = createContext<Shared>()
