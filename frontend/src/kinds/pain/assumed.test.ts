import { expect, test } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { assumedAt } from './assumed'

test('a step shows what is assumed or unknown, until it is known', () => {
  const pain = { fields: { text: 'Niemand vraagt terug', evidence_level: 'assumed' } }
  const merged = { fields: { text: 'Dubbel', evidence_level: 'unknown', merged_into: 'x' } }
  const unsaid = { fields: { text: 'Nog niets over gezegd' } }
  const need = { fields: { text: 'Ik wil …', evidence_level: 'unknown', step_ids: ['s1'] } }
  const elsewhere = { fields: { text: 'Ik wil …', evidence_level: 'unknown', step_ids: ['s2'] } }
  const board = {
    hanging: () => [pain, merged, unsaid],
    all: () => [need, elsewhere],
  } as unknown as BoardState
  expect(assumedAt(board, 's1')).toBe(2)
  pain.fields.evidence_level = 'known'
  expect(assumedAt(board, 's1')).toBe(1)
  expect(assumedAt(board, 's2')).toBe(1)
})
