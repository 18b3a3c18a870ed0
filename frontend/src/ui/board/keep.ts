/** The old list where nothing changed, else the new one with every equal member of the old: what is the same stays the same object. */
export function keepSame<T extends object>(old: readonly T[], fresh: readonly T[]): readonly T[] {
  const merged = fresh.map((item, i) => {
    const before = old[i]
    return before && equal(before, item) ? before : item
  })
  return merged.length === old.length && merged.every((item, i) => item === old[i]) ? old : merged
}

function equal(a: object, b: object): boolean {
  const left = Object.entries(a)
  return left.length === Object.keys(b).length && left.every(([key, value]) => (b as Record<string, unknown>)[key] === value)
}
