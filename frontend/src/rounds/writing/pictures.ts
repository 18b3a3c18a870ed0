import type { Picture } from '../../ui/projector/picture'

export const notes: Picture = {
  load: () => import('./NotesView.svelte'),
  any: (board) => board.all('pain').length > 0,
}
