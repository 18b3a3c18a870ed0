import type { BoardState } from '../../engine/board.svelte'
import { screenOf } from './picture'

/** So long stands a page before the next comes by itself: long enough to read five lines aloud. */
const turn = 12_000

/** The page of a picture that never turns by itself, from 0: the one the desk holds, else the first. */
export const pageHeld = (board: BoardState, pages: number): number => Math.min(screenOf(board)?.page ?? 1, Math.max(pages, 1)) - 1

/** What stands on the page that is shown now of a list that shows `most` at a time. */
export function shownNow<T>(board: BoardState, list: readonly T[], most: number, now: number): readonly T[] {
  const pages = Math.ceil(list.length / most)
  const page = pages > 1 ? pageNow(board, pages, now) : 0
  return list.slice(page * most, (page + 1) * most)
}

/** The page that is shown now, from 0: the one the desk holds, else the one whose turn it is. `now` makes it follow the clock. */
export function pageNow(board: BoardState, pages: number, now: number): number {
  const held = screenOf(board)?.page
  if (held) return Math.min(held, pages) - 1
  return Math.floor(now / turn) % Math.max(pages, 1)
}
