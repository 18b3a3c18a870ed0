import { lastOf } from '../../engine/rounds.svelte'
import { scored, type Picture } from '../../ui/projector/picture'
import { ownedPages } from './owned'

export const ownership: Picture = {
  load: () => import('./OwnershipView.svelte'),
  pages: (board) => ownedPages(board).length,
  any: (board) => (board.insight?.ownership?.asked ?? 0) > 0,
  fact: (board) => scored(lastOf(board, 'ownership_claim')?.fields.voters ?? 0),
}
