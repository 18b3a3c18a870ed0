import type { rehearsal as nl } from '../nl/rehearsal'

export const rehearsal: typeof nl = {
  title: 'Rehearsal',
  example: 'example',
  intro: (names) =>
    `${names} are made up. They write and vote by themselves, without a device: that is why they count as away. You lead. Two minutes.`,
  steps: [
    'Let the colleagues write down what goes wrong. It comes on the map.',
    'Press “Open the vote”. Everybody divides dots, and nobody sees anybody else’s.',
    'Press “Reveal” twice, or the key R.',
    'This is the result, counted raw and fair. Every round goes like this: open, wait, reveal. Have a look around.',
  ],
  letThemWrite: 'Let them write',
  end: 'Throw the rehearsal away',
  pains: [
    'Telling the same story four times',
    'Nobody knows how long it takes',
    'Hearing nothing for days',
    'The bill comes without a word',
  ],
}
