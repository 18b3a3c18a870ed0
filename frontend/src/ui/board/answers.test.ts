// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { Rec } from '../../engine/ops'
import { kinds } from '../../engine/records.gen'
import { words } from '../../words/words.svelte'
import { onCard, valueOf } from './answers'

const pain = (fields: object) => ({ id: 'p', kind: 'pain', at: 0, fields }) as Rec

it('says on a card what its kind says is seen there, a value of a newer server as it is', () => {
  void words.choose('nl')
  expect(onCard(pain({ text: 'Klant wacht lang', frequency: 'daily' }))).toBe('')
  const field = kinds.pain.card?.[0] ?? ''
  const first = words.options('pain', field)[0]
  if (!first) throw new Error(`${field} has no words`)
  expect(onCard(pain({ [field]: first.value }))).toBe(words.inLine('pain', field, first.value))
  expect(onCard(pain({ [field]: 'from_tomorrow' }))).toBe('from_tomorrow')
})

it('knows yes and no, numbers and names', () => {
  expect([valueOf('true'), valueOf('false'), valueOf('-2'), valueOf('15'), valueOf('daily')]).toEqual([true, false, -2, 15, 'daily'])
})
