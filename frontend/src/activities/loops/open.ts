import type { BoardState } from '../../engine/board.svelte'
import { todayHere } from '../../engine/days'
import { isOver } from '../../engine/may'
import type { Rec } from '../../engine/ops'
import { byUrgency, standingOf } from '../../ui/fixes/standing'

/** Whether people come back to what they agreed: the workshop is over, it is a later session, or it stands on the agenda. */
export function comesBack(board: BoardState): boolean {
  const planned = board.all('agenda_item').some((item) => item.fields.projector_view === 'loops' && item.fields.state === 'running')
  return isOver(board) || !!board.one('board')?.fields.series_id || planned
}

/** The fixes that are on the list, put away or not written yet aside. */
export const listed = (board: BoardState, today = todayHere(board)): Rec<'fix'>[] =>
  board.shown('fix').filter((fix) => !!fix.fields.text && standingOf(fix, today) !== 'out')

/** What is still to be done, the most urgent first. */
export function openLoops(board: BoardState): Rec<'fix'>[] {
  const today = todayHere(board)
  return listed(board, today)
    .filter((fix) => standingOf(fix, today) !== 'done')
    .sort(byUrgency(today))
}

/** So many stand below each other on the screen in the room. */
export const loopsOnPage = 5

export const loopPages = (board: BoardState): number => Math.max(1, Math.ceil(openLoops(board).length / loopsOnPage))
