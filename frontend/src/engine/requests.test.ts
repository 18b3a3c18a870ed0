// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RequestWire } from './requests'

/** A request of the wire; the test answers. */
interface Asked {
  to: URL
  init: RequestInit
  answer: (status: number, kind?: string, body?: BodyInit | null, headers?: Record<string, string>) => void
  fails: () => void
}

let asked: Asked[]
let heard: unknown[]
let opened: number
let codes: number[]
let wire: RequestWire
const letters = new TextEncoder()

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  heard = []
  opened = 0
  codes = []
  vi.stubGlobal(
    'fetch',
    (to: string, init: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const answer: Asked['answer'] = (status, kind = '', body = null, headers = {}) =>
          resolve(new Response(body, { status, headers: { 'Content-Type': kind, ...headers } }))
        const fails = () => reject(new TypeError('network'))
        init.signal?.addEventListener('abort', fails)
        asked.push({ to: new URL(to), init, answer, fails })
      }),
  )
})
afterEach(() => {
  wire.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(way: 'stream' | 'poll'): void {
  wire = new RequestWire('ws://board/api/boards/b1/live?as=me', way)
  wire.onopen = () => opened++
  wire.onmessage = (event) => event.data !== '' && heard.push(event.data)
  wire.onclose = (event) => codes.push(event.code)
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const downs = () => asked.filter(({ to }) => to.pathname.endsWith('/down'))
const ups = () => asked.filter(({ to }) => to.pathname.endsWith('/up'))
const last = <T>(list: T[]): T => list.at(-1) as T
const header = ({ init }: Asked, name: string) => new Headers(init.headers).get(name)

/** A stream the test writes. */
function stream(): { body: ReadableStream; write: (text: string) => Promise<unknown>; ends: () => void } {
  let pen: ReadableStreamDefaultController
  const body = new ReadableStream({ start: (given) => void (pen = given) })
  return { body, write: (text) => (pen.enqueue(letters.encode(text)), pass()), ends: () => pen.close() }
}

async function openStream(): Promise<ReturnType<typeof stream>> {
  open('stream')
  const events = stream()
  last(downs()).answer(200, 'text/event-stream', events.body)
  await events.write(': muntsaus\n\n')
  return events
}

it('opens at the first word of a stream, and hears events however they are cut in parts', async () => {
  open('stream')
  const events = stream()
  last(downs()).answer(200, 'text/event-stream', events.body)
  await pass()
  expect(opened).toBe(0)
  await events.write(': muntsaus\n\n')
  expect(opened).toBe(1)
  await events.write('id: x-1\ndata: {"type":"pong",')
  await events.write('"now":1}\n\n:\n\nid: x-2\ndata: {"type":"reset"}\n\nid: x-3\nda')
  expect(heard).toEqual([{ type: 'pong', now: 1 }, { type: 'reset' }])
  expect(last(downs()).to.search).toMatch(/^\?as=me&client=[\w-]{22}$/)
})

it('goes on with a stream that was cut, from where it was, and ends when that fails again and again', async () => {
  const events = await openStream()
  await events.write('id: x-7\ndata: {"type":"reset"}\n\n')
  events.ends()
  await pass()
  expect(header(last(downs()), 'Last-Event-ID')).toBe('x-7')
  expect(downs().length).toBe(2)
  last(downs()).fails()
  await pass(1000)
  expect(downs().length).toBe(3)
  expect(codes).toEqual([])
  for (let n = 0; n < 4; n++) {
    last(downs()).fails()
    await pass(5000)
  }
  expect(codes).toEqual([1006])
  expect(opened).toBe(1)
})

it('asks again for what something in between spoiled, and takes nothing of it', async () => {
  const events = await openStream()
  await events.write('id: x-1\ndata: {"type":"reset"}\n\nid: x-2\ndata: {"type":"po<html>\n\nid: x-3\ndata: {"type":"pong","now":3}\n\n')
  await pass(1000)
  expect(heard).toEqual([{ type: 'reset' }])
  expect(downs().length).toBe(2)
  expect(header(last(downs()), 'Last-Event-ID')).toBe('x-1')
})

it.each([200, 302, 403])('is lost where a network answers what it says with %i and a page', async (status) => {
  await openStream()
  wire.send('{"type":"push","n":1}')
  if (status === 302)
    for (let n = 0; n < 4; n++, await pass(2000)) last(ups()).fails() // fetch gives nothing of where it is sent on to
  else last(ups()).answer(status, 'text/html', '<title>Log in</title>')
  await pass(2000)
  expect(codes).toEqual([1006])
})

it('is lost where a network answers a poll with its page, on the way too', async () => {
  open('poll')
  last(downs()).answer(200, 'application/json', '[]', { 'X-Cursor': 'x-0' })
  await pass()
  last(downs()).answer(200, 'text/html', '<title>Log in</title>')
  await pass()
  expect(codes).toEqual([1006])
  open('poll')
  last(downs()).answer(200, 'application/json', '<title>Log in</title>')
  await pass()
  expect(codes).toEqual([1006, 1006])
})

it('tells the end as a websocket does, and asks no more', async () => {
  const events = await openStream()
  await events.write('id: x-1\ndata: {"type":"end","code":4001,"reason":""}\n\n')
  expect(codes).toEqual([4001])
  await pass(60_000)
  expect(downs().length).toBe(1)
  expect(heard).toEqual([])
})

it.each([
  [200, 'text/html', '<title>Log in</title>'],
  [404, 'application/json', '{}'],
  [409, 'application/json', '{}'],
  [502, 'text/html', 'Bad gateway'],
  [204, '', null],
])('does not open where %s %s comes in place of it', async (status, kind, body) => {
  for (const way of ['stream', 'poll'] as const) {
    open(way)
    last(downs()).answer(status, kind, body)
    await pass()
    expect(opened).toBe(0)
    expect(codes).toEqual([1006])
    codes = []
  }
})

it('polls with the cursor it was given, one at a time', async () => {
  open('poll')
  expect(header(last(downs()), 'Accept')).toBe('application/json')
  last(downs()).answer(200, 'application/json', '[]', { 'X-Cursor': 'x-0' })
  await pass()
  expect(opened).toBe(1)
  expect(last(downs()).to.searchParams.get('after')).toBe('x-0')
  last(downs()).answer(200, 'application/json', '[{"type":"reset"},{"type":"pong","now":2}]', { 'X-Cursor': 'x-2' })
  await pass()
  expect(heard).toEqual([{ type: 'reset' }, { type: 'pong', now: 2 }])
  expect(downs().length).toBe(3)
  expect(last(downs()).to.searchParams.get('after')).toBe('x-2')
  last(downs()).fails()
  await pass(1000)
  expect(last(downs()).to.searchParams.get('after')).toBe('x-2')
  last(downs()).answer(200, 'application/json', '[{"type":"end","code":1012}]')
  await pass()
  expect(codes).toEqual([1012])
})

it('says one frame after the other, and of several places only the last', async () => {
  await openStream()
  for (const text of ['{"type":"hello"}', '{"type":"here","at":"a"}', '{"type":"push","n":1}', '{"type":"here","at":"b"}']) wire.send(text)
  expect(ups().map(({ init }) => init.body)).toEqual(['{"type":"hello"}'])
  for (let n = 0; n < 3; n++) {
    last(ups()).answer(204)
    await pass()
  }
  expect(ups().map(({ init }) => init.body)).toEqual(['{"type":"hello"}', '{"type":"push","n":1}', '{"type":"here","at":"b"}'])
})

it('says again what was not taken, and is lost where the line is no more', async () => {
  await openStream()
  wire.send('{"type":"push","n":1}')
  last(ups()).fails()
  await pass(1000)
  last(ups()).answer(503)
  await pass(1000)
  last(ups()).answer(204)
  await pass()
  expect(ups().map(({ init }) => init.body)).toEqual(Array(3).fill('{"type":"push","n":1}'))
  wire.send('{"type":"ping"}')
  last(ups()).answer(404)
  await pass()
  expect(codes).toEqual([1006])
  wire.send('{"type":"ping"}')
  await pass(5000)
  expect(ups().length).toBe(4)
})
