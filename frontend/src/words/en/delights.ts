import type { delights as nl } from '../nl/delights'

export const delights: typeof nl = {
  title: 'Here we make it special',
  hint: 'First the basics, then this. What would a customer tell at home? Small is fine.',
  step: 'At which step?',
  placeholder: 'For example: a card from the mechanic in the repaired car',
  add: 'Put it here',
  none: 'There is nothing here yet. Start at a step that everybody forgets.',
  empty: 'What would make this special?',
  fun: 'How enjoyable is it? (1 to 5)',
  effort: 'How much effort does it take? (1 to 5)',
  worth: (fun, effort) => `fun ${fun}, effort ${effort}`,
}
