/**
 * Text as people type it together: splices in UTF-16 units, transformed over each other. The exact mirror of
 * boards/text.go; boards/testdata/text.json, site.json and forbidden.json hold the vectors of both.
 */
import type { Splice, Values } from './ops'

const bytes = new TextEncoder()

/** Draws the small number that decides who goes left when two people type at one place. Names nobody. */
export function siteOf(client: string, id: string, field: string): number {
  let h = 2166136261
  for (const b of bytes.encode(`${client}\n${id}\n${field}`)) h = Math.imul(h ^ b, 16777619)
  return ((h >>> 0) % 65535) + 1
}

/** Changes a text; null when a position lies outside it or cuts a surrogate pair. */
export function applySplices(text: string, splices: readonly Splice[]): string | null {
  let to = ''
  let at = 0
  for (const [pos, del, ins] of splices) {
    const end = pos + del
    if (pos < at || del < 0 || end > text.length || cutsPair(text, pos) || cutsPair(text, end)) return null
    to += text.slice(at, pos) + ins
    at = end
  }
  return to + text.slice(at)
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000

/**
 * Rewrites change b, made on the same text as change a, so that it can follow a. aLeft says whose insert goes left at equal
 * positions. What a deleted is not deleted twice; what a inserted inside a deletion of b survives.
 */
export function transform(b: readonly Splice[], a: readonly Splice[], aLeft: boolean): Splice[] {
  const out: Splice[] = []
  for (const [pos, del, ins] of b) {
    if (ins !== '') out.push([insertAt(pos, a, aLeft), 0, ins])
    out.push(...deletions(pos, pos + del, a))
  }
  return tidy(out)
}

/** Where an insert at x of the old text lands after change a. */
function insertAt(x: number, a: readonly Splice[], aLeft: boolean): number {
  let shift = 0
  for (const [pos, del, ins] of a) {
    if (pos > x || (pos === x && !aLeft)) return x + shift
    if (pos === x) return x + shift + ins.length
    if (pos + del > x) return pos + shift + ins.length // a deleted around x: behind a's own text
    shift += ins.length - del
  }
  return x + shift
}

/** What is left to delete of [at, end) after change a, in pieces around a's inserts. */
function deletions(at: number, end: number, a: readonly Splice[]): Splice[] {
  const out: Splice[] = []
  let shift = 0
  for (const [pos, del, ins] of a) {
    if (pos >= end || at >= end) break
    if (pos > at) {
      out.push([at + shift, pos - at, ''])
      at = pos
    }
    at = Math.max(at, pos + del)
    shift += ins.length - del
  }
  if (at < end) out.push([at + shift, end - at, ''])
  return out
}

/** Joins splices that touch, so that equal changes look equal on every machine. */
export function tidy(splices: readonly Splice[]): Splice[] {
  const out: Splice[] = []
  for (const s of splices) {
    if (s[1] === 0 && s[2] === '') continue
    const last = out.at(-1)
    if (last && last[0] + last[1] === s[0]) out[out.length - 1] = [last[0], last[1] + s[1], last[2] + s[2]]
    else out.push(s)
  }
  return out
}

/** The smallest single splice that turns one text into another; how a whole `set` of a field is remembered. */
export function spliceOf(from: string, to: string): Splice[] {
  return cutOut(from, to, commonStart(from, to), Infinity)
}

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

function commonEnd(a: string, b: string, most: number): number {
  let n = 0
  while (n < most && n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

/** The splice that keeps `start` units in front and at most `most` units behind. */
function cutOut(from: string, to: string, start: number, most: number): Splice[] {
  if (cutsPair(from, start) || cutsPair(to, start)) start--
  let end = commonEnd(from, to, Math.min(most, from.length - start, to.length - start))
  if (cutsPair(from, from.length - end) || cutsPair(to, to.length - end)) end--
  return tidy([[start, from.length - start - end, to.slice(start, to.length - end)]])
}

/**
 * The smallest single splice between what was shown and what is in the field now. Among equal candidates ("aa" → "aaa") the
 * caret after the keystroke says which one it was: what was typed or deleted ends there.
 */
export function diff(from: string, to: string, caret?: number): Splice[] {
  const plain = spliceOf(from, to)
  if (caret === undefined || caret < 0 || caret > to.length) return plain
  const end = commonEnd(from, to, to.length - caret)
  const start = Math.min(commonStart(from, to), from.length - end, to.length - end)
  const guided = cutOut(from, to, start, end)
  return sizeOf(guided) <= sizeOf(plain) ? guided : plain
}

/** Above so many pairs of letters the finer comparison costs more than it is worth. */
const mostPairs = 1_000_000

/**
 * The change between two states of a text of which we saw only the outcome, letter by letter: several people may have changed several
 * places meanwhile, and a single splice over all of them would bring back what was deleted in between.
 */
export function changesBetween(from: string, to: string): Splice[] {
  const [plain] = spliceOf(from, to)
  if (!plain) return []
  const [start, del, ins] = plain
  const [a, b] = [[...from.slice(start, start + del)], [...ins]]
  if (a.length * b.length > mostPairs) return [plain]
  const common = commonLengths(a, b)
  const width = b.length + 1
  const out: Splice[] = []
  let at = start
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x, y] = [a[i] ?? '', b[j] ?? '']
    const drop = i < a.length ? (common[(i + 1) * width + j] ?? 0) : -1
    const add = j < b.length ? (common[i * width + j + 1] ?? 0) : -1
    if (i < a.length && j < b.length && x === y) {
      i++
      j++
      at += x.length
    } else if (add >= drop) {
      out.push([at, 0, y])
      j++
    } else {
      out.push([at, x.length, ''])
      i++
      at += x.length
    }
  }
  return tidy(out)
}

/** For each pair of rests, the length of the longest text both have in them. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const out = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const longer = Math.max(out[(i + 1) * width + j] ?? 0, out[i * width + j + 1] ?? 0)
      out[i * width + j] = a[i] === b[j] ? (out[(i + 1) * width + j + 1] ?? 0) + 1 : longer
    }
  }
  return out
}

function sizeOf(splices: readonly Splice[]): number {
  return splices.reduce((sum, [, del, ins]) => sum + del + ins.length, 0)
}

/** One change that does first a and then b, which was made on the text after a. */
export function compose(a: readonly Splice[], b: readonly Splice[]): Splice[] {
  const woven = new Weave(a)
  for (const [pos, del, ins] of b) {
    woven.upTo(pos, true)
    woven.insert(ins)
    woven.upTo(pos + del, false)
  }
  return woven.rest()
}

/** Walks through the text after change a, and writes down what becomes of the text before it. */
class Weave {
  readonly #out: Splice[] = []
  #at = 0 // in the text before a
  #done = 0 // in the text after a
  #off = 0 // how much of the next splice's insert is behind us
  #next = 0

  constructor(readonly a: readonly Splice[]) {}

  insert(text: string): void {
    this.#out.push([this.#at, 0, text])
  }

  /** Goes on to a position of the text after a; what is passed is kept or deleted. */
  upTo(to: number, keep: boolean): void {
    while (this.#done < to) {
      const next = this.a[this.#next]
      if (next && this.#at === next[0]) this.#through(next, to, keep)
      else this.#plain(Math.min(next ? next[0] - this.#at : Infinity, to - this.#done), keep)
    }
  }

  rest(): Splice[] {
    const next = this.a[this.#next]
    if (next && this.#at === next[0]) this.#out.push([next[0], next[1], next[2].slice(this.#off)])
    else if (next) this.#out.push(next)
    return tidy([...this.#out, ...this.a.slice(this.#next + 1)])
  }

  #plain(n: number, keep: boolean): void {
    if (!keep) this.#out.push([this.#at, n, ''])
    this.#at += n
    this.#done += n
  }

  #through([pos, del, ins]: Splice, to: number, keep: boolean): void {
    const n = Math.min(ins.length - this.#off, to - this.#done)
    if (keep) this.insert(ins.slice(this.#off, this.#off + n))
    this.#off += n
    this.#done += n
    if (this.#off < ins.length) return
    this.#out.push([pos, del, ''])
    this.#at += del
    this.#off = 0
    this.#next++
  }
}

/** The change that takes a change back; `before` is the text it was made on. */
export function inverse(splices: readonly Splice[], before: string): Splice[] {
  let shift = 0
  return splices.map(([pos, del, ins]) => {
    const back: Splice = [pos + shift, ins.length, before.slice(pos, pos + del)]
    shift += ins.length - del
    return back
  })
}

/** Where a caret goes when others change the text. An insert exactly at the caret does not push it, unless a selection begins there. */
export function mapCaret(pos: number, splices: readonly Splice[], selects = false): number {
  return insertAt(pos, splices, selects)
}

/** The characters the server refuses (boards/value.go), and half surrogate pairs, which are no characters at all. */
const forbidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * What we do to text before it is sent, so that the server has nothing to refuse: one kind of new line, a tab becomes a space,
 * control and direction-override characters go, composed letters.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(forbidden, '')
    .normalize('NFC')
}

/** Every text in these fields the way the server takes it. */
export function cleaned(fields: Values): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, v]) => v !== undefined)
      .map(([name, value]) => [name, cleanedValue(value)]),
  )
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map(cleanedValue)
  if (typeof value === 'object' && value !== null) return cleaned(value as Values)
  return value
}

/** How many code points a text has; limits are stated in these. */
export function codePoints(text: string): number {
  let n = 0
  for (const _ of text) n++
  return n
}

/** The first so many code points of a text, and what is too much. */
export function fitting(text: string, most: number): [kept: string, surplus: string] {
  if (text.length <= most) return [text, '']
  let at = 0
  for (let n = 0; n < most && at < text.length; n++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return [text.slice(0, at), text.slice(at)]
}

/**
 * Lays a change of `was` into `is` on what stands there now. Changes apart from each other both happen; of changes at one place both
 * texts stay, on lines of their own.
 */
export function mergedText(was: string, now: string, is: string): string {
  if (now === was || now === '') return is
  if (is === was || is === now || is === '') return now
  const [theirs, mine] = [spliceOf(was, now), spliceOf(was, is)]
  const both = apart(theirs, mine) ? applySplices(now, transform(mine, theirs, true)) : null
  return both ?? `${now}\n${is}`
}

/** Whether two changes of one text, each in one piece, do not touch. */
const apart = ([a]: readonly Splice[], [b]: readonly Splice[]): boolean => !!a && !!b && (a[0] + a[1] < b[0] || b[0] + b[1] < a[0])
