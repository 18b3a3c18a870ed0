import type { BoardState } from '../../engine/board.svelte'
import { isWhole } from '../../engine/cards'
import type { Rec } from '../../engine/ops'
import { screenOf } from '../../ui/projector/picture'
import { grown, type Branch } from './tree'

/** What was answered below a pain. */
export const treeOf = (board: BoardState, pain: string): readonly Branch[] => grown(board.hanging(pain, 'cause_node'))

const top = 3

/** The pains whose causes we look for: the best three of the vote, then others that somebody found a cause of. */
export function painsAsked(board: BoardState): Rec<'pain'>[] {
  const voted = (board.insight?.votes ?? []).flatMap((vote) => (vote.fair > 0 ? (board.get(vote.item, 'pain') ?? []) : [])).slice(0, top)
  const others = board.all('pain').filter((pain) => !voted.includes(pain) && board.hanging(pain.id, 'cause_node').length > 0)
  return [...voted, ...others].filter(isWhole)
}

/** The others that one can choose, the worst first. */
export function painsLeft(board: BoardState): Rec<'pain'>[] {
  const asked = new Set(painsAsked(board).map((pain) => pain.id))
  return board
    .all('pain')
    .filter((pain) => isWhole(pain) && !!pain.fields.text && !asked.has(pain.id))
    .sort((a, b) => (b.fields.severity ?? 0) - (a.fields.severity ?? 0))
}

/** The pain whose tree is on the screen in the room: the one at the page that is held, else the one that was named, else the first. */
export function painShown(board: BoardState): Rec<'pain'> | undefined {
  const asked = painsAsked(board)
  const { page, object_ref: named = '' } = screenOf(board) ?? {}
  const held = page ? asked[Math.min(page, asked.length) - 1] : undefined
  return held ?? board.get(named, 'pain') ?? asked[0]
}
