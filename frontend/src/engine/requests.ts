/**
 * A line to a board where websockets are stopped: what we say goes by POST, one frame after the other, and what we are told comes as a
 * stream of events or, where something in between holds those up, as answers that wait. It knows requests, nothing of frames but the end.
 */
import { freshId } from './ids'
import type { Wire } from './socket'

export type Way = 'socket' | 'stream' | 'poll'

const connecting = 0
const open = 1
const closed = 3
const eventStream = 'text/event-stream'
/** A request that broke is made again so often before the line counts as lost. */
const mostTries = 4
const firstPause = 200
const crowded = 1000
const lost = 1006

/** The addresses of such a line, from that of the websocket. */
function addresses(live: string, name: string): { up: string; down: string } {
  const to = new URL(live.replace(/^ws/, 'http'))
  to.searchParams.set('client', name)
  const at = (way: string) => `${to.origin}${to.pathname}/${way}?${to.searchParams.toString()}`
  return { up: at('up'), down: at('down') }
}

export class RequestWire implements Wire {
  readyState: number = connecting
  onopen: Wire['onopen'] = null
  onmessage: Wire['onmessage'] = null
  onclose: Wire['onclose'] = null
  onerror: Wire['onerror'] = null

  readonly #up: string
  readonly #down: string
  readonly #end = new AbortController()
  readonly #waiting: string[] = []
  #sending = false
  #cursor = ''

  constructor(
    live: string,
    readonly way: 'stream' | 'poll',
  ) {
    const { up, down } = addresses(live, freshId())
    this.#up = up
    this.#down = down
    void this.#listen()
  }

  send(text: string): void {
    if (this.readyState !== open) return
    // Where somebody was is of no use once they are elsewhere; the first in the row is on its way.
    const stale = text.startsWith(here) ? this.#waiting.findIndex((earlier, i) => i > 0 && earlier.startsWith(here)) : -1
    if (stale > 0) this.#waiting.splice(stale, 1)
    this.#waiting.push(text)
    void this.#drain()
  }

  close(): void {
    this.readyState = closed
    this.#end.abort()
  }

  #over(code: number): void {
    if (this.readyState === closed) return
    this.close()
    this.onclose?.({ code } as CloseEvent)
  }

  #opened(): void {
    if (this.readyState !== connecting) return
    this.readyState = open
    this.onopen?.(new Event('open'))
  }

  async #drain(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    for (let text = this.#waiting[0]; text !== undefined && this.readyState === open; text = this.#waiting[0]) {
      if (!(await this.#post(text))) return this.#over(lost)
      this.#waiting.shift()
    }
    this.#sending = false
  }

  /** A frame may arrive twice when its answer was lost: a push has its number, and the rest does no harm. */
  async #post(text: string): Promise<boolean> {
    for (let n = 0; n < mostTries && this.readyState === open; n++) {
      const status = await this.#ask(this.#up, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } }).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status === 204) return true
      if (status >= 300 && status < 500 && status !== 429 && status !== 408) return false
      if (status === 200) return false // a page of something in between
      await pause(status === 429 ? crowded : firstPause * 2 ** n)
    }
    return false
  }

  #ask(address: string, init: RequestInit): Promise<Response> {
    return fetch(address, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: this.#end.signal })
  }

  /** Listens until the line is over. A request that broke goes on where it was; one that never brought anything ends the line. */
  async #listen(): Promise<void> {
    for (let failed = 0; this.readyState !== closed;) {
      const came = await (this.way === 'stream' ? this.#stream() : this.#poll()).catch(() => false)
      failed = came ? 0 : failed + 1
      if (this.readyState === connecting || failed >= mostTries) return this.#over(lost)
      if (!came) await pause(firstPause * 2 ** failed)
    }
  }

  /** One stream to its end; whether it brought anything. */
  async #stream(): Promise<boolean> {
    const headers = { Accept: eventStream, ...(this.#cursor ? { 'Last-Event-ID': this.#cursor } : {}) }
    const answer = await this.#ask(this.#down, { headers })
    const reader = is(answer, eventStream) ? answer.body?.getReader() : undefined
    if (!reader) return this.#refused(answer)
    const letters = new TextDecoder()
    let rest = ''
    let came = false
    for (;;) {
      const part = await reader.read().catch(() => undefined) // cut in the middle: what came is ours
      if (!part || part.done) return came
      came = true
      if (this.readyState === open) this.#tell('') // also half an event is a sign of life
      this.#opened()
      const events = (rest + letters.decode(part.value, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      try {
        for (const event of events) this.#event(event)
      } catch {
        void reader.cancel().catch(() => undefined)
        return false
      }
    }
  }

  #event(text: string): void {
    let data = ''
    let cursor = this.#cursor
    for (const row of text.split('\n')) {
      if (row.startsWith('id: ')) cursor = row.slice(4)
      if (row.startsWith('data: ')) data = row.slice(6)
    }
    if (data) this.#frame(JSON.parse(data)) // what cannot be read breaks the stream, and is asked for again
    this.#cursor = cursor
  }

  /** One answer that may wait; whether it was one. */
  async #poll(): Promise<boolean> {
    const after = this.#cursor ? `&after=${encodeURIComponent(this.#cursor)}` : ''
    const answer = await this.#ask(this.#down + after, { headers: { Accept: 'application/json' } })
    const frames: unknown = is(answer, 'application/json') ? await answer.json() : undefined
    if (!Array.isArray(frames)) return this.#refused(answer)
    this.#cursor = answer.headers.get('X-Cursor') ?? this.#cursor
    this.#opened()
    this.#tell('')
    for (const frame of frames) this.#frame(frame)
    return true
  }

  #frame(frame: unknown): void {
    if (this.readyState !== open) return
    if (isEnd(frame)) this.#over(frame.code)
    else this.#tell(frame)
  }

  #tell(data: unknown): void {
    if (this.readyState === open) this.onmessage?.({ data } as MessageEvent)
  }

  /** What our server says no to is lost; the rest may be something in between, for once. */
  #refused(answer: Response): false {
    if (answer.status < 500 && answer.status !== 429) this.#over(lost)
    return false
  }
}

const here = '{"type":"here"'

function is(answer: Response, kind: string): boolean {
  return answer.status === 200 && (answer.headers.get('Content-Type') ?? '').startsWith(kind)
}

function isEnd(frame: unknown): frame is { code: number } {
  return typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'end' && 'code' in frame
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
