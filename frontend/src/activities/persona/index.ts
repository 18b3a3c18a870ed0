import { words } from '../../words/words.svelte'
import type { ActivityFace } from '../../ui/activities/face'
import { needPages, needsWritten } from './needs'
import { quotesShown } from './quotes'

/** The customer at the table: who it is, and on the screen in the room what customers said, one by one. */
export const persona: ActivityFace = {
  lanes: ['notes'],
  page: () => import('./PersonaPage.svelte'),
  desk: () => import('./PersonaPage.svelte'),
  picture: {
    load: () => import('./PersonaView.svelte'),
    fact: (board) => (board.one('persona')?.fields.is_fictional ? words.t.projector.fictional : ''),
    factFirst: true,
    pages: (board) => 1 + quotesShown(board).length,
    still: true,
  },
}

/** What customers want, beside what professionals call good, and how far we agree. */
export const needs: ActivityFace = {
  page: () => import('./NeedsPage.svelte'),
  desk: () => import('./NeedsPage.svelte'),
  picture: {
    load: () => import('./NeedsView.svelte'),
    any: (board) => needsWritten(board).length > 0,
    pages: needPages,
    still: true,
  },
}
