import { describe, expect, it } from 'vitest'
import { Records } from '../engine/apply'
import type { Op } from '../engine/ops'
import { predict } from '../engine/predict'
import { likeness, mostAlike } from '../kinds/pain/similar'

describe('likeness of texts', () => {
  it('is the share of words in common, small words aside', () => {
    expect(likeness('De klant wacht te lang', 'klant wacht lang')).toBe(1)
    expect(likeness('Klant belt drie keer', 'klant belt nooit')).toBeCloseTo(0.4)
    expect(likeness('de en het', 'de en het')).toBe(0)
    expect(likeness('Rekening klopt niet', 'Niemand neemt op')).toBe(0)
  })

  it('puts what is alike first', () => {
    const others = [
      { id: 'a', text: 'Rekening klopt niet' },
      { id: 'b', text: 'Klant wacht lang op antwoord' },
    ]
    expect(mostAlike('De klant wacht lang', others).map((o) => [o.id, o.alike])).toEqual([
      ['b', true],
      ['a', false],
    ])
  })
})

describe('a hidden answer before the server confirmed it', () => {
  const guess = { person: 'p1', at: 1, deletedWith: () => [], splices: () => undefined }
  const rate = (id: string, fields: Record<string, unknown>, more = {}): Op => ({
    op: 'put',
    kind: 'rating',
    id,
    fields: { round_id: 'r1', step_id: 's1', ...fields },
    ...more,
  })

  it('is put once and then changed, keeping its id', () => {
    const records = new Records()
    for (const effect of predict(records, rate('a1', { value: -2, heard: true }), guess)) records.apply(effect)
    expect(predict(records, rate('a2', { value: 1 }), guess)).toEqual([{ e: 'set', id: 'a1', fields: { value: 1, heard: null } }])
    expect(predict(records, rate('a3', { value: -2, heard: true }), guess)).toEqual([])
    expect(predict(records, rate('a4', { step_id: 's2' }), guess)).toMatchObject([{ e: 'put', record: { id: 'a4' } }])
  })

  it('for somebody else is not shown at all', () => {
    expect(predict(new Records(), rate('a1', { value: 2 }, { for: { person_id: 'p2' } }), guess)).toEqual([])
  })
})
