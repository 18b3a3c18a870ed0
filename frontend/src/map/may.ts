import type { BoardState } from '../board/board.svelte'
import type { KindName } from '../board/records.gen'

/** Kinds a participant may make while an activity runs; the mirror of boards/access.go, so that a no is shown before it is pressed. */
const opens: Record<string, readonly string[]> = {
  persona: ['quote'],
  steps: ['step', 'phase', 'note'],
  blueprint: ['cell', 'handoff'],
  pains: ['pain'],
  rules: [],
  fixes: ['fix'],
  commit: ['fix'],
}
const always = ['quote', 'cell']
const onMap = ['phase', 'step', 'cell', 'handoff']

export function facilitates(board: BoardState): boolean {
  return board.you?.role === 'facilitator' || board.you?.role === 'co_facilitator'
}

const takesPart = (board: BoardState) => facilitates(board) || board.you?.role === 'participant'

const locked = (board: BoardState) => !facilitates(board) && board.one('board')?.fields.map_locked === true

/** Whether this person may make a record of this kind now. */
export function mayAdd(board: BoardState, kind: KindName): boolean {
  if (facilitates(board)) return true
  if (board.you?.role === 'guest') return kind === 'quote'
  if (!takesPart(board) || (onMap.includes(kind) && locked(board))) return false
  if (always.includes(kind)) return true
  const running = board.all('agenda_item').find((item) => item.fields.state === 'running')
  const own = running ? opens[running.fields.activity ?? ''] : undefined
  return own ? own.includes(kind) : true
}

/** Whether the texts and fields of the shared map may be changed. */
export function mayEditMap(board: BoardState): boolean {
  return takesPart(board) && !locked(board)
}

/** Whether this record may be changed: the map by all who take part, cards by who made them and by who leads. */
export function mayEdit(board: BoardState, id: string): boolean {
  const rec = board.get(id)
  if (!rec) return true
  if (onMap.includes(rec.kind)) return mayEditMap(board)
  return facilitates(board) || (board.you?.role !== 'observer' && board.isMine(rec))
}
