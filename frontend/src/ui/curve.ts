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
  lowest: CurvePoint | null
  highest: CurvePoint | null
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

/** Lays values out over the width. Equal values: the earlier step is named lowest or highest. */
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
  const pick = (better: (a: number, b: number) => boolean) =>
    points.reduce<CurvePoint | null>(
      (best, point) => (point.value !== null && (best?.value == null || better(point.value, best.value)) ? point : best),
      null,
    )
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
    lowest: pick((a, b) => a < b),
    highest: pick((a, b) => a > b),
  }
}
