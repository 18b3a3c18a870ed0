import type { Rec } from '../../engine/ops'
import type { ClockFace } from '../../engine/clock.svelte'

/** When each planned item starts if all goes as said from now on, and what that makes of the end. */
export interface Times {
  starts: ReadonlyMap<string, number>
  /** Unix milliseconds; 0 when everything is done. */
  end: number
  /** Minutes later than the agenda's own minutes would have it; never negative. */
  late: number
  /** Planned items that were passed over by starting a later one: they have no time, and are not in the end. */
  passed: { items: number; minutes: number }
}

const minute = 60000

const isPlanned = (item: Rec<'agenda_item'>) => item.fields.state === 'planned'

/** now: the moment from which the agenda counts; before the workshop that is when it is planned to start. */
export function timesOf(items: readonly Rec<'agenda_item'>[], time: ClockFace | null, now: number): Times {
  const running = items.find((item) => item.fields.state === 'running')
  const reached = running ? items.indexOf(running) : 0
  const left = items.slice(0, reached).filter(isPlanned)
  const planned = items.slice(reached).filter(isPlanned)
  const passed = { items: left.length, minutes: left.reduce((sum, item) => sum + (item.fields.minutes ?? 0), 0) }
  let at = now + Math.max(running ? (time?.leftMs ?? 0) : 0, 0)
  const starts = new Map<string, number>()
  for (const item of planned) {
    starts.set(item.id, at)
    at += (item.fields.minutes ?? 0) * minute
  }
  if (!running && planned.length === 0) return { starts, end: 0, late: 0, passed }
  return { starts, end: at, late: Math.max(Math.round(behind(items, running, time) / minute), 0), passed }
}

/** How much longer the finished items took, and how far the running one is over its time. */
function behind(items: readonly Rec<'agenda_item'>[], running: Rec<'agenda_item'> | undefined, time: ClockFace | null): number {
  const done = items.filter((item) => item.fields.state === 'done')
  const longer = done.reduce((sum, item) => sum + ((item.fields.actual_minutes ?? 0) - (item.fields.minutes ?? 0)) * minute, 0)
  return longer + (running && time && time.leftMs < 0 ? -time.leftMs : 0)
}
