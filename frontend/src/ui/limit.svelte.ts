/** What a field says about its limit: how far one is when it gets near, and which piece is too much. The field itself keeps all of it. */
import { mount, unmount, untrack } from 'svelte'
import { on } from 'svelte/events'
import { codePoints, fitting } from '../engine/text'
import { words } from '../words/words.svelte'
import Surplus from './Surplus.svelte'

export type Input = HTMLTextAreaElement | HTMLInputElement

/** How much of its limit a field has used. */
export interface Room {
  count: number
  max: number
  surplus: string
  typing: boolean
  said: string
}

/** A moment after the last key, so that a reader hears one number and not each. */
const saidAfter = 700

let notes = 0

export class Limit {
  readonly #room = $state<Room>({ count: 0, max: 0, surplus: '', typing: false, said: '' })
  readonly #end: () => void
  #saying: ReturnType<typeof setTimeout> | undefined

  constructor(readonly node: Input) {
    node.removeAttribute('maxlength')
    this.#end = this.#note()
  }

  get surplus(): string {
    return this.#room.surplus
  }

  set typing(on: boolean) {
    this.#room.typing = on
  }

  measure(text: string, surplus: string, max: number): void {
    const room = this.#room
    const before = room.surplus
    room.max = max
    room.count = codePoints(text)
    room.surplus = surplus
    if (surplus) this.node.setAttribute('aria-invalid', 'true')
    else if (before) this.node.removeAttribute('aria-invalid')
    if (surplus !== before) this.#saySoon()
  }

  end(): void {
    clearTimeout(this.#saying)
    this.#end()
  }

  /** The line under the field: behind its label when it stands in one, whose words are the name of the field. */
  #note(): () => void {
    const { node } = this
    const id = `limit-${++notes}`
    const place = node.closest('label') ?? node
    const anchor = document.createComment('')
    place.after(anchor)
    const shown = mount(Surplus, { target: place.parentElement ?? document.body, anchor, props: { id, room: this.#room } })
    const described = node.getAttribute('aria-describedby')
    node.setAttribute('aria-describedby', [described, id].filter(Boolean).join(' '))
    return () => {
      void unmount(shown)
      anchor.remove()
    }
  }

  #saySoon(): void {
    clearTimeout(this.#saying)
    this.#saying = setTimeout(() => {
      const n = codePoints(this.#room.surplus)
      this.#room.said = n > 0 ? words.t.common.tooMuch.said(n) : words.t.common.tooMuch.fits
    }, saidAfter)
  }
}

/** For a field whose words one person alone is writing: `{@attach limit(200, () => text)}` beside `bind:value={text}`. */
export function limit(max: number, read: () => string): (node: Input) => () => void {
  return (node) =>
    untrack(() => {
      const room = new Limit(node)
      node.dir ||= 'auto'
      // Not the browser's own listening: a field that goes with the caret in it is left in the middle of an effect.
      const deaf = [on(node, 'focus', () => (room.typing = true)), on(node, 'blur', () => (room.typing = false))]
      $effect(() => {
        const text = read()
        untrack(() => room.measure(text, fitting(text, max)[1], max))
      })
      return () => {
        for (const stop of deaf) stop()
        room.end()
      }
    })
}

/** Whether a text is longer than so many code points. */
export function tooLong(text: string, max: number): boolean {
  return fitting(text, max)[1] !== ''
}
