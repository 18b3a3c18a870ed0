import { keep, kept } from '../engine/kept'
import { dateFormat, numberFormat } from '../engine/formats'
import { knownZone } from '../engine/zoned'
import { isolated } from './isolated'
import type { Words } from './nl'
import { rounded } from './round'
import { isLanguage, languages, type Language, type Whole } from './languages'
import { fetchWords, known, spokenIn, wordsIn, type Part } from './shelf'

export { isLanguage, type Language }

/** The language of a browser that has not chosen yet: Dutch for Dutch speakers, English for everybody else. */
export function preferred(wishes: readonly string[]): Language {
  return wishes
    .find((tag) => /^(nl|en)\b/i.test(tag))
    ?.slice(0, 2)
    .toLowerCase() === 'nl'
    ? 'nl'
    : 'en'
}

type ByName<T = string> = Readonly<Record<string, T | undefined>>

/** A value of a field that has words. */
export type Value = string | number | boolean | null | undefined

/** One thing to choose. */
export interface Option<Value extends string = string> {
  value: Value
  label: string
  hint: string
}

const at = (list: ByName<ByName<ByName>>, kind: string, field: string): ByName => list[kind]?.[field] ?? {}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * The interface language of this person, and everything that is written differently per language. Text that people typed is
 * never translated. In a component: `words.t.start.promise`, `words.number(1.5)`.
 */
export class WordBook {
  readonly #parts = new Set<Part>()
  #language = $state<Language>(kept('local', 'language', isLanguage, preferred(navigator.languages)))
  /** The language that was chosen last; its words may be on their way. */
  #wish = this.#language
  #locale = $derived(languages[this.#language].locale)

  constructor() {
    document.documentElement.lang = this.#language
  }

  get language(): Language {
    return this.#language
  }

  /** The one of the two that boards and the server know. */
  get served(): Whole {
    return languages[this.#language].speaks
  }

  get locale(): string {
    return this.#locale
  }

  get t(): Words {
    return wordsIn(this.#language)
  }

  /** Resolves when a screen can speak: its parts are there in the language of this person, and come along when that changes. */
  async need(...parts: readonly Part[]): Promise<void> {
    for (const part of parts) this.#parts.add(part)
    let wish: Language
    do await fetchWords(spokenIn((wish = this.#wish), this.#parts), this.#parts)
    while (wish !== this.#wish)
    this.#speak(spokenIn(wish, this.#parts))
  }

  #speak(language: Language): void {
    this.#language = language
    document.documentElement.lang = language
  }

  /** Speaks another language as soon as its words are there. Gives whether it does: without a connection they may not come. */
  async choose(language: Language): Promise<boolean> {
    this.#wish = language
    const spoken = spokenIn(language, this.#parts)
    if (!known(spoken, this.#parts)) {
      const came = await fetchWords(spoken, this.#parts).then(
        () => true,
        () => false,
      )
      if (language !== this.#wish) return true // of two presses the last one counts
      if (!came) {
        this.#wish = this.#language
        return false
      }
    }
    this.#speak(spoken)
    keep('local', 'language', language)
    return true
  }

  /** The words of a value of a field, as somebody chooses it. A value of a newer server is shown as it is. */
  label(kind: string, field: string, value: Value): string {
    return at(this.t.labels.values, kind, field)[String(value)] ?? String(value ?? '')
  }

  /** The same inside a line of facts, in lower case. */
  inLine(kind: string, field: string, value: Value): string {
    return at(this.t.labels.lines, kind, field)[String(value)] ?? small(this.label(kind, field, value))
  }

  /** What people choose from in a field, in its order. */
  options<V extends string = string>(kind: string, field: string): Option<V>[] {
    const hints = at(this.t.labels.hints, kind, field)
    const values = Object.entries(at(this.t.labels.values, kind, field)) as [V, string][]
    return values.map(([value, label]) => ({ value, label, hint: hints[value] ?? '' }))
  }

  /** What people call a kind of record. */
  kind(kind: string): string {
    const names: ByName = this.t.labels.kinds
    return names[kind] ?? kind
  }

  /** How a field is asked for, about the customer by this name. */
  question(kind: string, field: string, customer = ''): string {
    const asked: ByName<ByName> = this.t.labels.questions
    return (asked[kind]?.[field] ?? field).replace('%s', isolated(customer))
  }

  /** 1234.5 → “1.234,5” or “1,234.5”; `digits` fixes the decimals. */
  number(value: number, digits?: number): string {
    const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return numberFormat(this.#locale, fixed)
      .format(rounded(value, digits ?? 3))
      .replace('-', '−')
  }

  /** With its sign: −0,6 · 0,0 · +0,8. */
  signed(value: number, digits = 1): string {
    const text = this.number(value, digits)
    if (/^−?[0.,]+$/.test(text)) return text.replace('−', '')
    return value > 0 ? `+${text}` : text
  }

  percent(share: number): string {
    return `${this.number(rounded(share * 100))}%`
  }

  /** 24 november · 24 November; with the year when it is another one. */
  date(at: number | Date, now = new Date()): string {
    const day = new Date(at)
    const year = day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
    return dateFormat(this.#locale, { day: 'numeric', month: 'long', ...year }).format(day)
  }

  /** 3 december · 3 December, of a day as a calendar writes it (2026-12-03). */
  day(day: string): string {
    return this.date(new Date(`${day}T12:00`))
  }

  /** 3 dec · 3 Dec of such a day; with its weekday do 3 dec · Thu 3 Dec. */
  shortDay(day: string, { weekday = false } = {}): string {
    const named = weekday ? { weekday: 'short' as const } : {}
    const form = dateFormat(this.#locale, { day: 'numeric', month: 'short', ...named })
    return form.format(new Date(`${day}T12:00`)).replace(/\./g, '')
  }

  /** donderdag 3 december · Thursday 3 December, of a day as a calendar writes it (2026-12-03). */
  weekday(day: string): string {
    const at = new Date(`${day}T12:00`)
    if (Number.isNaN(at.getTime())) return day
    return dateFormat(this.#locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '')
  }

  /** 17.04 in Dutch, 17:04 in English; on the clocks of a time zone where one is named, else on those of this device. */
  time(at: number | Date, zone?: string): string {
    const place = knownZone(zone)
    const there = place ? { timeZone: place } : {}
    const text = dateFormat(this.#locale, { hour: '2-digit', minute: '2-digit', ...there }).format(new Date(at))
    return this.#language === 'nl' ? text.replace(':', '.') : text
  }

  /** “a, b en c” · “a, b and c”. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'conjunction' }).format(items.map(isolated))
  }

  /**
   * The sentence for an error code, the same wherever it is said. The server's own sentence where it knows more (`why`) or the page does
   * not know the code, else the general one.
   */
  error(code: string, said = '', why = ''): string {
    const errors: Record<string, string> = this.t.errors
    const ours = Object.hasOwn(errors, code) ? errors[code] : ''
    return (why && said) || ours || said || this.t.errors.unknown
  }
}

export const words = new WordBook()
