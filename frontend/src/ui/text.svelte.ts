/**
 * Text that several people type in at once, as one attachment: `<textarea {@attach text(board, id, 'text')}>`. What others type is
 * merged in and the caret stays between its letters; while an input method composes, nothing moves; what is more than the limit stays
 * in the field, marked and said, and is not sent.
 */
import { tick, untrack } from 'svelte'
import { kinds } from '../engine/records.gen'
import type { BoardState } from '../engine/board.svelte'
import { textOf } from '../engine/apply'
import { clean, codePoints, diff, fitting, mapCaret } from '../engine/text'
import { words } from '../words/words.svelte'
import { copyText } from './copy'
import { Limit, type Input } from './limit.svelte'
import { Here } from '../engine/here'
import { toasts } from './toasts.svelte'

export interface TextOptions {
  /** In code points; without it, what the field of the record takes. */
  max?: number | undefined
  /** One paragraph: line breaks become spaces. An input is always one. */
  single?: boolean
  /** Makes the record with its first letters where it is not on the board yet. With this or `shown`, derive the attachment once. */
  make?: (text: string) => void
  /** Says what the field shows, with what is too much. */
  shown?: (text: string) => void
}

type Attach = (node: Input) => () => void

/** The same attachment for the same words: a component that asks again, because its record changed, keeps the field as it is. */
const made = new WeakMap<BoardState, Map<string, Attach>>()

export function text(board: BoardState, id: string, field: string, options: TextOptions = {}): Attach {
  const attach: Attach = (node) => untrack(() => new SharedText(board, id, field, options, node).start())
  if (options.make || options.shown) return attach
  const known = made.get(board) ?? new Map<string, Attach>()
  made.set(board, known)
  const key = [id, field, options.max, options.single].join('\n')
  const found = known.get(key) ?? attach
  known.set(key, found)
  return found
}

class SharedText {
  #surplus = ''
  #composing = false
  readonly #here: Here
  readonly #limit: Limit

  constructor(
    readonly board: BoardState,
    readonly id: string,
    readonly field: string,
    readonly options: TextOptions,
    readonly node: Input,
  ) {
    this.#here = new Here(board)
    this.#limit = new Limit(node)
  }

  start(): () => void {
    const { node } = this
    node.dir ||= 'auto'
    const told = new AbortController()
    const on = (names: string, run: (event: Event) => void) => {
      for (const name of names.split(' ')) node.addEventListener(name, run, { signal: told.signal })
    }
    on('input', () => this.#typed())
    on('compositionstart', () => this.#compose(true))
    on('compositionend', () => this.#compose(false))
    on('focus', () => this.#focused())
    // A field that is taken away while it has the focus is left in the middle of an effect, where state may not change otherwise.
    on('blur', () => untrack(() => this.#blurred()))
    on('beforeinput keydown', (event) => this.#undoKey(event))
    // At once, because whoever comes next puts the caret at its end.
    untrack(() => this.#show(textOf(this.board.get(this.id), this.field)))
    $effect(() => {
      const stands = textOf(this.board.get(this.id), this.field)
      untrack(() => this.#show(stands + this.#surplus))
    })
    if (document.activeElement === node) this.#focused()
    return () => {
      told.abort()
      this.#leave()
    }
  }

  get #max(): number {
    const rec = this.board.get(this.id)
    return this.options.max ?? (rec && kinds[rec.kind].texts[this.field]) ?? Infinity
  }

  /** What others typed, or what the board made of what I typed. */
  #show(next: string): void {
    const { node } = this
    if (!this.#composing && node.value !== next) {
      const way = diff(node.value, next)
      const [start, end] = [node.selectionStart ?? next.length, node.selectionEnd ?? next.length]
      const [from, to] = [mapCaret(start, way, start < end), mapCaret(end, way)]
      node.value = next
      if (document.activeElement === node) node.setSelectionRange(from, Math.max(from, to), node.selectionDirection ?? 'none')
    }
    this.#measure()
  }

  #typed(): void {
    const { node, board, id, field } = this
    const raw = this.options.single || node instanceof HTMLInputElement ? node.value.replace(/\s*\n\s*/g, ' ') : node.value
    const [kept, surplus] = fitting(clean(raw), this.#max)
    this.#surplus = surplus
    if (board.get(id)) board.edit(id, field, kept, Math.min(node.selectionStart ?? kept.length, kept.length))
    else if (kept.trim() && !this.#composing) this.options.make?.(kept)
    this.#here.at(board.get(id) ? id : null, field, true)
    if (!this.#composing) this.#show(textOf(board.get(id), field) + surplus)
    else this.#measure()
  }

  #compose(on: boolean): void {
    if (on) this.board.holdField(this.id, this.field, true)
    this.#composing = on
    if (on) return
    this.#typed() // on the text as it was held, and only then what others did meanwhile
    this.board.holdField(this.id, this.field, false)
  }

  #focused(): void {
    if (this.node.readOnly) return
    this.#limit.typing = true
    this.#here.at(this.board.get(this.id) ? this.id : null, this.field)
  }

  #blurred(): void {
    if (this.#composing) this.#compose(false)
    this.#limit.typing = false
    this.#here.stop()
    this.board.here(null)
    this.board.flush()
  }

  /** The board's own undo knows what others typed in between; the browser's does not. */
  #undoKey(event: Event): void {
    const which = undoOf(event)
    if (!which || this.#composing) return
    event.preventDefault()
    event.stopPropagation()
    this.#surplus = ''
    const outcome = which === 'undo' ? this.board.undo() : this.board.redo()
    if (outcome === 'skipped') toasts.say(words.t.board.undoSkipped)
    if (outcome === 'stopped') toasts.say(words.t.board.undoStopped)
    this.#show(textOf(this.board.get(this.id), this.field))
  }

  #measure(): void {
    this.#limit.measure(this.node.value, this.#surplus, this.#max)
    this.options.shown?.(this.node.value)
  }

  /** The field goes. What did not fit is offered once more, because it stands nowhere else. */
  #leave(): void {
    this.#limit.end()
    if (this.#composing) this.board.holdField(this.id, this.field, false)
    this.#here.stop()
    const surplus = this.#surplus
    if (!surplus.trim()) return
    const t = words.t.common.tooMuch
    void tick().then(() => toasts.say(t.left(codePoints(surplus)), { label: t.copy, do: () => void copyText(surplus) }))
  }
}

function undoOf(event: Event): 'undo' | 'redo' | undefined {
  if (event instanceof InputEvent) return ({ historyUndo: 'undo', historyRedo: 'redo' } as const)[event.inputType]
  if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : undefined
}
