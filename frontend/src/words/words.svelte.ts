import { keep, kept } from '../engine/kept'
import { en } from './en'
import { nl, type Words } from './nl'
import { rounded } from './round'

export type Language = 'nl' | 'en'

const dictionaries: Record<Language, Words> = { nl, en }

/** Day before month and a 24-hour clock in both languages: the workshops are in Europe. */
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

export const isLanguage = (found: unknown): found is Language => found === 'nl' || found === 'en'

/** The language of a browser that has not chosen yet: Dutch for Dutch speakers, English for everybody else. */
export function preferred(languages: readonly string[]): Language {
  return languages
    .find((tag) => /^(nl|en)\b/i.test(tag))
    ?.slice(0, 2)
    .toLowerCase() === 'nl'
    ? 'nl'
    : 'en'
}

/**
 * The interface language of this person, and everything that is written differently per language. Text that people typed is
 * never translated. In a component: `words.t.start.promise`, `words.number(1.5)`.
 */
export class WordBook {
  #language = $state<Language>(kept('local', 'language', isLanguage, preferred(navigator.languages)))
  #locale = $derived(locales[this.#language])

  constructor() {
    document.documentElement.lang = this.#language
  }

  get language(): Language {
    return this.#language
  }

  get t(): Words {
    return dictionaries[this.#language]
  }

  choose(language: Language): void {
    this.#language = language
    document.documentElement.lang = language
    keep('local', 'language', language)
  }

  /** 1234.5 → “1.234,5” or “1,234.5”; `digits` fixes the decimals. */
  number(value: number, digits?: number): string {
    const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return new Intl.NumberFormat(this.#locale, fixed).format(rounded(value, digits ?? 3)).replace('-', '−')
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
    return new Intl.DateTimeFormat(this.#locale, { day: 'numeric', month: 'long', ...year }).format(day)
  }

  /** 17.04 in Dutch, 17:04 in English. */
  time(at: number | Date): string {
    const text = new Intl.DateTimeFormat(this.#locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
    return this.#language === 'nl' ? text.replace(':', '.') : text
  }

  /** “a, b en c” · “a, b and c”. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(locales[this.#language], { type: 'conjunction' }).format(items)
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
