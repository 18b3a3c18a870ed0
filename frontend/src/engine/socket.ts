/**
 * One line to a board that keeps coming back: hello, resume, backoff, wake-ups, and a ping when it is silent. It is a websocket, or goes
 * by requests while something in between stops those. It knows frames and time, nothing of records.
 */
import type { ClientFrame, ServerFrame } from './ops'
import { RequestWire, type Way } from './requests'

export type ClosedFor = 'gone' | 'not_allowed' | 'newer'

export interface Listener {
  /** The first frame of a connection. */
  hello: () => ClientFrame
  frame: (frame: ServerFrame) => void
  /** The connection ended and another one will be tried. */
  lost: () => void
  /** The connection ended for good. */
  closed: (why: ClosedFor) => void
  /**
   * Asked when a line closed before it opened, because a page cannot read why: null = go on trying, fine = the server answers and has
   * nothing against us, login = something in between answers with a page of its own. May throw.
   */
  barred: () => Promise<Barred>
  /** No line opens although somebody answers, or one does again (false). */
  stopped?: (by: Stopped) => void
  /** A line opened, by this way. */
  way?: (way: Way) => void
}

export type Barred = ClosedFor | 'fine' | 'login' | null
/** What keeps lines from opening: something that lets none through, or a network where one must sign in first. */
export type Stopped = 'stopped' | 'login' | false

/** What a socket needs of a browser; tests hand in their own. */
export interface Wire {
  readyState: number
  send: (text: string) => void
  close: () => void
  onopen: ((event: Event) => unknown) | null
  onmessage: ((event: MessageEvent) => unknown) | null
  onclose: ((event: CloseEvent) => unknown) | null
  onerror: ((event: Event) => unknown) | null
}

const firstWait = 1000
const longestWait = 15_000
/** After so many lines that did not open although the server answers, the next ones wait long: a proxy does not change its mind. */
const refusedOften = 3
const longWait = 20_000
/** A page nobody looks at comes back as if it had failed this often already, so that a hall of hidden tabs is no storm. */
const hiddenTries = 4
/** Somebody looks again: the next waits are short once more, but not so short that switching tabs hammers a server that is down. */
const lookingTries = 2
/** The server is heard every 20 s at least, or asked. */
const silence = 20_000
/** A change is answered long before this. */
const answering = 4000
const overdue = 10_000
/** When a change waits for its answer, two questions stand open. */
const overdueToo = 6000
/** For an answer when we have a reason to doubt the line. */
const doubted = 3000
const opening = 15_000
/** Where there is another way, what does not open by then never does; a stream whose first word does not come is held up. */
const deciding = 5000
/** So many websockets are refused before the next way is tried: one may have met a server that starts. */
const refusedSockets = 2
/** While it goes by requests, a websocket is tried after so long, then after twice as long, and so on. */
const firstBack = 30_000
const longestBack = 300_000
/** A line that lasted so long was a good one. */
const held = 10_000
const pulse = 2000
/** A pulse this late means that the machine slept. */
const slept = 7000
const connecting = 0
const open = 1

const forGood: Record<number, ClosedFor> = { 4001: 'gone', 4003: 'not_allowed', 4009: 'newer' }

/** How long to wait before try n (0, 1 …): full jitter, so that a room does not come back all at once. */
export function backoff(n: number, random = Math.random): number {
  return random() * Math.min(longestWait, firstWait * 2 ** n)
}

const hidden = () => globalThis.document?.visibilityState === 'hidden'

/** The clock that timers follow: nobody puts it back, and on some machines it stands still in a sleep. */
const now = () => performance.now()
const since = (at: number) => now() - at

export class Socket {
  #wire: Wire | undefined
  #tries = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #watch: ReturnType<typeof setTimeout> | undefined
  #pulse: ReturnType<typeof setInterval> | undefined
  #ended = true
  /** Lines in a row that did not open although the server answers. */
  #refused = 0
  /** Of those the ones by the present way. */
  #refusedHere = 0
  /** Where we are in the list of ways. */
  #at = 0
  /** Whether this line told anything. */
  #told = false
  /** The websocket that is tried while it goes by requests. */
  #trial: Wire | undefined
  #back: ReturnType<typeof setTimeout> | undefined
  #backIn = firstBack
  /** Rises with every wire; what an older one still says is not for us. */
  #number = 0
  #madeAt = 0
  #welcomedAt: number | undefined
  #heardAt = 0
  /** When the first change was sent that nothing was heard after. */
  #waitsFrom: number | undefined
  /** Nothing was heard since we asked. */
  #asked = false

  constructor(
    readonly address: string,
    readonly on: Listener,
    readonly make: (address: string, way: Way) => Wire = makeWire,
    readonly random: () => number = () => Math.random(),
    /** The best first. */
    readonly ways: readonly Way[] = ['socket'],
  ) {}

  get #way(): Way {
    return this.ways[this.#at] ?? 'socket'
  }

  get #hasNext(): boolean {
    return this.#at + 1 < this.ways.length
  }

  start(): void {
    if (!this.#ended) return
    this.#ended = false
    globalThis.addEventListener?.('online', this.#online)
    globalThis.addEventListener?.('offline', this.#doubt)
    globalThis.document?.addEventListener('visibilitychange', this.#look)
    globalThis.document?.addEventListener('resume', this.#look)
    this.#feelPulse()
    this.#connect()
  }

  stop(): void {
    this.#ended = true
    globalThis.removeEventListener?.('online', this.#online)
    globalThis.removeEventListener?.('offline', this.#doubt)
    globalThis.document?.removeEventListener('visibilitychange', this.#look)
    globalThis.document?.removeEventListener('resume', this.#look)
    clearInterval(this.#pulse)
    clearTimeout(this.#retry)
    this.#leaveTrial()
    this.#let()
  }

  /** Sends when the line is open; otherwise nothing happens, because the outbox sends it again after the welcome. */
  send(frame: ClientFrame): void {
    if (this.#wire?.readyState !== open) return
    this.#wire.send(JSON.stringify(frame))
    if (frame.type !== 'push' || this.#waitsFrom !== undefined || this.#asked) return
    this.#waitsFrom = now()
    this.#listen()
  }

  /** Says hello again on the same line, or opens one. */
  again(): void {
    if (this.#wire?.readyState === open) this.send(this.on.hello())
    else this.#connect()
  }

  /** Whether the last try came to nothing. */
  get failed(): boolean {
    return this.#tries > 0
  }

  /** A welcome came. When this line lasts, the next failure starts with a short wait again. */
  welcomed(): void {
    this.#welcomedAt ??= now()
  }

  #connect(): void {
    if (this.#ended) return
    clearTimeout(this.#retry)
    this.#leaveTrial()
    this.#let()
    let wire: Wire
    try {
      wire = this.make(this.address, this.#way)
    } catch {
      this.#comeBack()
      return
    }
    const mine = this.#use(wire)
    const several = this.ways.length > 1
    this.#watch = setTimeout(
      mine(() => (several ? this.#notOpened(true) : this.#gone(1006))),
      several && this.#way !== 'poll' ? deciding : opening,
    )
  }

  /** Makes a wire the present one. What it gives guards what may only happen while it is. */
  #use(wire: Wire): (run: () => void) => () => void {
    const number = ++this.#number
    const mine = (run: () => void) => () => {
      if (number === this.#number) run()
    }
    this.#wire = wire
    this.#madeAt = now()
    this.#told = false
    let opened = wire.readyState === open
    wire.onopen = mine(() => {
      opened = true
      this.#opened()
    })
    wire.onmessage = (event) => mine(() => this.#hear(event.data))()
    wire.onclose = (event) => mine(() => (opened || forGood[event.code] ? this.#gone(event.code) : this.#notOpened(false)))()
    wire.onerror = null // a close always follows
    return mine
  }

  #opened(): void {
    this.#refused = 0
    this.#refusedHere = 0
    this.on.stopped?.(false)
    this.on.way?.(this.#way)
    this.#heardAt = now()
    this.send(this.on.hello())
    if (this.#way === 'stream') this.#waitsFrom ??= now() // its first word came; the next one may be held up
    this.#listen()
    if (this.#at > 0) this.#tryBack()
  }

  /** Lets go of the present wire; whatever it still says is ignored. */
  #let(): void {
    clearTimeout(this.#watch)
    this.#number++
    const wire = this.#wire
    this.#wire = undefined
    this.#waitsFrom = undefined
    this.#asked = false
    wire?.close()
  }

  #gone(code: number): void {
    if (this.#welcomedAt !== undefined && since(this.#welcomedAt) > held) this.#tries = 0
    this.#welcomedAt = undefined
    const heldUp = this.#way === 'stream' && !this.#told && this.#wire?.readyState === open
    this.#let()
    const why = forGood[code]
    if (why) return this.#end(why)
    this.#comeBack()
    if (heldUp) this.#next()
  }

  #end(why: ClosedFor): void {
    this.stop()
    this.on.closed(why)
  }

  /** No connection, or we may not have one: the next try does not wait for the answer, and ends if the answer is no. */
  #notOpened(late: boolean): void {
    this.#gone(1006)
    const at = this.#at
    this.on.barred().then(
      (why) => {
        if (this.#ended || this.#wire?.readyState === open) return
        if (why === 'fine') return this.#refuse(late, at)
        this.#refused = 0
        this.#refusedHere = 0
        if (why && why !== 'login') return this.#end(why)
        this.on.stopped?.(why === 'login' && 'login')
      },
      () => undefined, // nobody answers: go on trying
    )
  }

  /** The server answers and has nothing against us: what does not open here may do so by another way. */
  #refuse(late: boolean, at: number): void {
    if (at !== this.#at) return
    this.#refused++
    this.#refusedHere++
    const given = late || this.#way !== 'socket' || this.#refusedHere >= refusedSockets
    if (this.#hasNext) {
      if (given) this.#next()
      return
    }
    this.#at = 0
    this.#refusedHere = 0
    this.on.stopped?.(this.#refused >= refusedOften && 'stopped')
  }

  /** Goes on by the next way, at once. */
  #next(): void {
    if (this.#ended || !this.#hasNext) return
    this.#at++
    this.#refusedHere = 0
    this.#tries = 0
    this.#connect()
  }

  /** Tries from time to time whether a websocket opens again, and goes on by it. */
  #tryBack(wait = this.#backIn): void {
    clearTimeout(this.#back)
    this.#back = setTimeout(
      () => {
        if (hidden()) return this.#tryBack()
        this.#backIn = Math.min(longestBack, this.#backIn * 2)
        this.#try()
      },
      wait * (1 + this.random() / 2),
    )
  }

  #try(): void {
    const [best = 'socket'] = this.ways
    let trial: Wire
    try {
      trial = this.make(this.address, best)
    } catch {
      return this.#tryBack()
    }
    this.#trial = trial
    const over = () => {
      if (this.#trial !== trial) return
      this.#leaveTrial()
      this.#tryBack()
    }
    trial.onclose = over
    trial.onopen = () => {
      if (this.#trial === trial) this.#goBack(trial)
    }
    this.#back = setTimeout(over, deciding)
  }

  #goBack(trial: Wire): void {
    this.#trial = undefined
    clearTimeout(this.#back)
    clearTimeout(this.#retry)
    this.#let()
    this.#at = 0
    this.#backIn = firstBack
    this.#use(trial)
    this.#opened()
  }

  #leaveTrial(): void {
    clearTimeout(this.#back)
    const trial = this.#trial
    this.#trial = undefined
    if (!trial) return
    trial.onopen = null
    trial.onclose = null
    trial.close()
  }

  #comeBack(): void {
    if (this.#ended) return
    const n = hidden() ? Math.max(this.#tries, hiddenTries) : this.#tries
    this.#tries++
    const wait = this.#refused >= refusedOften && !this.#hasNext ? longWait * (1 + this.random()) : backoff(n, this.random)
    this.#retry = setTimeout(() => this.#connect(), wait)
    this.on.lost()
  }

  #hear(data: unknown): void {
    this.#heardAt = now()
    this.#waitsFrom = undefined
    this.#asked = false
    const frame = parse(data)
    if (!frame) return
    this.#told = true
    this.on.frame(frame)
  }

  /** Pings when it is silent, and soon when it leaves a change without an answer. */
  #listen(): void {
    clearTimeout(this.#watch)
    const left = () => (this.#waitsFrom === undefined ? silence - since(this.#heardAt) : answering - since(this.#waitsFrom))
    this.#watch = setTimeout(
      () => {
        if (left() > 0) this.#listen()
        else this.#ask(this.#waitsFrom === undefined ? overdue : overdueToo)
      },
      Math.max(0, left()),
    )
  }

  /** Only an answer that is overdue means the line is dead. When our own timer is late (a hidden page, a sleep), it is asked once more. */
  #ask(wait: number): void {
    clearTimeout(this.#watch)
    this.send({ type: 'ping' })
    this.#asked = true
    const from = now()
    this.#watch = setTimeout(() => {
      if (!this.#asked) this.#listen()
      else if (since(from) > wait + slept) this.#ask(doubted)
      else this.#gone(1006)
    }, wait)
  }

  /** Timers stand still while a machine sleeps, and no event tells that it woke. */
  #feelPulse(): void {
    let last = Date.now()
    this.#pulse = setInterval(() => {
      const late = Date.now() - last > slept
      last = Date.now()
      if (late) this.#look()
    }, pulse)
  }

  readonly #online = (): void => {
    this.#backIn = firstBack // it may be another network
    if (this.#at > 0 && this.#wire?.readyState === open && !this.#trial) this.#tryBack(doubted)
    this.#wake(0)
  }

  /** Somebody looks at the page again. */
  readonly #look = (): void => {
    if (!hidden()) this.#wake(Math.min(this.#tries, lookingTries))
  }

  /** The network seems to be gone; a server on this machine is still there. */
  readonly #doubt = (): void => {
    if (this.#wire?.readyState === open && !this.#asked) this.#ask(doubted)
  }

  #wake(tries: number): void {
    if (this.#ended) return
    if (this.#wire?.readyState === open) return this.#ask(doubted)
    // A line that is being opened may have been begun before the sleep.
    if (this.#wire?.readyState === connecting && since(this.#madeAt) < doubted) return
    this.#tries = tries
    this.#connect()
  }
}

function makeWire(address: string, way: Way): Wire {
  return way === 'socket' ? new WebSocket(address) : new RequestWire(address, way)
}

/** Some wires bring text and some what was read of it. */
function parse(data: unknown): ServerFrame | undefined {
  if (typeof data !== 'string') return isFrame(data) ? data : undefined
  try {
    const found: unknown = JSON.parse(data)
    return isFrame(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isFrame(found: unknown): found is ServerFrame {
  return typeof found === 'object' && found !== null && 'type' in found
}
