import type { Rec } from '../../engine/ops'

/** How long an agenda takes as it is planned, in minutes; what was skipped takes none. */
export function agendaMinutes(items: readonly Rec<'agenda_item'>[]): number {
  return items.filter((item) => item.fields.state !== 'skipped').reduce((sum, item) => sum + (item.fields.minutes ?? 0), 0)
}
