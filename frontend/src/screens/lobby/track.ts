import { line, curveBumpX } from 'd3-shape'
import type { Template } from '../../engine/api'

export interface TrackDot {
  x: number
  y: number
  /** Department in front; null = nobody. */
  department: number | null
}

export interface TrackLink {
  d: string
  /** red = the customer is passed on here · dotted = nobody on one of the two ends */
  look: 'plain' | 'red' | 'dotted'
}

interface Box {
  width: number
  top: number
  bottom: number
  inset: number
}

/**
 * One dot per step at the height of its front department: departments stand under each other in the order in which the
 * customer meets them. A step with nobody in front hangs between its neighbours.
 */
export function trackShape(track: Template['track'], { width, top, bottom, inset }: Box): { dots: TrackDot[]; links: TrackLink[] } {
  const met = [...new Set(track.map((step) => step.department).filter((index) => index !== null))]
  const gap = met.length > 1 ? (bottom - top) / (met.length - 1) : 0
  const middle = (top + bottom) / 2
  const level = (index: number) => (met.length > 1 ? top + met.indexOf(index) * gap : middle)
  const pitch = track.length > 1 ? (width - 2 * inset) / (track.length - 1) : 0

  const dots = track.map((step, i): TrackDot => {
    const x = track.length > 1 ? inset + i * pitch : width / 2
    if (step.department !== null) return { x, y: level(step.department), department: step.department }
    const before = track.slice(0, i).findLast((other) => other.department !== null)?.department
    const after = track.slice(i + 1).find((other) => other.department !== null)?.department
    const heights = [before, after].filter((index) => index != null).map(level)
    const y = heights.length ? heights.reduce((sum, height) => sum + height, 0) / heights.length : middle
    return { x, y, department: null }
  })

  const bump = line<TrackDot>()
    .x((dot) => dot.x)
    .y((dot) => dot.y)
    .curve(curveBumpX)
  const links = dots.slice(0, -1).map((dot, i): TrackLink => {
    const next = dots[i + 1] ?? dot
    const nobody = dot.department === null || next.department === null
    return { d: bump([dot, next]) ?? '', look: nobody ? 'dotted' : track[i]?.passedOn ? 'red' : 'plain' }
  })
  return { dots, links }
}
