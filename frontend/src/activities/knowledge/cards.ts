import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'

/** How sure we are, in the order in which the columns stand. */
export const levels = ['known', 'assumed', 'unknown'] as const
export type Level = (typeof levels)[number]

export const cardsWritten = (board: BoardState): Rec<'knowledge_card'>[] => board.all('knowledge_card').filter((card) => !!card.fields.text)

/** The column of a card. What says it is known without evidence is assumed until it has some. */
export function levelOf(board: BoardState, card: Rec<'knowledge_card'>): Level {
  const { level = 'assumed', evidence_ids = [] } = card.fields
  return level === 'known' && !evidence_ids.some((id) => board.get(id, 'evidence')) ? 'assumed' : level
}

/** Claims to be known, and names no evidence yet. */
export const wantsEvidence = (board: BoardState, card: Rec<'knowledge_card'>): boolean =>
  card.fields.level === 'known' && levelOf(board, card) !== 'known'

export const cardsAt = (board: BoardState, level: Level): Rec<'knowledge_card'>[] =>
  cardsWritten(board).filter((card) => levelOf(board, card) === level)

/** Cards that stand under each other on the screen in the room. */
export const onPage = 5

/** As many pages as the longest column takes. */
export const knownPages = (board: BoardState): number =>
  Math.max(1, ...levels.map((level) => Math.ceil(cardsAt(board, level).length / onPage)))
