/**
 * One websocket to a board that keeps coming back: hello, resume, backoff, wake-ups, and a ping when it is silent. It knows frames
 * and time, nothing of records.
 */
import type { ClientFrame, ServerFrame } from './ops'

export type ClosedFor = 'gone' | 'not_allowed' | 'newer'

export interface Listener {
  /** The first frame of a connection. */
  hello: () => ClientFrame
  frame: (frame: ServerFrame) => void
  /** The connection ended and another one will be tried. */
  lost: () => void
  /** The connection ended for good. */
  closed: (why: ClosedFor) => void
}

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
const silence = 20_000
const overdue = 10_000
const opening = 15_000
const open = 1

const forGood: Record<number, ClosedFor> = { 4001: 'gone', 4003: 'not_allowed', 4009: 'newer' }

/** How long to wait before try n (0, 1 …): full jitter, so that a room does not come back all at once. */
export function backoff(n: number, random = Math.random): number {
  return random() * Math.min(longestWait, firstWait * 2 ** n)
}

export class Socket {
  #wire: Wire | undefined
  #tries = 0
  #heard = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #watch: ReturnType<typeof setTimeout> | undefined
  #ended = true
  /** Rises with every wire; what an older one still says is not for us. */
  #number = 0

  constructor(
    readonly address: string,
    readonly on: Listener,
    readonly make: (address: string) => Wire = (to) => new WebSocket(to),
  ) {}

  start(): void {
    if (!this.#ended) return
    this.#ended = false
    globalThis.addEventListener?.('online', this.#wake)
    globalThis.document?.addEventListener('visibilitychange', this.#wake)
    this.#connect()
  }

  stop(): void {
    this.#ended = true
    globalThis.removeEventListener?.('online', this.#wake)
    globalThis.document?.removeEventListener('visibilitychange', this.#wake)
    clearTimeout(this.#retry)
    this.#let()
  }

  /** Sends when the line is open; otherwise nothing happens, because the outbox sends it again after the welcome. */
  send(frame: ClientFrame): void {
    if (this.#wire?.readyState === open) this.#wire.send(JSON.stringify(frame))
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

  /** A welcome came: the next failure starts with a short wait again. */
  welcomed(): void {
    this.#tries = 0
  }

  #connect(): void {
    clearTimeout(this.#retry)
    this.#let()
    const number = ++this.#number
    const mine = (run: () => void) => () => {
      if (number === this.#number) run()
    }
    let wire: Wire
    try {
      wire = this.make(this.address)
    } catch {
      this.#comeBack()
      return
    }
    this.#wire = wire
    wire.onopen = mine(() => {
      this.#heard = Date.now()
      this.send(this.on.hello())
      this.#listen()
    })
    wire.onmessage = (event) => mine(() => this.#hear(event.data))()
    wire.onclose = (event) => mine(() => this.#gone(event.code))()
    wire.onerror = null // a close always follows
    this.#watch = setTimeout(mine(() => this.#gone(1006)), opening)
  }

  /** Lets go of the present wire; whatever it still says is ignored. */
  #let(): void {
    clearTimeout(this.#watch)
    this.#number++
    const wire = this.#wire
    this.#wire = undefined
    wire?.close()
  }

  #gone(code: number): void {
    this.#let()
    const why = forGood[code]
    if (!why) {
      this.#comeBack()
      return
    }
    this.stop()
    this.on.closed(why)
  }

  #comeBack(): void {
    if (this.#ended) return
    this.#retry = setTimeout(() => this.#connect(), backoff(this.#tries++))
    this.on.lost()
  }

  #hear(data: unknown): void {
    this.#heard = Date.now()
    const frame = parse(data)
    if (frame) this.on.frame(frame)
  }

  /** Pings when it is silent. Only an answer that is overdue means the line is dead: timers of hidden pages run late. */
  #listen(): void {
    clearTimeout(this.#watch)
    const left = silence - (Date.now() - this.#heard)
    this.#watch = setTimeout(() => (Date.now() - this.#heard < silence ? this.#listen() : this.#ask(overdue)), Math.max(0, left))
  }

  #ask(wait: number): void {
    clearTimeout(this.#watch)
    const asked = Date.now()
    this.send({ type: 'ping' })
    this.#watch = setTimeout(() => (this.#heard >= asked ? this.#listen() : this.#gone(1006)), wait)
  }

  /** The network is back, or somebody looks at the page again. */
  readonly #wake = (): void => {
    if (this.#ended || globalThis.document?.visibilityState === 'hidden') return
    if (this.#wire?.readyState === open) this.#ask(3000)
    else if (this.#retry !== undefined && !this.#wire) {
      this.#tries = 0
      this.#connect()
    }
  }
}

function parse(data: unknown): ServerFrame | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const found: unknown = JSON.parse(data)
    return typeof found === 'object' && found !== null && 'type' in found ? (found as ServerFrame) : undefined
  } catch {
    return undefined
  }
}
