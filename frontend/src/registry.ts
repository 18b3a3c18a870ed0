import type { Use } from './engine/api'
import type { Load, Parts } from './ui/board/parts'
import type { Part } from './words/shelf'
import { words } from './words/words.svelte'

/** Brings a component and the parts of the words it says, side by side. */
function speaking<L extends () => Promise<unknown>>(load: L, ...parts: Part[]): L {
  return (async () => (await Promise.all([load(), words.need(...parts)]))[0]) as L
}

/** What a board page shows for each use, each in a chunk of its own: a projector loads no map editor, a participant no desk. */
export const screens: Record<Use, Load> = {
  me: speaking(() => import('./screens/participant/Participant.svelte'), 'board', 'rounds'),
  host: speaking(() => import('./screens/desk/DeskScreen.svelte'), 'board', 'rounds', 'desk', 'projector'),
  screen: speaking(() => import('./screens/projector/ProjectorScreen.svelte'), 'rounds', 'projector'),
  owner: speaking(() => import('./screens/owner/Owner.svelte'), 'board', 'rounds'),
}

/** What screens show of each other. */
export const parts: Parts = {
  map: () => import('./screens/map/MapArea.svelte'),
  journey: () => import('./screens/map/Journey.svelte'),
  phone: () => import('./screens/phone/PhoneScreen.svelte'),
  projector: speaking(() => import('./screens/projector/Projector.svelte'), 'projector'),
  persona: () => import('./kinds/persona/PersonaSheet.svelte'),
}

/** The page of a board, for whatever use. */
export const boardPage: Load<{ boardId: string; use: Use }> = speaking(() => import('./BoardPage.svelte'), 'page')

/** The page of the summary for who has its link. */
export const summaryPage = speaking(() => import('./screens/lobby/Summary.svelte'), 'page')
/** What people see before there is a board for them. */
export const startPage = () => import('./screens/lobby/Start.svelte')
export const joinPage: Load<{ code: string }> = () => import('./screens/lobby/Joining.svelte')
export const keyPage = () => import('./screens/lobby/KeyPage.svelte')

/** The sheet with the code and the links. */
export const share = speaking(() => import('./screens/lobby/Share.svelte'), 'share')

/** What people get before the workshop. */
export const invitation = speaking(() => import('./screens/lobby/InvitationSheet.svelte'), 'share')

/** A past workshop as a new one. */
export const copySheet = () => import('./screens/lobby/CopySheet.svelte')

/** Begins to fetch all that a page of this use shows first, at once instead of one after the other. */
export function fetchFirst(use: Use, small: boolean): void {
  const middle: Record<Use, Load[]> = { screen: [], owner: [], host: [parts.map], me: [small ? parts.phone : parts.map] }
  // Who needs it asks again and says what went wrong.
  for (const load of [screens[use], ...middle[use]]) load().catch(() => undefined)
}
