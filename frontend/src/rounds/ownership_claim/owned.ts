import type { BoardState } from '../../engine/board.svelte'
import type { InsightOwnedStep } from '../../engine/insight.gen'

/** In the order in which they are talked about. */
const order = ['unowned', 'contested', 'unknown', 'clear']

/** Rows that are read from the back of a room. */
const most = 5

/** The steps on pages of the screen, as full as each other: a last page with one row is a desert. */
export function ownedPages(board: BoardState): InsightOwnedStep[][] {
  const steps = board.insight?.ownership?.steps ?? []
  const rows = order.flatMap((state) => steps.filter((step) => step.state === state))
  const pages = Math.max(Math.ceil(rows.length / most), 1)
  const each = Math.ceil(rows.length / pages)
  return Array.from({ length: pages }, (_, page) => rows.slice(page * each, (page + 1) * each))
}
