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
  const rank = (id: string) => (ends.includes(id) ? -1 : order.indexOf(id))
  const sorted = Object.entries(means)
    .map(([department, mean]) => ({ department, x: gapX(mean) }))
    .sort((a, b) => a.x - b.x || order.indexOf(a.department) - order.indexOf(b.department))
  const groups: (typeof sorted)[] = []
  for (const tile of sorted) {
    const group = groups.at(-1)
    if (group?.[0] && tile.x - group[0].x < tileWidth) group.push(tile)
    else groups.push([tile])
  }
  const out: Crowded = { tiles: [], more: [] }
  for (const group of groups) {
    const kept = [...group].sort((a, b) => rank(a.department) - rank(b.department)).slice(0, 2)
    const stack = group.filter((tile) => kept.includes(tile))
    stack.forEach((tile, i) => out.tiles.push({ ...tile, lift: stack.length === 1 ? 0 : i - 0.5 }))
    const left = group.length - stack.length
    if (left > 0) out.more.push({ x: Math.max(...stack.map((tile) => tile.x)), n: left })
  }
  return out
}
