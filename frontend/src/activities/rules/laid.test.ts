// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { rules } from '.'
import { laidNow, writingNow } from './laid'

function boardOf(fields: object, named = 'round', many = 20): BoardState {
  const round = { id: 'round', kind: 'round', fields }
  const all = (kind: string) =>
    kind === 'round' ? [round] : kind === 'rule' ? Array.from({ length: many }, (_, i) => ({ id: `r${i}`, fields: { text: 'x' } })) : []
  const get = (id: string) => (id === 'round' ? round : undefined)
  return { all, get, one: () => ({ fields: { object_ref: named } }) } as unknown as BoardState
}

test('while everybody writes rules none of them is on the table, and then all of them are, over pages', () => {
  const open = boardOf({ collect: 'writing', writes: 'rule', state: 'open' })
  expect([writingNow(open), laidNow(open), rules.picture?.pages?.(open)]).toEqual([true, false, 1])
  const shown = boardOf({ collect: 'writing', writes: 'rule', state: 'revealed' })
  expect([writingNow(shown), laidNow(shown), rules.picture?.pages?.(shown)]).toEqual([false, true, 4])
})

test('one rule is on the screen once it is named, and where pains were written or a verdict was asked', () => {
  const fields = { collect: 'writing', writes: 'rule', state: 'revealed' }
  expect(laidNow(boardOf(fields, 'rule'))).toBe(false)
  expect(laidNow(boardOf({ ...fields, writes: 'pain' }))).toBe(false)
  expect(laidNow(boardOf({ collect: 'verdict', state: 'revealed' }))).toBe(false)
})
