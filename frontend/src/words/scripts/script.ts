import type { Activity } from '../../engine/activities.gen'

/** What helps whoever leads an item of the agenda. Only the desk reads it, so it comes with the desk and not with every page. */
export interface Script {
  /** What is there when the item is over. */
  goal: string
  /** To say aloud, or in words of your own. */
  say: readonly [string, string, string]
  tip: string
  /** What goes wrong here, and what helps then (method.md 6.1). */
  pitfalls: readonly string[]
}

/** Every activity has one: a new activity does not compile without it. */
export type Scripts = Readonly<Record<Activity, Script>>
