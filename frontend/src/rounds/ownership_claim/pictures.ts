import { lastOf } from '../../engine/rounds.svelte'
import { scored, type Picture } from '../../ui/projector/picture'

export const ownership: Picture = {
  load: () => import('./OwnershipView.svelte'),
  any: (board) => (board.insight?.ownership?.asked ?? 0) > 0,
  fact: (board) => scored(lastOf(board, 'ownership_claim')?.fields.voters ?? 0),
}
