/** Today as 2026-11-24, in the time zone of this device. */
export function today(now = new Date()): string {
  return inDays(0, now)
}

/** A day so many days from now, as 2026-12-08. */
export function inDays(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}
