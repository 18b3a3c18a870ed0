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
}

/** The best place this browser gives us. */
export async function bestStore(): Promise<Store> {
  try {
    const found = indexedStore()
    await found.get('muntsaus.probe')
    return found
  } catch {
    return localStore() ?? memoryStore()
  }
}

function indexedStore(): Store {
  const at = createStore('muntsaus', 'kept')
  return {
    get: (key) => get<unknown>(key, at),
    set: (key, value) => set(key, value, at),
    del: (key) => del(key, at),
    keys: async (prefix) => (await keys<string>(at)).filter((key) => key.startsWith(prefix)),
    change: (key, make) => update<unknown>(key, make, at),
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
  }
}
