import { area, curveMonotoneX, line } from 'd3-shape'

/** One step on the curve, in px; y is null where nobody scored. */
export interface CurvePoint {
  index: number
  value: number | null
  x: number
  y: number | null
}

export interface CurveShape {
  points: CurvePoint[]
  /** The line, broken where a score is missing: no dash, no guess. */
  line: string
  /** The area between line and zero; clip it above and below zero for the two tints. */
  fill: string
  zero: number
  /** Every point as low as the lowest, and as high as the highest. */
  lowest: CurvePoint[]
  highest: CurvePoint[]
}

export interface CurveFrame {
  width: number
  height: number
  /** Room left and right of the first and last step, px. */
  inset?: number
  /** Room above and below the scale, px. */
  pad?: number
  /** Largest value of the scale; always symmetrical and never fitted to the data, so that a small wave looks small. */
  range?: number
}

/** Means that differ less than this are the same, as on the server. */
const tolerance = 1e-9

/** Lays values out over the width. Equal values are lowest and highest together. */
export function curveShape(values: readonly (number | null)[], frame: CurveFrame): CurveShape {
  const { width, height, inset = 0, pad = 0, range = 2 } = frame
  const pitch = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0
  const zero = height / 2
  const unit = (height / 2 - pad) / range
  const points = values.map((value, index): CurvePoint => ({
    index,
    value,
    x: values.length > 1 ? inset + index * pitch : width / 2,
    y: value === null ? null : zero - Math.max(-range, Math.min(range, value)) * unit,
  }))
  const drawn = (point: CurvePoint) => point.y !== null
  const known = values.filter((value) => value !== null)
  const as = (end: number) => points.filter((point) => point.value !== null && Math.abs(point.value - end) <= tolerance)
  return {
    points,
    zero,
    line:
      line<CurvePoint>()
        .defined(drawn)
        .x((p) => p.x)
        .y((p) => p.y ?? zero)
        .curve(curveMonotoneX)(points) ?? '',
    fill:
      area<CurvePoint>()
        .defined(drawn)
        .x((p) => p.x)
        .y0(zero)
        .y1((p) => p.y ?? zero)
        .curve(curveMonotoneX)(points) ?? '',
    lowest: as(Math.min(...known)),
    highest: as(Math.max(...known)),
  }
}

/** How wide “laagste −1,3” is, with air around it. */
const wordWidth = 84

/** Keeps the words of a point inside the picture. */
export const anchorOf = (x: number, width: number) => (x < 60 ? 'start' : x > width - 60 ? 'end' : 'middle')

/** Points whose words do not lie over those of the one before; the ring of the others says the same. */
export function apart(ends: readonly CurvePoint[], width: number): CurvePoint[] {
  const left = { start: 0, middle: wordWidth / 2, end: wordWidth }
  let taken = -Infinity
  return ends.filter(({ x }) => {
    const from = x - left[anchorOf(x, width)]
    if (from < taken) return false
    taken = from + wordWidth
    return true
  })
}
