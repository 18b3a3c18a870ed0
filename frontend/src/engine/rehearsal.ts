/** A rehearsal: a board on which somebody tries to lead a workshop alone, with colleagues who are made up. Only this device knows. */
import { forget, keep, kept } from './kept'

export interface Rehearsal {
  /** The colleagues, by the ids of their persons. */
  people: string[]
}

const name = (boardId: string) => `rehearsal.${boardId}`

const isRehearsal = (found: unknown): found is Rehearsal => Array.isArray((found as Partial<Rehearsal> | null)?.people)

export const rehearse = (boardId: string, people: string[]): void => keep('local', name(boardId), { people })

/** What is known of a board as a rehearsal; undefined when it is a workshop like any other. */
export const rehearsalOf = (boardId: string): Rehearsal | undefined =>
  kept('local', name(boardId), (found): found is Rehearsal | undefined => isRehearsal(found), undefined)

export const endRehearsal = (boardId: string): void => forget('local', name(boardId))
