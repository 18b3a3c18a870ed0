/**
 * What this device keeps until the server has it: one outbox per page load, and the drawer of what could not be placed. An outbox
 * outlives its page; the next page of the same board and use takes it over, but never that of a page that still lives.
 */
import type { Kept, Lost } from './replica'
import type { Store } from './store'

/** An outbox as it is stored. */
interface Box {
  kept: Kept
  /** Whose words these are; another person on this device must not send them as their own. */
  person?: string | undefined
  at: number
  /** The older pages whose outboxes are in here; should one of them still be stored, it is out of date. */
  adopted: string[]
  claim?: string
}

/** What another page of this person left. */
export interface Left {
  key: string
  kept: Kept
  person: string | undefined
}

/** A lost change in the drawer. */
export interface Stored extends Lost {
  key: string
  at: number
}

/** How pages of one board and use tell each other that they live. */
export interface Neighbours {
  /** The page ids that live now. */
  alive: () => Promise<Set<string>>
  /** The page goes, perhaps to be frozen: the next one need not wait for it. */
  rest: () => void
  leave: () => void
}

export class Outbox {
  #latest: Box | undefined
  #writing: Promise<void> | undefined
  #stored = false
  #written = ''
  /** Counts saves and last words, to know which is the later one. */
  #turn = 0
  #spoke = 0
  #adopted: string[] = []

  constructor(
    readonly store: Store,
    readonly place: string,
    public client: string,
    readonly neighbours: Neighbours,
    readonly clock: () => number = Date.now,
  ) {}

  /** Keeps what is not confirmed. Writes one after the other, always the latest; an empty outbox is removed. */
  save(kept: Kept, person: string | undefined): Promise<void> {
    const text = JSON.stringify([kept, person, this.#adopted])
    this.#turn++
    if (text === this.#written) return this.#writing ?? Promise.resolve()
    this.#written = text
    const [copy] = JSON.parse(text) as [Kept]
    this.#latest = { kept: copy, person, at: this.clock(), adopted: this.#adopted }
    return (this.#writing ??= this.#write().finally(() => (this.#writing = undefined)))
  }

  async #write(): Promise<void> {
    while (this.#latest) {
      const box = this.#latest
      this.#latest = undefined
      try {
        await this.#put(box)
      } catch {
        // Full or refused: the page itself still has everything, and says that it is not saved.
      }
    }
  }

  async #put(box: Box): Promise<void> {
    const key = this.#key(box.kept.client)
    const turn = this.#turn
    if (box.kept.pushes.length > 0 || box.kept.drafts.length > 0) {
      this.#stored = true
      await this.store.set(key, box)
    } else if (this.#stored) {
      this.#stored = false
      await this.store.del(key)
    }
    if (this.#spoke < turn) localStorageOf()?.removeItem(lastPrefix + key)
  }

  /** The last words of a page that goes: written at once, because nothing else finishes any more. */
  lastWords(kept: Kept, person: string | undefined): void {
    const key = lastPrefix + this.#key(kept.client)
    this.#spoke = ++this.#turn
    const storage = localStorageOf()
    if (kept.pushes.length === 0 && kept.drafts.length === 0) storage?.removeItem(key)
    else {
      try {
        storage?.setItem(key, JSON.stringify({ kept, person, at: this.clock(), adopted: this.#adopted } satisfies Box))
      } catch {
        // Full; what was written before stands.
      }
    }
  }

  /** Claims what dead pages left. */
  async leftovers(): Promise<Left[]> {
    const alive = await this.neighbours.alive()
    const found: Left[] = []
    const boxes = await this.#boxes()
    const old = new Set([...boxes.values()].flatMap((box) => box.adopted))
    for (const [key, box] of boxes) {
      const client = box.kept.client
      if (client === this.client || alive.has(client)) continue
      if (old.has(client)) await this.#remove(key)
      else if (await this.#claim(key, box, alive)) {
        await this.store.set(this.#taken(client), this.clock())
        found.push({ key, kept: box.kept, person: box.person })
      }
    }
    await this.#tidy()
    return found
  }

  /** Every outbox of this place, the newest of what was stored and of last words. */
  async #boxes(): Promise<Map<string, Box>> {
    const boxes = new Map<string, Box>()
    for (const key of await this.store.keys(this.#key(''))) {
      const box = await this.store.get(key)
      if (isBox(box)) boxes.set(key, box)
    }
    for (const [key, box] of lastBoxes(this.#key(''))) if (box.at >= (boxes.get(key)?.at ?? 0)) boxes.set(key, box)
    return boxes
  }

  async #claim(key: string, box: Box, alive: ReadonlySet<string>): Promise<boolean> {
    let mine = false
    await this.store.change(key, (now) => {
      const claim = isBox(now) ? now.claim : undefined
      const there = isBox(now) || localStorageOf()?.getItem(lastPrefix + key) != null // else another page has just finished with it
      mine = there && (claim === undefined || claim === this.client || !alive.has(claim))
      return mine ? { ...box, claim: this.client } : now
    })
    return mine
  }

  /** What was left is in this page's own outbox now: that is written first, and only then the old one goes. */
  async taken(left: Left, kept: Kept, person: string | undefined): Promise<void> {
    this.#adopted = [...this.#adopted, left.kept.client].slice(-20)
    await this.save(kept, person)
    await this.#remove(left.key)
  }

  /** Whether another page took over what this one had, while this one was frozen. */
  async lostToAnother(): Promise<boolean> {
    return (await this.store.get(this.#taken(this.client)).catch(() => undefined)) !== undefined
  }

  /** Says to a page that may only be frozen that its outbox is taken. */
  #taken(client: string): string {
    return `taken.${this.place}.${client}`
  }

  /** Nobody wakes up after so long. */
  async #tidy(): Promise<void> {
    for (const key of await this.store.keys(this.#taken(''))) {
      const at = await this.store.get(key)
      if (typeof at !== 'number' || this.clock() - at > aWeek) await this.store.del(key)
    }
  }

  async #remove(key: string): Promise<void> {
    localStorageOf()?.removeItem(lastPrefix + key)
    await this.store.del(key)
  }

  #key(client: string): string {
    return `outbox.${this.place}.${client}`
  }

  // ---- the drawer

  async lose(stored: Stored): Promise<void> {
    await this.store.set(stored.key, plain(stored)).catch(() => undefined)
  }

  async drawer(): Promise<Stored[]> {
    const list: Stored[] = []
    for (const key of await this.store.keys(`lost.${this.place}.`)) {
      const found = await this.store.get(key)
      if (isStored(found)) list.push(found)
    }
    return list.sort((a, b) => a.at - b.at)
  }

  async forget(key: string): Promise<void> {
    await this.store.del(key)
  }
}

const aWeek = 7 * 24 * 3600 * 1000
const lastPrefix = 'muntsaus.last.'

function localStorageOf(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

function lastBoxes(prefix: string): [string, Box][] {
  const at = localStorageOf()
  const out: [string, Box][] = []
  for (let i = 0; at && i < at.length; i++) {
    const name = at.key(i) ?? ''
    if (!name.startsWith(lastPrefix + prefix)) continue
    try {
      const box: unknown = JSON.parse(at.getItem(name) ?? 'null')
      if (isBox(box)) out.push([name.slice(lastPrefix.length), box])
    } catch {
      // Half written; what is in the store stands.
    }
  }
  return out
}

/** Records are proxied nowhere, but a stored copy must not change with the page. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

function isBox(found: unknown): found is Box {
  const box = found as Partial<Box> | null | undefined
  return typeof box === 'object' && box !== null && typeof box.kept?.client === 'string' && Array.isArray(box.adopted)
}

function isStored(found: unknown): found is Stored {
  const item = found as Partial<Stored> | null | undefined
  return typeof item === 'object' && item !== null && typeof item.key === 'string' && Array.isArray(item.texts)
}

const heartbeat = 2000
const stillAlive = 5000
const patience = 250

/**
 * Says on this device that a page lives: by a heartbeat in localStorage, and by answering on a channel, because timers of hidden
 * pages run late while messages do not.
 */
export function neighboursOf(place: string, client: string): Neighbours {
  const prefix = `muntsaus.alive.${place}.`
  const storage = localStorageOf()
  const beat = () => {
    try {
      storage?.setItem(prefix + client, String(Date.now()))
    } catch {
      // Full; the channel still answers.
    }
  }
  beat()
  const timer = setInterval(beat, heartbeat)
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(prefix)
  const answers = new Set<string>()
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<{ ask?: true; here?: string }>) => {
      if (data.ask) channel.postMessage({ here: client })
      if (data.here) answers.add(data.here)
    }
  }
  const beating = () => {
    const alive = new Set<string>([client])
    for (let i = 0; storage && i < storage.length; i++) {
      const name = storage.key(i) ?? ''
      const at = Number(storage.getItem(name))
      if (name.startsWith(prefix) && Date.now() - at < stillAlive) alive.add(name.slice(prefix.length))
    }
    return alive
  }
  return {
    alive: async () => {
      answers.clear()
      channel?.postMessage({ ask: true })
      if (channel) await new Promise((done) => setTimeout(done, patience))
      return new Set([...beating(), ...answers])
    },
    rest: () => storage?.removeItem(prefix + client),
    leave: () => {
      clearInterval(timer)
      channel?.close()
      storage?.removeItem(prefix + client)
    },
  }
}
