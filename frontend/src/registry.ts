import type { Component } from 'svelte'
import type { Use } from './engine/api'
import type { Load, Parts } from './ui/board/parts'

/** What a board page shows for each use, each in a chunk of its own: a projector loads no map editor, a participant no desk. */
export const screens: Record<Use, Load> = {
  me: () => import('./screens/participant/Participant.svelte'),
  host: () => import('./screens/desk/DeskScreen.svelte'),
  screen: () => import('./screens/projector/ProjectorScreen.svelte'),
}

/** What screens show of each other. */
export const parts: Parts = {
  map: () => import('./screens/map/MapArea.svelte'),
  phone: () => import('./screens/phone/PhoneScreen.svelte'),
  projector: () => import('./screens/projector/Projector.svelte'),
}

/** The page of a board, for whatever use. */
export const boardPage = (): Promise<{ default: Component<{ boardId: string; use: Use }> }> => import('./BoardPage.svelte')

/** Begins to fetch all that a page of this use shows first, at once instead of one after the other. */
export function fetchFirst(use: Use, small: boolean): void {
  const first: readonly (() => Promise<unknown>)[] = use === 'screen' ? [] : [small && use === 'me' ? parts.phone : parts.map]
  // Who needs it asks again and says what went wrong.
  for (const load of [screens[use], ...first]) load().catch(() => undefined)
}
