import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'

/** A department as the screen draws it. */
export interface Tile {
  pattern: number
  code: string
}

export interface Column {
  id: string
  n: number
  title: string
  channel: string | undefined
  x: number
  width: number
  big: boolean
  front: Tile | undefined
  /** How many tiles lower than the first of the chain this front stands. */
  drop: number
  nobody: boolean
  back: Tile[]
  support: boolean
  /** Whether work crosses the line of visibility here. */
  crosses: boolean
}

export interface PhaseSpan {
  id: string
  title: string
  x: number
  width: number
  big: boolean
}

/** Work or customer that goes from one front to the next, outside the chain. */
export interface Pass {
  from: Column
  to: Column
}

export interface Plan {
  columns: Column[]
  passes: Pass[]
  phases: PhaseSpan[]
  chain: Column[]
  boomerang: boolean
}

/** The drawing area right of the lane names, in px of the 1920 canvas. */
export const area = { left: 300, right: 1824 }

/**
 * The whole journey in one width. The phase we talk about (the spotlight's, else the chain's) gets two thirds of it and words; the
 * others keep number, channel and tile. With few steps nothing needs to shrink.
 */
export function plan(board: BoardState): Plan {
  const phases = board.all('phase').map((phase) => ({ phase, steps: board.hanging(phase.id, 'step') }))
  const filled = phases.filter(({ steps }) => steps.length > 0)
  const total = filled.reduce((sum, { steps }) => sum + steps.length, 0)
  const focus = total > 6 ? focusPhase(board, filled) : undefined
  const chain = board.insight?.chain?.steps ?? []
  const nobody = new Set(board.insight?.nobodyInSight ?? [])
  const columns: Column[] = []
  const spans: PhaseSpan[] = []
  let x = area.left
  let n = 0
  for (const { phase, steps } of filled) {
    const big = focus === undefined ? total <= 6 : phase.id === focus
    const width = columnWidth(total, filled, focus, big)
    spans.push({ id: phase.id, title: phase.fields.title ?? '', x, width: width * steps.length, big })
    for (const step of steps) {
      n++
      columns.push({ ...columnOf(board, step, nobody), n, x, width, big, drop: 0 })
      x += width
    }
  }
  return { columns, phases: spans, passes: passesOf(columns, chain), ...chained(columns, chain) }
}

function focusPhase(board: BoardState, filled: readonly { phase: Rec<'phase'>; steps: readonly Rec<'step'>[] }[]): string | undefined {
  const spotlight = board.one('projector_state')?.fields.spotlight_step_id
  const chain = board.insight?.chain?.steps ?? []
  const holds = (steps: readonly Rec<'step'>[], ids: readonly string[]) => steps.filter((step) => ids.includes(step.id)).length
  const wanted = spotlight ? [spotlight] : chain
  const best = [...filled].sort((a, b) => holds(b.steps, wanted) - holds(a.steps, wanted))[0]
  return best && holds(best.steps, wanted) > 0 ? best.phase.id : undefined
}

/** The width of a column whose tile has letters of 32 px. */
const legible = 86.4

function columnWidth(
  total: number,
  filled: readonly { phase: Rec<'phase'>; steps: readonly unknown[] }[],
  focus: string | undefined,
  big: boolean,
): number {
  const room = area.right - area.left
  const inFocus = filled.find(({ phase }) => phase.id === focus)?.steps.length ?? 0
  if (inFocus === 0 || inFocus === total) return room / total
  // Two thirds, or less where the letters of the others would go below what the back row reads.
  const share = Math.max(inFocus / total, Math.min(0.66, 1 - ((total - inFocus) * legible) / room))
  return big ? (room * share) / inFocus : (room * (1 - share)) / (total - inFocus)
}

function columnOf(board: BoardState, step: Rec<'step'>, nobody: ReadonlySet<string>): Omit<Column, 'n' | 'x' | 'width' | 'big' | 'drop'> {
  const cells = board.hanging(step.id, 'cell')
  const front = tile(board, step.fields.front_department_id)
  const back = cells.filter((cell) => cell.fields.lane === 'back')
  return {
    id: step.id,
    title: step.fields.title ?? '',
    channel: step.fields.channel,
    front,
    nobody: nobody.has(step.id),
    back: back.flatMap((cell) => tile(board, cell.fields.department_id) ?? []).slice(0, 2),
    support: cells.some((cell) => cell.fields.lane === 'support'),
    crosses: front !== undefined && back.some((cell) => cell.fields.department_id !== step.fields.front_department_id),
  }
}

function tile(board: BoardState, id: string | undefined): Tile | undefined {
  const department = id ? board.get(id, 'department') : undefined
  return department ? { pattern: department.fields.pattern ?? 0, code: department.fields.code ?? '' } : undefined
}

/** Neighbours in sight that differ; inside the chain its own line says so. */
function passesOf(columns: readonly Column[], chain: readonly string[]): Pass[] {
  const fronts = columns.filter((column) => column.front)
  return fronts.slice(1).flatMap((to, i) => {
    const from = fronts[i]
    if (!from || from.front?.code === to.front?.code || to.n - from.n > 1) return []
    return chain.includes(from.id) && chain.includes(to.id) ? [] : [{ from, to }]
  })
}

/** Every new department of the chain lands lower; who is seen again climbs back to its first height. */
function chained(columns: Column[], ids: readonly string[]): { chain: Column[]; boomerang: boolean } {
  const chain = columns.filter((column) => ids.includes(column.id) && column.front)
  const seen = new Map<string, number>()
  let boomerang = false
  for (const column of chain) {
    const code = column.front?.code ?? ''
    const before = seen.get(code)
    if (before === undefined) seen.set(code, seen.size)
    else if (chain[chain.indexOf(column) - 1]?.front?.code !== code) boomerang = true
    column.drop = before ?? seen.size - 1
  }
  return { chain, boomerang }
}
