import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Records } from './apply'
import type { Effect, Rec } from './ops'

interface Replay {
  name: string
  start: Rec[]
  entries: { at: number; effects: Effect[] }[]
  want: Rec[]
}

const folder = join(process.cwd(), '../boards/testdata/replay')

/** Go leaves an empty `ver` out. */
const plain = (recs: Iterable<Rec>) =>
  [...recs]
    .map((rec) => (rec.ver && Object.keys(rec.ver).length > 0 ? rec : (({ ver: _, ...rest }) => rest)(rec)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

describe('Apply is the same in Go (boards/replay_test.go)', () => {
  const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Replay)

  it.each(files)('$name', ({ start, entries, want }) => {
    const records = new Records()
    for (const rec of start) records.replace(rec.id, rec)
    for (const entry of entries) for (const effect of entry.effects) records.apply(effect)
    expect(plain(records.values())).toEqual(plain(want))
  })

  it('has them all', () => expect(files.length).toBeGreaterThanOrEqual(8))
})

describe('nonsense that only a broken program sends', () => {
  it('changes nothing', () => {
    const records = new Records()
    for (const effect of [{ e: 'put' }, { e: 'put', record: {} }, { e: 'sing' }]) records.apply(effect as Effect)
    expect(records.size).toBe(0)
    records.apply({ e: 'put', record: { id: 'a', kind: 'step', at: 1 } as Rec })
    records.apply({ e: 'set', id: 'a', fields: { title: 'x', __proto__x: 1 } })
    expect(records.get('a')?.fields).toEqual({ title: 'x', __proto__x: 1 })
  })
})

describe('the lists', () => {
  const step = (id: string, phase: string, order: string, at = 1): Rec => ({ id, kind: 'step', at, fields: { phase_id: phase, order } })

  it('are sorted by the bytes of the key, then time, then id', () => {
    const records = new Records()
    for (const rec of [step('d', 'p', 'av'), step('c', 'p', 'aV'), step('b', 'p', 'aV'), step('a', 'p', 'aV', 2)])
      records.replace(rec.id, rec)
    expect(records.all('step').map((s) => s.id)).toEqual(['b', 'c', 'a', 'd'])
  })

  it('follow a record to another parent, and stay the same object while nothing changes', () => {
    const records = new Records()
    for (const rec of [step('a', 'p', 'a0'), step('b', 'p', 'a1')]) records.replace(rec.id, rec)
    const list = records.hanging('p', 'step')
    expect(records.hanging('p', 'step')).toBe(list)
    records.apply({ e: 'set', id: 'a', fields: { phase_id: 'q' } })
    expect(records.hanging('p', 'step').map((s) => s.id)).toEqual(['b'])
    expect(records.hanging('q', 'step').map((s) => s.id)).toEqual(['a'])
    expect(list.length).toBe(2)
  })
})
