import type { Activity } from '../engine/activities.gen'
import type { BoardState } from '../engine/board.svelte'
import type { ActivityFace } from '../ui/activities/face'
import { backwards } from './backwards'
import { pause } from './break'
import { causes } from './causes'
import { close } from './close'
import { coffee } from './coffee'
import { delights } from './delights'
import { indicator } from './indicator'
import { autopsy } from './autopsy'
import { knowledge } from './knowledge'
import { loops } from './loops'
import { offmenu } from './offmenu'
import { needs, persona } from './persona'
import { promise } from './promise'
import { reflection } from './reflection'
import { rules } from './rules'
import { warmup } from './warmup'

/**
 * Every activity of an agenda as the screens show it. Its view, its round and the kinds that are open meanwhile are the server's
 * (`engine/activities.gen.ts`); an activity with nothing of its own is an instruction and a clock.
 */
export const faces: Record<Activity, ActivityFace> = {
  welcome: { home: 'map' },
  warmup,
  mirror: {},
  courage: {},
  importance: {},
  promise,
  persona,
  needs,
  knowledge,
  steps: { customer: true, home: 'map', lanes: ['customer'] },
  break: pause,
  blueprint: { home: 'map', lanes: ['front', 'back'] },
  ownership: { lanes: ['front'] },
  leading: {},
  rate: {},
  lunch: pause,
  offmenu,
  pains: { lanes: ['notes'] },
  rules,
  vote: {},
  causes,
  fixes: { home: 'fixes' },
  delights,
  matrix: {},
  commit: { home: 'fixes' },
  coffee,
  reflection,
  backwards,
  indicator,
  inside: {},
  loops,
  autopsy,
  own: {},
  close,
}

export interface Running {
  id: string
  activity: Activity
  face: ActivityFace
}

/** What runs now; undefined = nothing, or an activity of a newer server. */
export function runningIn(board: BoardState): Running | undefined {
  const item = board.all('agenda_item').find((item) => item.fields.state === 'running')
  const activity = item?.fields.activity
  return item && activity && activity in faces ? { id: item.id, activity, face: faces[activity] } : undefined
}
