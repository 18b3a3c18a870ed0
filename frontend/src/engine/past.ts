/** A board as it was at a moment: whatever shows a board shows this one, and nothing can be done on it. */
import type { Moment } from './api'
import { BoardState } from './board.svelte'
import type { ClientFrame, ServerFrame } from './ops'
import type { Wire } from './socket'
import { memoryStore } from './store'

const open = 1
const closed = 3

/** A line on which everything was said already. */
class Still implements Wire {
  readyState = open
  onopen: Wire['onopen'] = null
  onmessage: Wire['onmessage'] = null
  onclose: Wire['onclose'] = null
  onerror: Wire['onerror'] = null

  constructor(readonly moment: Moment) {
    queueMicrotask(() => this.onopen?.(new Event('open')))
  }

  send(text: string): void {
    const frame = JSON.parse(text) as ClientFrame
    if (frame.type === 'ping') this.#say({ type: 'pong', now: Date.now() })
    if (frame.type !== 'hello') return
    const { records, insight } = this.moment
    this.#say({ type: 'welcome', epoch: 'past', seq: 1, now: Date.now(), you: { role: 'screen' }, lastN: 0, records })
    if (insight) this.#say({ ...insight, type: 'insight' })
  }

  close(): void {
    this.readyState = closed
  }

  #say(frame: ServerFrame): void {
    queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) })))
  }
}

/** Open it, and close it when it is seen. */
export const pastBoard = (boardId: string, moment: Moment): BoardState =>
  new BoardState(boardId, 'screen', {
    wire: () => new Still(moment),
    store: memoryStore(),
    neighbours: { alive: () => Promise.resolve(new Set<string>()), rest: () => undefined, leave: () => undefined },
    address: 'past:',
  })
