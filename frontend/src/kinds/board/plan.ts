import { limits } from '../../engine/limits.gen'
import type { Rec } from '../../engine/ops'

/** How long an agenda takes as it is planned, in minutes; what was skipped takes none. */
export function agendaMinutes(items: readonly Rec<'agenda_item'>[]): number {
  return items.filter((item) => item.fields.state !== 'skipped').reduce((sum, item) => sum + (item.fields.minutes ?? 0), 0)
}

/** What is wrong with the length of an agenda, which is never refused: somebody may be halfway through changing it. */
export function lengthOf(minutes: number): 'short' | 'long' | 'fine' {
  const { min, max } = limits.board.minutes
  return minutes < min ? 'short' : minutes > max ? 'long' : 'fine'
}
