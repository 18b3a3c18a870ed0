import type { Picture } from '../../ui/projector/picture'
import { pagesOf } from './notepages'
import { clusters } from './notes'

export const notes: Picture = {
  load: () => import('./NotesView.svelte'),
  pages: (board) => pagesOf(clusters(board)).length,
  any: (board) => board.all('pain').length > 0,
}
