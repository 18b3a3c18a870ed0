/**
 * What somebody may do: the table of rights as the server reads it (boards/access.go), so that a no is shown before anything is
 * pressed.
 */
import { leads } from './ops'
import { free, rights, type Role } from './rights.gen'

/** Stands for the activity of a workshop that is closed. */
export const over = 'over'

/** Who wishes, and what counts for them at this moment. */
export interface Asker {
  role: Role | 'screen' | undefined
  /** Whether they have a department. */
  seated: boolean
  /** The board's settings of these names. */
  takesPart: boolean
  guestsVote: boolean
  /** The activity that runs; '' = nothing, 'over' = the workshop is closed. */
  activity: string
  mapLocked: boolean
}

/** Whether the table lets somebody do this now. `own`: the record is theirs, or lies before them and their table. */
export function mayDo(who: Asker, what: string, own = false): boolean {
  const right = rights[what]
  if (!right || !who.role || who.role === 'screen' || !holds(right.may[who.role], who, own)) return false
  if (leads(who.role)) return true
  if (who.activity !== over && who.role !== 'participant') return !(right.held && who.mapLocked)
  return !(right.held && who.mapLocked) && isOpen(right.while, who.activity)
}

/** Whether somebody may change this field; fields without a row of their own follow their kind. */
export function mayWrite(who: Asker, kind: string, field: string, own: boolean): boolean {
  const row = `set ${kind}.${field}`
  return mayDo(who, row in rights ? row : `set ${kind}`, own)
}

function holds(cell: string | undefined, who: Asker, own: boolean): boolean {
  switch (cell) {
    case 'yes':
      return true
    case 'own':
      return own
    case 'seated':
      return who.seated
    case 'takes_part':
      return who.seated && who.takesPart
    case 'guests_vote':
      return who.seated && who.guestsVote
    default:
      return false
  }
}

function isOpen(words: string, activity: string): boolean {
  return words
    .split(' ')
    .some(
      (word) =>
        word === 'always' ||
        (word === 'session' && activity !== over) ||
        word === activity ||
        (word === 'idle' && activity === '') ||
        (word === 'free' && free.includes(activity)),
    )
}
