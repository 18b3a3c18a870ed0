import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { ownerPages } from '../../ui/projector/actions'

/** Who did something for a customer, complete enough to be told. */
const named = (board: BoardState): Rec<'kudos'>[] => board.all('kudos').filter(({ fields: f }) => !!f.to_name && !!f.act)

/** Those who said that it may be told. */
export const onPodium = (board: BoardState): Rec<'kudos'>[] => named(board).filter((one) => one.fields.consent === 'yes')

const myName = (board: BoardState) => (board.you?.personId ? board.get(board.you.personId, 'person')?.fields.name : undefined)

/** Whether it names who looks at this page. */
export const isForMe = (board: BoardState, one: Rec<'kudos'>): boolean =>
  !!one.fields.to_name && one.fields.to_name.trim() === myName(board)

/** What this person sees: what may be told, what is theirs to answer, what they wrote; who leads sees all. */
export const kudosSeen = (board: BoardState, leads: boolean): Rec<'kudos'>[] =>
  named(board).filter((one) => leads || one.fields.consent === 'yes' || isForMe(board, one) || board.isMine(one))

/** Whom one can name: people who take part, and departments. */
export function namesToGive(board: BoardState): string[] {
  const people = board.all('person').filter(({ fields: f }) => f.role !== 'observer' && !!f.name)
  const all = [...people, ...board.all('department')].map((one) => one.fields.name ?? '')
  return [...new Set(all)].filter((name) => name && name !== myName(board))
}

/** Recognitions that stand below each other on the screen in the room. */
export const podiumOnPage = 4

const podiumPages = (board: BoardState) => Math.ceil(onPodium(board).length / podiumOnPage)

/** First who does what, then the podium. */
export const closePages = (board: BoardState): number => ownerPages(board) + podiumPages(board)
