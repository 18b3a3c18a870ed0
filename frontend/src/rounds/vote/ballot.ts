import type { BoardState } from '../../engine/board.svelte'
import { stepNumber } from '../../engine/journey'
import type { Rec } from '../../engine/ops'

/** Twelve characters make a pain clear enough to vote on (method.md 2.7). */
const enoughLetters = 12

const whole = (board: BoardState) => board.all('pain').filter((pain) => !pain.fields.merged_into)

/** Pains that can go into a vote: at a step, with a whole thought, not merged. */
export const votable = (board: BoardState): Rec<'pain'>[] =>
  whole(board).filter((pain) => !!pain.fields.step_id && [...(pain.fields.text ?? '')].length >= enoughLetters)

/** How many pains say too little to be voted on. */
export const tooShort = (board: BoardState): number => whole(board).length - votable(board).length

/** clamp(round(items / 4), 3, 8), as the server takes when nothing is said. */
export const dotsFor = (items: number): number => Math.min(Math.max(Math.floor((items + 2) / 4), 3), 8)

/** What stands on the ballot, a pain or a fix; a fix belongs to the step of the first pain it is for. */
export function itemOf(board: BoardState, id: string): { text: string; step: number } | undefined {
  const rec = board.get(id)
  if (rec?.kind !== 'pain' && rec?.kind !== 'fix') return undefined
  const pain = rec.kind === 'pain' ? rec : board.get(rec.fields.pain_ids?.[0] ?? '', 'pain')
  return { text: rec.fields.text ?? '', step: stepNumber(board, pain?.fields.step_id) }
}
