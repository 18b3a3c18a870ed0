import { de } from './nouns'

/** Short words that many screens share. */
export const common = {
  close: 'Sluiten',
  cancel: 'Annuleren',
  back: 'Terug',
  again: 'Probeer opnieuw',
  reload: 'Laad opnieuw',
  toStart: 'Naar de startpagina',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  language: 'Taal',
  dutch: 'Nederlands',
  english: 'Engels',
  theme: 'Weergave',
  themes: { device: 'Zoals je apparaat', light: 'Licht', dark: 'Donker', contrast: 'Hoog contrast' },
  loading: 'Even laden',
  toScreen: 'Zet op de beamer',
  customer: { one: 'klant', many: 'klanten' },
  theCustomer: de,
  people: (n: number) => (n === 1 ? '1 mens' : `${n} mensen`),
  and: 'en',
  /** Below a field that takes so many characters. */
  tooMuch: {
    room: (n: number, of: number) => `${n} van ${of}`,
    over: (n: number) => (n === 1 ? '1 teken te veel, dit past er niet bij:' : `${n} tekens te veel, dit past er niet bij:`),
    said: (n: number) =>
      n === 1
        ? 'De tekst is 1 teken te lang. Het laatste teken wordt niet bewaard.'
        : `De tekst is ${n} tekens te lang. Het laatste stuk wordt niet bewaard.`,
    fits: 'De tekst past weer.',
    left: (n: number) => (n === 1 ? 'Het laatste teken paste er niet bij.' : `De laatste ${n} tekens pasten er niet bij.`),
    copy: 'Kopieer dat stuk',
  },
  /** A date with a year that is probably a slip. */
  day: {
    ask: (year: number) => `Klopt het jaar ${year}?`,
    meant: (year: number) => `Ik bedoel ${year}`,
    yes: 'Ja, dat klopt',
    correct: 'Aanpassen',
  },
  range: (min: string, max: string) => `Vul een getal in van ${min} tot en met ${max}.`,
}
