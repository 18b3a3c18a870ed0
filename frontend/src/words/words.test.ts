// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as de from './de'
import { en } from './en'
import { isolated } from './isolated'
import { nl } from './nl'
import { preferred, WordBook } from './words.svelte'

/** Every path of a dictionary with the sort of thing that stands there. */
function paths(node: unknown, at = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((child, i) => paths(child, `${at}[${String(i)}]`))
  if (node !== null && typeof node === 'object') return Object.entries(node).flatMap(([key, child]) => paths(child, `${at}.${key}`))
  return [`${at}: ${typeof node}`]
}

/** Every fixed sentence. */
function sentences(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(sentences) : []
}

/** What it gives; undefined where it wants something else than texts. */
function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** What is said before there is a board. */
const door = (of: typeof nl) => {
  const { common, curve, errors, join, key, nowhere, how, plain, start, trying } = of
  return { common, curve, errors, join, key, nowhere, how, plain, start, trying }
}

function book(language: 'nl' | 'en'): WordBook {
  const words = new WordBook()
  void words.choose(language)
  return words
}

describe('a third language', () => {
  it('is one file, with all words of the door', () => {
    const { labels, ...said } = de
    expect(paths(said).sort()).toEqual(paths(door(nl)).sort())
    expect(Object.keys(labels)).toEqual(Object.keys(nl.labels))
    for (const sentence of sentences(said)) expect(sentence.trim()).not.toBe('')
    for (const sentence of Object.values(said.errors)) expect(sentence.match(/[.?](\s|$)/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
  })

  it('is spoken before there is a board, and goes on in the one it speaks', async () => {
    const words = new WordBook()
    await words.need('door')
    await words.choose('de')
    expect([words.language, words.served, words.t.join.go, document.documentElement.lang]).toEqual(['de', 'en', 'Zum Board', 'de'])
    expect([words.number(1234.5), words.day('2026-12-03')]).toEqual(['1.234,5', '3. Dezember'])
    await words.need('page')
    expect([words.language, words.t.join.go, document.documentElement.lang]).toEqual(['en', en.join.go, 'en'])
    expect(new WordBook().language, 'the wish stays').toBe('de')
    await words.choose('nl')
  })
})

describe('dictionaries', () => {
  it('have the same places in both languages', () => {
    expect(paths(en).sort()).toEqual(paths(nl).sort())
  })

  it('leave nothing empty and nothing with two spaces', () => {
    for (const sentence of [...sentences(nl), ...sentences(en)]) {
      expect(sentence.trim()).not.toBe('')
      expect(sentence).not.toMatch(/ {2}/)
    }
  })

  it('say errors calmly, in at least two sentences', () => {
    for (const sentence of [...Object.values(nl.errors), ...Object.values(en.errors)]) {
      expect(sentence).not.toContain('!')
      expect(sentence.match(/[.?](\s|$)/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
    }
  })

  it('know every code of the protocol', () => {
    const codes = (
      'bad_request unknown_kind unknown_field bad_value bad_text too_long not_found not_allowed locked stale ' +
      'text_in_flight over_budget round_closed full slow_down storage_full unavailable'
    ).split(' ')
    for (const code of codes) expect(Object.keys(nl.errors)).toContain(code)
  })

  it('count one and many', () => {
    expect([nl.start.steps(1), nl.start.steps(11)]).toEqual(['1 stap', '11 stappen'])
    expect([en.start.steps(1), en.start.steps(11)]).toEqual(['1 step', '11 steps'])
    expect([nl.share.inside(1), nl.share.inside(2)]).toEqual(['1 mens binnen', '2 mensen binnen'])
    expect([en.start.departments(1), en.start.departments(8)]).toEqual(['1 dept', '8 depts'])
  })
})

describe('the word book', () => {
  it('follows the browser: Dutch for Dutch speakers, English otherwise', () => {
    expect(preferred(['nl-BE', 'en'])).toBe('nl')
    expect(preferred(['en-US', 'nl'])).toBe('en')
    expect(preferred(['fr-FR', 'nl'])).toBe('nl')
    expect(preferred(['fr-FR'])).toBe('en')
    expect(preferred([])).toBe('en')
  })

  it('remembers a choice and tells the document', () => {
    book('en')
    expect(new WordBook().language).toBe('en')
    book('nl')
    expect(document.documentElement.lang).toBe('nl')
    expect(new WordBook().t.start.join).toBe('Doe mee')
  })

  it('writes numbers as the language does, with a real minus', () => {
    expect(book('nl').number(1234.5)).toBe('1.234,5')
    expect(book('en').number(1234.5)).toBe('1,234.5')
    expect(book('nl').signed(-0.625)).toBe('−0,6')
    expect(book('nl').signed(0.75)).toBe('+0,8')
    expect(book('en').signed(-0.04)).toBe('0.0')
    expect(book('nl').percent(0.5407)).toBe('54%')
  })

  it('writes dates, times and lists', () => {
    const at = new Date(2026, 10, 24, 17, 4)
    expect(book('nl').date(at, at)).toBe('24 november')
    expect(book('en').date(at, new Date(2027, 1, 1))).toBe('24 November 2026')
    expect(book('nl').time(at)).toBe('17.04')
    expect(book('en').time(at)).toBe('17:04')
    expect(book('nl').weekday('2026-12-03')).toBe('donderdag 3 december')
    expect(book('en').weekday('2026-12-03')).toBe('Thursday 3 December')
    expect(book('en').weekday('some day')).toBe('some day')
    expect(book('nl').list(['Kassa', 'Balie', 'Winkel'])).toBe('Kassa, Balie en Winkel')
  })

  it('tells the time on the clocks of the board, and on its own where it does not know them', () => {
    const at = new Date(2026, 10, 24, 17, 4)
    const noon = Date.parse('2026-12-03T12:00:00Z')
    expect(book('nl').time(noon, 'Europe/Amsterdam')).toBe('13.00')
    expect(book('en').time(noon, 'America/New_York')).toBe('07:00')
    expect(book('en').time(at, 'Nowhere/Land')).toBe('17:04')
  })

  it('F1: sets a name that runs from right to left apart in every sentence and list, and leaves others as they are', () => {
    const name = 'دنا כהן'
    const apart = `\u2068${name}\u2069`
    expect(book('nl').t.board.youAre(name)).toBe(`Jij bent ${apart}`)
    expect(book('nl').list(['Ann', name])).toBe(`Ann en ${apart}`)
    expect(book('nl').t.board.youAre('Zoë')).toBe('Jij bent Zoë')
    expect(isolated(apart)).toBe(apart)
  })

  it('F1: every sentence with room for a text keeps it apart', () => {
    const name = 'דנה'
    const bare = (node: unknown, at: string): string[] => {
      if (typeof node === 'function') {
        const said = attempt(() => (node as (...parts: unknown[]) => unknown)(...Array.from({ length: node.length }, () => name)))
        return JSON.stringify(said ?? '')
          .split(`\u2068${name}\u2069`)
          .join('')
          .includes(name)
          ? [at]
          : []
      }
      if (node === null || typeof node !== 'object') return []
      return Object.entries(node).flatMap(([key, child]) => bare(child, `${at}.${key}`))
    }
    for (const language of ['nl', 'en'] as const) expect(bare(book(language).t, language)).toEqual([])
  })

  it('has a sentence for codes it has never heard of, also for names every object has', () => {
    expect(book('en').error('locked')).toBe(en.errors.locked)
    expect(book('en').error('something_new')).toBe(en.errors.unknown)
    expect(book('en').error('constructor')).toBe(en.errors.unknown)
  })
})

describe('refusals', () => {
  it('have one sentence per code of the server, and the server’s own for a code that is new', () => {
    const source = readFileSync('../boards/refusal.go', 'utf8')
    const codes = [...source.matchAll(/^\t"([a-z_]+)":\s+\{/gm)].map((found) => found[1] ?? '')
    expect(codes.length).toBeGreaterThan(15)
    for (const errors of [nl.errors, en.errors]) expect(codes.filter((code) => !Object.hasOwn(errors, code))).toEqual([])
    const book = new WordBook()
    expect(book.error('not_found', 'said')).toBe(book.t.errors.not_found)
    expect(book.error('not_found', 'said', 'why')).toBe('said')
    expect(book.error('not_found', '', 'why')).toBe(book.t.errors.not_found)
    expect(book.error('brand_new', 'said')).toBe('said')
    expect(book.error('toString')).toBe(book.t.errors.unknown)
  })
})
