import type { podium as nl } from '../nl/podium'

export const podium: typeof nl = {
  title: 'Podium',
  hint: 'Who did something good for a customer? Until that person says yes it is not on the screen and not in the report.',
  choose: 'Choose somebody',
  somebodyElse: 'Somebody else',
  name: 'Name',
  placeholder: 'For example: brought the forgotten coat after closing time',
  add: 'Put on the podium',
  none: 'Nobody is on the podium yet.',
  you: 'You',
  mayIt: 'May this be on the screen and in the report?',
  mayTheir: 'Did they say it may be told?',
  states: { yes: 'May be told', pending: 'Waits for a yes', no: 'Stays in the room' },
}
