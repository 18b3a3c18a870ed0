// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import { mapFact } from './mapfact'

beforeAll(() => words.choose('nl'))

const boardOf = (insight: object, asked = false) => {
  const round = { fields: { collect: 'leading_vote', state: 'revealed' } }
  return { insight, all: () => (asked ? [round] : []) } as unknown as BoardState
}
const lead = { customerLeads: { yes: 2, of: 11 } }

test('the map says that it is a hypothesis as long as customers were hardly heard', () => {
  expect(mapFact(boardOf({ evidence: null }))).toBe('')
  expect(mapFact(boardOf({ evidence: { known: 1, of: 4, hypothesis: true } }))).toBe('Hypothesekaart: 1 van 4 pijnpunten gehoord')
  expect(mapFact(boardOf({ evidence: { known: 3, of: 4, hypothesis: false }, ...lead }, true))).toBe('klant leidend bij 2 van 11')
  expect(mapFact(boardOf({ evidence: { known: 1, of: 4, hypothesis: true }, ...lead }, true))).toBe(
    'Hypothesekaart, klant leidend bij 2 van 11',
  )
})
