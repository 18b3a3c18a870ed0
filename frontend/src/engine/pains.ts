import type { Rec } from './ops'

/** The kind that the workshop turns on: what goes wrong for the customer. */
export const pain = 'pain'

export type Pain = Rec<typeof pain>

/** The field that says how bad it is for the customer, as the words know it. */
export const severity = [pain, 'severity'] as const

/** A pain by its id; undefined where there is none, or it is something else. */
export const painOf = (board: { get(id: string, kind: typeof pain): Pain | undefined }, id = ''): Pain | undefined => board.get(id, pain)
