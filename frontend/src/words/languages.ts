/**
 * The languages of the pages: how each calls itself, how it writes dates and numbers (day before month and a 24-hour clock: the
 * workshops are in Europe), and in which of the two of boards and server it says what it has no words for. A language that is begun with
 * has the words of the door, in one file (`de.ts`) and one line in `shelf.ts`.
 */
export const languages = {
  nl: { name: 'Nederlands', short: 'NL', locale: 'nl-NL', speaks: 'nl' },
  en: { name: 'English', short: 'EN', locale: 'en-GB', speaks: 'en' },
  de: { name: 'Deutsch', short: 'DE', locale: 'de-DE', speaks: 'en' },
} as const

export type Language = keyof typeof languages

/** A language that has all words, and that boards are in. */
export type Whole = (typeof languages)[Language]['speaks']

export const isLanguage = (found: unknown): found is Language => typeof found === 'string' && Object.hasOwn(languages, found)

/** All of them, as one chooses. */
export const choices = (Object.keys(languages) as Language[]).map((value) => ({ value, ...languages[value] }))
