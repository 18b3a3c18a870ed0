import type { Rec } from '../../engine/ops'

/** So often one may ask why, below one pain. */
export const deepest = 7

/** One answer to “why?”, what stands below it, and how deep it stands, from 1. */
export interface Branch {
  cause: Rec<'cause_node'>
  depth: number
  under: readonly Branch[]
}

/** Answers as a tree. What hangs on an answer that is gone stands at the top, so that nothing is out of sight. */
export function grown(all: readonly Rec<'cause_node'>[]): readonly Branch[] {
  const seen = new Set<string>()
  const grow = (cause: Rec<'cause_node'>, depth: number): Branch => {
    seen.add(cause.id)
    const under = all.filter((one) => one.fields.parent_id === cause.id && !seen.has(one.id))
    return { cause, depth, under: under.map((one) => grow(one, depth + 1)) }
  }
  const top = all.filter((one) => !all.some((other) => other.id === one.fields.parent_id)).map((one) => grow(one, 1))
  const rest = all.flatMap((one) => (seen.has(one.id) ? [] : [grow(one, 1)]))
  return [...top, ...rest]
}

/** A tree from top to bottom, each answer once. */
export const flat = (branches: readonly Branch[]): Branch[] => branches.flatMap((branch) => [branch, ...flat(branch.under)])

/** Where a line of why ends that we can do something about. */
export const isRoot = (branch: Branch): boolean => branch.cause.fields.changeable === true

/** Only one reason so far for something: there may be another. */
export const hasOneReason = (under: readonly Branch[]): boolean => under.length === 1
