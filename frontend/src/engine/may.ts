import type { BoardState } from './board.svelte'
import type { Rec } from './ops'
import type { KindName } from './records.gen'
import { mayDo, mayWrite, over, type Asker } from './rights'

/** What counts for this person at this moment. */
function asker(board: BoardState, person: Rec<'person'> | undefined = me(board), role: Asker['role'] = board.you?.role): Asker {
  const settings = board.one('board')?.fields
  return {
    role,
    seated: !!person?.fields.department_id,
    takesPart: settings?.set_facilitator_takes_part === true,
    guestsVote: settings?.set_guests_vote === true,
    activity: isOver(board) ? over : (board.all('agenda_item').find((item) => item.fields.state === 'running')?.fields.activity ?? ''),
    mapLocked: settings?.map_locked === true,
  }
}

const me = (board: BoardState) => (board.you?.personId ? board.get(board.you.personId, 'person') : undefined)

/** Whether the workshop is closed: what people made in it stays as it is. */
export function isOver(board: BoardState): boolean {
  const status = board.one('board')?.fields.status
  return status === 'closed' || status === 'archived'
}

/** Whether this person may make a record of this kind now. */
export function mayAdd(board: BoardState, kind: KindName): boolean {
  return mayDo(asker(board), `put ${kind}`)
}

/** Whether the texts and fields of the shared map may be changed. */
export function mayEditMap(board: BoardState): boolean {
  return mayDo(asker(board), 'set step')
}

/** Whether this record may be changed (one field of it): the map by all who take part, cards by who made them and by who leads. */
export function mayEdit(board: BoardState, id: string, field?: string): boolean {
  const rec = board.get(id)
  if (!rec) return true
  return field ? mayWrite(asker(board), rec.kind, field, board.isMine(rec)) : mayDo(asker(board), `set ${rec.kind}`, board.isMine(rec))
}

/** Whether this person may take this record away. */
export function mayDelete(board: BoardState, id: string): boolean {
  const rec = board.get(id)
  return rec !== undefined && mayDo(asker(board), `del ${rec.kind}`, board.isMine(rec))
}

/** Whether a person answers this sort of round. */
export function mayAnswer(board: BoardState, person: Rec<'person'>, collect: string): boolean {
  return mayDo(asker(board, person, person.fields.role), `ready ${collect}`)
}
