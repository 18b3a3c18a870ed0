import type { BoardState } from '../board/board.svelte'
import type { Rec } from '../board/ops'
import { peopleAt } from '../rounds/rounds.svelte'
import { firstName } from './actions'

export interface Tables {
  /** How many groups there are. */
  n: number
  /** Who sits in each, first names where those are enough; empty when the list would not be readable from the back row. */
  names: string[][]
  /** Groups of four have long lines: three columns instead of four. */
  wide: boolean
}

/** What fits above the counter at 36 px: four rows of four pairs, four rows of three fours. */
const most = { pair: 16, four: 12 }

/** Who sits with whom in a writing round; undefined while everybody writes alone. */
export function tablesOf(board: BoardState, round: Rec<'round'>): Tables | undefined {
  const groups = board.hanging(round.id, 'subgroup').map((group) => peopleAt(board, group)).filter((people) => people.length > 0)
  if (groups.length === 0) return undefined
  const wide = groups.some((people) => people.length > 3)
  const readable = groups.length <= (wide ? most.four : most.pair)
  return { n: groups.length, names: readable ? groups.map((people) => people.map((person) => firstName(board, board.nameOf(person.id), person.fields.name ?? ''))) : [], wide }
}
