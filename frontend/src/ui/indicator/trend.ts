import type { InsightMeasured as Measured } from '../../engine/insight.gen'
import type { Rec } from '../../engine/ops'
import { counted } from './score'

/** A measurement at its place in a drawing of 640 × 240. */
export interface TrendPoint {
  key: string
  one: Measured
  x: number
  y: number
  low?: number
  high?: number
  /** Its day stands below it; of days close together only the first. */
  dated: boolean
}

const left = 40
const right = 600
const top = 40
const bottom = 200
/** Two days of so many units apart can both be read. */
const apart = 60

/** The line of a number over its measurements; undefined with fewer than two that may be told as a number. */
export function trendOf(series: readonly Measured[], f: Rec<'indicator'>['fields']): { points: TrendPoint[]; target?: number } | undefined {
  const told = series.filter((one) => !counted(one))
  const days = told.map((one) => Date.parse(one.date))
  const [from, to] = [Math.min(...days), Math.max(...days)]
  if (told.length < 2) return undefined
  const values = told.flatMap((one) => [one.value, one.low ?? one.value, one.high ?? one.value])
  if (f.target_value !== undefined) values.push(f.target_value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const y = (value: number) => (most === least ? (top + bottom) / 2 : bottom - ((value - least) / (most - least)) * (bottom - top))
  // Measured on one day: side by side in their order.
  const x = (i: number) =>
    to === from ? left + ((right - left) * i) / (told.length - 1) : left + (((days[i] ?? from) - from) / (to - from)) * (right - left)
  let last = -apart
  const points = told.map((one, i): TrendPoint => {
    const at = x(i)
    const dated = at - last >= apart
    if (dated) last = at
    const ends = one.low === null || one.high === null ? {} : { low: y(one.low), high: y(one.high) }
    return { key: `${one.date} ${String(i)}`, one, x: at, y: y(one.value), dated, ...ends }
  })
  return { points, ...(f.target_value !== undefined && { target: y(f.target_value) }) }
}
