import { createContext } from 'svelte'
import type { BoardState } from '../board/board.svelte'
import type { MapView } from './view.svelte'

/** What everything on a board page shares. */
export interface Shared {
  readonly board: BoardState
  readonly view: MapView
}

export const [useShared, setShared] = createContext<Shared>()
