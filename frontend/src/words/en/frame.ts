import type { frame as nl } from '../nl/frame'

export const frame: typeof nl = {
  offline: 'No connection to the board. We keep trying.',
  stopped:
    'The server is there, but the live connection does not get through. Often a proxy or firewall on the network stops it. ' +
    'Try another network, or ask its administrator to let websockets through.',
  login:
    'This network sends you to a page of its own. Sign in or agree there, in a new tab. ' + 'After that things go on here by themselves.',
  newer: { text: 'There is a newer version. What you typed is kept.', later: 'Later' },
  connecting: 'Loading the board',
  closed: {
    gone: {
      title: 'You cannot get to this board',
      text:
        'It does not exist, or not any more, or you have no seat there on this device. ' +
        'Join with the facilitator’s code, or open your own link.',
    },
    not_allowed: { title: 'You cannot see this board', text: 'Join with the facilitator’s code, or open your own link.' },
    newer: { title: 'There is a newer version', text: 'Reload the page. What you typed is kept.' },
    screen: {
      title: 'This screen no longer belongs to a board',
      text: 'The projector link was renewed, or the board is gone. Facilitator: open the projector again from your desk.',
    },
    owner: {
      title: 'This link no longer works',
      text: 'It was renewed or ended, or the workshop was deleted. Ask the facilitator for a new link.',
    },
    unsent: 'You typed this and it is not on the board',
  },
  /** Instead of the instruction, once the round of this item is revealed. */
  onTheTable: 'It is on the table. Talk about it.',
  instructions: {
    welcome: 'Get to know each other. Have a look at the map.',
    warmup: 'Take turns telling a short story.',
    mirror: 'Answer honestly. Nobody sees who says what.',
    courage: 'Say what you dare. Nobody sees who says what.',
    importance: 'Give one number, for how it really is.',
    promise: 'What do we promise our customer?',
    persona: 'Meet our customer. Write down what they say.',
    needs: 'What does our customer want, and why?',
    knowledge: 'What do we know for sure about customers, and from what?',
    steps: 'Write alone for three minutes first.',
    break: 'Get yourself a drink.',
    blueprint: 'Fill in what your department does.',
    inside: 'What do you think customers give us? Then we see what they really gave.',
    leading: 'Say for each step who leads: the customer, or something of ours.',
    ownership: 'Discuss each step: whose is this?',
    rate: 'Look through the customer’s eyes.',
    lunch: 'Enjoy your lunch.',
    offmenu: 'What do you do when somebody asks for something off the menu?',
    pains: 'Write alone first. In pairs after that.',
    rules: 'Which rule helps nobody any more?',
    vote: 'Spread your dots in silence.',
    causes: 'Ask five times: why?',
    fixes: 'Think alone first. Then share.',
    delights: 'What would the customer tell at home?',
    matrix: 'Estimate effect and effort.',
    commit: 'One name and one date per fix.',
    indicator: 'Choose one number of the customer.',
    coffee: 'Write what you say only at the coffee machine.',
    reflection: 'Write for yourself. Share only what you want.',
    backwards: 'Walk the journey back, from its end.',
    loops: 'Go through what is open. Who helps?',
    autopsy: 'Look at one incident, without names.',
    own: 'The facilitator says what we do.',
    close: 'What will you do differently on Monday?',
  },
  lookAlong: { title: 'See the projector here', text: 'This is on the screen in the room now. Whoever leads turns the pages.' },
  history: 'History',
  aside: { coffee: 'Coffee machine', reflection: 'Mirror moment' },
  kept: (n: number) => (n === 1 ? '1 change kept on this device.' : `${n} changes kept on this device.`),
  door: {
    title: 'You are almost in',
    text: 'The facilitator will let you in soon. You need not do anything; keep this page open.',
    turnedTitle: 'You were not let in',
    turnedText: 'The facilitator did not let you in. Ask in the room what is the matter, then try again with the code.',
  },
}
