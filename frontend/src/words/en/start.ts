import type { how as howSource, plain as plainSource, start as source, trying as tryingSource } from '../nl/start'

export const start: typeof source = {
  promise: 'Put your customer’s journey on the table in one afternoon, see where it gets stuck, and go home knowing who will fix what.',
  how: 'How does it work?',
  open: 'Open a saved board',
  openHint: 'A saved board, a table of steps or a Mermaid drawing becomes a new workshop. You can also drag it onto this page.',
  copy: {
    of: (title) => `Make a new workshop of ${title}`,
    title: 'New workshop from this one',
    text: 'Departments, customer, journey and agenda come along. People, answers and what was written stay with the old one.',
    name: 'Title',
    date: 'Date (empty is today)',
    go: 'Make the workshop',
  },
  next: {
    title: 'Next session',
    text: 'Journey, departments, open fixes with their pains and the customer number come along. People and the rest stay here.',
    agenda: 'Agenda',
    agendas: { followup: 'Follow-up (1 hour)', '2h': '2 hours', half: 'Half a day', day: 'Whole day' },
    go: 'Make the next session',
    series: (n: number) => `series of ${n} sessions`,
    earlier: 'earlier in this series',
  },
  join: 'Join',
  joinHint: 'code on the screen',
  joinFoot: 'No account. Just your name and department.',
  code: 'Workshop code, six characters',
  joinGo: 'Join with this code',
  signin: 'To begin a workshop here you sign in with your organisation’s account. Joining needs none.',
  signinGo: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (name) => `Signed in as ${name}`,
  passcode: 'To begin a workshop on this server you need the server’s passcode.',
  passcodeGo: 'Begin',
  wrongPasscode: 'This passcode is not right. Ask whoever runs the server.',
  begin: 'Start a workshop',
  beginHint: 'Pick a journey that looks like yours. You can change everything.',
  boardLanguage: 'Language of the board',
  length: 'How long is the workshop?',
  lengths: { '2h': '2 hours', half: 'Half day', day: 'Full day' },
  blank: 'Blank board',
  beginThis: 'Start with this journey',
  making: 'Making the board',
  steps: (n) => (n === 1 ? '1 step' : `${n} steps`),
  departments: (n) => (n === 1 ? '1 dept' : `${n} depts`),
  departmentsSpoken: (n) => (n === 1 ? '1 department' : `${n} departments`),
  exampleScores: 'example scores',
  templatesLoading: 'Fetching journeys',
  templatesFailed: 'The example journeys could not be fetched.',
  mine: 'My workshops on this device',
  stands: {
    covered: (n, of) => `${n} of ${of} covered`,
    lookBack: (day) => `look back ${day}`,
    action: (text, day) => (day ? `you: ${text}, by ${day}` : `you: ${text}`),
    late: (text) => `you: ${text}, past its date`,
  },
  mineEmpty: 'No workshops on this device yet. Start one or type a code.',
  removeFromList: (title) => `Remove ${title} from this list`,
  removed: (title) => `${title} is off this list. The board itself still exists.`,
  undo: 'Put it back',
  today: 'today',
  yesterday: 'yesterday',
  importing: 'Opening the board',
  leftOut: {
    some: (n) => (n === 1 ? 'One thing in the file did not come along.' : `${n} things in the file did not come along.`),
    copy: 'Copy the list',
    copied: 'The list is copied. Paste it where you like.',
    notCopied: 'Copying does not work here.',
  },
  tooBig: 'This file is larger than 5 MB. Nothing has changed. Choose another file.',
}

export const trying: typeof tryingSource = {
  go: 'Try it in two minutes, on your own',
  text: 'Four made-up colleagues take part. Afterwards you throw the rehearsal away.',
  board: (title) => `Rehearsal: ${title}`,
  names: ['Maya', 'Tom', 'Yasmin', 'Anna'],
}

export const plain: typeof plainSource = {
  text: 'This address has no https. Whoever listens in on this network can read along. Use a network you trust.',
  away: 'Close this note',
}

export const how: typeof howSource = {
  title: 'What happens in a workshop',
  intro: 'People from different departments walk along with one customer. A facilitator keeps the time.',
  steps: [
    {
      title: 'Lay out the journey',
      text: 'Step by step: what does the customer do, who helps, who works behind the scenes? Where nobody helps, the board shows it.',
    },
    {
      title: 'Rate in silence',
      text: 'Everyone says how the customer feels at each step. Scores stay hidden until the facilitator reveals them.',
    },
    {
      title: 'Talk about the difference',
      text: 'Where do departments disagree? Which rule gets in the way? Choose together which pains have to go first.',
    },
    {
      title: 'Agree who does what',
      text: 'Every fix gets a name and a date. You go home with a report you can share.',
    },
  ],
  honest: 'Good to know',
  facts: [
    'Nobody makes an account. A laptop or a phone is enough to take part.',
    'Everything lives on the server you are looking at now. This page fetches nothing from anyone else.',
    'A department with one voter can be recognised. Say so before you start rating.',
  ],
}
