import type * as nl from '../nl/ourselves'

export const promise: typeof nl.promise = {
  title: 'Our promise',
  question: 'What do we promise our customer?',
  text: 'The promise, word for word as the customer reads it',
  placeholder: 'Paste the text of the website or the letter here',
  source: 'Where does it stand?',
  sourcePlaceholder: 'For example: home page, November',
  none: 'The facilitator will paste the promise here in a moment.',
  judge: 'Do we keep it, step by step?',
  keptAt: (step) => `Do we keep the promise at: ${step}`,
  clear: (step) => `Take the judgement away at: ${step}`,
  clearShort: 'Clear',
  noSteps: 'First put steps on the map.',
}

export const coffee: typeof nl.coffee = {
  hint: 'No name, no time. Nobody reads it, not even the facilitator, until the box is opened. Then everything lies mixed up.',
  placeholder: 'What everybody thinks and nobody says aloud',
  add: 'Put it in the box',
  mine: 'Yours, still in the box. Only you see this.',
  remove: 'Take away',
  removeFor: (text) => `Take away: ${text}`,
  open: 'Open the box',
  openHint: 'First ask whether the group agrees. What comes out is seen by everybody.',
  opened: (n) => (n === 1 ? '1 note from the box' : `${n} notes from the box`),
  none: 'The box has not been opened yet.',
}

export const reflection: typeof nl.reflection = {
  hint: 'Only you see what you write, until you share it yourself.',
  placeholder: 'For example: when I look at my screen and not at the customer',
  add: 'Keep it for yourself',
  mine: 'Yours. Only you see this.',
  share: 'Share this',
  shareFor: (text) => `Share: ${text}`,
  sure: 'What you share is seen by everybody. It cannot be hidden again.',
  unnamed: 'Share without my name',
  named: 'Share with my name',
  remove: 'Take away',
  removeFor: (text) => `Take away: ${text}`,
  shared: 'Shared',
  none: 'Nothing was shared yet.',
}

export const backwards: typeof nl.backwards = {
  question: 'What must have happened before this?',
  hint: 'We begin at the end the customer wants, and walk back step by step.',
  end: 'The end',
  noEnd: 'How the journey ends is not written yet.',
  earlier: 'One step back in the journey',
  later: 'Towards the end again',
  before: (step) => `What must have happened before: ${step}?`,
  placeholder: 'For example: the desk already knew who would come',
  add: 'Write it down',
  notes: (n) => (n === 0 ? 'nothing yet' : n === 1 ? '1 note' : `${n} notes`),
  remove: 'Take away',
  removeFor: (text) => `Take away: ${text}`,
  missing: 'A step is missing before this',
  stepPlaceholder: 'What is that step called?',
  addStep: 'Put the step on the map',
  between: (n) => (n === 1 ? '1 step between' : `${n} steps between`),
  noSteps: 'First put steps on the map.',
}
