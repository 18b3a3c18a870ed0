import type { Words } from '../nl'

/** Preparing a workshop: its facts, its departments, its invitation. */
export const prepare: Words['prepare'] = {
  workshop: {
    title: 'This workshop',
    intro: 'People read this at the door, on the projector and in the report.',
    name: 'Title',
    namePlaceholder: 'For example: Applying for a mobility scooter',
    organisation: 'Organisation',
    place: 'Where',
    placePlaceholder: 'For example: Council chamber, Utrecht',
    date: 'Date',
    from: 'Starts',
    until: (end, minutes) => `With this agenda you are done at ${end} (${minutes})`,
    untilUnknown: 'Choose a starting time. The agenda counts from there.',
    purpose: 'Purpose',
    purposePlaceholder: 'What do you want to know or have settled at the end?',
    leads: 'Who facilitates',
    leadsHint: 'Your name is shown at the door and in the report.',
    customerWord: 'What do you call your customer?',
    customerOne: 'One',
    customerMany: 'More than one',
    customerPlaceholder: ['customer', 'customers'],
    skipped: (time) => `${time} does not exist on that day: the clock jumps ahead an hour. Choose another time.`,
    past: 'This is in the past. That is fine: the agenda then simply starts when you do.',
    duration: (hours, minutes) =>
      [hours ? (hours === 1 ? '1 hour' : `${hours} hours`) : '', minutes ? (minutes === 1 ? '1 minute' : `${minutes} minutes`) : '']
        .filter(Boolean)
        .join(' and ') || '0 minutes',
    done: 'Done',
    edit: 'Title, date and place',
    rename: (title) => `${title}. Change title, date and place`,
  },
  departments: {
    title: 'Who is at the table?',
    intro: 'Every department that has to do with this journey, partners too. Code and pattern stand on the map.',
    edit: 'Departments',
    add: 'Add a department',
    addPlaceholder: 'Name of the department',
    name: (n) => `Name of department ${n}`,
    code: (name) => `Code of ${name}`,
    codeTaken: (code, name) => `${code} is the code of ${name} already.`,
    codeShort: 'A code has two or three letters or digits.',
    stage: (name) => `Place of ${name}`,
    stages: { front: 'Front', back: 'Back', support: 'Support', partner: 'Partner' },
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    moved: (name, place) => `${name} is now number ${place}`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `${name} is gone`,
    inUse: (name, people) =>
      people
        ? `${name} has ${people === 1 ? 'somebody' : `${people} people`} at the table or stands on the map. Merge it with another one.`
        : `${name} still stands on the map or in what was given. Merge it with another one.`,
    merge: 'Merge with',
    mergeChoose: 'Choose a department',
    mergeSure: (from, into) => `Everything of ${from} becomes ${into}: people, steps, fixes and scores. This cannot be taken back.`,
    mergeYes: 'Merge',
    full: 'Twelve departments is the most. Merge two if one more has to come.',
    done: 'Done',
    undo: 'Put it back',
  },
  invitation: {
    title: 'Invite people',
    intro: 'Paste this text into a mail or an appointment.',
    copy: 'Copy the text',
    file: 'Appointment for the calendar (ICS)',
    text: (about) =>
      [
        about.title,
        '',
        [about.when && `When: ${about.when}`, about.place && `Where: ${about.place}`, about.leads && `Facilitator: ${about.leads}`]
          .filter(Boolean)
          .join('\n'),
        '',
        'What will we do?',
        'Together we walk the journey of one customer, from beginning to end.',
        'You see where it hurts, also between departments.',
        'You write and vote on your own laptop or phone. Nobody sees who gave what.',
        'In the end every fix has a name and a date.',
        'There is nothing to prepare and nothing to install.',
        '',
        `Join: ${about.link}`,
        `Or type the code ${about.code} at that address.`,
      ].join('\n'),
    button: 'Invitation',
  },
}
