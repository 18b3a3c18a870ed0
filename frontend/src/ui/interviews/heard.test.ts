// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import { talkPages } from './heard'
import { interviews } from './picture'

beforeAll(() => words.choose('nl'))

const talk = (id: string, status: string, answers?: string[]) => ({ id, fields: { customer_ref: id, status, answers } })
const boardOf = (...talks: object[]) => ({ all: () => talks }) as unknown as BoardState

test('shows talks that were held one by one, each question with its answer', () => {
  const board = boardOf(
    talk('a', 'done', ['', 'Ik wachtte een uur', '', 'De kok kwam zelf']),
    talk('b', 'planned', ['nog niet gevraagd']),
    talk('c', 'done'),
    talk('d', 'done', ['', ' ', '', '', '', 'De soep']),
    talk('e', 'cancelled', ['x']),
  )
  expect(talkPages(board).map(({ talk, n, of, heard }) => [talk.id, n, of, ...heard.map((one) => `${one.question} ${one.text}`)])).toEqual([
    ['a', 1, 2, 'Vertel wat er gebeurde. Ik wachtte een uur', 'Wat verraste u? De kok kwam zelf'],
    ['d', 2, 2, 'Wat moet blijven zoals het is? De soep'],
  ])
  expect([interviews.any?.(board), interviews.pages?.(board), interviews.fact?.(board)]).toEqual([
    true,
    2,
    '3 gesprekken gevoerd, 1 gepland',
  ])
})

test('gives a talk as many pages as its answers take, and leaves nothing out', () => {
  const long = 'x'.repeat(600)
  expect(talkPages(boardOf(talk('a', 'done', [long, 'kort', long, 'a', 'b', 'c']))).map((page) => page.heard.length)).toEqual([1, 1, 1, 3])
  const short = boardOf(talk('a', 'done', ['1', '2', '3', '4', '5', '6']))
  expect(talkPages(short).map(({ n, of, heard }) => [n, of, heard.length])).toEqual([
    [1, 1, 4],
    [1, 1, 2],
  ])
})

test('says nothing where nothing was planned, and has one empty page', () => {
  const board = boardOf()
  expect([interviews.any?.(board), interviews.pages?.(board), interviews.fact?.(board)]).toEqual([false, 1, ''])
})
