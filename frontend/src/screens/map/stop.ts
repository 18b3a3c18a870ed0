import type { RowName } from '../../ui/board/layout'

/** What makes an element a place for the focus on the map; one of them at a time is in the tab order (see gridkeys.ts). */
export function stop(row: RowName, col: number, i = 0, id?: string) {
  return { 'data-stop': row, 'data-col': col, 'data-i': i, 'data-id': id, tabindex: -1 } as const
}
