// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientFrame } from './ops'
import type { Way } from './requests'
import { backoff, Socket, type Barred, type ClosedFor, type Stopped, type Wire } from './socket'

/** One end of a line; the test is the other. */
class Line implements Wire {
  readyState = 0
  onopen: Wire['onopen'] = null
  onmessage: Wire['onmessage'] = null
  onclose: Wire['onclose'] = null
  onerror: Wire['onerror'] = null
  readonly sent: string[] = []

  send(text: string): void {
    this.sent.push((JSON.parse(text) as { type: string }).type)
  }

  close(): void {
    this.readyState = 3
  }

  opens(): void {
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent)
  }

  breaks(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code } as CloseEvent)
  }
}

let lines: Line[]
let heard: string[]
let ends: ClosedFor[]
let lost: number
let barred: () => Promise<Barred>
let stopped: Stopped
let random: () => number
let socket: Socket
let looking: 'visible' | 'hidden'

const last = () => lines.at(-1) as Line
const push: ClientFrame = { type: 'push', n: 1, ops: [] }
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** What happens to the page, not to the line. */
const wakes = (what: 'online' | 'offline' | 'visibilitychange') =>
  (what === 'visibilitychange' ? document : window).dispatchEvent(new Event(what))

function look(state: typeof looking): void {
  looking = state
  wakes('visibilitychange')
}

beforeEach(() => {
  vi.useFakeTimers()
  lines = []
  heard = []
  ends = []
  lost = 0
  looking = 'visible'
  random = () => 1
  barred = () => Promise.resolve(null)
  stopped = false
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => looking)
  socket = new Socket(
    'ws://board',
    {
      hello: () => ({ type: 'hello', client: 'page' }),
      frame: (frame) => heard.push(frame.type),
      lost: () => void lost++,
      closed: (why) => ends.push(why),
      barred: () => barred(),
      stopped: (is) => (stopped = is),
    },
    () => {
      const line = new Line()
      lines.push(line)
      return line
    },
    () => random(),
  )
  socket.start()
})
afterEach(() => {
  socket.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a line that never opens', () => {
  it('ends where the server says that there is no such board for us', async () => {
    barred = () => Promise.resolve('gone')
    last().breaks()
    await pass(0)
    expect(ends).toEqual(['gone'])
    await pass(60_000)
    expect(lines.length).toBe(1)
  })

  it('is tried again where nobody answers, or where we may be here', async () => {
    barred = () => Promise.reject(new Error('network'))
    last().breaks()
    await pass(1000)
    expect(lines.length).toBe(2)
    barred = () => Promise.resolve(null)
    last().breaks()
    await pass(2000)
    expect(lines.length).toBe(3)
    expect(ends).toEqual([])
  })

  it('Q4: backs off and says so where the server answers and lets no line through, and forgets it when one opens', async () => {
    barred = () => Promise.resolve('fine')
    for (let n = 0; n < 3; n++) {
      last().breaks()
      await pass(n < 2 ? 4000 : 0)
    }
    expect(stopped).toBe('stopped')
    last().breaks()
    const tries = lines.length
    for (let n = 0; n < 60; n++) {
      await pass(1000)
      if (lines.length > tries + n) last().breaks()
    }
    expect(lines.length - tries).toBeLessThanOrEqual(3)
    while (last().readyState !== 0) await pass(1000)
    last().opens()
    expect(stopped).toBe(false)
    expect(ends).toEqual([])
  })

  it('asks nothing about a line that had opened', async () => {
    barred = () => Promise.resolve('gone')
    last().opens()
    last().breaks()
    await pass(0)
    expect(ends).toEqual([])
  })

  it('does not end a later line that did open', async () => {
    let answer: (why: ClosedFor) => void = () => undefined
    barred = () => new Promise((resolve) => (answer = resolve))
    last().breaks()
    await pass(1000)
    last().opens()
    answer('gone')
    await pass(0)
    expect(ends).toEqual([])
  })

  it('is given up when it takes too long', async () => {
    await pass(15_000)
    expect(lost).toBe(1)
    await pass(1000)
    expect(lines.length).toBe(2)
  })

  it('T4: tells a seat that ended while the page was away', async () => {
    last().opens()
    last().breaks()
    barred = () => Promise.resolve('not_allowed')
    await pass(1000)
    last().breaks()
    await pass(0)
    expect(ends).toEqual(['not_allowed'])
  })
})

describe('coming back', () => {
  it('waits anywhere between nothing and the longest, which doubles up to fifteen seconds', async () => {
    expect([0, 1, 2, 3, 4, 40].map((n) => backoff(n, () => 1))).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
    expect(backoff(5, () => 0)).toBe(0)
    const shares = [0.5, 0.25, 0]
    random = () => shares.shift() ?? 0
    for (const wait of [500, 500, 0]) {
      const before = lines.length
      last().breaks()
      if (wait > 0) await pass(wait - 1)
      expect(lines.length, `not before ${String(wait)} ms`).toBe(before)
      await pass(1)
      expect(lines.length).toBe(before + 1)
    }
  })

  it('does not hammer a server that takes us in and throws us out', async () => {
    for (const wait of [1000, 2000, 4000]) {
      last().opens()
      socket.welcomed()
      last().breaks()
      await pass(wait - 1)
      const before = lines.length
      await pass(1)
      expect(lines.length).toBe(before + 1)
    }
    last().opens()
    socket.welcomed()
    await pass(11_000)
    const before = lines.length
    last().breaks()
    await pass(1000)
    expect(lines.length, 'a line that lasted starts short again').toBe(before + 1)
  })

  it('is no storm of hidden pages, and comes at once when somebody looks', async () => {
    last().opens()
    look('hidden')
    last().breaks()
    await pass(14_000)
    expect(lines.length).toBe(1)
    look('visible')
    expect(lines.length).toBe(2)
    // Looking again and again makes no second line while the first is being opened.
    for (let i = 0; i < 5; i++) look('visible')
    expect(lines.length).toBe(2)
  })

  it('comes at once when the network is back', async () => {
    for (let i = 0; i < 4; i++) {
      last().breaks()
      await pass(backoff(i, () => 1))
    }
    last().breaks()
    const before = lines.length
    wakes('online')
    expect(lines.length).toBe(before + 1)
    await pass(60_000)
  })

  it('opens nothing any more after it was stopped', async () => {
    last().opens()
    last().breaks()
    socket.stop()
    wakes('online')
    socket.again()
    await pass(60_000)
    expect(lines.length).toBe(1)
  })
})

describe('an older line', () => {
  it('changes nothing by what it says or by how it ends', async () => {
    const old = last()
    old.opens()
    old.breaks()
    await pass(1000)
    last().opens()
    const before = { heard: heard.length, lost, lines: lines.length }
    old.says({ type: 'entries', entries: [] })
    old.breaks(4001)
    old.breaks(1006)
    old.opens()
    await pass(5000)
    expect({ heard: heard.length, lost, lines: lines.length }).toEqual(before)
    expect(ends).toEqual([])
    expect(old.sent).toEqual(['hello'])
    expect(last().readyState).toBe(1)
  })
})

describe('a line that is dead without a word', () => {
  it('is noticed within thirty seconds of silence', async () => {
    last().opens()
    await pass(20_000)
    expect(last().sent).toEqual(['hello', 'ping'])
    expect(lost).toBe(0)
    await pass(10_000)
    expect(lost).toBe(1)
  })

  it('is asked soon when it leaves a change without an answer', async () => {
    last().opens()
    socket.send(push)
    await pass(4000)
    expect(last().sent).toEqual(['hello', 'push', 'ping'])
    await pass(6000)
    expect(lost).toBe(1)
  })

  it('lives while anything comes', async () => {
    last().opens()
    for (let i = 0; i < 12; i++) {
      socket.send(push)
      await pass(3000)
      last().says({ type: 'entries', entries: [] })
      await pass(3000)
    }
    expect(lost).toBe(0)
    expect(last().sent).not.toContain('ping')
  })

  it('is asked when the network seems gone, and stays when it answers', async () => {
    last().opens()
    wakes('offline')
    expect(last().sent).toEqual(['hello', 'ping'])
    last().says({ type: 'pong', now: 1 })
    await pass(3000)
    expect(lost).toBe(0)
    wakes('offline')
    await pass(3000)
    expect(lost).toBe(1)
  })

  it('is asked when somebody looks at the page again', async () => {
    last().opens()
    look('hidden')
    await pass(1000)
    look('visible')
    expect(last().sent).toEqual(['hello', 'ping'])
    await pass(3000)
    expect(lost).toBe(1)
  })
})

describe('a sleep', () => {
  /** The clock on the wall goes on, and no timer does. */
  const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms)

  /** As for a frozen page: all clocks go on, and no timer does. */
  function freeze(ms: number): void {
    const real = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => real() + ms)
    sleep(ms)
  }

  it('of a machine is noticed by its clock, and the line is asked at once', async () => {
    last().opens()
    await pass(6000)
    sleep(600_000)
    await pass(2000)
    expect(last().sent).toEqual(['hello', 'ping'])
    await pass(3000)
    expect(lost).toBe(1)
  })

  it('of a page in the middle of a question asks once more before it lets go', async () => {
    last().opens()
    await pass(20_000)
    look('hidden') // nobody looks, so nothing else wakes it
    freeze(600_000)
    await pass(10_000)
    expect(lost).toBe(0)
    expect(last().sent.filter((type) => type === 'ping').length).toBeGreaterThan(1)
    last().says({ type: 'pong', now: 1 })
    await pass(15_000)
    expect(lost).toBe(0)
  })

  it('ends the wait for the next try', async () => {
    for (let i = 0; i < 5; i++) {
      last().breaks()
      await pass(backoff(i, () => 1))
    }
    last().breaks()
    const before = lines.length
    sleep(3_600_000)
    await pass(2000)
    expect(lines.length).toBe(before + 1)
  })

  it('is not what a clock that is put back means', async () => {
    last().opens()
    await pass(10_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    await pass(12_000)
    expect(last().sent).toEqual(['hello', 'ping'])
    last().says({ type: 'pong', now: 1 })
    await pass(12_000)
    expect(lost).toBe(0)
  })
})

describe('the server', () => {
  it('ends a line for good with a reason', () => {
    for (const [code, why] of [
      [4001, 'gone'],
      [4003, 'not_allowed'],
      [4009, 'newer'],
    ] as const) {
      socket.stop()
      socket.start()
      ends = []
      last().opens()
      last().breaks(code)
      expect(ends).toEqual([why])
    }
  })

  it('may ask us to come back later, to be slower or to resume', async () => {
    for (const code of [1001, 1012, 4008, 4029]) {
      last().opens()
      const before = lines.length
      last().breaks(code)
      await pass(15_000)
      expect(lines.length, String(code)).toBeGreaterThan(before)
    }
    expect(ends).toEqual([])
  })

  it('says nothing by a frame that cannot be read', () => {
    last().opens()
    last().onmessage?.({ data: 'null' } as MessageEvent)
    last().onmessage?.({ data: '{' } as MessageEvent)
    last().onmessage?.({ data: new ArrayBuffer(3) } as MessageEvent)
    expect(heard).toEqual([])
  })
})

describe('by which way', () => {
  const all = ['socket', 'stream', 'poll'] as const
  let made: Way[]
  let went: Way[]

  beforeEach(() => {
    socket.stop()
    lines = []
    made = []
    went = []
    random = () => 0
    barred = () => Promise.resolve('fine')
    socket = new Socket(
      'ws://board',
      { ...socket.on, way: (way) => went.push(way) },
      (_, way) => {
        made.push(way)
        const line = new Line()
        lines.push(line)
        return line
      },
      () => random(),
      all,
    )
    socket.start()
  })

  /** By requests, at rest. */
  async function byStream(): Promise<void> {
    last().breaks()
    await pass(1)
    last().breaks()
    await pass(1)
    last().opens()
    last().says({ type: 'welcome' })
    socket.welcomed()
  }

  it('a websocket that is refused twice gives way to a stream of events, and that says so', async () => {
    await byStream()
    expect(made).toEqual(['socket', 'socket', 'stream'])
    expect(went).toEqual(['stream'])
    expect(last().sent).toEqual(['hello'])
    expect(stopped).toBe(false)
  })

  it('a websocket that does not open is given up within five seconds', async () => {
    await pass(4999)
    expect(made).toEqual(['socket'])
    await pass(2)
    expect(made.at(-1)).toBe('stream')
    expect(socket.failed, 'nobody is told of a failure').toBe(false)
  })

  it('a stream whose first word is held up gives way to answers that wait', async () => {
    await pass(5001)
    await pass(5001)
    expect(made.at(-1)).toBe('poll')
    last().opens()
    expect(went).toEqual(['poll'])
  })

  it('a stream whose second word is held up does as well', async () => {
    await pass(5001)
    last().opens()
    await pass(10_001)
    expect(made.at(-1)).toBe('poll')
  })

  it('one that was told something is not what holds it up', async () => {
    await byStream()
    last().breaks()
    await pass(1)
    expect(made.at(-1)).toBe('stream')
  })

  it('a server that does not answer is waited for by the same way', async () => {
    barred = () => Promise.reject(new Error('network'))
    for (let n = 0; n < 6; n++) {
      last().breaks()
      await pass(10)
    }
    expect(new Set(made)).toEqual(new Set(['socket']))
    expect(stopped).toBe(false)
  })

  it('where none opens it says so, waits long and begins with the websocket again', async () => {
    for (let n = 0; n < 4; n++) {
      expect(stopped).toBe(false)
      last().breaks()
      await pass(1)
    }
    expect(made).toEqual(['socket', 'socket', 'stream', 'poll'])
    expect(stopped).toBe('stopped')
    for (let n = 0; n < 60; n++) {
      if (last().readyState === 0) last().breaks()
      await pass(1000)
    }
    expect(made[4]).toBe('socket')
    expect(made.length).toBeLessThan(20)
    expect(stopped).toBe('stopped')
  })

  it('a network that answers with a page of its own is said, and what opens after it forgets that', async () => {
    barred = () => Promise.resolve('login')
    last().breaks()
    await pass(0)
    expect(stopped).toBe('login')
    expect(ends).toEqual([])
    await pass(1)
    last().opens()
    expect(stopped).toBe(false)
    expect(went).toEqual(['socket'])
  })

  it('a seat that ended meanwhile ends it, by whichever way', async () => {
    barred = () => Promise.resolve('gone')
    await pass(5001)
    expect(ends).toEqual(['gone'])
    await pass(600_000)
    expect(made).toEqual(['socket'])
  })

  it('goes back to the websocket when one opens, and nobody notices', async () => {
    await byStream()
    const stream = last()
    await pass(29_000)
    stream.says({ type: 'pong', now: 1 })
    await pass(1001)
    expect(made.at(-1)).toBe('socket')
    expect(stream.readyState, 'the stream goes on meanwhile').toBe(1)
    const before = lost
    last().opens()
    expect(went).toEqual(['stream', 'socket'])
    expect(stream.readyState).toBe(3)
    expect(last().sent).toEqual(['hello'])
    expect(lost).toBe(before)
    last().says({ type: 'welcome' })
    expect(heard.at(-1)).toBe('welcome')
  })

  it('tries the websocket less and less often, and at once on another network', async () => {
    await byStream()
    const stream = last()
    const tries = () => made.filter((way) => way === 'socket').length - 2
    const live = async (ms: number) => {
      for (let left = ms; left > 0; left -= 10_000) {
        await pass(Math.min(left, 10_000))
        stream.says({ type: 'pong', now: 1 })
      }
    }
    await live(31_000)
    expect(tries()).toBe(1)
    last().breaks()
    await live(50_000)
    expect(tries()).toBe(1)
    await live(20_000)
    expect(tries()).toBe(2)
    await live(20_000) // it does not open and does not close: given up
    wakes('online')
    stream.says({ type: 'pong', now: 1 })
    await live(3100)
    expect(tries()).toBe(3)
    expect(stream.readyState).toBe(1)
    socket.stop()
    expect(last().readyState).toBe(3)
    await pass(600_000)
    expect(tries()).toBe(3)
  })
})
