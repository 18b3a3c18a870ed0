// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { MadeBoard } from '../../engine/api'
import { addressChoices, isLoopback, isPlain, keyLink } from '../../engine/addresses'
import { dropKeys, heldKeys, holdKeys } from '../../engine/secrets'
import { inSeries, MyWorkshops } from './mine.svelte'
import { OwnTemplates } from './owntemplates.svelte'
import { PlainNote } from './plain.svelte'
import { trackShape } from './track'

const wifi = { url: 'http://192.168.1.24:8080', name: 'wlan0', kind: 'wifi' } as const
const cable = { url: 'http://10.0.0.7:8080', name: 'eth0', kind: 'cable' } as const

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

describe('addresses', () => {
  it('knows which addresses only this machine understands', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '[::1]', 'app.localhost'].every(isLoopback)).toBe(true)
    expect(['192.168.1.24', 'muntsaus.example', '128.0.0.1'].some(isLoopback)).toBe(false)
  })

  it('knows where others could read along', () => {
    expect(['http://192.168.1.24:8080', 'http://muntsaus.local', 'http://[fe80::1]:8080'].every(isPlain)).toBe(true)
    expect(
      ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080', 'https://192.168.1.24', 'https://muntsaus.example'].some(isPlain),
    ).toBe(false)
  })

  it('offers wifi first when opened as localhost', () => {
    const shown = addressChoices('http://localhost:8080', [cable, wifi]).map((choice) => choice.shown)
    expect(shown).toEqual(['192.168.1.24:8080', '10.0.0.7:8080'])
  })

  it('keeps the address that demonstrably works first', () => {
    const choices = addressChoices('http://10.0.0.7:8080', [wifi, cable])
    expect(choices.map((choice) => [choice.shown, choice.kind])).toEqual([
      ['10.0.0.7:8080', 'cable'],
      ['192.168.1.24:8080', 'wifi'],
    ])
    expect(addressChoices('https://muntsaus.example', []).map((choice) => choice.kind)).toEqual(['here'])
  })

  it('says so when there is nothing but localhost', () => {
    expect(addressChoices('http://localhost:8080', [])).toEqual([
      { origin: 'http://localhost:8080', shown: 'localhost:8080', kind: 'local' },
    ])
  })

  it('says which of them another device came by, and nothing where that is not known', () => {
    const tried = [
      { ...wifi, proved: true },
      { ...cable, proved: false },
    ]
    expect(addressChoices('http://localhost:8080', tried).map((choice) => choice.proved)).toEqual([true, false])
    expect(addressChoices('http://10.0.0.7:8080', tried).map((choice) => choice.proved)).toEqual([false, true])
    expect(addressChoices('https://muntsaus.example', [wifi]).map((choice) => choice.proved)).toEqual([undefined, undefined])
  })

  it('puts keys behind the hash', () => {
    expect(new URL(keyLink(wifi.url, 'b1.secret')).hash).toBe('#b1.secret')
  })
})

describe('the note about plain http', () => {
  it('is put away for good', () => {
    const note = new PlainNote()
    expect(note.away).toBe(false)
    note.putAway()
    expect([note.away, new PlainNote().away]).toEqual([true, true])
  })

  it('comes back when what was kept is not ours', () => {
    localStorage.setItem('muntsaus.plain-note', '"yes"')
    expect(new PlainNote().away).toBe(false)
  })
})

describe('keys of a board that was just made', () => {
  const made: MadeBoard = {
    boardId: 'b1',
    personId: 'p1',
    joinCode: 'K7M4QP',
    facilitatorKey: 'b1.f',
    cofacilitatorKey: 'b1.c',
    projectorKey: 'b1.p',
    seat: 'never stored',
  }

  it('are held in this tab until they are kept, without the seat', () => {
    holdKeys(made, { title: 'Schade', agenda: 'half', language: 'nl' })
    expect(heldKeys('b1')).toMatchObject({ title: 'Schade', facilitatorKey: 'b1.f', agenda: 'half' })
    expect(JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })).not.toContain('never stored')
    expect(heldKeys('b2')).toBeNull()
    dropKeys('b1')
    expect(heldKeys('b1')).toBeNull()
  })
})

describe('my workshops', () => {
  it('keeps one entry per board and role, newest first, over visits', () => {
    const list = new MyWorkshops()
    list.remember({ boardId: 'a', title: 'A', role: 'facilitator', at: 1 })
    list.remember({ boardId: 'b', title: 'B', role: 'participant', at: 2 })
    list.remember({ boardId: 'a', title: 'A', role: 'facilitator', at: 3 })
    expect(new MyWorkshops().list.map((entry) => entry.boardId)).toEqual(['a', 'b'])
    list.rename('a', 'A2')
    list.remove({ boardId: 'b', title: 'B', role: 'participant', at: 2 })
    expect(new MyWorkshops().list).toEqual([{ boardId: 'a', title: 'A2', role: 'facilitator', at: 3 }])
  })

  it('survives what another version or another hand stored', () => {
    localStorage.setItem('muntsaus.workshops', '{"not":"a list"}')
    expect(new MyWorkshops().list).toEqual([])
    localStorage.setItem('muntsaus.workshops', 'not json')
    expect(new MyWorkshops().list).toEqual([])
  })
})

describe('sessions of one series', () => {
  const entry = (boardId: string, series?: string, role: 'facilitator' | 'participant' = 'facilitator') => ({
    boardId,
    title: boardId,
    role,
    at: 0,
    ...(series && { series }),
  })
  const told = (...list: ReturnType<typeof entry>[]) =>
    inSeries(list).map(({ entry: { boardId }, of, earlier }) => `${boardId} ${String(of)}${earlier ? ' earlier' : ''}`)

  it('stand below each other, where the newest of them stands', () => {
    expect(told(entry('third', 'first'), entry('other'), entry('second', 'first'), entry('first'))).toEqual([
      'third 3',
      'second 3 earlier',
      'first 3 earlier',
      'other 1',
    ])
  })

  it('are told apart by role, and found without the first of them', () => {
    expect(told(entry('second', 'first', 'participant'), entry('first'))).toEqual(['second 1', 'first 1'])
    expect(told(entry('third', 'first'), entry('second', 'first'))).toEqual(['third 2', 'second 2 earlier'])
    expect(told()).toEqual([])
  })
})

describe('trackShape', () => {
  const box = { width: 100, top: 0, bottom: 40, inset: 0 }

  it('stands departments under each other in the order the customer meets them', () => {
    const { dots } = trackShape(
      [3, 1, 3, 0].map((department) => ({ department, passedOn: false })),
      box,
    )
    expect(dots.map((dot) => dot.y)).toEqual([0, 20, 0, 40])
  })

  it('hangs a step of nobody between its neighbours, dotted, and draws passing on in red', () => {
    const { dots, links } = trackShape(
      [
        { department: 0, passedOn: true },
        { department: 1, passedOn: false },
        { department: null, passedOn: false },
        { department: 0, passedOn: false },
      ],
      box,
    )
    expect(dots[2]).toMatchObject({ y: 20, department: null })
    expect(links.map((link) => link.look)).toEqual(['red', 'dotted', 'dotted'])
  })

  it('copes with a single step and with nobody at all', () => {
    expect(trackShape([{ department: null, passedOn: false }], box).dots).toEqual([{ x: 50, y: 20, department: null }])
    expect(trackShape([], box)).toEqual({ dots: [], links: [] })
  })
})

describe('templates of one’s own', () => {
  it('are kept on this device, the newest first, and no more than a dozen', () => {
    const list = new OwnTemplates()
    for (let n = 0; n < 12; n++) {
      expect(list.full).toBe(false)
      list.add({ boardId: `b${n}`, title: `Reis ${n}`, at: n })
    }
    expect(list.full).toBe(true)
    list.remove('b3')
    expect(new OwnTemplates().list.map(({ boardId }) => boardId).slice(0, 2)).toEqual(['b11', 'b10'])
    expect(new OwnTemplates().full).toBe(false)
  })

  it('of another version are left alone', () => {
    localStorage.setItem('muntsaus.templates', '[{"boardId":1}]')
    expect(new OwnTemplates().list).toEqual([])
  })
})
