import type { BoardState } from '../../engine/board.svelte'
import { painOf } from '../../engine/pains'
import { personaName } from '../board/persona'
import { words } from '../../words/words.svelte'

/** The question that a pain raises, without a solution in it; '' where it hangs at no step. */
export function howMight(board: BoardState, id = ''): string {
  const about = painOf(board, id)
  const step = board.get(about?.fields.step_id ?? '', 'step')?.fields.title
  return step ? words.t.rounds.write.hmw(personaName(board), step) : ''
}
