import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nameless, skeleton, tidyName, toldApart, type Seated } from './names'
import type { Splice } from './ops'
import { between } from './order'
import { Chance } from './testing/random'
import {
  applySplices,
  changesBetween,
  clean,
  codePoints,
  compose,
  diff,
  inverse,
  mapCaret,
  mergedText,
  siteOf,
  spliceOf,
  tidy,
  transform,
} from './text'

/** The vectors Go made: boards/vectors_test.go. */
function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(join(process.cwd(), '../boards/testdata', name), 'utf8')) as T
}

interface TextVectors {
  apply: { text: string; splices: Splice[]; want: string | null }[]
  transform: { b: Splice[]; a: Splice[]; aLeft: boolean; want: Splice[] }[]
  tp1: { text: string; a: Splice[]; b: Splice[]; want: string }[]
  spliceOf: { from: string; to: string; want: Splice[] }[]
  merged: { was: string; now: string; is: string; want: string }[]
}

describe('the same as in Go', () => {
  const text = vectors<TextVectors>('text.json')

  it.each(text.apply)('applies $splices to $text', ({ text, splices, want }) => {
    expect(applySplices(text, splices)).toBe(want)
  })

  it('transforms', () => {
    for (const { b, a, aLeft, want } of text.transform) expect(transform(b, a, aLeft)).toEqual(want)
  })

  it('converges', () => {
    for (const { text: from, a, b, want } of text.tp1) {
      expect(applySplices(applySplices(from, a) ?? '', transform(b, a, true))).toBe(want)
      expect(applySplices(applySplices(from, b) ?? '', transform(a, b, false))).toBe(want)
    }
  })

  it('cuts out the smallest splice', () => {
    for (const { from, to, want } of text.spliceOf) expect(spliceOf(from, to), `${from} → ${to}`).toEqual(want)
  })

  it.each(text.merged)('lays $was → $is on $now', ({ was, now, is, want }) => {
    expect(mergedText(was, now, is)).toBe(want)
  })

  it('makes order keys', () => {
    for (const { a, b, want } of vectors<{ a: string; b: string; want: string }[]>('order.json'))
      expect(between(a, b), `${a} … ${b}`).toBe(want)
  })

  it('draws sites', () => {
    for (const { client, id, field, want } of vectors<{ client: string; id: string; field: string; want: number }[]>('site.json')) {
      expect(siteOf(client, id, field)).toBe(want)
    }
  })

  it('leaves nothing the server refuses, and takes nothing it allows', () => {
    for (const { char, ok } of vectors<{ char: number; ok: boolean }[]>('forbidden.json')) {
      const letter = String.fromCodePoint(char)
      const kept = clean(`a${letter}b`)
      if (ok) expect(kept, `U+${char.toString(16)}`).toBe(`a${letter}b`.normalize('NFC'))
      else if (kept !== 'a\nb' && kept !== 'a b') expect(kept, `U+${char.toString(16)}`).toBe('ab')
    }
  })
})

describe('names, the same as in Go', () => {
  interface NameVectors {
    tidy: { from: string; want: string }[]
    shape: { from: string; want: string }[]
    told: { people: Seated[]; want: Record<string, string> }[]
  }
  const names = vectors<NameVectors>('names.json')

  it('takes every word for a role for no name, as Go does', () => {
    const source = readFileSync(join(process.cwd(), '../boards/lookalike.go'), 'utf8')
    const words = [...source.matchAll(/Role\w+:\s+\{"(.+?)", "(.+?)"\}/g)].flatMap(([, nl = '', en = '']) => [nl, en])
    expect(words.length).toBe(10)
    expect(words.filter((word) => !nameless(` ${word.toUpperCase()} `))).toEqual([])
    expect([nameless(''), nameless('Vera Prins'), nameless('Begeleider Vera')]).toEqual([true, false, false])
  })

  it('are tidied', () => {
    for (const { from, want } of names.tidy) expect(tidyName(from), JSON.stringify(from)).toBe(want)
  })

  it('look like each other', () => {
    for (const { from, want } of names.shape) expect(skeleton(from), JSON.stringify(from)).toBe(want)
  })

  it.each(names.told)('are told apart: $people', ({ people, want }) => {
    expect(Object.fromEntries(toldApart(people))).toEqual(want)
  })
})

const letters = [...'aab é世界😀👍\n']
const someText = (chance: Chance) => Array.from({ length: chance.below(12) }, () => chance.pick(letters)).join('')

/** A valid change: ascending, not overlapping, on whole characters. */
function someChange(chance: Chance, text: string): Splice[] {
  const edges = [0]
  for (const letter of text) edges.push((edges.at(-1) ?? 0) + letter.length)
  const out: Splice[] = []
  for (let i = chance.below(3); i < edges.length; i += 1 + chance.below(4)) {
    const end = Math.min(edges.length - 1, i + chance.below(3))
    out.push([edges[i] ?? 0, (edges[end] ?? 0) - (edges[i] ?? 0), chance.says(0.6) ? someText(chance) : ''])
    i = end
  }
  return tidy(out)
}

const apply = (text: string, splices: readonly Splice[]) => {
  const out = applySplices(text, splices)
  if (out === null) throw new Error(`${JSON.stringify(splices)} does not fit ${JSON.stringify(text)}`)
  return out
}

describe('any change', () => {
  it('converges, composes and comes back (10,000 pairs)', () => {
    for (let seed = 0; seed < 10_000; seed++) {
      const chance = new Chance(seed)
      const text = someText(chance)
      const [a, b] = [someChange(chance, text), someChange(chance, text)]
      const one = apply(apply(text, a), transform(b, a, true))
      expect(one, `seed ${String(seed)}`).toBe(apply(apply(text, b), transform(a, b, false)))
      const after = apply(text, a)
      const then = someChange(chance, after)
      expect(apply(text, compose(a, then)), `compose, seed ${String(seed)}`).toBe(apply(after, then))
      expect(apply(after, inverse(a, text)), `inverse, seed ${String(seed)}`).toBe(text)
    }
  })

  it('is found by diff, whatever the caret', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const chance = new Chance(seed)
      const [from, to] = [someText(chance), someText(chance)]
      const found = diff(from, to, chance.below(to.length + 1))
      expect(found.length).toBeLessThanOrEqual(1)
      expect(apply(from, found), `seed ${String(seed)}`).toBe(to)
    }
  })
})

describe('changes between two outcomes', () => {
  it('are found letter by letter', () => {
    expect(changesBetween('abc', 'xacy')).toEqual([
      [0, 0, 'x'],
      [1, 1, ''],
      [3, 0, 'y'],
    ])
    expect(changesBetween('a😀b', 'a😁b')).toEqual([[1, 2, '😁']])
    expect(changesBetween('', '')).toEqual([])
    for (let seed = 0; seed < 2000; seed++) {
      const chance = new Chance(seed)
      const [from, to] = [someText(chance), someText(chance)]
      expect(apply(from, changesBetween(from, to)), `seed ${String(seed)}`).toBe(to)
    }
  })
})

describe('diff', () => {
  it.each([
    ['aa', 'aaa', 1, [[0, 0, 'a']]],
    ['aa', 'aaa', 2, [[1, 0, 'a']]],
    ['aa', 'aaa', 3, [[2, 0, 'a']]],
    ['aaa', 'aa', 0, [[0, 1, '']]],
    ['aaa', 'aa', 1, [[1, 1, '']]],
    ['abab', 'ababab', 2, [[0, 0, 'ab']]],
    ['x😀y', 'x😁y', 3, [[1, 2, '😁']]],
    ['een twee', 'een drie', 8, [[4, 3, 'dri']]],
    ['same', 'same', 2, []],
  ] as const)('%j → %j with the caret at %i', (from, to, caret, want) => {
    expect(diff(from, to, caret)).toEqual(want)
  })
})

describe('carets and cleaning', () => {
  it('is not pushed by an insert exactly at it', () => {
    expect(mapCaret(3, [[3, 0, 'xx']])).toBe(3)
    expect(mapCaret(3, [[2, 0, 'xx']])).toBe(5)
    expect(mapCaret(3, [[1, 5, 'xx']])).toBe(3)
    expect(mapCaret(9, [[1, 5, '']])).toBe(4)
  })

  it('makes text the server takes', () => {
    expect(clean('a\r\nb\rc\td')).toBe('a\nb\nc d')
    expect(clean('e\u0301')).toBe('é')
    expect(clean('\u202eabc\u0000\ud83d')).toBe('abc')
    expect(clean('👩‍👩‍👧')).toBe('👩‍👩‍👧')
    expect(codePoints('a😀')).toBe(2)
  })
})

describe('order', () => {
  it('keeps 10,000 inserts unique and sorted', () => {
    const chance = new Chance(7)
    const keys: string[] = []
    for (let i = 0; i < 10_000; i++) {
      const at = chance.pick([0, keys.length, Math.floor(keys.length / 2), chance.below(keys.length + 1)])
      const key = between(keys[at - 1] ?? '', keys[at] ?? '')
      expect(key > (keys[at - 1] ?? '') && (keys[at] === undefined || key < keys[at])).toBe(true)
      keys.splice(at, 0, key)
    }
    expect(new Set(keys).size).toBe(10_000)
  })
})
