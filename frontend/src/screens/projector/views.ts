import type { BoardState } from '../../engine/board.svelte'
import type { Activity, View } from '../../engine/activities.gen'
import { groupsOf, remoteOf } from '../../engine/together'
import { mandate } from '../../activities/offmenu/mandate'
import { standard } from '../../activities/offmenu/standard'
import { faces } from '../../activities/registry'
import { polls } from '../../rounds/poll/pictures'
import { matrix, sure } from '../../rounds/estimate/pictures'
import { lead, leadOf } from '../../rounds/leading_vote/pictures'
import { ownership } from '../../rounds/ownership_claim/pictures'
import { curve, gaps, shared } from '../../rounds/rating/pictures'
import { votes } from '../../rounds/vote/pictures'
import { notes } from '../../rounds/writing/pictures'
import { actionPages } from '../../ui/projector/actions'
import { interviews } from '../../ui/interviews/picture'
import { screenOf, type Picture } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'
import { mapFact } from './mapfact'

const lobby: Picture = {
  load: () => import('./Lobby.svelte'),
  fact: (board) => {
    const inside = board.all('person').filter((person) => person.fields.role !== 'facilitator').length
    const remote = remoteOf(board).length
    return [...(inside ? [words.t.projector.inside(inside)] : []), ...(remote ? [words.t.together.remoteCount(remote)] : [])].join(' · ')
  },
  factFirst: true,
}

const actions: Picture = { load: () => import('../../kinds/fix/Actions.svelte'), pages: actionPages }

/** Who works where; only while people work in groups. */
const groups: Picture = {
  load: () => import('./GroupsView.svelte'),
  any: (board) => groupsOf(board).length > 0,
  fact: (board) => {
    const remote = remoteOf(board).length
    return remote ? words.t.together.remoteCount(remote) : ''
  },
}

/** An activity that has no drawing of its own yet. */
const plain: Picture = { load: () => import('./Plain.svelte'), ownClock: true }

/** What an activity draws of its own. */
const drawnBy = (activity: Activity): Picture => faces[activity].picture ?? plain

/** What the screen in the room draws for each view, each in a chunk of its own. */
export const views: Record<View, Picture> = {
  lobby,
  agenda: { load: lobby.load },
  persona: drawnBy('persona'),
  delights: drawnBy('delights'),
  needs: drawnBy('needs'),
  knowledge: drawnBy('knowledge'),
  interviews,
  map: { load: () => import('./MapView.svelte'), fact: mapFact, half: leadOf },
  curve,
  gaps,
  ownership,
  notes,
  vote: votes,
  actions,
  matrix,
  close: drawnBy('close'),
  break: drawnBy('break'),
  rules: drawnBy('rules'),
  offmenu: drawnBy('offmenu'),
  mandate,
  standard,
  causes: drawnBy('causes'),
  indicator: drawnBy('indicator'),
  story: drawnBy('warmup'),
  mirror: polls,
  promise: drawnBy('promise'),
  coffee: drawnBy('coffee'),
  reflection: drawnBy('reflection'),
  backwards: drawnBy('backwards'),
  loops: drawnBy('loops'),
  lessons: drawnBy('autopsy'),
  item: drawnBy('own'),
  summary: { load: () => import('./SummaryView.svelte') },
  groups,
}

/** All there is to fetch. */
export const pictures: readonly Picture[] = [...Object.values(views), shared, lead, sure]

/** The picture that belongs on the screen now. A view of a newer server is plain. */
export function pictureOf(board: BoardState): Picture {
  const view = screenOf(board)?.view ?? 'lobby'
  const picture = views[view] ?? plain
  const now = picture.half?.(board) ?? picture
  return isEmpty(board, view, now) ? plain : now
}

/** An item whose picture has nothing to show yet asks its question instead of showing an empty page. */
function isEmpty(board: BoardState, view: View, picture: Picture): boolean {
  const running = board.all('agenda_item').find((item) => item.fields.state === 'running')
  return running?.fields.projector_view === view && picture.any?.(board) === false
}
