import type { rules as nl } from '../nl/rules'

export const rules: typeof nl = {
  title: 'Purple crocodiles',
  hint: 'Which rule can you not explain to a customer? One rule per card.',
  placeholder: 'For example: side dishes cannot be swapped',
  add: 'Add it',
  none: 'No rule yet. Begin with the one you find hardest yourself.',
  empty: 'Which rule can you not explain to a customer?',
  crocodile: 'Purple crocodile',
  crocodiles: (n) => (n === 1 ? 'purple crocodile' : 'purple crocodiles'),
  crocodilesOf: (n, of) => `${n === 1 ? 'purple crocodile' : 'purple crocodiles'} out of ${of} ${of === 1 ? 'rule' : 'rules'}`,
  ofRules: (n) => `out of ${n} ${n === 1 ? 'rule' : 'rules'}`,
  nobodyKnows: 'nobody knows',
  undecided: 'Not decided yet',
  ask: 'Ask the room',
  hears: (sentence) => `The customer hears: “${sentence}”`,
  law: 'This is a law. It cannot be scrapped or changed here.',
  gone: 'This rule is no longer here.',
  noRule: 'There is no rule to vote on yet.',
  advice: 'This is advice. Whoever may decide does so with their own name.',
  fewVerdicts: (n) => `${n === 1 ? '1 person gave a verdict' : `${n} people gave a verdict`}. From three on we show what they chose.`,
}
