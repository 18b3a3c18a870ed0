// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import { keep } from '../../engine/kept'
import Answer from './Answer.svelte'

let answers: string[]
const set = vi.fn()
const board = { boardId: 'b', you: { personId: 'p' }, get: () => ({ fields: { answers } }), set } as unknown as BoardState
let shown: Record<string, unknown> | undefined

function open(): HTMLTextAreaElement {
  shown = mount(Answer, { target: document.body, props: { board, id: 'talk', at: 1, question: 'Vertel wat er gebeurde.' } })
  flushSync()
  return document.querySelector('textarea') as HTMLTextAreaElement
}

function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  flushSync()
}

beforeEach(() => {
  localStorage.clear()
  set.mockClear()
  answers = ['Eten', 'Ik wachtte']
})
afterEach(() => {
  if (shown) void unmount(shown)
  shown = undefined
})

it('M5: sends the answer of this question alone, with what stood there when writing began', () => {
  const field = open()
  expect(field.value).toBe('Ik wachtte')
  type(field, 'Ik wachtte lang ')
  answers = ['Eten', 'Niemand kwam'] // by somebody else, meanwhile
  type(field, 'Ik wachtte heel lang ')
  field.dispatchEvent(new FocusEvent('blur'))
  expect(set.mock.calls).toEqual([['talk', { answers: { at: 1, was: 'Ik wachtte', is: 'Ik wachtte heel lang' } }]])
})

it('M5: what was being written when the page went is sent by the next one', () => {
  keep('local', 'half.b.p.interview.talk.1', 'Ik wachtte niet')
  keep('local', 'half.b.p.interview.talk.1.was', 'Ik wachtte')
  open()
  expect(set.mock.calls).toEqual([['talk', { answers: { at: 1, was: 'Ik wachtte', is: 'Ik wachtte niet' } }]])
  expect(localStorage.length).toBe(0)
})

it('says nothing of an answer that was left as it was', () => {
  const field = open()
  type(field, 'Ik wachtte ')
  field.dispatchEvent(new FocusEvent('blur'))
  expect(set).not.toHaveBeenCalled()
})
