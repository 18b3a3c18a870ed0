import type { rules as nl } from '../nl/rules'

export const rules: typeof nl = {
  hears: (sentence) => `The customer hears: “${sentence}”`,
  law: 'This is a law. It cannot be scrapped or changed here.',
  gone: 'This rule is no longer here.',
  noRule: 'There is no rule to vote on yet.',
  advice: 'This is advice. Whoever may decide does so with their own name.',
  fewVerdicts: (n) => `${n === 1 ? '1 person gave a verdict' : `${n} people gave a verdict`}. From three on we show what they chose.`,
}
