import type { Activity } from '../../engine/activities.gen'
import type { BoardState } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import type { Load } from '../../ui/board/parts'
import type { Words } from '../../words/nl'
import { words } from '../../words/words.svelte'

/** What the middle of the desk can show beside the map. */
export type View = Exclude<keyof Words['stage']['views'], 'board'>

interface Page {
  load: Load<{ board: BoardState; leading: Leading; onimport: () => void }>
  /** Stands on a page with a margin; `narrow` where it is only to read and press. */
  page?: 'page' | 'page narrow'
  /** Only once the workshop is closed; then it comes by itself. */
  afterwards?: true
}

/** The pages of the desk, each in a chunk of its own. */
export const views: Record<View, Page> = {
  round: { load: () => import('./RoundView.svelte'), page: 'page' },
  found: { load: () => import('./Findings.svelte'), page: 'page' },
  report: { load: () => import('./ReportView.svelte'), page: 'page' },
  fixes: { load: () => import('../../kinds/fix/Fixes.svelte') },
  follow: { load: () => import('../../activities/loops/FollowUp.svelte'), afterwards: true },
}

/** What stands there once the workshop is closed. */
export const afterwards = (Object.keys(views) as View[]).find((view) => views[view].afterwards)

/** Where an item of the agenda is done when it is no hidden round: the one button of that item. */
export const pageOf: Partial<Record<Activity, { view: View; label: () => string }>> = {
  fixes: { view: 'fixes', label: () => words.t.stage.toFixes },
  commit: { view: 'fixes', label: () => words.t.prepare.script.toCommit },
}
