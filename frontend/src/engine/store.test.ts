import { describe, expect, it, vi } from 'vitest'
import { fallingStore, memoryStore, type Store } from './store'

const full: Store = {
  ...memoryStore(),
  lasts: true,
  set: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  change: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
}
const stuck: Store = { ...memoryStore(), lasts: true, set: () => new Promise(() => undefined) }
const good = (on = new Map<string, unknown>()): Store => ({ ...memoryStore(on), lasts: true })

describe('places that fail', () => {
  it('hand over to the next one, and it says whether that lasts', async () => {
    const store = fallingStore([full, good(), memoryStore()])
    expect(store.lasts).toBe(true)
    await store.set('a', 1)
    expect(await store.get('a')).toBe(1)
    expect(store.lasts).toBe(true)
    const last = fallingStore([full, memoryStore()])
    await last.change('b', () => 2)
    expect(await last.get('b')).toBe(2)
    expect(last.lasts).toBe(false)
  })

  it('that never answer are left', async () => {
    vi.useFakeTimers()
    const store = fallingStore([stuck, memoryStore()])
    const done = store.set('a', 1)
    await vi.advanceTimersByTimeAsync(3000)
    await done
    vi.useRealTimers()
    expect(await store.get('a')).toBe(1)
    expect(store.lasts).toBe(false)
  })

  it('leave no older copy behind, and what they held is still found', async () => {
    const on = new Map<string, unknown>()
    let works = true
    const first: Store = { ...good(on), set: (key, value) => (works ? good(on).set(key, value) : Promise.reject(new Error('closed'))) }
    const store = fallingStore([first, good()])
    await store.set('a', 'old')
    await store.set('b', 'stays')
    works = false
    await store.set('a', 'new')
    expect(on.has('a')).toBe(false)
    expect(await store.get('a')).toBe('new')
    expect(await store.get('b')).toBe('stays')
    expect((await store.keys('')).sort()).toEqual(['a', 'b'])
    await store.change('b', () => 'changed')
    expect(on.get('b')).toBe('changed')
    await store.del('b')
    expect(await store.get('b')).toBeUndefined()
  })

  it('house 8: two writes that fail at once go to the next place, not to the one after it', async () => {
    const [local, memory] = [new Map<string, unknown>(), new Map<string, unknown>()]
    const store = fallingStore([full, good(local), memoryStore(memory)])
    await Promise.all([store.set('a', 1), store.set('b', 2)])
    expect([...local.keys()].sort()).toEqual(['a', 'b'])
    expect(memory.size).toBe(0)
    expect(store.lasts).toBe(true)
    const last = fallingStore([full, memoryStore(memory)])
    await Promise.all([last.set('c', 1), last.set('d', 2), last.change('e', () => 3)])
    expect([await last.get('c'), await last.get('d'), await last.get('e')]).toEqual([1, 2, 3])
  })

  it('house 8: what was written is not taken away because another write moved on meanwhile', async () => {
    const on = new Map<string, unknown>()
    const slow: Store = {
      ...good(on),
      set: (key, value) =>
        key === 'b' ? Promise.reject(new Error('full')) : new Promise((done) => setTimeout(() => done(good(on).set(key, value)), 10)),
    }
    const store = fallingStore([slow, good()])
    await Promise.all([store.set('a', 1), store.set('b', 2)])
    expect(await store.get('a')).toBe(1)
  })
})
