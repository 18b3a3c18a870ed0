import type { BoardState } from '../../engine/board.svelte'
import { hangs, isCard, stepOf, type Card } from '../../engine/cards'
import type { Rec } from '../../engine/ops'
import type { Sticky } from '../../engine/records.gen'
import { toasts } from '../toasts.svelte'
import { words } from '../../words/words.svelte'
import { listMove, stepMove } from './moves'
import type { MapView } from './view.svelte'

/** What one does to the map in one gesture; each ends with a word for those who do not see it. */

const t = () => words.t.board.map

function titleOf(board: BoardState, step: string, view: MapView): string {
  return t().stepTitle(view.numberOf(step), board.get(step, 'step')?.fields.title ?? '')
}

export function dropStep(board: BoardState, view: MapView, id: string, beside: string, side: 'left' | 'right'): void {
  const target = board.get(beside, 'step')
  const phase = target?.fields.phase_id
  if (!phase) return
  const steps = board
    .hanging(phase, 'step')
    .map((step) => step.id)
    .filter((step) => step !== id)
  const at = steps.indexOf(beside)
  board.move(id, phase, side === 'right' ? beside : (steps[at - 1] ?? null))
  sayMoved(board, view, id)
}

/** Lays a step at the end of a phase, which may have none yet. */
export function dropInPhase(board: BoardState, view: MapView, id: string, phase: string): void {
  const others = board.hanging(phase, 'step').filter((step) => step.id !== id)
  board.move(id, phase, others.at(-1)?.id ?? null)
  sayMoved(board, view, id)
}

export function moveStep(board: BoardState, view: MapView, id: string, by: 1 | -1): void {
  const to = stepMove(view.phases, id, by)
  if (!to) return view.say(t().cannotMove)
  board.move(id, to.phase, to.after)
  sayMoved(board, view, id)
}

function sayMoved(board: BoardState, view: MapView, id: string): void {
  view.say(t().movedStep(board.get(id, 'step')?.fields.title ?? '', view.numberOf(id)))
}

/** A card to another step. */
export function placeSticky(board: BoardState, view: MapView, id: string, step: string): void {
  const rec = board.get(id)
  if (!isCard(rec)) return
  place(board, rec, step)
  view.say(t().moved(nameOf(rec.kind), titleOf(board, step, view)))
}

function place(board: BoardState, card: Card, step: string): void {
  if (hangs(card.kind)) board.move(card.id, step, undefined)
  else board.set<Sticky>(card.id, { step_id: step })
}

/** So many ops go in one push; see docs/protocol.md. */
const atOnce = 100

/** Several cards to one step, taken back in one go. */
export function placeStickies(board: BoardState, ids: readonly string[], step: string): void {
  const moving = ids.map((id) => board.get(id)).filter((rec) => isCard(rec) && stepOf(rec) !== step) as Card[]
  for (let from = 0; from < moving.length; from += atOnce)
    board.batch(() => moving.slice(from, from + atOnce).forEach((card) => place(board, card, step)))
}

const nameOf = (kind: Sticky) => words.t.labels.kinds[kind]

export function moveSticky(board: BoardState, view: MapView, id: string, dx: number, dy: number): void {
  const rec = board.get(id)
  const step = stepOf(rec)
  if (!isCard(rec) || !step) return
  if (dx) {
    const to = neighbour(view, step, dx)
    return to ? placeSticky(board, view, id, to) : view.say(t().cannotMove)
  }
  if (!hangs(rec.kind)) return view.say(t().cannotMove)
  const after = listMove(
    board.hanging(step, rec.kind).map((other) => other.id),
    id,
    dy > 0 ? 1 : -1,
  )
  if (after === undefined) view.say(t().cannotMove)
  else board.move(id, step, after)
}

/** The step beside, whatever its phase. */
function neighbour(view: MapView, step: string, by: number): string | undefined {
  return view.order[view.order.indexOf(step) + by]
}

/** Whether a cell can stand at a step: there is one front. */
export function takesCell(board: BoardState, lane: string | undefined, step: string): boolean {
  return lane !== 'front' || !board.get(step, 'step')?.fields.front_department_id
}

export function placeCell(board: BoardState, view: MapView, id: string, step: string): void {
  const cell = board.get(id, 'cell')
  const from = cell?.fields.step_id
  if (!cell || !from || from === step || !takesCell(board, cell.fields.lane, step)) return view.say(t().cannotMove)
  board.batch(() => {
    if (cell.fields.lane === 'front' && cell.fields.department_id) {
      if (board.get(from, 'step')?.fields.front_department_id === cell.fields.department_id)
        board.set<'step'>(from, { front_department_id: null })
      board.set<'step'>(step, { front_department_id: cell.fields.department_id })
    }
    board.move(id, step, undefined)
  })
  view.say(t().moved(cell.fields.text ?? '', titleOf(board, step, view)))
}

export function moveCell(board: BoardState, view: MapView, id: string, dx: number): void {
  const step = board.get(id, 'cell')?.fields.step_id
  const to = step && dx ? neighbour(view, step, dx) : undefined
  if (to) placeCell(board, view, id, to)
  else view.say(t().cannotMove)
}

/** The cell in which the front department's action stands. */
export function frontCell(board: BoardState, step: string): Rec<'cell'> | undefined {
  const department = board.get(step, 'step')?.fields.front_department_id
  const fronts = board.hanging(step, 'cell').filter((cell) => cell.fields.lane === 'front')
  return fronts.find((cell) => cell.fields.department_id === department) ?? (department ? undefined : fronts[0])
}

/** One department is in front; its cell goes along. Returns the cell to type in. */
export function chooseFront(board: BoardState, step: string, department: string): string | undefined {
  const cell = frontCell(board, step)
  return board.batch(() => {
    board.set<'step'>(step, { front_department_id: department || null })
    if (!department) {
      if (cell) board.del(cell.id)
      return undefined
    }
    if (!cell) return board.put('cell', { step_id: step, lane: 'front', department_id: department, text: '' })
    if (cell.fields.department_id !== department) board.set<'cell'>(cell.id, { department_id: department })
    return cell.id
  })
}

type Removed = keyof ReturnType<typeof t>['removed']

/** Deletes at once and offers the way back. */
export function remove(board: BoardState, view: MapView, id: string): void {
  const rec = board.get(id)
  if (!rec) return
  const said = t().removed
  const fronts = rec.kind === 'cell' && rec.fields.lane === 'front' ? (rec.fields.step_id ?? '') : ''
  const department = rec.kind === 'cell' ? (rec.fields.department_id ?? null) : null
  const led = fronts !== '' && board.get(fronts, 'step')?.fields.front_department_id === department
  board.batch(() => {
    if (led) board.set<'step'>(fronts, { front_department_id: null })
    board.del(id)
  })
  if (view.selected === id) view.select(null, false)
  const back = () =>
    board.batch(() => {
      board.restore(id)
      if (led) board.set<'step'>(fronts, { front_department_id: department })
    })
  const text = Object.hasOwn(said, rec.kind) ? said[rec.kind as Removed] : said.cell
  toasts.say(text, { label: t().back2, do: back })
}
