/** Where a page keeps what is not on the server yet: IndexedDB, else localStorage, else memory. Values are plain data. */
import { createStore, del, get, keys, set, update } from 'idb-keyval'

export interface Store {
  get: (key: string) => Promise<unknown>
  set: (key: string, value: unknown) => Promise<void>
  del: (key: string) => Promise<void>
  /** All keys that begin so. */
  keys: (prefix: string) => Promise<string[]>
  /** Reads and writes in one step, so that two pages cannot both win. */
  change: (key: string, make: (old: unknown) => unknown) => Promise<void>
  /** Whether what is kept outlives this page. */
  readonly lasts: boolean
}

/** Some browsers never answer in a private window, or after an update in another tab. */
const patience = 3000

/** The places this browser gives us, the best first. */
export async function bestStore(): Promise<Store> {
  const places: Store[] = []
  try {
    const found = indexedStore()
    await within(patience, found.set('muntsaus.probe', 1))
    await within(patience, found.del('muntsaus.probe'))
    places.push(found)
  } catch {
    // Missing, refused or stuck.
  }
  const local = localStore()
  if (local) places.push(local)
  return fallingStore([...places, memoryStore()])
}

/** Keeps in the first place that takes it; what a place refuses later (full, closed) goes to the next one, and so does all that follows. */
export function fallingStore(places: readonly Store[]): Store {
  let at = 0
  /** Tells which place took it: another write may have moved on meanwhile, or fail beside this one. */
  async function fall<T>(run: (place: Store) => Promise<T>): Promise<number> {
    for (;;) {
      const tried = at
      try {
        await within(patience, run(places[tried] as Store))
        return tried
      } catch (thrown) {
        if (tried === places.length - 1) throw thrown
        at = Math.max(at, tried + 1)
      }
    }
  }
  /** The place that holds it; the weakest first, because it was written last. */
  async function holder(key: string): Promise<{ place: Store; value: unknown } | undefined> {
    for (const place of [...places].reverse()) {
      const value = await place.get(key).catch(() => undefined)
      if (value !== undefined) return { place, value }
    }
    return undefined
  }
  const gone = (key: string, from: readonly Store[]) => Promise.all(from.map((place) => place.del(key).catch(() => undefined)))
  return {
    get lasts() {
      return (places[at] as Store).lasts
    },
    get: async (key) => (await holder(key))?.value,
    set: async (key, value) => {
      const taken = await fall((place) => place.set(key, value))
      await gone(key, places.slice(0, taken))
    },
    del: async (key) => void (await gone(key, places)),
    keys: async (prefix) => [...new Set((await Promise.all(places.map((place) => place.keys(prefix).catch(() => [])))).flat())],
    change: async (key, make) => {
      const held = await holder(key)
      await (held ? held.place.change(key, make) : fall((place) => place.change(key, make)))
    },
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('no answer')), ms)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function indexedStore(): Store {
  const at = createStore('muntsaus', 'kept')
  return {
    get: (key) => get<unknown>(key, at),
    set: (key, value) => set(key, value, at),
    del: (key) => del(key, at),
    keys: async (prefix) => (await keys<string>(at)).filter((key) => key.startsWith(prefix)),
    change: (key, make) => update<unknown>(key, make, at),
    lasts: true,
  }
}

/** Local storage, null where it is refused (private window, full). */
export function localStore(): Store | null {
  try {
    const at = window.localStorage
    at.setItem('muntsaus.probe', '1')
    at.removeItem('muntsaus.probe')
    return textStore(at)
  } catch {
    return null
  }
}

const inLocal = 'muntsaus.kept.'

/** JSON in a storage of texts. */
function textStore(at: Storage): Store {
  const read = (key: string): unknown => {
    try {
      return JSON.parse(at.getItem(inLocal + key) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }
  const write = (key: string, value: unknown) => at.setItem(inLocal + key, JSON.stringify(value))
  return {
    get: (key) => Promise.resolve(read(key)),
    set: (key, value) => Promise.resolve().then(() => write(key, value)),
    del: (key) => Promise.resolve(at.removeItem(inLocal + key)),
    keys: (prefix) =>
      Promise.resolve(
        Array.from({ length: at.length }, (_, i) => at.key(i) ?? '')
          .filter((key) => key.startsWith(inLocal + prefix))
          .map((key) => key.slice(inLocal.length)),
      ),
    change: (key, make) => Promise.resolve().then(() => write(key, make(read(key)))),
    lasts: true,
  }
}

/** For tests, and for browsers that keep nothing. Values are copied, as they are in the other places. */
export function memoryStore(on = new Map<string, unknown>()): Store {
  const copy = (value: unknown): unknown => structuredClone(value)
  return {
    get: (key) => Promise.resolve(copy(on.get(key))),
    set: (key, value) => Promise.resolve(void on.set(key, copy(value))),
    del: (key) => Promise.resolve(void on.delete(key)),
    keys: (prefix) => Promise.resolve([...on.keys()].filter((key) => key.startsWith(prefix))),
    change: (key, make) => Promise.resolve(void on.set(key, copy(make(copy(on.get(key)))))),
    lasts: false,
  }
}
