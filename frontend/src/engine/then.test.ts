import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ClientFrame, Rec, ServerFrame } from './ops'
import { Replica } from './replica'

/** One frame of a page and what the server of that version answered: server/conversation_test.go records them. */
interface Exchange {
  who: string
  up: ClientFrame
  down: ServerFrame[]
}

const folder = join(process.cwd(), '../server/testdata/versions')
const conversation = (version: string) => JSON.parse(readFileSync(join(folder, version, 'frames.json'), 'utf8')) as Exchange[]

/** Today's page of one person, without a socket: it asks what was asked then, and hears what was answered then. */
class Page {
  readonly refused: string[] = []
  readonly asked: ClientFrame[] = []
  #now = 0
  readonly replica: Replica

  constructor(client: string) {
    const on = { changed: () => {}, settled: () => {}, refused: (_: unknown, frame: { code: string }) => this.refused.push(frame.code) }
    // A page keeps a pace: to it, hours pass between two gestures.
    this.replica = new Replica(client, on, () => (this.#now += 3_600_000))
  }

  ask({ up }: Exchange): void {
    if (up.type === 'hello') this.replica.away()
    if (up.type !== 'push' || this.asked.some((frame) => frame.type === 'push' && frame.n === up.n)) return
    this.replica.push(up.ops)
    this.asked.push(...this.replica.outgoing())
  }

  hear(frame: ServerFrame): void {
    if (frame.type === 'welcome') expect(this.replica.welcome(frame)).toBe(frame.more !== true)
    if (frame.type === 'entries') expect(this.replica.entries(frame.entries, frame.tail)).toBe(true)
    if (frame.type === 'yours') this.replica.yours(frame)
    if (frame.type === 'refused') this.replica.refused(frame)
  }
}

const asItIs = (records: Iterable<Rec>) => Object.fromEntries([...records].map(({ id, kind, fields }) => [id, { kind, fields }]))

describe.each(readdirSync(folder))('what the server of %s said', (version) => {
  const all = conversation(version)
  const pages = new Map<string, Page>()
  for (const exchange of all) {
    const page = pages.get(exchange.who) ?? new Page(exchange.up.type === 'hello' ? exchange.up.client : '')
    pages.set(exchange.who, page)
    page.ask(exchange)
    for (const frame of exchange.down) page.hear(frame)
  }

  it.each([...pages])('is understood by the page of %s today', (who, page) => {
    const said = all.filter((e) => e.who === who)
    const pushes = new Map(said.flatMap(({ up }) => (up.type === 'push' ? [[up.n, up] as const] : [])))
    expect(page.asked).toEqual([...pushes.values()]) // and it asks as pages asked then
    expect(page.replica.pending).toEqual([])
    const refusals = said.flatMap(({ down }) => down.flatMap((f) => (f.type === 'refused' ? [f.code] : [])))
    expect(refusals.length).toBeGreaterThan(0)
    expect(page.refused).toEqual(refusals)
  })

  it('leads to the board that the server told whoever came in last', () => {
    const last = all.flatMap(({ down }) => down.flatMap((f) => (f.type === 'welcome' ? [f] : []))).at(-1)
    const told = asItIs(last?.records ?? [])
    expect(Object.keys(told).length).toBeGreaterThan(20)
    const host = pages.get('host')?.replica
    expect(host?.seq).toBe(last?.seq)
    expect(asItIs([...(host?.confirmed.values() ?? [])].filter(({ id }) => id in told))).toEqual(told)
  })
})
