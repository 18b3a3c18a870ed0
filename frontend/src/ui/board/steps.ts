import type { BoardState } from '../../engine/board.svelte'
import { limits } from '../../engine/limits.gen'
import { mayAdd, mayDelete } from '../../engine/may'
import type { Rec } from '../../engine/ops'
import { kinds, type KindName } from '../../engine/records.gen'
import { chooseFront } from './doing'
import { shorten, type PastedRow } from './paste'

const same = (a: string | undefined, b: string) => (a ?? '').trim().toLowerCase() === b.trim().toLowerCase()

/** The department that is meant by a name or a code. */
export function departmentNamed(board: BoardState, name: string): Rec<'department'> | undefined {
  return board.all('department').find(({ fields }) => same(fields.name, name) || same(fields.code, name))
}

/** Departments in these rows that the board does not have yet, each once. */
export function unknownDepartments(board: BoardState, rows: readonly PastedRow[]): string[] {
  const names = rows.flatMap((row) => (row.department && !departmentNamed(board, row.department) ? [row.department] : []))
  return names.filter((name, i) => names.findIndex((other) => same(other, name)) === i)
}

/** How many steps the journey still takes. */
export function roomForSteps(board: BoardState): number {
  return Math.max(0, (kinds.step.most ?? Infinity) - board.all('step').length)
}

/**
 * Makes the steps, in one gesture, in the phases that are named; `add`: the departments that are named come on the board too. A step
 * that was begun and never named makes room for them.
 */
export function makeSteps(board: BoardState, rows: readonly PastedRow[], add: boolean): void {
  board.batch(() => {
    for (const step of board.all('step')) if (isUntouched(board, step) && mayDelete(board, step.id)) board.del(step.id)
    if (add) for (const name of unknownDepartments(board, rows)) addDepartment(board, name)
    for (const row of rows) {
      const phase = phaseFor(board, row.phase)
      if (!phase) return
      const step = board.put('step', { phase_id: phase, title: shorten(row.text, limits.step.title.max) })
      const front = row.department && departmentNamed(board, row.department)
      if (front) chooseFront(board, step, front.id)
    }
  })
}

/** Whether a step has no name and nothing stands in it. */
function isUntouched(board: BoardState, step: Rec<'step'>): boolean {
  const fields: Record<string, unknown> = step.fields
  return Object.keys(kinds.step.texts).every((name) => !fields[name]) && inSteps.every((kind) => board.hanging(step.id, kind).length === 0)
}

const inSteps = (Object.keys(kinds) as KindName[]).filter((kind) => kinds[kind].parent === 'step_id')

/** The phase of that name; else an empty one that is free to take it, else a new one. Without a name: the last. */
function phaseFor(board: BoardState, name: string | undefined): string | undefined {
  const phases = board.all('phase')
  const last = phases.at(-1)?.id
  if (!name) return last
  const found = phases.find((phase) => same(phase.fields.title, name))
  if (found) return found.id
  const title = shorten(name, limits.phase.title.max)
  // A map without steps has one phase, called so because it must be called something.
  const free = (phase: Rec<'phase'>) => !phase.fields.title?.trim() || phases.length === 1
  const blank = phases.find((phase) => free(phase) && board.hanging(phase.id, 'step').length === 0)
  if (blank) {
    board.set<'phase'>(blank.id, { title })
    return blank.id
  }
  const journey = board.one('journey')?.id
  if (!journey || !mayAdd(board, 'phase') || phases.length >= (kinds.phase.most ?? 12)) return last
  return board.put('phase', { journey_id: journey, title })
}

function addDepartment(board: BoardState, name: string): void {
  const known = board.all('department')
  if (known.length >= (kinds.department.most ?? 12)) return
  const used = new Set(known.map((department) => department.fields.pattern ?? 0))
  const { min, max } = limits.department.pattern
  const pattern = Array.from({ length: max - min + 1 }, (_, i) => min + i).find((one) => !used.has(one)) ?? min
  board.put('department', { name: shorten(name, limits.department.name.max), code: codeFor(name, known), stage: 'front', pattern })
}

/** Three letters that no other department has. */
function codeFor(name: string, known: readonly Rec<'department'>[]): string {
  const letters = [
    ...name
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase(),
  ]
  const taken = new Set(known.map((department) => department.fields.code?.toUpperCase()))
  const first = letters.slice(0, 2).join('') || 'A'
  const tries = [
    letters.slice(0, 3).join('') || 'AFD',
    ...letters.slice(2).map((letter) => first + letter),
    ...'123456789'.split('').map((n) => first + n),
  ]
  return tries.find((code) => !taken.has(code)) ?? first
}
