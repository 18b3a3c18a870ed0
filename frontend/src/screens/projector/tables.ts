import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { peopleAt } from '../../engine/rounds.svelte'
import { firstName } from '../../ui/projector/actions'

export interface Tables {
  /** How many groups there are. */
  n: number
  /** Who sits in each, first names where those are enough; empty when the list would not be readable from the back row. */
  names: string[][]
  /** Few or long lines: three columns instead of four. */
  wide: boolean
  /** Two rows at most: there is room for larger letters. */
  large: boolean
}

/** What fits above the counter at 36 px: four rows of four pairs, four rows of three fours. */
const most = { pair: 16, four: 12 }

/** Who sits with whom in a writing round; undefined while everybody writes alone. */
export function tablesOf(board: BoardState, round: Rec<'round'>): Tables | undefined {
  const groups = board
    .hanging(round.id, 'subgroup')
    .map((group) => peopleAt(board, group))
    .filter((people) => people.length > 0)
  if (groups.length === 0) return undefined
  const wide = groups.some((people) => people.length > 3)
  const readable = groups.length <= (wide ? most.four : most.pair)
  const few = groups.length <= 6
  return {
    n: groups.length,
    large: few,
    wide: wide || few,
    names: readable ? groups.map((people) => people.map((person) => shortName(board, person))) : [],
  }
}

/** The first name; where another's looks like it, the whole name with the letters of the department, which fit in a line. */
function shortName(board: BoardState, person: Rec<'person'>): string {
  const name = person.fields.name ?? ''
  const code = person.fields.department_id ? board.get(person.fields.department_id, 'department')?.fields.code : undefined
  return firstName(board, code ? `${name} (${code})` : board.nameOf(person.id), name)
}
