import type { BoardState } from '../../engine/board.svelte'
import type { FieldsOf } from '../../engine/records.gen'
import { words } from '../../words/words.svelte'
import { waitParts } from './layout'
import type { MapView } from './view.svelte'

/** One line about a step in the list of the journey. */
export interface Fact {
  label: string
  /** The department, where the line is about what one does. */
  who: string
  text: string
}

type Lane = NonNullable<FieldsOf['cell']['lane']>
const lanes: readonly Lane[] = ['front', 'back', 'support']

const nameOf = (board: BoardState, department: string | undefined) => board.get(department ?? '', 'department')?.fields.name ?? ''

/** What the map shows of a step in its lanes, in their order; lanes that say nothing are left out. */
export function factsOf(board: BoardState, view: MapView, step: string): Fact[] {
  const fields = board.get(step, 'step')?.fields
  const t = words.t.board.map
  const wait = fields?.wait_minutes ? waitParts(fields.wait_minutes) : undefined
  const contact = [
    fields?.channel ? words.label('step', 'channel', fields.channel) : '',
    wait ? t.waitLong[wait.unit](words.number(wait.n)) : '',
  ]
  const facts = [
    { label: t.channel, who: '', text: contact.filter(Boolean).join(', ') },
    { label: t.customer(view.customerWord), who: '', text: fields?.customer_action ?? '' },
    ...lanes.flatMap((lane) => inLane(board, step, lane)),
  ]
  return facts.filter((fact) => fact.who || fact.text)
}

function inLane(board: BoardState, step: string, lane: Lane): Fact[] {
  const label = lane === 'support' ? words.t.board.map.support : words.label('cell', 'lane', lane)
  const cells = board.hanging(step, 'cell').filter((cell) => cell.fields.lane === lane)
  const facts = cells.map(({ fields }) => ({ label, who: nameOf(board, fields.department_id), text: fields.text ?? '' }))
  const front = lane === 'front' ? board.get(step, 'step')?.fields.front_department_id : undefined
  if (front && !cells.some((cell) => cell.fields.department_id === front)) facts.unshift({ label, who: nameOf(board, front), text: '' })
  return facts
}

/** Whether a department works at a step, in sight of the customer or behind it. */
export function touches(board: BoardState, step: string, department: string): boolean {
  return (
    board.get(step, 'step')?.fields.front_department_id === department ||
    board.hanging(step, 'cell').some((cell) => cell.fields.department_id === department)
  )
}
