import type { BoardState } from '../../engine/board.svelte'
import { itemOf } from './ballot'

/** One row of the result, best first, numbers as the server computed them. */
export interface Row {
  id: string
  text: string
  step: number
  raw: number
  fair: number
  departments: number
  rank: number
}

export interface Outcome {
  rows: Row[]
  dots: number
  /** Departments in which one person voted for all. */
  lonely: number
  /** What the first places say to each other. */
  verdict: 'nobody' | 'tie' | 'same' | 'different'
}

/** The last revealed vote about pains (or fixes); undefined before any. The screens compute none of these numbers themselves. */
export function outcome(board: BoardState, kind: 'pain' | 'fix' = 'pain'): Outcome | undefined {
  const votes = (board.insight?.votes ?? []).filter((vote) => board.get(vote.item)?.kind === kind)
  const round = votes[0] ? board.get(votes[0].round, 'round') : undefined
  if (!round) return undefined
  const rows = votes.map((vote) => {
    const item = itemOf(board, vote.item)
    return {
      id: vote.item,
      text: item?.text ?? '',
      step: item?.step ?? 0,
      raw: vote.raw,
      fair: vote.fair,
      departments: vote.departments,
      rank: vote.rank,
    }
  })
  const dots = rows.reduce((sum, row) => sum + row.raw, 0)
  return { rows, dots, lonely: round.fields.one_voter_departments ?? 0, verdict: verdict(rows, dots) }
}

function verdict(rows: readonly Row[], dots: number): Outcome['verdict'] {
  if (dots === 0) return 'nobody'
  const first = rows.filter((row) => row.rank === 1)
  if (first.length > 1) return 'tie'
  const most = Math.max(...rows.map((row) => row.raw))
  return first[0]?.raw === most ? 'same' : 'different'
}
