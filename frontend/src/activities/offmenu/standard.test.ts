// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import { outsideOf, standard, widest } from './standard'

beforeAll(() => words.choose('nl'))

const boardOf = (...shares: (number | undefined)[]) => {
  const steps = shares.map((exception_share, i) => ({ id: `s${i + 1}`, fields: { title: `Stap ${i + 1}`, exception_share } }))
  return {
    all: () => [{ id: 'phase' }],
    hanging: () => steps,
    get: (id: string) => steps.find((step) => step.id === id),
  } as unknown as BoardState
}

test('80/20: the most customers outside the standard first, and of how many steps it is estimated', () => {
  const board = boardOf(5, undefined, 20, 0)
  expect(outsideOf(board).map(({ number, share }) => [number, share])).toEqual([
    [3, 20],
    [1, 5],
    [4, 0],
  ])
  expect(widest(outsideOf(board))?.title).toBe('Stap 3')
  expect(standard.fact?.(board)).toBe('schatting, bij 3 van 4 stappen')
})

test('80/20: no step is called the widest where two are alike, where it fits everybody, and where nobody estimated', () => {
  for (const board of [boardOf(20, 20, 5), boardOf(0), boardOf(undefined)]) expect(widest(outsideOf(board))).toBeUndefined()
  expect([
    standard.any?.(boardOf(undefined)),
    standard.fact?.(boardOf(undefined)),
    standard.pages?.(boardOf(...Array<number>(15).fill(1))),
  ]).toEqual([false, '', 3])
})
