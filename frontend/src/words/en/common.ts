import type { common as source } from '../nl/common'

export const common: typeof source = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  again: 'Try again',
  reload: 'Reload',
  toStart: 'Go to the start page',
  copy: 'Copy',
  copied: 'Copied',
  language: 'Language',
  dutch: 'Dutch',
  english: 'English',
  theme: 'Appearance',
  themes: { device: 'Same as your device', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  loading: 'Loading',
  toScreen: 'Show on the projector',
  customer: { one: 'customer', many: 'customers' },
  theCustomer: (noun) => `the ${noun.one}`,
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  and: 'and',
  /** Below a field that takes so many characters. */
  tooMuch: {
    room: (n: number, of: number) => `${n} of ${of}`,
    over: (n: number) => (n === 1 ? '1 character too many, this does not fit:' : `${n} characters too many, this does not fit:`),
    said: (n: number) =>
      n === 1
        ? 'The text is 1 character too long. The last character is not saved.'
        : `The text is ${n} characters too long. The last part is not saved.`,
    fits: 'The text fits again.',
    left: (n: number) => (n === 1 ? 'The last character did not fit.' : `The last ${n} characters did not fit.`),
    copy: 'Copy that part',
  },
  /** A date with a year that is probably a slip. */
  day: {
    ask: (year: number) => `Is the year ${year} right?`,
    meant: (year: number) => `I mean ${year}`,
    yes: 'Yes, that is right',
    correct: 'Change it',
  },
  range: (min: string, max: string) => `Fill in a number from ${min} to ${max}.`,
}
