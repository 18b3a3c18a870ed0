import type { common as source } from '../nl/common'

export const common: typeof source = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  again: 'Try again',
  toStart: 'Go to the start page',
  copy: 'Copy',
  copied: 'Copied',
  language: 'Language',
  dutch: 'Dutch',
  english: 'English',
  theme: 'Appearance',
  themes: { device: 'Same as your device', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  loading: 'Loading',
  roles: {
    facilitator: 'facilitator',
    co_facilitator: 'co-facilitator',
    participant: 'participant',
    observer: 'observer',
    guest: 'customer guest',
    projector: 'projector',
  },
  stages: { front: 'Front', back: 'Back', support: 'Support', partner: 'Partner' },
  customer: 'the customer',
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  and: 'and',
}
