import type { BoardState } from './board.svelte'
import { wallOf } from './zoned'

const iso = (year: number, month: number, day: number) =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Today as 2026-11-24 by the clock of this device, where there is no board to go by. */
export function today(now = new Date()): string {
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Today as 2026-12-14 on the calendar of a workshop, by the server's clock. */
export const todayOn = (board: BoardState, zone: string | undefined): string => dayIn(board.now(), zone)

/** The same of a workshop that is known as its record. */
export const todayHere = (board: BoardState): string => todayOn(board, board.one('board')?.fields.time_zone)

/** The day of a moment in ms, on the calendar of a zone. */
export const dayIn = (at: number, zone: string | undefined): string => wallOf(at, zone ?? 'Europe/Amsterdam').date

/** The day so many days behind another, both as 2026-12-08. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return iso(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}
