import { dateFormat } from './formats'

/** Wall clocks of a time zone. A workshop is planned in the board's zone, whatever the zone of the laptop it is planned on. */

export interface Wall {
  /** 2026-12-03 */
  date: string
  /** 13:00 */
  time: string
}

/** A zone this browser knows; undefined for another, which is then read as the browser's own. */
export function knownZone(zone: string | undefined): string | undefined {
  try {
    return zone && dateFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** What a clock on the wall of that zone shows at a moment. */
export function wallOf(at: number, zone: string): Wall {
  const parts = dateFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** The moment at which a clock in that zone shows this; null when it never does, as in the hour that is skipped in spring. */
export function momentOf(wall: Wall, zone: string): number | null {
  const asUTC = Date.parse(`${wall.date}T${wall.time}:00Z`)
  if (Number.isNaN(asUTC)) return null
  // The offset of a zone is found by trying: before and after a change of the clock it differs by an hour.
  for (const guess of [asUTC, asUTC - 3_600_000, asUTC + 3_600_000]) {
    const shown = wallOf(guess, zone)
    const at = guess - (Date.parse(`${shown.date}T${shown.time}:00Z`) - asUTC)
    const check = wallOf(at, zone)
    if (check.date === wall.date && check.time === wall.time) return at
  }
  return null
}
