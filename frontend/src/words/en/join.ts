import type { join as joinSource, key as keySource, nowhere as nowhereSource } from '../nl/join'

export const join: typeof joinSource = {
  title: 'Join',
  with: 'You are joining',
  looking: 'Looking for the workshop',
  name: 'What is your name?',
  nameHint: 'This is how the others see you on the board.',
  nameMissing: 'Fill in your name, so that the others know who you are.',
  department: 'Which department are you with?',
  departmentMissing: 'Choose your department. Not sure? Take the one where you work most.',
  noDepartment: 'No department',
  missing: 'My department is not listed',
  missingName: 'What is your department called?',
  missingHint: 'The facilitator adds it and then lets you in.',
  missingEmpty: 'Write what your department is called, so that the facilitator can add it.',
  leads: (names) => `Facilitated by ${names}`,
  role: 'You take part as',
  change: 'Change',
  go: 'Go to the board',
  going: 'Getting your place ready',
  privacy: 'Ratings and votes carry no name. If you are the only one from your department, your rating can still be recognised.',
  wrongTitle: 'No workshop has this code',
  wrong: 'Have another look at the screen. One character may be different, or the workshop may be closed.',
  closedTitle: 'Looking up the workshop does not work right now',
  full: 'This workshop is full. Whoever is in stays in. Ask the facilitator for a place.',
  tooMany: 'Too many codes were tried. Your code is still here. Wait ten minutes or ask the facilitator for the link.',
  orAnother: 'Or fill in your own name and join as someone else. This device then continues as you.',
  back: {
    title: (name) => `Welcome back, ${name}`,
    go: 'Back to the board',
    another: (name) => `Not ${name}? Join as somebody else`,
  },
  known: 'You have been here before.',
  knownGo: 'Back to the board',
}

export const key: typeof keySource = {
  title: 'Checking your key',
  failed: 'This key does not fit',
  later: 'Checking your key does not work right now',
  failedText:
    'The link may have been withdrawn, or the board deleted. Nothing on the board has changed. Ask the facilitator for a new link.',
  missing: 'There is no key in this link. Open the whole link, including the part after the hash.',
}

export const nowhere: typeof nowhereSource = {
  title: 'There is no page here',
  text: 'Is the address right? A workshop code has six characters.',
  partMissing: 'This part of the page could not be loaded. What you wrote is kept. Reload the page.',
}
