import type { BoardState } from './board.svelte'
import type { Rec } from './ops'

/** Whose it is, in words: somebody at the table as everybody knows them, or the name that was filled in. */
export function ownerOf(board: BoardState, fix: Rec<'fix'>): string {
  const { owner_person: name, owner_participant_id: id } = fix.fields
  const person = id ? board.get(id, 'person') : undefined
  const known = board.nameOf(id)
  return name && person && known !== person.fields.name ? known : (name ?? '')
}
