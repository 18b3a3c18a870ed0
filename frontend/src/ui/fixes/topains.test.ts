import { describe, expect, it } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { painsToFix } from './topains'

const pain = (id: string, merged_into?: string) => ({ id, fields: { text: `Pijn ${id}`, merged_into } })

describe('what a fix can be for', () => {
  it('is what everybody sees, the top first: a pain that is still sealed gets another name at the reveal', () => {
    const all = [pain('a'), pain('b'), pain('mine'), pain('c', 'a')]
    const board = {
      insight: { coverage: { top: ['b'] } },
      all: () => all,
      shown: () => all.filter(({ id }) => id !== 'mine'),
    } as unknown as BoardState
    expect(painsToFix(board).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})
