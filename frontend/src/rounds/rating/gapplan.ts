/** Where the scale of the gaps stands on the canvas: 210 px a point. */
export const scale = { low: 156, unit: 210 } as const
/** A tile is this wide; nearer neighbours stand above each other. */
export const tileWidth = 82

export const gapX = (value: number) => scale.low + (Math.max(-2, Math.min(2, value)) + 2) * scale.unit

export interface Placed {
  department: string
  x: number
  /** Heights above or below the bar, in tiles; 0 is on it. */
  lift: number
}

export interface Crowded {
  tiles: Placed[]
  /** Departments there was no room for, with the place where their number goes. */
  more: { x: number; n: number }[]
}

/**
 * Every department on its own value. Those that would touch stand above each other, never pushed sideways; at most two high, the
 * ends of the bar first, the others as a number.
 */
export function placeTiles(means: Readonly<Record<string, number>>, order: readonly string[], ends: readonly string[]): Crowded {
  const sorted = Object.entries(means)
    .map(([department, mean]) => ({ department, x: gapX(mean), lift: 0 }))
    .sort((a, b) => a.x - b.x || order.indexOf(a.department) - order.indexOf(b.department))
  const groups: Placed[][] = []
  for (const tile of sorted) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && tile.x - last.x < tileWidth) group.push(tile)
    else groups.push([tile])
  }
  const out: Crowded = { tiles: [], more: [] }
  for (const group of groups) {
    const kept = group.length === 1 ? group : stacked(group, (tile) => (ends.includes(tile.department) ? 0 : 1))
    out.tiles.push(...kept)
    if (kept.length < group.length) out.more.push({ x: Math.max(...kept.map((tile) => tile.x)), n: group.length - kept.length })
  }
  return out
}

/** Two rows, half a tile under and over the bar; who finds both taken by a neighbour is left out. */
function stacked(group: readonly Placed[], rank: (tile: Placed) => number): Placed[] {
  const kept: Placed[] = []
  for (const tile of [...group].sort((a, b) => rank(a) - rank(b))) {
    const lift = [-0.5, 0.5].find((row) => kept.every((other) => other.lift !== row || Math.abs(other.x - tile.x) >= tileWidth))
    if (lift !== undefined) kept.push({ ...tile, lift })
  }
  return kept
}
