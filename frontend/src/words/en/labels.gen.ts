// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.
import type { labels as nl } from '../nl/labels.gen';

/** What people call kinds, how fields are asked for, and what their values mean. */
export const labels: typeof nl = {
  kinds: {
    persona: 'Customer',
    journey: 'Customer journey',
    phase: 'Phase',
    step: 'Step',
    cell: 'Cell',
    handoff: 'Hand-off',
    quote: 'Quote',
    agenda_item: 'Item',
    note: 'Note',
    pain: 'Pain',
    vote: 'Dot',
    rating: 'Rating',
    ownership_claim: 'Whose',
    leading_vote: 'Who leads',
    fix: 'Fix',
    parking_item: 'Parked',
  },
  questions: {
    step: { channel: 'How do they get in touch?', wait_minutes: 'How long does the customer wait?', repeats_story: 'Does the customer tell it again?', outcome: 'How did it end for the customer?', leading: 'Who leads here?' },
    quote: { source: 'Who said this?', consent: 'May this be shown?' },
    pain: { severity: 'How bad for %s?', frequency: 'How often?', evidence_level: 'How do we know?', cause_categories: 'What kind of cause?', control: 'Who can change this?', audience: 'Who does this hurt?', minutes_lost: 'How much time does it take?' },
    ownership_claim: { answer: 'Is this step yours?' },
    leading_vote: { value: 'Who leads here?' },
    fix: { status: 'Status' },
  },
  values: {
    journey: {
      state: { current: 'As it goes now', future: 'As it should become' },
      direction: { forward: 'From start to end', backward: 'From end to start' },
    },
    step: {
      channel: { phone: 'Phone', web: 'Website', app: 'App', mail: 'E-mail', chat: 'Chat', letter: 'Letter', sms: 'Text message', on_site: 'On site', bank: 'Bank', word_of_mouth: 'Word of mouth', none: 'No contact' },
      repeats_story: { true: 'Yes', false: 'No' },
      outcome: { solved: 'Solved', partly: 'Partly solved', passed_on: 'Passed on', not_solved: 'Not solved', na: 'Does not apply' },
      leading: { customer: 'The customer', task: 'The task', process: 'The process', system: 'The system', product: 'The product' },
      kano: { basis: 'Basic', performance: 'More is better', attractive: 'Delighter' },
      guidance_kind: { rule: 'Rule', guidance: 'Guidance' },
      promise_kept: { yes: 'Yes', partly: 'Partly', no: 'No' },
    },
    cell: {
      lane: { evidence: 'Evidence', front: 'Front stage', back: 'Back stage', support: 'Support' },
    },
    handoff: {
      kind: { customer: 'The customer', order: 'Order', information: 'Information', approval: 'Approval', product: 'Product', money: 'Money' },
      source: { detected: 'Read from the steps', manual: 'Drawn by hand' },
      asked_or_assumed: { asked: 'Asked', assumed: 'Assumed', unknown: 'We don’t know' },
      information_travels: { yes: 'Yes', partly: 'Partly', no: 'No', unknown: 'We don’t know' },
    },
    quote: {
      kind: { interview: 'Interview', survey: 'Survey', complaint: 'Complaint', review: 'Review', call: 'Phone call', own_observation: 'Heard ourselves', guest: 'Customer at the table', example: 'Example' },
      consent: { given: 'Yes, the customer agrees', none_needed: 'No need to ask', missing: 'Not asked yet' },
    },
    agenda_item: {
      activity: { welcome: 'Welcome', warmup: 'Story round', mirror: 'Mirror', promise: 'Promise', persona: 'Customer at the table', steps: 'Steps', break: 'Break', blueprint: 'Who does what: lanes', ownership: 'Whose is this?', rate: 'Rate, reveal, gap talk', lunch: 'Lunch', offmenu: 'Off-menu test', pains: 'Stories and pains', rules: 'Purple crocodiles', vote: 'Dots and reveal', causes: 'Causes of the top 3', fixes: 'How might we', matrix: 'Impact, effort, fun', commit: 'Who, what, when', indicator: 'One customer number', own: 'Own item', close: 'Podium and close' },
      projector_view: { lobby: 'Welcome', agenda: 'Agenda', persona: 'Customer', map: 'Map', curve: 'Curve', gaps: 'Gap', ownership: 'Whose?', notes: 'Pains', vote: 'Dots', rules: 'Rules', offmenu: 'Off the menu', mandate: 'Mandate', causes: 'Causes', matrix: 'Impact and effort', actions: 'Actions', indicator: 'Customer number', story: 'Stories', mirror: 'Mirror', promise: 'Promise', break: 'Break', item: 'Item', close: 'Close', summary: 'Summary' },
      state: { planned: 'Planned', running: 'Running', done: 'Done', skipped: 'Skipped' },
    },
    pain: {
      lane: { evidence: 'Evidence', customer: 'Customer', front: 'Front stage', back: 'Back stage', support: 'Support' },
      severity: { '1': 'Minor', '2': 'Annoying', '3': 'In the way', '4': 'Serious', '5': 'Very serious' },
      frequency: { daily: 'Every day', weekly: 'Every week', monthly: 'Every month', rarely: 'Rarely', unknown: 'We don’t know' },
      evidence_level: { known: 'We know', assumed: 'We think', unknown: 'We don’t know' },
      cause_categories: { rule: 'Rule', system: 'System', process: 'Process', silo: 'Silos', mandate: 'Mandate', fear: 'Fear', time: 'Time', task_focus: 'Task focus', knowledge: 'Knowledge', information: 'Information', communication: 'Communication', ownership: 'Ownership', behaviour: 'Behaviour', product: 'Product', partner: 'Partner', other: 'Other' },
      control: { self: 'We can', together: 'Together with others', outside: 'Somebody outside' },
      audience: { customer: 'The customer', employee: 'An employee', both: 'Both' },
    },
    rating: {
      value: { '-2': 'angry', '-1': 'let down', '0': 'neutral', '1': 'content', '2': 'delighted' },
    },
    ownership_claim: {
      answer: { own: 'yes', not: 'no, it belongs to …', unknown: 'don’t know' },
    },
    leading_vote: {
      value: { customer: 'customer', task: 'task', process: 'process', system: 'system', product: 'product' },
    },
    fix: {
      kind: { quick: 'Quick', process: 'Process', rule: 'Rule', mandate: 'Mandate', training: 'Training', product: 'Product', information: 'Information', system: 'System', delight: 'Delight', research: 'Research' },
      status: { idea: 'idea', agreed: 'agreed', doing: 'doing', done: 'done', verified: 'effect measured', parked: 'parked', dropped: 'dropped' },
    },
  },
  lines: {
    handoff: {
      information_travels: { yes: 'information travels along', partly: 'information travels partly', no: 'information does not travel', unknown: 'unknown whether information travels' },
    },
    pain: {
      frequency: { daily: 'daily', weekly: 'weekly', monthly: 'monthly', unknown: 'how often unknown' },
      control: { self: 'ours to solve', together: 'solve together', outside: 'outside our control' },
      audience: { customer: 'hurts the customer', employee: 'hurts an employee', both: 'hurts customer and employee' },
    },
    ownership_claim: {
      answer: { not: 'no' },
    },
  },
  hints: {
    step: {
      leading: { customer: 'We do what helps this customer now', task: 'We do what is on our list', process: 'We follow the agreed way', system: 'We do what the screen allows', product: 'We do what the product can do' },
    },
    quote: {
      consent: { given: 'On the projector and in the report', none_needed: 'Nobody can be recognised by it', missing: 'Stays off the projector and out of the report' },
    },
    pain: {
      severity: { '1': 'A sigh, and on you go', '2': 'You notice it and it takes effort', '3': 'It really holds you up', '4': 'You lose time, money or trust', '5': 'You want to leave, or you are harmed' },
      evidence_level: { known: 'Heard, seen or measured with customers', assumed: 'Our own estimate, not checked yet', unknown: 'We have to find out' },
      control: { self: 'The people in this room', together: 'With another department or the management', outside: 'Law, supplier or partner' },
    },
  },
};
