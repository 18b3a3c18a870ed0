import type { FieldsOf } from '../../engine/records.gen'
import { rounded } from '../../words/round'

/** Resting sizes of the map in px at 100 %. Rows grow with their content; these never shrink. */
export const sizes = { column: 144, widest: 208, head: 112, rail: 32, tail: 132, gutter: 8, interaction: 54, curve: 112 } as const

/** The rows in which something can have the focus, from top to bottom. */
export const rows = ['phase', 'head', 'experience', 'notes', 'channel', 'customer', 'front', 'back', 'support'] as const
export type RowName = (typeof rows)[number]

/** One column: a step, or the place of a phase that has none yet. */
export interface Column {
  key: string
  /** '' where the phase has no step yet. */
  step: string
  phase: string
  /** Number of the step, 0 where there is none. */
  n: number
  index: number
  first: boolean
  last: boolean
  /** How many steps of a folded phase it stands for; 0 = it is a step, or the place of one. */
  folded: number
}

export interface PhaseSteps {
  id: string
  steps: readonly string[]
}

/**
 * Lays the steps of all phases side by side. A phase without steps keeps one place, so that it can be filled; one that is folded has one
 * for all its steps, which keep their numbers.
 */
export function layColumns(phases: readonly PhaseSteps[], isFolded: (phase: string) => boolean = () => false): Column[] {
  const columns: Column[] = []
  let n = 0
  for (const phase of phases) {
    if (phase.steps.length && isFolded(phase.id)) {
      n += phase.steps.length
      columns.push(place(`folded-${phase.id}`, phase, columns.length))
      continue
    }
    const steps = phase.steps.length ? phase.steps : ['']
    steps.forEach((step, at) => {
      columns.push({
        key: step || `empty-${phase.id}`,
        step,
        phase: phase.id,
        n: step ? ++n : 0,
        index: columns.length,
        first: at === 0,
        last: at === steps.length - 1,
        folded: 0,
      })
    })
  }
  return columns
}

const place = (key: string, { id: phase, steps }: PhaseSteps, index: number): Column => ({
  key,
  step: '',
  phase,
  n: 0,
  index,
  first: true,
  last: true,
  folded: steps.length,
})

/** Columns share spare width up to a limit; they never get narrower than at rest. */
export function columnWidth(columns: number, viewport: number): number {
  if (columns === 0) return sizes.column
  const fit = Math.floor((viewport - sizes.head - sizes.tail) / columns)
  return Math.max(sizes.column, Math.min(sizes.widest, fit))
}

/** The zoom at which everything fits the width, between 40 % and 100 %. */
export function fitZoom(columns: number, viewport: number): number {
  const whole = sizes.head + columns * sizes.column + sizes.rail
  return Math.max(0.4, Math.min(1, Math.floor((viewport / whole) * 100) / 100))
}

export const zooms = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

/** The next stop of the zoom in a direction. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  if (by > 0) return zooms.find((z) => z > zoom + 0.001) ?? 2
  return [...zooms].reverse().find((z) => z < zoom - 0.001) ?? 0.5
}

export interface Bounce {
  x: number
  n: number
}

export interface ChainShape {
  path: string
  /** Where it lands, on the top edge of the front cells. */
  landings: number[]
  bounces: Bounce[]
  /** The last landing, where an arrow or a dot stands. */
  end: number
}

/** How high the line rises above its landing; the number rings stand at this height. */
const rise = 50

/** One line that bounces over the columns of a chain; null when it has no two landings. y = 0 is the top of the row. */
export function chainShape(indexes: readonly number[], width: number, bottom: number = sizes.interaction): ChainShape | null {
  if (indexes.length < 2) return null
  const xs = indexes.map((index) => (index + 0.5) * width)
  const [start = 0, ...rest] = xs
  const control = bottom - rise / 0.75
  let path = `M${round(start)} ${bottom}`
  const bounces: Bounce[] = []
  let from = start
  for (const to of rest) {
    const lean = (to - from) * 0.2
    path += `C${round(from + lean)} ${round(control)} ${round(to - lean)} ${round(control)} ${round(to)} ${bottom}`
    bounces.push({ x: (from + to) / 2, n: bounces.length + 1 })
    from = to
  }
  return { path, landings: xs.slice(0, -1), bounces, end: from }
}

const round = (x: number) => Math.round(x * 10) / 10

/** Columns in sight and out of sight, for the index rail. */
export function hiddenRight(columns: number, width: number, zoom: number, scrollLeft: number, viewport: number): number[] {
  const hidden: number[] = []
  for (let i = 0; i < columns; i++) {
    const middle = (sizes.head + (i + 0.5) * width) * zoom
    if (middle > scrollLeft + viewport) hidden.push(i)
  }
  return hidden
}

/** The name of a department on the map: whole words, together at most eighteen letters; the full name is in the title and spoken. */
export function shortName(name: string, most = 18): string {
  if (name.length <= most) return name
  const kept: string[] = []
  for (const word of name.split(' ')) {
    if (kept.length && [...kept, word].join(' ').length > most) break
    kept.push(word)
  }
  while (kept.length > 1 && /^(en|of|van|voor|de|het|and|or|of|for|the|&|\/|-)$/i.test(kept.at(-1) ?? '')) kept.pop()
  return kept.join(' ')
}

/** What is needed of a column to draw its hand-offs. */
export interface FrontBack {
  front: string | undefined
  backs: readonly string[]
  handoffs: readonly { from: string | undefined; to: string | undefined; kind: string | undefined }[]
}

/** Work that crosses the line of visibility in a step, and which way it goes. */
export function crossing(column: FrontBack): { up: boolean; information: boolean } | null {
  const { front } = column
  if (!front) return null
  const others = column.backs.filter((dept) => dept && dept !== front)
  if (others.length === 0) return null
  const up = column.handoffs.find((h) => h.to === front && !!h.from && others.includes(h.from))
  const down = column.handoffs.find((h) => h.from === front && !!h.to && others.includes(h.to))
  return { up: !!up && !down, information: (up ?? down)?.kind === 'information' }
}

/** 12 min · 3 h · 9 days: the shortest true unit. */
export function waitParts(minutes: number): { unit: 'min' | 'hours' | 'days'; n: number } {
  if (minutes >= 1440) return { unit: 'days', n: rounded(minutes / 1440, 1) }
  if (minutes >= 120) return { unit: 'hours', n: rounded(minutes / 60, 1) }
  return { unit: 'min', n: minutes }
}

export type Channel = NonNullable<FieldsOf['step']['channel']>
export const channels = [
  'phone',
  'web',
  'app',
  'mail',
  'chat',
  'letter',
  'sms',
  'on_site',
  'bank',
  'word_of_mouth',
  'none',
] as const satisfies readonly Channel[]
