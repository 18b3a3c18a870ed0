// @vitest-environment jsdom
import { flushSync } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoardState } from './board.svelte'
import type { Neighbours } from './outbox'
import type { Rec, ServerFrame } from './ops'
import { backoff } from './socket'
import { memoryStore } from './store'
import { Line, Room } from './testing/room'
import { following } from './testing/follow.svelte'

const phaseId = 'phase-aaaaaaaaaaa'
const stepId = 'step-aaaaaaaaaaaa'
const step: Rec<'step'> = { id: stepId, kind: 'step', at: 1, ver: { title: 1 }, fields: { title: 'balie', order: 'a0', phase_id: phaseId } }
const phase: Rec<'phase'> = { id: phaseId, kind: 'phase', at: 1, ver: { title: 1 }, fields: { title: 'Begin', order: 'a0' } }

let room: Room
const lines = new Map<BoardState, Line>()
/** Pages that were killed without a word: they reach nobody any more. */
const dead = new Set<BoardState>()

async function kill(board: BoardState): Promise<void> {
  await vi.advanceTimersByTimeAsync(400) // what was typed is written with the send tick, not with every key
  dead.add(board)
  lines.delete(board)
}

function page(person = 'anna', kept = new Map<string, unknown>(), alive = new Set<string>()): BoardState {
  const neighbours: Neighbours = { alive: () => Promise.resolve(alive), rest: () => undefined, leave: () => undefined }
  const wire = () => {
    if (dead.has(board)) return new Line(room, person)
    const line = room.line(person)
    lines.set(board, line)
    return line
  }
  const board: BoardState = new BoardState('board', 'me', { wire, store: memoryStore(kept), neighbours, address: 'ws://room' })
  board.open()
  return board
}

/** Lets everything arrive. */
async function quiet(ms = 1000): Promise<void> {
  for (let i = 0; i < 12; i++) {
    for (const line of lines.values()) line.opens()
    for (const line of room.lines) while (room.reads(line));
    for (const line of lines.values()) while (line.hears());
    await vi.advanceTimersByTimeAsync(ms / 12)
  }
}

async function ready(...args: Parameters<typeof page>): Promise<BoardState> {
  const board = page(...args)
  await quiet(1200)
  expect(board.status).toBe('saved')
  return board
}

const says = (board: BoardState, frame: ServerFrame) => {
  lines.get(board)?.down.push(frame)
  lines.get(board)?.hears()
}
const sent = (board: BoardState) =>
  (lines.get(board)?.up ?? []).map((text) => JSON.parse(text) as { type: string; n?: number; ops?: { op: string }[] })
const title = (board: BoardState, id = stepId) => board.get(id, 'step')?.fields.title

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  lines.clear()
  room = new Room()
  room.found(phase)
  room.found(step)
})
afterEach(() => {
  for (const board of lines.keys()) board.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the first look', () => {
  it('goes from connecting to saved and tells who I am', async () => {
    const board = page()
    expect(board.status).toBe('connecting')
    await quiet()
    expect(board.status).toBe('saved')
    expect(board.you).toEqual({ personId: 'anna', role: 'participant' })
    expect(board.one('phase')?.fields.title).toBe('Begin')
    expect(board.hanging(phaseId, 'step').map((s) => s.id)).toEqual([stepId])
    expect(board.get(stepId, 'phase')).toBeUndefined()
  })

  it('takes a big board in pieces and shows it whole', async () => {
    const board = page()
    await quiet(100)
    const base = { type: 'welcome', epoch: 'e2', now: 5, you: { personId: 'anna', role: 'participant' }, lastN: 0 } as const
    says(board, { type: 'reset' })
    says(board, { ...base, seq: 9, records: [phase], more: true })
    expect(board.all('step').length).toBe(1)
    says(board, { ...base, seq: 9, records: [], more: false })
    expect(board.all('step').length).toBe(0)
    expect(board.epoch).toBe('e2')
    expect(board.seq).toBe(9)
  })

  it('says offline when the first line comes to nothing', async () => {
    const board = page()
    lines.get(board)?.breaks()
    expect(board.status).toBe('offline')
    await quiet(3000)
    expect(board.status).toBe('saved')
  })
})

describe('gestures', () => {
  it('show at once, are sending until they are stored, and keep their object', async () => {
    const board = await ready()
    const id = board.put('cell', { step_id: stepId, lane: 'front', text: 'hoort aan' })
    expect(board.hanging(stepId, 'cell').map((c) => c.fields.text)).toEqual(['hoort aan'])
    expect(board.status).toBe('sending')
    expect(board.unsaved).toBe(1)
    expect(board.isPending(id)).toBe(true)
    await quiet()
    expect(board.status).toBe('saved')
    expect(board.isPending(id)).toBe(false)
    expect(board.get(id)).toEqual(room.records.get(id))
  })

  it('place things where the server will', async () => {
    const board = await ready()
    const a = board.put('cell', { step_id: stepId, text: 'a' })
    board.put('cell', { step_id: stepId, text: 'c' })
    board.put('cell', { step_id: stepId, text: 'b' }, { after: a })
    board.put('cell', { step_id: stepId, text: '0' }, { after: null })
    const texts = () => board.hanging(stepId, 'cell').map((c) => c.fields.text)
    expect(texts()).toEqual(['0', 'a', 'b', 'c'])
    board.move(a, null, undefined)
    expect(texts()).toEqual(['0', 'b', 'c', 'a'])
    const predicted = board.all('cell').map((c) => c.fields.order)
    await quiet()
    expect(board.all('cell').map((c) => c.fields.order)).toEqual(predicted)
  })

  it('of a batch are one push', async () => {
    const board = await ready()
    board.batch(() => {
      for (const text of ['a', 'b', 'c']) board.put('cell', { step_id: stepId, text })
      expect(board.all('cell').length).toBe(3)
    })
    expect(sent(board).map((f) => f.ops?.length)).toEqual([3])
    expect(() =>
      board.batch(() => {
        board.put('cell', { step_id: stepId, text: 'x' })
        throw new Error('no')
      }),
    ).toThrow()
    expect(board.all('cell').length).toBe(3)
    board.batch(() => undefined)
    expect(board.unsaved).toBe(1)
    await quiet()
    expect(board.all('cell').length).toBe(3)
  })

  it('go back where they are refused, with a sentence, and to the drawer when there were words in them', async () => {
    const board = await ready()
    room.trouble = 'locked'
    board.set<'step'>(stepId, { channel: 'phone' })
    expect(board.get(stepId, 'step')?.fields.channel).toBe('phone')
    await quiet()
    expect(board.get(stepId, 'step')?.fields.channel).toBeUndefined()
    expect(board.lastRefusal?.code).toBe('locked')
    expect(board.notPlaced).toEqual([])
    const id = board.put('cell', { step_id: stepId, text: 'hoort' })
    board.edit(id, 'text', 'hoort aan')
    await quiet()
    expect(board.get(id)).toBeUndefined()
    expect(board.notPlaced.map((item) => [item.code, item.texts])).toEqual([['locked', ['hoort aan']]])
    room.trouble = undefined
    board.notPlaced[0]?.retry()
    await quiet()
    expect(board.notPlaced).toEqual([])
    expect(board.get(id, 'cell')?.fields.text).toBe('hoort aan')
    expect(board.status).toBe('saved')
  })

  it('house 18: two refused at one moment are both told', async () => {
    const board = await ready()
    const told: string[] = []
    const stop = board.onRefused((no) => told.push(no.code))
    says(board, { type: 'error', code: 'locked', message: '' })
    says(board, { type: 'error', code: 'too_long', message: '' })
    expect(told).toEqual(['locked', 'too_long'])
    stop()
    says(board, { type: 'error', code: 'locked', message: '' })
    expect(told).toHaveLength(2)
  })

  it('wait and come again when the server cannot just now', async () => {
    const board = await ready()
    room.trouble = 'unavailable'
    const id = board.put('cell', { step_id: stepId, text: 'a' })
    board.edit(id, 'text', 'ab')
    await quiet()
    expect(board.status).toBe('sending')
    room.trouble = undefined
    await quiet(20_000)
    expect(board.get(id, 'cell')?.fields.text).toBe('ab')
    expect(board.status).toBe('saved')
    expect(board.notPlaced).toEqual([])
    expect([...room.done.values()].every((times) => times === 1)).toBe(true)
  })

  it('keep the words of someone whose record was deleted, but not of what I deleted myself', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    bram.edit(stepId, 'title', 'balie en meer')
    anna.del(stepId)
    await quiet()
    expect(bram.notPlaced.map((item) => item.texts)).toEqual([['balie en meer']])
    expect(anna.notPlaced).toEqual([])
    bram.notPlaced[0]?.retry()
    expect(bram.notPlaced.length).toBe(1)
    anna.restore(stepId)
    await quiet()
    bram.notPlaced[0]?.retry()
    await quiet()
    expect(title(anna)).toBe('balie en meer')
    anna.edit(stepId, 'title', 'weg')
    anna.del(stepId)
    await quiet()
    expect(anna.notPlaced).toEqual([])
    expect(anna.unsaved).toBe(0)
  })
})

describe('much at once', () => {
  it('is cut into pushes and sent at the pace the server takes', async () => {
    const board = await ready()
    board.batch(() => {
      for (let i = 0; i < 350; i++) board.put('cell', { step_id: stepId, text: `cel ${String(i)}` })
    })
    expect(sent(board).map((f) => f.ops?.length)).toEqual([100, 100])
    await quiet(25_000)
    expect(board.status).toBe('saved')
    expect(board.all('cell').length).toBe(350)
  })

  it('that no frame can hold goes to the drawer', async () => {
    const board = await ready()
    board.edit(stepId, 'title', 'é'.repeat(70_000))
    await quiet()
    expect(title(board)).toBe('balie')
    expect(board.notPlaced.map((item) => item.code)).toEqual(['too_long'])
    expect(board.status).toBe('saved')
  })
})

describe('typing', () => {
  it('waits for a pause, then sends one change', async () => {
    const board = await ready()
    for (const text of ['b', 'be', 'bel']) board.edit(stepId, 'title', text)
    expect(sent(board)).toEqual([])
    await vi.advanceTimersByTimeAsync(160)
    expect(sent(board).length).toBe(1)
    board.edit(stepId, 'title', 'bell')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent(board).length).toBe(1)
    await quiet()
    expect(title(board)).toBe('bell')
    expect(board.status).toBe('saved')
  })

  it('does not wait longer than 400 ms', async () => {
    const board = await ready()
    for (let i = 0; i < 6; i++) {
      board.edit(stepId, 'title', 'x'.repeat(i + 1))
      await vi.advanceTimersByTimeAsync(90)
    }
    expect(sent(board).length).toBe(1)
  })

  it('goes before the next gesture', async () => {
    const board = await ready()
    board.edit(stepId, 'title', 'bellen')
    board.set<'step'>(stepId, { channel: 'phone' })
    expect(sent(board).map((f) => f.ops?.[0]?.op)).toEqual(['text', 'set'])
  })

  it('of two people at one caret keeps both words whole', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    for (let i = 1; i <= 4; i++) {
      anna.edit(
        stepId,
        'title',
        (title(anna) ?? '').replace(/(roos)?balie|(r|ro|roo)balie/, 'balie').replace('balie', `${'roos'.slice(0, i)}balie`),
      )
      const shown = title(bram) ?? ''
      const at = shown.indexOf('balie')
      bram.edit(stepId, 'title', `${shown.slice(0, at - (i - 1))}${'aap!'.slice(0, i)}${shown.slice(at)}`, at + 1)
      await vi.advanceTimersByTimeAsync(100)
    }
    await quiet()
    expect(title(anna)).toBe(title(bram))
    expect(title(anna)).toContain('roos')
    expect(title(anna)).toContain('aap!')
  })

  it('while composing is left alone', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.holdField(stepId, 'title', true)
    anna.edit(stepId, 'title', 'balieか')
    bram.edit(stepId, 'title', 'de balie')
    await quiet()
    expect(title(anna)).toBe('balieか')
    anna.edit(stepId, 'title', 'balie蚊')
    anna.holdField(stepId, 'title', false)
    expect(title(anna)).toBe('de balie蚊')
    await quiet()
    expect(title(bram)).toBe('de balie蚊')
  })

  it('cleans what the server would refuse', async () => {
    const board = await ready()
    board.edit(stepId, 'title', 'bal\u202eie\r\n!', 5)
    expect(title(board)).toBe('balie\n!')
    await quiet()
    expect(room.records.get(stepId)?.fields).toMatchObject({ title: 'balie\n!' })
  })
})

describe('away and back', () => {
  it('keeps what is done offline and sends it once', async () => {
    const board = await ready()
    lines.get(board)?.breaks()
    expect(board.status).toBe('offline')
    const id = board.put('cell', { step_id: stepId, text: 'a' })
    board.edit(id, 'text', 'abc')
    expect(board.unsaved).toBe(2)
    await quiet(5000)
    expect(board.status).toBe('saved')
    expect(board.get(id, 'cell')?.fields.text).toBe('abc')
  })

  it('asks for everything after a gap', async () => {
    const board = await ready()
    says(board, { type: 'entries', entries: [{ seq: 7, at: 1, effects: [{ e: 'del', id: stepId }] }] })
    expect(board.all('step').length).toBe(1)
    expect(sent(board).at(-1)).toMatchObject({ type: 'hello' })
    expect(sent(board).at(-1)).not.toHaveProperty('since')
    await quiet()
    expect(board.status).toBe('saved')
  })

  it('starts over where the server says so, on another history too, and keeps what was pending', async () => {
    const board = await ready()
    const line = lines.get(board)
    board.edit(stepId, 'title', 'balie!')
    const id = board.put('cell', { step_id: stepId, text: 'a' })
    room.epoch = 'e2'
    says(board, { type: 'reset' })
    expect(lines.get(board)).toBe(line)
    expect(board.status).not.toBe('saved')
    expect(title(board)).toBe('balie!')
    await quiet()
    expect(board.epoch).toBe('e2')
    expect(title(board)).toBe('balie!')
    expect(board.get(id, 'cell')?.fields.text).toBe('a')
    expect(board.status).toBe('saved')
    expect([...room.done.values()].every((times) => times === 1)).toBe(true)
  })

  it('places typed words anew when the server came back with an older file', async () => {
    const board = await ready()
    board.edit(stepId, 'title', 'balie en loket')
    await quiet()
    lines.get(board)?.breaks()
    board.edit(stepId, 'title', 'balie en loket boven')
    await vi.advanceTimersByTimeAsync(400)
    room.epoch = 'e2'
    room.found({ ...step, ver: { title: 2 }, fields: { ...step.fields, title: 'de' } })
    await quiet(20_000)
    expect(board.status).toBe('saved')
    expect(board.notPlaced).toEqual([])
    expect((room.records.get(stepId) as Rec<'step'>).fields.title).toBe('de boven')
  })

  it('asked for a reload by a newer server, loses nothing by it', async () => {
    const kept = new Map<string, unknown>()
    const old = await ready('anna', kept)
    const id = old.put('cell', { step_id: stepId, text: 'a' })
    lines.get(old)?.breaks(4009)
    expect(old.closedFor).toBe('newer')
    expect(old.unsentTexts()).toEqual(['a'])
    await kill(old)
    const fresh = await ready('anna', kept)
    expect(fresh.get(id, 'cell')?.fields.text).toBe('a')
  })

  it('passes over entries it has', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    bram.set<'step'>(stepId, { wait_minutes: 5 })
    await quiet()
    const entry = room.entries[0]
    if (entry) says(anna, { type: 'entries', entries: [entry] })
    expect(anna.get(stepId, 'step')?.fields.wait_minutes).toBe(5)
    expect(anna.seq).toBe(1)
  })

  it('closes for good where the server says so', async () => {
    const board = await ready()
    lines.get(board)?.breaks(4001)
    expect(board.status).toBe('closed')
    expect(board.closedFor).toBe('gone')
    const before = room.lines.length
    await quiet(60_000)
    expect(room.lines.length).toBe(before)
  })

  it('pings a silent line and leaves it when the answer is overdue', async () => {
    const board = await ready()
    await vi.advanceTimersByTimeAsync(20_500)
    expect(sent(board).at(-1)).toEqual({ type: 'ping' })
    await quiet(100)
    expect(board.status).toBe('saved')
    expect(room.lines.length).toBe(1)
    await vi.advanceTimersByTimeAsync(32_000)
    expect(room.lines.length).toBeGreaterThan(1)
  })

  it('waits with jitter, a second at first and fifteen at most', () => {
    expect(backoff(0, () => 1)).toBe(1000)
    expect(backoff(3, () => 1)).toBe(8000)
    expect(backoff(40, () => 1)).toBe(15_000)
    expect(backoff(5, () => 0)).toBe(0)
  })
})

describe('reload', () => {
  it('house 1.1: what is typed is written when it is sent, not with every key', async () => {
    const kept = new Map<string, unknown>()
    const board = await ready('anna', kept)
    const store = vi.spyOn(kept, 'set')
    for (const text of ['b', 'be', 'bel', 'bell']) board.edit(stepId, 'title', text)
    await vi.advanceTimersByTimeAsync(0)
    expect(store).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect(store).toHaveBeenCalledTimes(1)
    lines.get(board)?.breaks()
    await vi.advanceTimersByTimeAsync(0)
    store.mockClear()
    for (const text of ['bella', 'bellab']) board.edit(stepId, 'title', text)
    await vi.advanceTimersByTimeAsync(400)
    expect(store).toHaveBeenCalledTimes(1)
  })

  it('sends what the page before it had left', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    lines.get(first)?.breaks()
    const id = first.put('cell', { step_id: stepId, text: 'a' })
    first.edit(stepId, 'title', 'balie!')
    await kill(first)
    const second = await ready('anna', kept)
    expect(second.get(id, 'cell')?.fields.text).toBe('a')
    expect(title(second)).toBe('balie!')
    await vi.advanceTimersByTimeAsync(10)
    expect([...kept.keys()].filter((key) => key.startsWith('outbox'))).toEqual([])
  })

  it('never takes the outbox of a page that lives, nor of another person', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    lines.get(first)?.breaks()
    first.put('cell', { step_id: stepId, text: 'a' })
    await kill(first)
    const alive = new Set([...kept.keys()].map((key) => key.split('.').at(-1) ?? ''))
    await ready('anna', kept, alive)
    expect(room.done.size).toBe(0)
    await ready('bram', kept)
    expect(room.done.size).toBe(0)
    await ready('anna', kept)
    expect(room.done.size).toBe(1)
  })

  it('gives what was left to one of two pages that load at once', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    lines.get(first)?.breaks()
    first.edit(stepId, 'title', 'balie!')
    await kill(first)
    const alive = { has: (client: string) => [...kept.keys()].every((key) => !key.endsWith(client)), [Symbol.iterator]: () => [].values() }
    const [a, b] = [page('anna', kept, alive as unknown as Set<string>), page('anna', kept, alive as unknown as Set<string>)]
    await quiet(3000)
    expect(title(a)).toBe('balie!')
    expect(title(b)).toBe('balie!')
  })

  it('drops what another page took over while it was frozen', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    lines.get(first)?.breaks()
    first.edit(stepId, 'title', 'balie!')
    await kill(first)
    const second = await ready('anna', kept)
    expect(title(second)).toBe('balie!')
    dead.delete(first)
    await quiet(40_000)
    expect(title(first)).toBe('balie!')
    expect(first.status).toBe('saved')
    expect(title(second)).toBe('balie!')
  })

  it('is not called saved while what an older page left waits', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    lines.get(first)?.breaks()
    first.put('cell', { step_id: stepId, text: 'a' })
    await kill(first)
    const second = page('anna', kept)
    await vi.advanceTimersByTimeAsync(10)
    expect(second.unsaved).toBe(1)
    lines.get(second)?.opens()
    for (const line of room.lines) room.reads(line)
    lines.get(second)?.hears()
    expect(second.status).toBe('sending')
    await quiet()
    expect(second.status).toBe('saved')
    expect(second.unsaved).toBe(0)
  })

  it('says when nothing outlives the page', async () => {
    const board = await ready()
    board.put('cell', { step_id: stepId, text: 'a' })
    await quiet()
    expect(board.lasting).toBe(false)
  })

  it('finds the drawer again', async () => {
    const kept = new Map<string, unknown>()
    const first = await ready('anna', kept)
    room.trouble = 'full'
    first.put('cell', { step_id: stepId, text: 'a' })
    await quiet()
    room.trouble = undefined
    first.close()
    lines.delete(first)
    const second = await ready('anna', kept)
    expect(second.notPlaced.map((item) => item.texts)).toEqual([['a']])
    second.notPlaced[0]?.discard()
    expect(second.notPlaced).toEqual([])
    await vi.advanceTimersByTimeAsync(0)
    expect(kept.size).toBe(0)
  })
})

describe('undo', () => {
  it('takes back and does again what I made, changed, moved and deleted', async () => {
    const board = await ready()
    expect(board.canUndo).toBe(false)
    const a = board.put('cell', { step_id: stepId, text: 'a' })
    const b = board.put('cell', { step_id: stepId, text: 'b' })
    board.move(b, null, null)
    board.set<'cell'>(a, { lane: 'back' })
    board.del(b)
    await quiet()
    const cells = () => board.hanging(stepId, 'cell').map((c) => `${c.fields.text ?? ''}${c.fields.lane ?? ''}`)
    const states = [cells()]
    while (board.canUndo) {
      expect(board.undo()).toBe('done')
      states.push(cells())
      await quiet(100)
      expect(cells()).toEqual(states.at(-1))
    }
    expect(states).toEqual([['aback'], ['b', 'aback'], ['b', 'a'], ['a', 'b'], ['a'], []])
    expect(board.undo()).toBe('nothing')
    for (const want of [...states].reverse().slice(1)) {
      expect(board.redo()).toBe('done')
      expect(cells()).toEqual(want)
      await quiet(100)
    }
    expect(board.redo()).toBe('nothing')
  })

  it('is skipped where somebody else changed that field', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.set<'step'>(stepId, { channel: 'phone' })
    await quiet()
    bram.set<'step'>(stepId, { channel: 'mail' })
    await quiet()
    expect(anna.undo()).toBe('skipped')
    expect(anna.get(stepId, 'step')?.fields.channel).toBe('mail')
    expect(anna.undo()).toBe('nothing')
  })

  it('of typing takes my words only', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.edit(stepId, 'title', 'balie ')
    anna.edit(stepId, 'title', 'balie open')
    await quiet()
    bram.edit(stepId, 'title', 'de balie open is')
    await quiet()
    await vi.advanceTimersByTimeAsync(2000)
    anna.edit(stepId, 'title', 'de balie OPEN is')
    expect(anna.undo()).toBe('done')
    expect(title(anna)).toBe('de balie open is')
    expect(anna.undo()).toBe('done')
    expect(title(anna)).toBe('de balie is')
    expect(anna.redo()).toBe('done')
    expect(title(anna)).toBe('de balie open is')
    expect(anna.redo()).toBe('done')
    expect(title(anna)).toBe('de balie OPEN is')
    await quiet()
    expect(title(bram)).toBe('de balie OPEN is')
  })

  it('of a batch is one step, and lists give back only what I took', async () => {
    const board = await ready()
    const fix = board.put('fix', { text: 'bel terug', pain_ids: ['p1', 'p2'] })
    await quiet()
    board.batch(() => {
      board.set<'fix'>(fix, { pain_ids: { add: ['p2', 'p3'], remove: ['p1'] } })
      board.put('cell', { step_id: stepId, text: 'x' })
    })
    expect(board.get(fix, 'fix')?.fields.pain_ids).toEqual(['p2', 'p3'])
    board.undo()
    expect(new Set(board.get(fix, 'fix')?.fields.pain_ids)).toEqual(new Set(['p1', 'p2']))
    expect(board.all('cell')).toEqual([])
  })

  it('M5: two people answer questions of one talk at once, and each takes back their own', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    const talk = anna.put('interview', { customer_ref: 'een vaste gast' })
    await quiet()
    const answers = (board: BoardState) => board.get(talk, 'interview')?.fields.answers
    anna.set<'interview'>(talk, { answers: { at: 1, was: '', is: 'Ik wachtte' } })
    anna.set<'interview'>(talk, { answers: { at: 1, was: 'Ik wachtte', is: 'Ik wachtte lang' } })
    bram.set<'interview'>(talk, { answers: { at: 3, was: '', is: 'De kok kwam zelf' } })
    bram.set<'interview'>(talk, { answers: { at: 1, was: '', is: 'Niemand kwam' } })
    expect([answers(anna), answers(bram)]).toEqual([
      ['', 'Ik wachtte lang'],
      ['', 'Niemand kwam', '', 'De kok kwam zelf'],
    ])
    await quiet()
    expect(answers(anna)).toEqual(['', 'Ik wachtte lang\nNiemand kwam', '', 'De kok kwam zelf'])
    expect(answers(bram)).toEqual(answers(anna))
    expect([bram.undo(), bram.undo()]).toEqual(['skipped', 'done'])
    await quiet()
    expect(answers(anna)).toEqual(['', 'Ik wachtte lang\nNiemand kwam'])
    room.trouble = 'too_long'
    bram.set<'interview'>(talk, { answers: { at: 5, was: '', is: 'De soep' } })
    await quiet()
    expect(bram.notPlaced.map((item) => item.texts)).toEqual([['De soep']])
  })

  it('M14: a word that two pages deleted and both take back stands once', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.edit(stepId, 'title', 'de grote balie')
    await quiet()
    for (const board of [anna, bram]) await vi.advanceTimersByTimeAsync(2000).then(() => board.edit(stepId, 'title', 'de balie'))
    await quiet()
    expect([title(anna), title(bram)]).toEqual(['de balie', 'de balie'])
    expect(anna.undo()).toBe('done')
    await quiet()
    expect(title(bram)).toBe('de grote balie')
    expect(bram.undo()).toBe('skipped')
    await quiet()
    expect([title(anna), title(bram)]).toEqual(['de grote balie', 'de grote balie'])
  })

  it.each([0, 200])('M14: both take a deleted word back before either hears of the other (sent %i ms after)', async (pause) => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.edit(stepId, 'title', 'de grote balie')
    await quiet()
    for (const board of [anna, bram]) await vi.advanceTimersByTimeAsync(2000).then(() => board.edit(stepId, 'title', 'de balie'))
    await quiet()
    expect([anna.undo(), bram.undo()]).toEqual(['done', 'done'])
    await vi.advanceTimersByTimeAsync(pause) // at once, both are still in the field; later, both are on their way
    await quiet()
    await quiet()
    expect([title(anna), title(bram), (room.records.get(stepId) as Rec<'step'>).fields.title]).toEqual(Array(3).fill('de grote balie'))
    expect(bram.redo()).toBe('done')
    await quiet()
    expect([title(anna), title(bram)]).toEqual(['de balie', 'de balie'])
  })

  it('M14: what is typed behind a word taken back twice stays', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.edit(stepId, 'title', 'de grote balie')
    await quiet()
    for (const board of [anna, bram]) await vi.advanceTimersByTimeAsync(2000).then(() => board.edit(stepId, 'title', 'de balie'))
    await quiet()
    for (const board of [anna, bram]) board.undo()
    await vi.advanceTimersByTimeAsync(200)
    anna.edit(stepId, 'title', 'de grote balie!')
    bram.edit(stepId, 'title', 'hier: de grote balie')
    await quiet()
    await quiet()
    expect([title(anna), title(bram)]).toEqual(Array(2).fill('hier: de grote balie!'))
  })

  it('M14: two pieces that overlap come back as the text they were cut from', async () => {
    const [anna, bram] = [await ready('anna'), await ready('bram')]
    anna.edit(stepId, 'title', 'de grote oude balie')
    await quiet()
    await vi.advanceTimersByTimeAsync(2000)
    anna.edit(stepId, 'title', 'de oude balie', 3)
    bram.edit(stepId, 'title', 'de balie', 3)
    await quiet()
    expect([title(anna), title(bram)]).toEqual(['de balie', 'de balie'])
    anna.undo()
    await quiet()
    bram.undo()
    await quiet()
    expect([title(anna), title(bram)]).toEqual(['de grote oude balie', 'de grote oude balie'])
  })

  it('M11: a merge is taken back as a merge, and done again', async () => {
    const board = await ready()
    const [a, b] = [board.put('pain', { text: 'wacht', step_id: stepId }), board.put('pain', { text: 'wacht lang', step_id: stepId })]
    await quiet()
    lines.get(board)?.up.splice(0)
    board.act('merge', a, { into: b })
    expect(board.undo()).toBe('done')
    expect(board.redo()).toBe('done')
    const ops = sent(board).flatMap((frame) => (frame.ops ?? []) as { op: string; do?: string; args?: unknown }[])
    expect(ops.map((op) => [op.op, op.do, op.args])).toEqual([
      ['act', 'merge', { into: b }],
      ['act', 'merge', { into: null }],
      ['act', 'merge', { into: b }],
    ])
    expect(board.all('pain').map((pain) => pain.id)).toEqual([a, b])
  })

  it('M11: another act stops undo once, and does not take back what came before it', async () => {
    const board = await ready()
    board.set<'step'>(stepId, { channel: 'phone' })
    board.act('park', 'pain-aaaaaaaaaaa')
    board.act('timer', undefined, { do: 'start' })
    await quiet()
    expect(board.undo()).toBe('stopped')
    expect(board.get(stepId, 'step')?.fields.channel).toBe('phone')
    expect(board.undo()).toBe('done')
    expect(board.get(stepId, 'step')?.fields.channel).toBeUndefined()
  })

  it('forgets what was refused', async () => {
    const board = await ready()
    room.trouble = 'locked'
    board.set<'step'>(stepId, { channel: 'phone' })
    expect(board.canUndo).toBe(true)
    await quiet()
    expect(board.canUndo).toBe(false)
  })
})

describe('what is mine alone', () => {
  it('is shown with the entry it belongs to', async () => {
    const board = await ready()
    const pain: Rec<'pain'> = { id: 'pain-aaaaaaaaaaaa', kind: 'pain', at: 2, fields: { text: 'wacht' } }
    says(board, { type: 'yours', acks: [], seq: 1, effects: [{ e: 'own', id: pain.id }] })
    says(board, { type: 'entries', entries: [{ seq: 1, at: 2, effects: [{ e: 'put', record: pain }] }] })
    const found = board.get(pain.id)
    expect(found && board.isMine(found)).toBe(true)
  })

  it('a vote that is refused is no words for the drawer', async () => {
    const board = await ready()
    room.trouble = 'over_budget'
    board.put('vote', { round_id: 'round', item_id: 'item', count: 9 })
    await quiet()
    expect(board.mine('vote')).toEqual([])
    expect(board.lastRefusal?.code).toBe('over_budget')
    expect(board.notPlaced).toEqual([])
  })

  it('what is passed on tells each by itself whether the server has it, or why not', async () => {
    const board = await ready()
    const told: (string | null)[] = []
    const pass = (count: number) =>
      void board
        .passOn('vote', { round_id: 'round', item_id: `item-${count}`, count }, { person_id: 'bas' })
        .then((no) => told.push(no && no.code))
    pass(1)
    await Promise.resolve()
    expect(told).toEqual([])
    await quiet()
    expect(told).toEqual([null])
    room.trouble = 'over_budget'
    pass(9)
    await quiet()
    room.trouble = undefined
    pass(2)
    await quiet()
    expect(told).toEqual([null, 'over_budget', null])
  })

  it('votes: one per item, changed and taken back, gone at the reveal', async () => {
    const board = await ready()
    const vote = (count: number) => board.put('vote', { round_id: 'round', item_id: 'item', count })
    const counts = () => board.mine('vote').map((v) => v.fields.count)
    vote(1)
    vote(3)
    expect(counts()).toEqual([3])
    vote(0)
    expect(counts()).toEqual([])
    expect(board.canUndo).toBe(false)
    says(board, {
      type: 'yours',
      acks: [1, 2, 3],
      seq: null,
      effects: [{ e: 'put', record: { id: 'v1', kind: 'vote', at: 1, fields: { round_id: 'round', item_id: 'item', count: 2 } } }],
    })
    expect(counts()).toEqual([2])
    says(board, { type: 'yours', acks: [], seq: 1, effects: [{ e: 'del', id: 'v1' }] })
    expect(counts()).toEqual([2])
    says(board, {
      type: 'entries',
      entries: [
        { seq: 1, at: 2, effects: [{ e: 'put', record: { id: 't1', kind: 'tally', at: 1, fields: { round_id: 'round', count: 2 } } }] },
      ],
    })
    expect(counts()).toEqual([])
    expect(board.all('tally').length).toBe(1)
  })
})

describe('presence and the rest', () => {
  it('knows who is here, and who left', async () => {
    const board = await ready()
    says(board, { type: 'here', people: [{ personId: 'p', online: true, at: stepId, typing: true }] })
    expect(board.people.get('p')?.typing).toBe(true)
    says(board, { type: 'here', people: [{ personId: 'p', online: false }] })
    expect(board.people.size).toBe(0)
    says(board, { type: 'ready', round: 'r', ready: 2, of: 9 })
    expect(board.ready).toEqual({ round: 'r', ready: 2, of: 9, away: 0 })
    says(board, { type: 'pong', now: Date.now() + 5000 })
    expect(board.now()).toBe(Date.now() + 5000)
  })

  it('tells where I am, seldom', async () => {
    const board = await ready()
    for (let i = 0; i < 5; i++) board.here(stepId, 'title', true)
    await vi.advanceTimersByTimeAsync(400)
    board.here(stepId, 'title', true)
    await vi.advanceTimersByTimeAsync(400)
    expect(sent(board)).toEqual([{ type: 'here', at: stepId, field: 'title', typing: true }])
  })

  it('T4: says that nobody looks at it, whatever it does meanwhile, and says where I am when somebody does', async () => {
    const board = await ready()
    const look = (state: 'hidden' | 'visible') => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
    }
    board.here(stepId, 'title')
    await vi.advanceTimersByTimeAsync(400)
    look('hidden')
    expect(sent(board).at(-1)).toEqual({ type: 'here', at: null, hidden: true })
    board.here(stepId, 'title', true)
    await vi.advanceTimersByTimeAsync(400)
    expect(sent(board).filter((frame) => frame.type === 'here')).toHaveLength(2)
    lines.get(board)?.breaks()
    for (let second = 0; second < 120 && !lines.get(board)?.live; second++) await quiet() // when it tries again is left to chance
    await quiet()
    expect([board.status, lines.get(board)?.live]).toEqual(['saved', true])
    look('visible')
    expect(
      sent(board)
        .filter((frame) => frame.type === 'here')
        .at(-1),
    ).toEqual({ type: 'here', at: stepId, field: 'title', typing: true })
  })

  it('says again that somebody types, because the server forgets it', async () => {
    const board = await ready()
    for (let i = 0; i < 12; i++) {
      board.here(stepId, 'title', true)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(sent(board).length).toBe(2)
  })

  it('runs a component again only when its kind changed', async () => {
    const board = await ready()
    const runs = { step: 0, cell: 0, missing: 0 }
    const stop = following([
      () => void (board.all('step'), runs.step++),
      () => void (board.all('cell'), runs.cell++),
      () => void (board.get('later-aaaaaaaaaaa'), runs.missing++),
    ])
    flushSync()
    expect(runs).toEqual({ step: 1, cell: 1, missing: 1 })
    board.put('cell', { step_id: stepId, text: 'a' }, { id: 'later-aaaaaaaaaaa' })
    flushSync()
    expect(runs).toEqual({ step: 1, cell: 2, missing: 2 })
    board.set<'step'>(stepId, { wait_minutes: 3 })
    flushSync()
    expect(runs.step).toBe(2)
    expect(runs.cell).toBe(2)
    stop()
  })
})
