/** Where the curve stands on the 1920 × 1080 canvas: two points up and two down, never fitted to the data. */
export const frame = { left: 359, right: 1824, zero: 482, unit: 141 } as const

export interface Spot {
  index: number
  value: number
  x: number
  y: number
}

export interface Span {
  from: number
  to: number
}

export const columnWidth = (count: number) => (frame.right - frame.left) / Math.max(count, 1)
export const columnX = (index: number, count: number) => frame.left + columnWidth(count) * (index + 0.5)
export const valueY = (value: number) => frame.zero - Math.max(-2, Math.min(2, value)) * frame.unit

/** The scores as points, in runs of neighbours: a line is drawn inside a run and nowhere else. */
export function runs(values: readonly (number | null)[]): Spot[][] {
  const out: Spot[][] = []
  let run: Spot[] = []
  values.forEach((value, index) => {
    if (value !== null) run.push({ index, value, x: columnX(index, values.length), y: valueY(value) })
    else if (run.length) {
      out.push(run)
      run = []
    }
  })
  return run.length ? [...out, run] : out
}

/** The stretches nobody scored, as first and last column. */
export function gapsOf(values: readonly (number | null)[]): Span[] {
  const out: Span[] = []
  values.forEach((value, index) => {
    const last = out.at(-1)
    if (value !== null) return
    if (last && last.to === index - 1) last.to = index
    else out.push({ from: index, to: index })
  })
  return out
}

/** The spots of the lowest and the highest steps, which the insight object names; no highest where all are equal. */
export function extremes(
  spots: readonly Spot[],
  steps: readonly string[],
  ends: { readonly lowestSteps: readonly string[]; readonly highestSteps: readonly string[] } | null | undefined,
): { lowest: Spot[]; highest: Spot[] } {
  const at = (named: readonly string[] = []) => spots.filter((spot) => named.includes(steps[spot.index] ?? ''))
  const lowest = at(ends?.lowestSteps)
  return { lowest, highest: at(ends?.highestSteps).filter((spot) => !lowest.includes(spot)) }
}

/** How wide “Laagst −1,3” is, with air around it. */
const wordWidth = 280

/** Those whose words do not lie over the words of the one before. */
export function apart(spots: readonly Spot[]): Spot[] {
  const out: Spot[] = []
  for (const spot of spots) if (spot.x - (out.at(-1)?.x ?? -wordWidth) >= wordWidth) out.push(spot)
  return out
}

export interface Label {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

/** The word of the highest point: above it, inside the picture. */
export function highLabel(spot: Spot): Label {
  return { x: inside(spot.x), y: spot.y - 42, anchor: 'middle' }
}

/** The word of the lowest point: below it, or beside it where the step numbers begin, on the side whose line leaves fastest. */
export function lowLabel(spot: Spot, before: Spot | undefined, after: Spot | undefined): Label {
  if (spot.y < frame.zero + 1.4 * frame.unit) return { x: inside(spot.x), y: spot.y + 72, anchor: 'middle' }
  const rise = (next: Spot | undefined) => (next ? spot.y - next.y : Infinity)
  const left = spot.x > frame.left + 320 && (rise(before) >= rise(after) || spot.x > frame.right - 320)
  return left ? { x: spot.x - 40, y: spot.y + 14, anchor: 'end' } : { x: spot.x + 40, y: spot.y + 14, anchor: 'start' }
}

const inside = (x: number) => Math.max(frame.left + 130, Math.min(frame.right - 130, x))
