import type { BoardState } from '../../engine/board.svelte'
import { leadFact } from '../../rounds/leading_vote/pictures'
import { words } from '../../words/words.svelte'

/** What the map says of itself: that it is a hypothesis as long as customers were hardly heard, and at how many steps they lead. */
export function mapFact(board: BoardState): string {
  const [evidence, lead] = [board.insight?.evidence, leadFact(board)]
  if (!evidence?.hypothesis) return lead
  return lead ? `${words.t.knowledge.hypothesisShort}, ${lead}` : words.t.projector.hypothesis(evidence.known, evidence.of)
}
