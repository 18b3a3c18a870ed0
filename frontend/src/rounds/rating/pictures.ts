import { scored, screenOf, type Picture } from '../../ui/projector/picture'

export const curve: Picture = {
  load: () => import('./CurveView.svelte'),
  any: (board) => (board.insight?.curve ?? []).some((point) => point.mean !== null || point.guests !== null),
  fact: (board) => scored(Math.max(0, ...(board.insight?.curve ?? []).map((point) => point.n))),
}

/** How much of one picture there is, named in object_ref. */
export const shared: Picture = {
  load: () => import('./SharedView.svelte'),
  any: (board) => board.insight?.sharedPicture?.enough === true,
  fact: (board) => scored(board.insight?.sharedPicture?.raters ?? 0),
}

export const gaps: Picture = {
  load: () => import('./GapsView.svelte'),
  any: (board) => (board.insight?.gaps ?? []).length > 0,
  fact: shared.fact ?? (() => ''),
  half: (board) => (screenOf(board)?.object_ref === 'shared' ? shared : undefined),
}
