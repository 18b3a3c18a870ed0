import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Picture } from '../../ui/projector/picture'
import { words } from '../../words/words.svelte'

/** A step with how many of 100 customers the standard does not fit there, as the group estimates it. */
export interface Outside {
  id: string
  number: number
  title: string
  share: number
}

/** The steps of which it is estimated, the most customers outside the standard first. */
export const outsideOf = (board: BoardState): Outside[] =>
  stepsOf(board)
    .flatMap(({ id, number, title }) => {
      const share = board.get(id, 'step')?.fields.exception_share
      return share === undefined ? [] : [{ id, number, title, share }]
    })
    .sort((a, b) => b.share - a.share)

/** The one step at which the standard fits fewest customers; undefined where two are alike, or it fits everybody. */
export function widest(all: readonly Outside[]): Outside | undefined {
  const [first, second] = all
  return first && first.share > 0 && first.share !== second?.share ? first : undefined
}

/** Bars that stand under each other on the screen in the room. */
export const barsOnPage = 7

/** For how many customers the standard is there, and for how many it is not: one bar per step (method.md 1.1). */
export const standard: Picture = {
  load: () => import('./StandardView.svelte'),
  fact: (board) => {
    const n = outsideOf(board).length
    return n ? words.t.standard.estimated(n, stepsOf(board).length) : ''
  },
  any: (board) => outsideOf(board).length > 0,
  pages: (board) => Math.max(Math.ceil(outsideOf(board).length / barsOnPage), 1),
  still: true,
}
