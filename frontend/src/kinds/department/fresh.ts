import type { BoardState } from '../../engine/board.svelte'
import type { FieldsOf } from '../../engine/records.gen'
import { proposeCode } from './code'

/** As many as a map can tell apart: each has a pattern of its own. */
export const mostDepartments = 12

/** A department of that name, with a code and a pattern that no other has. */
export function freshDepartment(board: BoardState, name: string): FieldsOf['department'] {
  const others = board.all('department').map((one) => one.fields)
  const codes = others.map((other) => other.code ?? '')
  const patterns = others.map((other) => other.pattern ?? 0)
  const free = Array.from({ length: mostDepartments }, (_, n) => n).find((n) => !patterns.includes(n))
  return { name, code: proposeCode(name, codes), stage: 'front', pattern: free ?? others.length % mostDepartments }
}
