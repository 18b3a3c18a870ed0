/**
 * Undo and redo of one person. A step remembers what its gesture changed and what it wrote; the inverse is made when the key is
 * pressed, from the board as it is then. Where somebody else changed that field since, the step is skipped.
 */
import { isText, parentOf, rowOf, textOf, valueOf, type Records } from './apply'
import { keyOf } from './drafts'
import type { Act, Op, PlaceEdit, Rec, Splice } from './ops'
import { cascadeOf, isAnswer, isListEdit, isPlaceEdit, sameValue, textsIn } from './predict'
import { withoutRestored } from './restored'
import { applySplices, changesBetween, compose, inverse, transform } from './text'

/** One thing a gesture did, with what undoing it needs. */
export type Deed =
  | { did: 'put'; id: string; wrote: Rec | undefined }
  | { did: 'set'; id: string; field: string; before: unknown; wrote: unknown }
  | { did: 'list'; id: string; field: string; added: unknown[]; removed: unknown[] }
  | { did: 'place'; id: string; field: string; edit: PlaceEdit }
  | { did: 'text'; id: string; field: string; back: Splice[] }
  | { did: 'move'; id: string; parent: string; after: string | null; wrote: { parent: string; after: string | null } }
  | { did: 'del'; id: string }
  | { did: 'restore'; id: string }
  | { did: 'merge'; id: string; before: unknown; wrote: unknown }
  /** A sentence of facilitation that no key takes back: undo stops at it and says so. */
  | { did: 'act'; id: string; act: Act }

export interface Step {
  deeds: Deed[]
  /** Changes with every gesture; typing in one field goes on in one step until something else happens. */
  at: number
}

/**
 * What a step asks to be done now; `as` is its deed where the board does not show at once what it does. Text is given as the whole
 * new content of the field.
 */
export type Wish = { op: Op; as?: Deed } | { id: string; field: string; text: string }

const typingPause = 1500
const most = 200

/** Acts that change what is on the board or what may be done with it; the others only move the clock or the screen. */
const stopping: readonly Act[] = [
  'open',
  'stage',
  'reveal',
  'cancel',
  'park',
  'start',
  'stop',
  'next',
  'skip',
  'lock',
  'door',
  'admit',
  'role',
  'remove',
  'keep',
]

export class Undo {
  #done: Step[] = []
  #undone: Step[] = []
  /** The shown text that the top text step of a field stands on. */
  readonly #texts = new Map<string, string>()

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** A gesture of mine. It ends what could be done again. */
  did(step: Step): void {
    if (step.deeds.length === 0) return
    this.#undone = []
    this.#push(this.#done, step)
  }

  /** Typing in a field: `change` was made on `before`. */
  typed(id: string, field: string, change: readonly Splice[], before: string, at: number): void {
    const back = inverse(change, before)
    this.#texts.set(keyOf(id, field), applySplices(before, change) ?? before)
    const top = this.#done.at(-1)
    const deed = top?.deeds.length === 1 ? top.deeds[0] : undefined
    if (top && deed?.did === 'text' && deed.id === id && deed.field === field && at - top.at < typingPause && this.#undone.length === 0) {
      deed.back = compose(back, deed.back)
      top.at = at
    } else this.did({ at, deeds: [{ did: 'text', id, field, back }] })
  }

  /** Carries the text steps over what others changed in the texts that are shown. */
  follow(view: Records): void {
    for (const [key, stood] of this.#texts) {
      const [id = '', field = ''] = key.split('\n')
      const rec = view.get(id)
      if (!rec || textOf(rec, field) === stood) continue
      const change = changesBetween(stood, textOf(rec, field))
      for (const stack of [this.#done, this.#undone]) slide(stack, id, field, stood, change)
      this.#texts.set(key, textOf(rec, field))
    }
  }

  /** A push of mine was refused for good: its step is nobody's any more. */
  forget(step: Step): void {
    this.#done = this.#done.filter((s) => s !== step)
    this.#undone = this.#undone.filter((s) => s !== step)
  }

  /** Text of mine in this field was refused for good. */
  forgetText(id: string, field: string): void {
    const keeps = (step: Step) => !step.deeds.some((deed) => deed.did === 'text' && deed.id === id && deed.field === field)
    this.#done = this.#done.filter(keeps)
    this.#undone = this.#undone.filter(keeps)
    this.#texts.delete(keyOf(id, field))
  }

  /** Takes the top step off a stack; the wishes that undo it, or why not: somebody else changed it since, or it is an act. */
  take(which: 'undo' | 'redo', view: Records): { wishes: Wish[] } | { not: 'skipped' | 'stopped' } | undefined {
    const step = (which === 'undo' ? this.#done : this.#undone).pop()
    if (!step) return undefined
    if (step.deeds.some((deed) => deed.did === 'act')) return { not: 'stopped' }
    const wishes: Wish[] = []
    for (const deed of [...step.deeds].reverse()) {
      const wish = inverseOf(deed, view)
      if (!wish) return { not: 'skipped' }
      wishes.push(wish)
    }
    return { wishes }
  }

  /** What an undo did becomes the step to redo it, and the other way round. */
  reversed(which: 'undo' | 'redo', step: Step): void {
    if (step.deeds.length > 0) this.#push(which === 'undo' ? this.#undone : this.#done, step)
  }

  /** The text of a field after an undo changed it. */
  stands(id: string, field: string, text: string): void {
    this.#texts.set(keyOf(id, field), text)
  }

  #push(stack: Step[], step: Step): void {
    stack.push(step)
    if (stack.length > most) stack.shift()
  }
}

/**
 * Rewrites the text steps of one field, from the top down: each is carried over the change as it looks below the steps above it.
 * `text` is what stood before the change.
 */
function slide(stack: Step[], id: string, field: string, text: string, change: readonly Splice[]): void {
  let theirs = change
  let stood = text
  for (let i = stack.length - 1; i >= 0; i--) {
    for (const deed of [...(stack[i]?.deeds ?? [])].reverse()) {
      if (deed.did !== 'text' || deed.id !== id || deed.field !== field) continue
      const back = deed.back
      const below = applySplices(stood, back) ?? stood
      const rest = withoutRestored(back, theirs, stood)
      deed.back = rest ?? transform(back, theirs, true)
      const now = applySplices(stood, theirs) ?? stood
      theirs = rest ? changesBetween(below, applySplices(now, rest) ?? now) : transform(theirs, back, false)
      stood = below
    }
  }
}

/** What an op is about to change, looked up before it happens. Answers of a round are not undone here. */
export function deedsOf(op: Op, view: Records): Deed[] {
  switch (op.op) {
    case 'put':
      return op.for || op.kind === 'ready' || isAnswer(op.kind) ? [] : [{ did: 'put', id: op.id, wrote: undefined }]
    case 'set':
      return setDeeds(op, view)
    case 'move':
      return moveDeeds(op, view)
    case 'del':
      return view.get(op.id) ? [{ did: 'del', id: op.id }] : []
    case 'restore':
      return [{ did: 'restore', id: op.id }]
    case 'act':
      return actDeeds(op, view)
    default:
      return []
  }
}

function actDeeds(op: Op & { op: 'act' }, view: Records): Deed[] {
  const id = op.id ?? ''
  const rec = view.get(id)
  if (op.do === 'merge' && rec) return [{ did: 'merge', id, before: valueOf(rec, 'merged_into'), wrote: op.args?.['into'] ?? undefined }]
  return stopping.includes(op.do) ? [{ did: 'act', id, act: op.do }] : []
}

function setDeeds(op: Op & { op: 'set' }, view: Records): Deed[] {
  const rec = view.get(op.id)
  if (!rec) return []
  return Object.entries(op.fields).map(([field, value]): Deed => {
    const before = valueOf(rec, field)
    if (isPlaceEdit(value)) return { did: 'place', id: op.id, field, edit: value }
    if (!isListEdit(value)) return { did: 'set', id: op.id, field, before, wrote: value }
    const list = Array.isArray(before) ? (before as unknown[]) : []
    const added = (value.add ?? []).filter((v) => !list.includes(v))
    const removed = (value.remove ?? []).filter((v) => list.includes(v))
    return { did: 'list', id: op.id, field, added, removed }
  })
}

function moveDeeds(op: Op & { op: 'move' }, view: Records): Deed[] {
  const rec = view.get(op.id)
  if (!rec) return []
  const before = placeOf(rec, view)
  return [{ did: 'move', id: op.id, ...before, wrote: before }]
}

/** Completes the deeds with what the gesture really wrote, looked up after it happened. */
export function wrote(deeds: Deed[], view: Records): void {
  for (const deed of deeds) {
    const rec = view.get(deed.id)
    if (rec && deed.did === 'move') deed.wrote = placeOf(rec, view)
    if (rec && deed.did === 'put') deed.wrote = rec
  }
}

/** Where a record stands: what it hangs on, and behind which one of its kind. */
function placeOf(rec: Rec, view: Records): { parent: string; after: string | null } {
  const parent = parentOf(rec)
  const siblings = rowOf(rec.kind)?.parent ? view.hanging(parent, rec.kind) : view.all(rec.kind)
  const at = siblings.findIndex((s) => s.id === rec.id)
  return { parent, after: siblings[at - 1]?.id ?? null }
}

/** The wish that takes a deed back on the board as it is; undefined when somebody changed it since. */
function inverseOf(deed: Deed, view: Records): Wish | undefined {
  const rec = view.get(deed.id)
  if (deed.did === 'del') return rec ? undefined : { op: { op: 'restore', id: deed.id } }
  if (!rec) return undefined
  switch (deed.did) {
    case 'put':
      return untouched(rec, deed.wrote, view) ? { op: { op: 'del', id: deed.id } } : undefined
    case 'restore':
      return { op: { op: 'del', id: deed.id } }
    case 'set':
      if (!sameValue(valueOf(rec, deed.field), deed.wrote)) return undefined
      return { op: { op: 'set', id: deed.id, fields: { [deed.field]: deed.before ?? null } } }
    case 'list':
      return { op: { op: 'set', id: deed.id, fields: { [deed.field]: { add: deed.removed, remove: deed.added } } } }
    case 'place': {
      const { at, was, is } = deed.edit
      if ((textsIn(valueOf(rec, deed.field))[at] ?? '') !== is) return undefined
      return { op: { op: 'set', id: deed.id, fields: { [deed.field]: { at, was: is, is: was } } } }
    }
    case 'merge': {
      // Until the server has done it, the pain still stands where it stood.
      const now = valueOf(rec, 'merged_into')
      if (now !== deed.wrote && now !== deed.before) return undefined
      const as: Deed = { ...deed, before: deed.wrote, wrote: deed.before }
      return { op: { op: 'act', do: 'merge', id: deed.id, args: { into: deed.before ?? null } }, as }
    }
    case 'act':
      return undefined
    case 'text': {
      const text = deed.back.length > 0 ? applySplices(textOf(rec, deed.field), deed.back) : null
      return text === null ? undefined : { id: deed.id, field: deed.field, text }
    }
    case 'move': {
      const place = placeOf(rec, view)
      if (place.parent !== deed.wrote.parent || place.after !== deed.wrote.after) return undefined
      return { op: { op: 'move', id: deed.id, ...(deed.parent ? { parent: deed.parent } : {}), after: deed.after } }
    }
  }
}

/** Whether a record I made is still as I made it, with nothing of others on it. Its key and what the server added do not count. */
function untouched(rec: Rec, made: Rec | undefined, view: Records): boolean {
  const names = Object.keys(made?.fields ?? {}).filter((name) => name !== 'order')
  const same = names.every((name) => made && sameValue(valueOf(rec, name), valueOf(made, name)))
  const filled = Object.keys(rec.fields).some((name) => isText(rec.kind, name) && textOf(rec, name) !== '' && !names.includes(name))
  return (
    same &&
    !filled &&
    cascadeOf(view, rec.id)
      .slice(1)
      .every((child) => child.by !== undefined && child.by === made?.by)
  )
}
