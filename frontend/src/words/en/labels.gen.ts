// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.
import type { labels as nl } from '../nl/labels.gen';

/** What people call kinds, how fields are asked for, and what their values mean. */
export const labels: typeof nl = {
  kinds: {
    agenda_item: 'Item',
    board: 'Board',
    cell: 'Cell',
    department: 'Department',
    fix: 'Fix',
    handoff: 'Hand-off',
    journey: 'Customer journey',
    leading_vote: 'Who leads',
    note: 'Note',
    ownership_claim: 'Whose',
    pain: 'Pain',
    parking_item: 'Parked',
    person: 'Person',
    persona: 'Customer',
    phase: 'Phase',
    quote: 'Quote',
    rating: 'Rating',
    step: 'Step',
    vote: 'Dot',
  },
  questions: {
    leading_vote: {
      value: 'Who leads here?',
    },
    ownership_claim: {
      answer: 'Is this step yours?',
    },
    pain: {
      cause_categories: 'What kind of cause?',
      control: 'Who can change this?',
      evidence_level: 'How do we know?',
      frequency: 'How often?',
      minutes_lost: 'How much time does it take?',
    },
    quote: {
      consent: 'May this be shown?',
      source: 'Who said this?',
    },
    step: {
      channel: 'How do they get in touch?',
      leading: 'Who leads here?',
      outcome: 'How did it end for the customer?',
      repeats_story: 'Does the customer tell it again?',
      wait_minutes: 'How long does the customer wait?',
    },
  },
  values: {
    board: {
      language: { nl: 'Dutch', en: 'English' },
      status: { draft: 'Being prepared', running: 'Running', paused: 'Paused', closed: 'Closed', archived: 'Archived' },
    },
    department: {
      stage: { front: 'Front stage', back: 'Back stage', support: 'Support', partner: 'Partner' },
    },
    person: {
      role: { facilitator: 'Facilitator', co_facilitator: 'Co-facilitator', participant: 'Participant', observer: 'Observer', guest: 'Customer guest' },
    },
    journey: {
      state: { current: 'As it goes now', future: 'As it should become' },
      direction: { forward: 'From start to end', backward: 'From end to start' },
    },
    step: {
      channel: { web: 'Website', app: 'App', phone: 'Phone', mail: 'E-mail', letter: 'Letter', sms: 'Text message', chat: 'Chat', on_site: 'On site', bank: 'Bank', word_of_mouth: 'Word of mouth', none: 'No contact' },
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
      consent: { none_needed: 'No need to ask', given: 'Yes, the customer agrees', missing: 'Not asked yet' },
    },
    agenda_item: {
      activity: { welcome: 'Welcome', warmup: 'Story round', mirror: 'Mirror', promise: 'Promise', persona: 'Customer at the table', steps: 'Steps', break: 'Break', blueprint: 'Who does what: lanes', ownership: 'Whose is this?', rate: 'Rate, reveal, gap talk', lunch: 'Lunch', offmenu: 'Off-menu test', pains: 'Stories and pains', rules: 'Purple crocodiles', vote: 'Dots and reveal', causes: 'Causes of the top 3', fixes: 'How might we', matrix: 'Impact, effort, fun', commit: 'Who, what, when', indicator: 'One customer number', own: 'Own item', close: 'Podium and close' },
      projector_view: { lobby: 'Welcome', agenda: 'Agenda', persona: 'Customer', map: 'Map', curve: 'Curve', gaps: 'Gap', ownership: 'Whose?', notes: 'Pains', vote: 'Dots', rules: 'Rules', offmenu: 'Off the menu', mandate: 'Mandate', causes: 'Causes', matrix: 'Impact and effort', actions: 'Actions', indicator: 'Customer number', story: 'Stories', mirror: 'Mirror', promise: 'Promise', break: 'Break', item: 'Item', close: 'Close', summary: 'Summary' },
      state: { planned: 'Planned', running: 'Running', done: 'Done', skipped: 'Skipped' },
    },
    pain: {
      lane: { evidence: 'Evidence', customer: 'Customer', front: 'Front stage', back: 'Back stage', support: 'Support' },
      cause_categories: { rule: 'Rule', system: 'System', process: 'Process', silo: 'Silos', mandate: 'Mandate', fear: 'Fear', time: 'Time', task_focus: 'Task focus', knowledge: 'Knowledge', information: 'Information', communication: 'Communication', ownership: 'Ownership', behaviour: 'Behaviour', product: 'Product', partner: 'Partner', other: 'Other' },
      severity: { '1': 'Minor', '2': 'Annoying', '3': 'In the way', '4': 'Serious', '5': 'Very serious' },
      frequency: { daily: 'Every day', weekly: 'Every week', monthly: 'Every month', rarely: 'Rarely', unknown: 'We don’t know' },
      control: { self: 'We can', together: 'Together with others', outside: 'Somebody outside' },
      evidence_level: { known: 'We know', assumed: 'We think', unknown: 'We don’t know' },
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
};
