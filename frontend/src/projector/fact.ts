import type { BoardState } from '../board/board.svelte'
import { outcome } from '../vote/outcome'
import { words } from '../words/words.svelte'

/** The one small fact of the rail: how many, so that small numbers are seen as small. */
export function factOf(board: BoardState): string {
  const state = board.one('projector_state')?.fields
  if (state?.view === 'lobby') {
    const inside = board.all('person').filter((person) => person.fields.role !== 'facilitator').length
    return inside ? words.t.projector.inside(inside) : ''
  }
  if (state?.view === 'persona') return board.one('persona')?.fields.is_fictional ? words.t.projector.fictional : ''
  if (state?.view === 'vote') return voteFact(board)
  return ''
}

function voteFact(board: BoardState): string {
  const open = board.all('round').some((round) => round.fields.collect === 'vote' && round.fields.state === 'open')
  if (open) return words.t.projector.hidden
  const result = outcome(board)
  if (!result || result.dots === 0) return ''
  const dots = words.t.projector.dotsTotal(result.dots)
  return result.lonely ? `${dots} · ${words.t.vote.lonely(result.lonely)}` : dots
}
