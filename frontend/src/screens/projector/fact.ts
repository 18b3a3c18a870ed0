import type { BoardState } from '../../engine/board.svelte'
import { askedOf, leadResult, openQuestion } from './question'
import { outcome } from '../../rounds/vote/outcome'
import { words } from '../../words/words.svelte'

/** The one small fact of the rail: how many, so that small numbers are seen as small. */
export function factOf(board: BoardState): string {
  const state = board.one('projector_state')?.fields
  if (state?.view === 'lobby') {
    const inside = board.all('person').filter((person) => person.fields.role !== 'facilitator').length
    return inside ? words.t.projector.inside(inside) : ''
  }
  if (state?.view === 'persona') return board.one('persona')?.fields.is_fictional ? words.t.projector.fictional : ''
  const round = openQuestion(board)
  if (round) return askedOf(board, round).hidden
  switch (state?.view) {
    case 'vote':
      return voteFact(board)
    case 'curve':
      return scored(Math.max(0, ...(board.insight?.curve ?? []).map((point) => point.n)))
    case 'gaps':
      return scored(board.insight?.sharedPicture?.raters ?? 0)
    case 'ownership':
      return scored(latest(board, 'ownership_claim')?.fields.voters ?? 0)
    case 'map': {
      const led = leadResult(board)
      return led ? scored(led.fields.voters ?? 0) : leadFact(board)
    }
    default:
      return ''
  }
}

const scored = (n: number) => (n ? words.t.projector.scored(n) : '')

function latest(board: BoardState, collect: string) {
  return board
    .all('round')
    .filter((round) => round.fields.collect === collect && round.fields.state === 'revealed')
    .at(-1)
}

function leadFact(board: BoardState): string {
  const leads = latest(board, 'leading_vote') ? board.insight?.customerLeads : null
  return leads ? words.t.projector.customerLeads(leads.yes, leads.of) : ''
}

function voteFact(board: BoardState): string {
  const result = outcome(board)
  if (!result || result.dots === 0) return ''
  const dots = words.t.projector.dotsTotal(result.dots)
  return result.lonely ? `${dots} · ${words.t.vote.lonely(result.lonely)}` : dots
}
