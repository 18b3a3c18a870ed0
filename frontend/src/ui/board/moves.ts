import { rows, type PhaseSteps, type RowName } from './layout'

/** Something on the map that can have the focus. */
export interface Stop {
  row: RowName
  col: number
  /** Place among the stops of one cell. */
  i: number
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

export const isArrow = (key: string): key is Arrow => /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key)

/** Where an arrow leads: sideways to the neighbour column that has this row, up and down through a column. */
export function nextStop<S extends Stop>(stops: readonly S[], from: S, key: Arrow): S | undefined {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
      return vertical(stops, from, key === 'ArrowDown' ? 1 : -1)
    case 'Home':
    case 'End': {
      const line = stops.filter((stop) => stop.row === from.row).sort(byColumn)
      return key === 'Home' ? line[0] : line.at(-1)
    }
    default:
      return horizontal(stops, from, key === 'ArrowRight' ? 1 : -1)
  }
}

function vertical<S extends Stop>(stops: readonly S[], from: S, by: 1 | -1): S | undefined {
  const column = stops.filter((stop) => stop.col === from.col).sort((a, b) => rows.indexOf(a.row) - rows.indexOf(b.row) || a.i - b.i)
  return column[column.indexOf(from) + by]
}

function horizontal<S extends Stop>(stops: readonly S[], from: S, by: 1 | -1): S | undefined {
  const line = stops.filter((stop) => stop.row === from.row && (stop.col - from.col) * by > 0)
  if (line.length === 0) return undefined
  const col = line.reduce((best, stop) => (Math.abs(stop.col - from.col) < Math.abs(best - from.col) ? stop.col : best), line[0]?.col ?? 0)
  const cell = line.filter((stop) => stop.col === col).sort(byColumn)
  return cell[Math.min(from.i, cell.length - 1)]
}

const byColumn = (a: Stop, b: Stop) => a.col - b.col || a.i - b.i

/** Where a step goes with one press: past its neighbour, or into the next phase. null = it stands at the end already. */
export function stepMove(phases: readonly PhaseSteps[], step: string, by: 1 | -1): { phase: string; after: string | null } | null {
  const p = phases.findIndex((phase) => phase.steps.includes(step))
  const phase = phases[p]
  if (!phase) return null
  const rest = phase.steps.filter((id) => id !== step)
  const at = phase.steps.indexOf(step) + by
  if (at >= 0 && at <= rest.length) return { phase: phase.id, after: rest[at - 1] ?? null }
  const next = phases[p + by]
  if (!next) return null
  return { phase: next.id, after: by > 0 ? null : (next.steps.at(-1) ?? null) }
}

/** Where a record goes among its neighbours of one list. undefined = no way further. */
export function listMove(ids: readonly string[], id: string, by: 1 | -1): string | null | undefined {
  const rest = ids.filter((other) => other !== id)
  const at = ids.indexOf(id) + by
  return at < 0 || at > rest.length ? undefined : (rest[at - 1] ?? null)
}
