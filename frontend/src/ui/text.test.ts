// @vitest-environment jsdom
import { flushSync } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoardState } from '../engine/board.svelte'
import type { Rec } from '../engine/ops'
import { memoryStore } from '../engine/store'
import { following } from '../engine/testing/follow.svelte'
import { type Line, Room } from '../engine/testing/room'
import { text, type TextOptions } from './text.svelte'
import { toasts } from './toasts.svelte'
import { words } from '../words/words.svelte'

const id = 'pain-aaaaaaaaaaaa'
const pain: Rec<'pain'> = { id, kind: 'pain', at: 1, ver: { text: 1 }, fields: { text: 'wacht', order: 'a0' } }

let room: Room
const lines = new Map<BoardState, Line>()
const ends: (() => void)[] = []

function page(person: string): BoardState {
  const neighbours = { alive: () => Promise.resolve(new Set<string>()), rest: () => undefined, leave: () => undefined }
  const wire = () => {
    const line = room.line(person)
    lines.set(board, line)
    return line
  }
  const board: BoardState = new BoardState('board', 'me', { wire, store: memoryStore(), neighbours, address: 'ws://room' })
  board.open()
  return board
}

async function quiet(): Promise<void> {
  for (let i = 0; i < 12; i++) {
    for (const line of lines.values()) line.opens()
    for (const line of room.lines) while (room.reads(line));
    for (const line of lines.values()) while (line.hears());
    await vi.advanceTimersByTimeAsync(100)
    flushSync()
  }
}

/** A field of a page that stands in a document, with the caret in it. */
function field(
  board: BoardState,
  options?: TextOptions,
  node: HTMLTextAreaElement | HTMLInputElement = document.createElement('textarea'),
) {
  document.body.append(node)
  ends.push(following([() => text(board, id, 'text', options)(node)]))
  flushSync()
  return node
}

/** Types at the caret, as a browser tells it. */
function type(node: HTMLTextAreaElement | HTMLInputElement, letters: string): void {
  for (const letter of letters) {
    node.setRangeText(letter, node.selectionStart ?? 0, node.selectionEnd ?? 0, 'end')
    node.dispatchEvent(new InputEvent('input', { data: letter }))
    flushSync()
  }
}

const composing = (node: HTMLElement, what: 'start' | 'end') => node.dispatchEvent(new CompositionEvent(`composition${what}`))
const said = () => document.querySelector('[role=status]')?.textContent ?? ''

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  lines.clear()
  room = new Room()
  room.found(pain)
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  for (const board of lines.keys()) board.close()
  document.body.replaceChildren()
  toasts.list = []
  vi.useRealTimers()
})

describe('house 5, M6: two people in one field', () => {
  it('one types at the start, the other at the end, and each caret stays where its owner types', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const [a, b] = [field(anna), field(bram)]
    a.focus()
    a.setSelectionRange(0, 0)
    for (const [mine, theirs] of [...'Klant '].map((letter, i) => [letter, ' te lang'[i] ?? ''] as const)) {
      a.focus()
      type(a, mine)
      const at = a.selectionStart
      b.focus()
      b.setSelectionRange(b.value.length, b.value.length)
      type(b, theirs)
      a.focus()
      await quiet()
      expect(a.selectionStart).toBe(at)
    }
    expect([a.value, b.value]).toEqual(['Klant wacht te la', 'Klant wacht te la'])
    expect(a.selectionStart).toBe('Klant '.length)
  })

  it('a selection stays on the words it was on', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const a = field(anna)
    a.focus()
    a.setSelectionRange(0, 5)
    bram.edit(id, 'text', 'klant wacht', 6)
    await quiet()
    expect(a.value.slice(a.selectionStart ?? 0, a.selectionEnd ?? 0)).toBe('wacht')
  })

  it('a composition holds the field, and neither its words nor those of the other are lost or doubled', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const a = field(anna)
    a.focus()
    a.setSelectionRange(5, 5)
    composing(a, 'start')
    type(a, 'か')
    bram.edit(id, 'text', 'de klant wacht', 9)
    await quiet()
    expect(a.value).toBe('wachtか')
    a.setRangeText('蚊', 5, 6, 'end')
    a.dispatchEvent(new InputEvent('input', { data: '蚊' }))
    composing(a, 'end')
    flushSync()
    expect(a.value).toBe('de klant wacht蚊')
    expect(a.selectionStart).toBe(a.value.length)
    await quiet()
    expect(bram.get(id, 'pain')?.fields.text).toBe('de klant wacht蚊')
  })

  it('a composition that ends with the field loses nothing', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const a = field(anna)
    a.focus()
    composing(a, 'start')
    type(a, '!')
    a.blur()
    await quiet()
    expect(bram.get(id, 'pain')?.fields.text).toContain('!')
    bram.edit(id, 'text', 'anders')
    await quiet()
    expect(a.value).toBe('anders')
  })
})

describe('P4: more than the field takes', () => {
  it('stays in the field, marked and said once, and is not sent; the limit counts code points', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const a = field(anna, { max: 8 })
    a.focus()
    a.setSelectionRange(5, 5)
    type(a, ['😀', '😀', '😀', 'x', 'y'].join(''))
    expect(a.value).toBe('wacht😀😀😀xy')
    expect(a.getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector('mark')?.textContent).toBe('xy')
    await quiet()
    expect(said()).toContain('2')
    expect(bram.get(id, 'pain')?.fields.text).toBe('wacht😀😀😀')
    expect(toasts.list).toEqual([])
    bram.edit(id, 'text', 'nacht😀😀😀', 1)
    await quiet()
    expect(a.value).toBe('nacht😀😀😀xy')
    a.setSelectionRange(0, 2)
    type(a, '-')
    expect(a.value).toBe('-cht😀😀😀xy')
    expect(a.getAttribute('aria-invalid')).toBe('true')
    a.setSelectionRange(0, 1)
    type(a, ' ')
    a.setSelectionRange(0, 1)
    a.setRangeText('')
    a.dispatchEvent(new InputEvent('input'))
    flushSync()
    expect(a.getAttribute('aria-invalid')).toBeNull()
    await quiet()
    expect(bram.get(id, 'pain')?.fields.text).toBe('cht😀😀😀xy')
  })

  it('is offered once more when the field goes', async () => {
    const anna = page('anna')
    await quiet()
    const a = field(anna, { max: 5 })
    a.focus()
    a.setSelectionRange(5, 5)
    type(a, ' lang')
    ends.splice(0).forEach((end) => end())
    await quiet()
    expect(toasts.list.map((toast) => toast.action?.label)).toEqual([words.t.common.tooMuch.copy])
    expect(document.querySelector('.surplus')).toBeNull()
  })

  it('takes the limit of the record, and cleans what the server refuses', async () => {
    const [anna, bram] = [page('anna'), page('bram')]
    await quiet()
    const a = field(anna)
    a.focus()
    a.value = `\u202ewacht\tlang${'x'.repeat(300)}`
    a.dispatchEvent(new InputEvent('input'))
    await quiet()
    const stored = bram.get(id, 'pain')?.fields.text ?? ''
    expect(stored.startsWith('wacht lang')).toBe(true)
    expect(stored).toHaveLength(200)
    expect(a.value).toHaveLength(310)
  })
})

it('stands in the field before what is attached after it, so that the caret can go to its end', async () => {
  const board = page('p1')
  await quiet()
  const node = document.createElement('textarea')
  document.body.append(node)
  let seen = ''
  ends.push(following([() => text(board, id, 'text')(node), () => void (seen = node.value)]))
  flushSync()
  expect(seen).toBe('wacht')
})

it('a line has no line breaks, and Ctrl+Z is the board’s', async () => {
  const [anna, bram] = [page('anna'), page('bram')]
  await quiet()
  const a = field(anna, { single: true })
  a.focus()
  a.value = 'wacht \n op bericht'
  a.dispatchEvent(new InputEvent('input'))
  await quiet()
  expect(bram.get(id, 'pain')?.fields.text).toBe('wacht op bericht')
  expect(a.value).toBe('wacht op bericht')
  a.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }))
  flushSync()
  expect(a.value).toBe('wacht')
})
