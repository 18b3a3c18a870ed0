import type { Insight, InsightPoint } from '../../engine/insight.gen'
import type { Column } from '../../ui/board/layout'

/** Where the scale of the lane stands, px: two points up and two down, never fitted to the scores; below it one line of words. */
export const scale = { height: 92, zero: 46, unit: 21 } as const

export const yOf = (value: number) => scale.zero - Math.max(-2, Math.min(2, value)) * scale.unit

/** What one department finds of a step. */
export interface Voice {
  department: string
  mean: number
  y: number
}

/** One column of the lane. */
export interface Spot {
  index: number
  step: string
  x: number
  /** null where nobody scored: the line stops there. */
  point: InsightPoint | null
  y: number | null
  /** Lowest first, equals in the order of the departments. */
  voices: Voice[]
  /** How far the departments are apart, where two of them answered. */
  gap: number | null
  /** Wide enough, and told by enough people, to talk about. */
  alert: boolean
  end: 'lowest' | 'highest' | ''
}

export interface Lane {
  spots: Spot[]
  /** The widest difference, when it is worth a talk. */
  widest: (Spot & { low: Voice; high: Voice; gap: number }) | null
  /** Stretches without scores, as first and last column. */
  silent: { from: number; to: number }[]
  /** What customers in the room find, in runs of neighbours. */
  guests: { x: number; y: number; n: number }[][]
  /** The most people that scored one step. */
  most: number
}

/** Lays the insight object out over the columns of the map; it works out places, no numbers. null before anybody scored. */
export function layLane(insight: Insight | null, columns: readonly Column[], width: number, order: readonly string[]): Lane | null {
  if (!insight || insight.curve.length === 0) return null
  const spots = columns.map((column) => spotOf(insight, column, width, order))
  const first = insight.gaps[0]
  const wide = first?.alert ? spots.find((spot) => spot.step === first.step) : undefined
  const voice = (id: string | undefined) => wide?.voices.find((one) => one.department === id)
  const low = voice(first?.low)
  const high = voice(first?.high)
  return {
    spots,
    widest: wide && low && high && first ? { ...wide, low, high, gap: first.gap } : null,
    silent: stretches(spots),
    guests: guestLine(spots),
    most: Math.max(0, ...insight.curve.map((point) => point.n)),
  }
}

function spotOf(insight: Insight, column: Column, width: number, order: readonly string[]): Spot {
  const found = insight.curve.find((point) => point.step === column.step && column.step !== '')
  const gap = insight.gaps.find((one) => one.step === column.step)
  const ends = insight.peakEnd
  const one = ends?.lowestStep === ends?.highestStep
  const among = (steps: readonly string[]) => steps.includes(column.step)
  return {
    index: column.index,
    step: column.step,
    x: (column.index + 0.5) * width,
    point: found ?? null,
    y: found?.mean == null ? null : yOf(found.mean),
    voices: Object.entries(found?.byDepartment ?? {})
      .map(([department, mean]) => ({ department, mean, y: yOf(mean) }))
      .sort((a, b) => a.mean - b.mean || order.indexOf(a.department) - order.indexOf(b.department)),
    gap: gap?.gap ?? null,
    alert: gap?.alert ?? false,
    end: !ends || one || column.step === '' ? '' : among(ends.lowestSteps) ? 'lowest' : among(ends.highestSteps) ? 'highest' : '',
  }
}

function stretches(spots: readonly Spot[]): Lane['silent'] {
  const out: Lane['silent'] = []
  for (const spot of spots) {
    if (spot.y !== null || spot.step === '') continue
    const last = out.at(-1)
    if (last?.to === spot.index - 1) last.to = spot.index
    else out.push({ from: spot.index, to: spot.index })
  }
  return out
}

function guestLine(spots: readonly Spot[]): Lane['guests'] {
  const out: Lane['guests'] = []
  let before = -2
  for (const spot of spots) {
    const guests = spot.point?.guests
    if (!guests) continue
    const one = { x: spot.x, y: yOf(guests.mean), n: guests.n }
    if (spot.index === before + 1) out.at(-1)?.push(one)
    else out.push([one])
    before = spot.index
  }
  return out
}
