import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { stageOf } from '../../engine/rounds.svelte'
import { personaName } from '../../ui/board/persona'
import { words } from '../../words/words.svelte'

type Round = Rec<'round'>

/** What each collection is shown as; the map also stands without a round. */
const views: Record<string, readonly string[]> = {
  vote: ['vote'],
  rating: ['curve', 'gaps'],
  ownership_claim: ['ownership'],
  leading_vote: ['map'],
  writing: ['notes'],
}

/**
 * The open round the screen is about. While one runs its question takes the place of every picture of the same matter, also of
 * an earlier round, so that nobody is steered by it.
 */
export function openQuestion(board: BoardState): Round | undefined {
  const screen = board.one('projector_state')?.fields
  if (!screen) return undefined
  const named = screen.object_ref ? board.get(screen.object_ref, 'round') : undefined
  if (named?.fields.state === 'open') return named
  const view = screen.view ?? 'lobby'
  if (view === 'map') return undefined
  return board.all('round').find((round) => round.fields.state === 'open' && views[round.fields.collect ?? '']?.includes(view))
}

/** The revealed round about who leads that the screen names. */
export function leadResult(board: BoardState): Round | undefined {
  const screen = board.one('projector_state')?.fields
  const named = screen?.view === 'map' && screen.object_ref ? board.get(screen.object_ref, 'round') : undefined
  return named?.fields.collect === 'leading_vote' && named.fields.state === 'revealed' ? named : undefined
}

export interface Asked {
  question: string
  how: string
  hidden: string
}

/** The fixed question of a round, how to answer it, and what stays hidden. */
export function askedOf(board: BoardState, round: Round): Asked {
  const t = words.t.projector
  const f = round.fields
  switch (f.collect) {
    case 'rating':
      return { question: t.rateQuestion(personaName(board)), how: t.rateHow(f.step_ids?.length ?? 0), hidden: t.rateHidden }
    case 'ownership_claim':
      return { question: t.ownQuestion, how: t.ownHow, hidden: t.answersHidden }
    case 'leading_vote':
      return { question: t.leadQuestion, how: t.leadHow, hidden: t.answersHidden }
    case 'writing':
      return t.write[stageOf(round)]
    default:
      return { question: t.voteQuestion, how: t.voteHow(f.dots ?? 0, f.max_per_item ?? 0), hidden: t.hidden }
  }
}
