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
    story: 'Story',
    pain: 'Pain',
    cause_node: 'Cause',
    delight: 'Delight',
    evidence: 'Evidence',
    need: 'Customer need',
    knowledge_card: 'Knowledge card',
    interview: 'Interview',
    request_card: 'Off-menu request',
    offmenu_test: 'Off-menu test',
    roleplay: 'Role play',
    observation: 'Observation',
    rule: 'Rule',
    mandate: 'Mandate card',
    vote: 'Dot',
    rating: 'Rating',
    ownership_claim: 'Whose',
    leading_vote: 'Who leads',
    verdict_vote: 'Verdict',
    need_vote: 'Need vote',
    gap_talk: 'Gap talk',
    fix: 'Fix',
    parking_item: 'Parked',
    indicator: 'Customer number',
    measurement: 'Measurement',
    lesson: 'Lesson',
    kudos: 'Podium',
    reflection: 'Mirror moment',
    anonymous_note: 'Coffee machine',
  },
  questions: {
    step: { channel: 'How do they get in touch?', wait_minutes: 'How long does the customer wait?', repeats_story: 'Does the customer tell it again?', outcome: 'How did it end for the customer?', leading: 'Who leads here?' },
    quote: { source: 'Who said this?', consent: 'May this be shown?' },
    story: { text: 'What happened?', kind: 'What kind of story is it?', unexpected: 'Was it unexpected?', teller: 'Who tells it?', step_id: 'Which step is it about?', own_experience: 'Did it happen to you?' },
    pain: { severity: 'How bad for %s?', frequency: 'How often?', evidence_level: 'How do we know?', cause_categories: 'What kind of cause?', control: 'Who can change this?', audience: 'Who does this hurt?', minutes_lost: 'How much time does it take?' },
    cause_node: { text: 'Why does this happen?', category: 'What kind of cause?', confidence: 'How sure are we?', changeable: 'Can we change this?' },
    delight: { text: 'What would make this special?', kind: 'What kind of delight?', for_whom: 'For whom?' },
    evidence: { title: 'Where do we know this from?', kind: 'What kind of evidence is it?', link: 'Where is it?', n: 'From how many customers?' },
    need: { text: 'What does the customer want? I want … so that …', kano: 'What does this need do?', professional_norm: 'What do professionals call good?', norm_conflict: 'Does that clash with what the customer wants?', evidence_level: 'How do we know?' },
    knowledge_card: { text: 'What do we know or think about customers?', level: 'Do we know this, think it, or not know?', owner: 'Who finds out?', due_date: 'When will we know?' },
    interview: { employee: 'Who has the talk?', customer_ref: 'With whom? No full name.' },
    request_card: { text: 'What does the customer ask?' },
    offmenu_test: { step_id: 'At which step?', request: 'What does the customer ask?', check_fallback: 'Fallback: we have something for this request', check_ask_back: 'Ask back: we ask why', check_alternative: 'Alternative: we make a suggestion', check_mandate: 'Mandate: this employee may decide', check_backstage_agreed: 'Back stage agrees: the team behind it joins in', check_tone: 'Tone: the customer notices no irritation' },
    roleplay: { secret_card: 'What does the customer really want? Only the customer player reads this.', customer_participant_id: 'Who plays the customer?', employee_participant_id: 'Who plays the employee?', minutes: 'How many minutes?' },
    observation: { contact: 'Made contact', asked_back: 'Asked back', suggested: 'Made a suggestion', tone: 'Friendly tone', initiative: 'Took initiative' },
    rule: { text: 'Which rule is it?', customer_sentence: 'What does the customer hear then?', origin: 'Where does it come from?', reason: 'What was it for?', technically_possible: 'Is it possible at all?', mother_test: 'Would you treat your mother this way?', workaround: 'How do people get round it now?', cost_of_keeping: 'What does keeping cost?', verdict: 'What do we do with this rule?', new_text: 'How does it read from now on?', decider: 'Who decides?', review_date: 'When do we look back?' },
    mandate: { role: 'Who may do this?', trigger: 'When …', may_do: 'What may you do then?', kind: 'What kind of mandate?', limit_cents: 'Up to how many euros?', limit_minutes: 'Up to how many minutes?', no_limit_reason: 'Why no limit?', no_ask: 'Without asking?', report_where: 'Where do you report it?', granted_by: 'Who grants this mandate?', review_date: 'When do we look back?' },
    ownership_claim: { answer: 'Is this step yours?' },
    leading_vote: { value: 'Who leads here?' },
    verdict_vote: { value: 'What do we do with this rule?' },
    need_vote: { value: 'Do you recognise this in our customer?' },
    gap_talk: { note: 'What did the two see?' },
    fix: { status: 'Status' },
    indicator: { name: 'What is the number called?', metric: 'What kind of number is it?', question: 'Which question does the customer get?', owner: 'Who keeps track?', cadence: 'How often do we measure?', if_drops: 'What do we do when it drops?', target_value: 'Where do we want to be?', re_measure_date: 'When do we measure again?' },
    measurement: { date: 'Measured when?', n: 'How many customers?', source: 'Where is it from?' },
    lesson: { what_happened: 'What happened?', expected: 'What did we expect?', why: 'Why did it make sense then?', learned: 'What do we learn?', change: 'What do we change?', check_date: 'When do we look back?' },
    kudos: { to_name: 'Whom do you put on the podium?', act: 'What did they do for a customer?', consent: 'May this be in the report?' },
    reflection: { text: 'Where am I the waitress?', shared: 'Do you want to share this?', named: 'With your name?' },
    anonymous_note: { text: 'What do you say only at the coffee machine?' },
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
      activity: { welcome: 'Welcome', warmup: 'Story round', mirror: 'Mirror', promise: 'Promise', persona: 'Customer at the table', needs: 'Customer needs', knowledge: 'What do we really know?', steps: 'Steps', break: 'Break', blueprint: 'Who does what: lanes', ownership: 'Whose is this?', rate: 'Rate, reveal, gap talk', lunch: 'Lunch', offmenu: 'Off-menu test', pains: 'Stories and pains', rules: 'Purple crocodiles', vote: 'Dots and reveal', causes: 'Causes of the top 3', fixes: 'How might we', matrix: 'Impact, effort, fun', commit: 'Who, what, when', indicator: 'One customer number', own: 'Own item', close: 'Podium and close' },
      projector_view: { lobby: 'Welcome', agenda: 'Agenda', persona: 'Customer', needs: 'Customer needs', knowledge: 'What do we know?', map: 'Map', curve: 'Curve', gaps: 'Gap', ownership: 'Whose?', notes: 'Pains', vote: 'Dots', rules: 'Rules', offmenu: 'Off the menu', mandate: 'Mandate', causes: 'Causes', matrix: 'Impact and effort', actions: 'Actions', indicator: 'Customer number', story: 'Stories', mirror: 'Mirror', promise: 'Promise', break: 'Break', item: 'Item', close: 'Close', summary: 'Summary' },
      state: { planned: 'Planned', running: 'Running', done: 'Done', skipped: 'Skipped' },
    },
    story: {
      kind: { enthusiast: 'Somebody was enthusiastic', dissatisfied: 'Somebody was dissatisfied', lost_customer: 'We lost a customer', good_example: 'Good example' },
      teller: { customer: 'A customer', employee: 'A colleague' },
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
    cause_node: {
      category: { rule: 'Rule', system: 'System', process: 'Process', silo: 'Silos', mandate: 'Mandate', fear: 'Fear', time: 'Time', task_focus: 'Task focus', knowledge: 'Knowledge', information: 'Information', communication: 'Communication', ownership: 'Ownership', behaviour: 'Behaviour', product: 'Product', partner: 'Partner', other: 'Other' },
    },
    delight: {
      kind: { fun: 'Fun', attention: 'Attention', gratitude: 'Gratitude', surprise: 'Surprise', ease: 'Ease' },
      for_whom: { customer: 'The customer', employee: 'The colleague', both: 'Both' },
    },
    evidence: {
      kind: { interview: 'Interview', survey: 'Survey', complaint: 'Complaint', review: 'Review', call: 'Phone call', own_observation: 'Heard ourselves', guest: 'Customer at the table', example: 'Example', data: 'Data', document: 'Document' },
    },
    need: {
      kano: { basis: 'Basic', performance: 'More is better', attractive: 'Delighter' },
      evidence_level: { known: 'We know', assumed: 'We think', unknown: 'We don’t know' },
    },
    knowledge_card: {
      level: { known: 'We know', assumed: 'We think', unknown: 'We don’t know' },
    },
    interview: {
      status: { planned: 'Planned', done: 'Done', cancelled: 'Cancelled' },
    },
    rule: {
      origin: { law: 'Law', contract: 'Contract', safety: 'Safety', money: 'Money', system: 'System', habit: 'Habit', unknown: 'Nobody knows' },
      technically_possible: { yes: 'Yes', no: 'No', unknown: 'We don\'t know' },
      mother_test: { yes: 'Yes', no: 'No' },
      verdict: { scrap: 'Scrap', change: 'Change', keep_with_room: 'Keep with room', keep: 'Keep', ask: 'Ask management' },
    },
    mandate: {
      kind: { deviate: 'Deviate from the rule', compensate: 'Make something good', decide: 'Decide yourself' },
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
    verdict_vote: {
      value: { scrap: 'Scrap', change: 'Change', keep_with_room: 'Keep with room', keep: 'Keep', ask: 'Ask management' },
    },
    fix: {
      kind: { quick: 'Quick', process: 'Process', rule: 'Rule', mandate: 'Mandate', training: 'Training', product: 'Product', information: 'Information', system: 'System', delight: 'Delight', research: 'Research' },
      status: { idea: 'idea', agreed: 'agreed', doing: 'doing', done: 'done', verified: 'effect measured', parked: 'parked', dropped: 'dropped' },
    },
    indicator: {
      metric: { csat: 'Satisfaction (CSAT)', grade: 'Grade', ces: 'Effort (CES)', nps: 'Recommendation (NPS)', share: 'Share', custom: 'Own number' },
      direction: { higher: 'Higher is better', lower: 'Lower is better' },
      variant: { 'top2': 'Top two', mean: 'Mean', index: 'Index', agree: 'Share that agrees', classic: 'Classic', eu: 'European' },
      cadence: { weekly: 'Every week', monthly: 'Every month', quarterly: 'Every quarter' },
      contributes_to: { retention: 'Retention', revenue: 'Revenue', cost: 'Cost', growth: 'Growth', trust: 'Trust' },
    },
    kudos: {
      consent: { yes: 'Yes', pending: 'Still to ask', no: 'No' },
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
