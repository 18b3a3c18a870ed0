import { knownZone, momentOf, wallOf } from '../../engine/zoned'

/** The clocks by which the day of a talk counts: the board's, as for the workshop itself. */
export const zoneFor = (named: string | undefined): string => knownZone(named) ?? 'Europe/Amsterdam'

/** The day of a moment, as a calendar writes it; '' = none. */
export function dayAt(moment: string | undefined, zone: string): string {
  const at = Date.parse(moment ?? '')
  return Number.isNaN(at) ? '' : wallOf(at, zone).date
}

/** A talk has a day and no hour: noon stands for it. null = no day. */
export function noonOf(day: string | null, zone: string): string | null {
  const at = day ? momentOf({ date: day, time: '12:00' }, zone) : null
  return at === null ? null : new Date(at).toISOString()
}
