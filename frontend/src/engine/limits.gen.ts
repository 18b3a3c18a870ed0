// Made by `go generate ./boards` from the field table of package boards. Do not edit.

/**
 * By kind and field: the most code points of a text and the fewest of a complete one; the range of a number; the most entries of a
 * list and the fewest of a complete one (`of` = code points of each).
 */
export const limits = {
  board: {
    title: { max: 80 },
    minutes: { min: 30, max: 600 },
    time_zone: { max: 40 },
    organisation: { max: 80 },
    place: { max: 80 },
    purpose: { max: 200 },
    customer_word: { max: 20 },
    join_code: { max: 6 },
    template: { max: 40 },
    series_id: { max: 40 },
    set_mirror_min_n: { min: 3, max: 20 },
    set_department_min_n: { min: 2, max: 10 },
    set_active_fix_cap: { min: 1, max: 20 },
    set_dots_max_per_item: { min: 1, max: 5 },
    set_retention_days: { min: 30, max: 1825 },
  },
  department: {
    name: { max: 40 },
    code: { max: 3 },
    pattern: { min: 0, max: 11 },
    measured_on: { max: 120 },
  },
  person: {
    name: { max: 40 },
    contact_days: { min: 0, max: 5 },
  },
  knock: {
    name: { max: 40 },
    asks: { max: 40 },
  },
  persona: {
    name: { max: 30 },
    age: { max: 10 },
    role: { max: 80 },
    goal: { max: 140 },
    needs: { least: 1, most: 5, of: 80 },
    fears: { most: 3, of: 80 },
    media_link: { max: 500 },
    source: { max: 120 },
  },
  journey: {
    title: { max: 80 },
    goal: { max: 140 },
    trigger: { max: 140 },
    end_moment: { max: 140 },
    promise_text: { max: 200 },
    promise_source: { max: 80 },
    sponsor_statement: { max: 200 },
    golden_rule: { max: 90 },
  },
  phase: {
    title: { max: 30 },
  },
  breakout: {
    number: { min: 1, max: 20 },
    phase_ids: { most: 12 },
    person_ids: { most: 1000, of: 40 },
  },
  step: {
    title: { min: 2, max: 60 },
    customer_action: { max: 140 },
    touchpoint: { max: 60 },
    wait_minutes: { min: 0, max: 525600 },
    customer_says: { max: 140 },
    customer_thinks: { max: 140 },
    employee_feels: { min: -2, max: 2 },
    exception_share: { min: 0, max: 100 },
    guidance: { max: 140 },
    owner_person: { max: 40 },
  },
  cell: {
    text: { max: 140 },
  },
  handoff: {
    quality_from: { min: -2, max: 2 },
    quality_to: { min: -2, max: 2 },
    n_from: { min: 1, max: 2000 },
    n_to: { min: 1, max: 2000 },
  },
  quote: {
    text: { max: 300 },
    source: { max: 120 },
  },
  agenda_item: {
    title: { max: 60 },
    minutes: { min: 1, max: 180 },
    actual_minutes: { min: 0, max: 1440 },
  },
  timer: {
    remaining_ms: { min: 0, max: 86400000 },
    added_minutes: { min: -600, max: 600 },
    stage_left_ms: { min: 0, max: 86400000 },
  },
  projector_state: {
    object_ref: { max: 60 },
    page: { min: 1, max: 100 },
  },
  note: {
    text: { max: 200 },
    department_id: { max: 40 },
  },
  story: {
    text: { max: 600 },
    department_id: { max: 40 },
  },
  pain: {
    text: { min: 12, max: 200 },
    severity: { min: 1, max: 5 },
    cause_categories: { least: 1, most: 3 },
    blocker: { max: 120 },
    minutes_lost: { min: 0, max: 10000 },
    cases_per_week: { min: 0, max: 100000 },
    department_id: { max: 40 },
  },
  comment: {
    card_id: { max: 40 },
    text: { max: 140 },
  },
  cause_node: {
    text: { max: 140 },
    confidence: { min: 1, max: 5 },
  },
  delight: {
    text: { max: 200 },
    fun: { min: 1, max: 5 },
    effort: { min: 1, max: 5 },
  },
  evidence: {
    title: { max: 80 },
    link: { max: 500 },
    n: { min: 1, max: 100000000 },
    object_refs: { most: 60, of: 40 },
  },
  need: {
    text: { max: 140 },
    step_ids: { most: 60 },
    professional_norm: { max: 140 },
  },
  knowledge_card: {
    text: { max: 200 },
    evidence_ids: { most: 20 },
    owner: { max: 40 },
  },
  interview: {
    interviewer: { max: 40 },
    employee: { max: 40 },
    customer_ref: { max: 40 },
    answers: { most: 6, of: 600 },
  },
  request_card: {
    text: { max: 160 },
  },
  offmenu_test: {
    request: { max: 160 },
    note_fallback: { max: 140 },
    note_ask_back: { max: 140 },
    note_alternative: { max: 140 },
    note_mandate: { max: 140 },
    note_backstage_agreed: { max: 140 },
    note_tone: { max: 140 },
  },
  roleplay: {
    secret_card: { max: 300 },
    minutes: { min: 1, max: 15 },
  },
  observation: {
    note: { max: 200 },
  },
  rule: {
    text: { max: 160 },
    customer_sentence: { max: 140 },
    reason: { max: 140 },
    workaround: { max: 140 },
    cost_of_keeping: { max: 140 },
    new_text: { max: 160 },
    decider: { max: 40 },
    step_ids: { most: 60 },
    department_id: { max: 40 },
  },
  mandate: {
    role: { max: 60 },
    trigger: { max: 140 },
    may_do: { max: 140 },
    limit_cents: { min: 0, max: 10000000 },
    limit_minutes: { min: 0, max: 10080 },
    no_limit_reason: { max: 80 },
    report_where: { max: 80 },
    granted_by: { max: 40 },
  },
  round: {
    number: { min: 1, max: 1000 },
    electorate: { most: 1000, of: 40 },
    voters: { min: 0, max: 2000 },
    hands: { min: 0, max: 1000 },
    item_ids: { most: 100, of: 40 },
    dots: { min: 1, max: 12 },
    max_per_item: { min: 1, max: 5 },
    one_voter_departments: { min: 0, max: 12 },
    step_ids: { most: 60 },
    rule_ids: { most: 1 },
    need_ids: { most: 200 },
    handoff_ids: { most: 1000 },
    questions: { most: 4 },
    indicator_ids: { most: 1 },
  },
  subgroup: {
    number: { min: 1, max: 1000 },
    person_ids: { most: 1000, of: 40 },
  },
  vote: {
    hands: { min: 0, max: 60 },
    item_id: { max: 40 },
    count: { min: 0, max: 300 },
  },
  tally: {
    item_id: { max: 40 },
    count: { min: 0, max: 100000 },
    fair: { min: 0, max: 100 },
    departments: { min: 0, max: 12 },
  },
  rating: {
    hands: { min: 0, max: 60 },
    value: { min: -2, max: 2 },
    department_id: { max: 40 },
    voice: { max: 40 },
  },
  ownership_claim: {
    hands: { min: 0, max: 60 },
    department_id: { max: 40 },
    voice: { max: 40 },
  },
  leading_vote: {
    hands: { min: 0, max: 60 },
    department_id: { max: 40 },
    voice: { max: 40 },
  },
  poll_answer: {
    hands: { min: 0, max: 60 },
    self: { min: 1, max: 10 },
    own: { min: 1, max: 10 },
    other: { min: 1, max: 10 },
    organisation: { min: 1, max: 10 },
    dare: { min: 1, max: 5 },
    mistake: { min: 1, max: 5 },
    decide: { min: 1, max: 5 },
    importance: { min: 1, max: 10 },
    fun: { min: 1, max: 5 },
    useful: { min: 1, max: 5 },
  },
  poll_result: {
    n: { min: 0, max: 2000 },
    items: { most: 10 },
    departments: { most: 12 },
    higher: { min: 0, max: 2000 },
    both: { min: 0, max: 2000 },
  },
  verdict_vote: {
    hands: { min: 0, max: 60 },
  },
  verdict_tally: {
    count: { min: 1, max: 2000 },
  },
  verdict_result: {
    n: { min: 0, max: 2000 },
  },
  need_vote: {
    hands: { min: 0, max: 60 },
    value: { min: 1, max: 5 },
    department_id: { max: 40 },
    voice: { max: 40 },
  },
  estimate: {
    hands: { min: 0, max: 60 },
    item_id: { max: 40 },
    impact: { min: 1, max: 5 },
    effort: { min: 1, max: 5 },
    fun: { min: 1, max: 5 },
    confidence: { min: 1, max: 5 },
  },
  estimate_result: {
    item_id: { max: 40 },
    n: { min: 0, max: 2000 },
    impact: { min: 1, max: 5 },
    effort: { min: 1, max: 5 },
    fun: { min: 1, max: 5 },
    confidence: { min: 1, max: 5 },
    wide: { most: 4 },
  },
  prediction: {
    hands: { min: 0, max: 60 },
    value: { min: -1000000, max: 1000000 },
    department_id: { max: 40 },
    voice: { max: 40 },
  },
  handoff_vote: {
    hands: { min: 0, max: 60 },
    value: { min: -2, max: 2 },
  },
  gap_talk: {
    note: { max: 280 },
    round_before: { min: 1, max: 1000 },
    round_after: { min: 1, max: 1000 },
  },
  fix: {
    text: { min: 8, max: 160 },
    pain_ids: { most: 20 },
    need_ids: { most: 20 },
    no_link_reason: { max: 80 },
    department_ids: { least: 1, most: 6 },
    impact: { min: 1, max: 5 },
    effort: { min: 1, max: 5 },
    fun: { min: 1, max: 5 },
    efficiency_effect: { min: -1, max: 1 },
    customer_effect: { min: -2, max: 2 },
    employee_effect: { min: -2, max: 2 },
    owner_person: { max: 40 },
    buddy: { max: 40 },
    first_step: { max: 120 },
    if_then: { max: 160 },
    needs_from: { max: 120 },
    done_criterion: { max: 120 },
    confidence: { min: 1, max: 5 },
    minutes_after: { min: 0, max: 10000 },
    note: { max: 280 },
    check_dates: { most: 6 },
  },
  parking_item: {
    text: { max: 200 },
    owner: { max: 40 },
  },
  indicator: {
    name: { max: 80 },
    question: { max: 200 },
    scale_min: { min: -1000000, max: 1000000 },
    scale_max: { min: -1000000, max: 1000000 },
    owner: { max: 40 },
    if_drops: { max: 140 },
    target_value: { min: -1000000, max: 1000000 },
    department_commits: { most: 12 },
  },
  measurement: {
    n: { min: 0, max: 100000000 },
    value: { min: -1000000, max: 1000000 },
    counts: { most: 101 },
    sd: { min: 0, max: 1000000 },
    source: { max: 120 },
  },
  lesson: {
    what_happened: { max: 300 },
    expected: { max: 200 },
    why: { max: 300 },
    learned: { max: 200 },
    change: { max: 160 },
    shared_with: { max: 80 },
  },
  kudos: {
    to_name: { max: 60 },
    act: { max: 160 },
  },
  survey_import: {
    key: { max: 64 },
    measurement_id: { max: 40 },
  },
  reflection: {
    text: { max: 280 },
  },
  anonymous_note: {
    text: { max: 280 },
  },
  report: {
    conclusion: { max: 200 },
    sections: { most: 6 },
    hidden_ids: { most: 400, of: 40 },
  },
  decision_line: {
    text: { max: 160 },
    proposer: { max: 40 },
    decider: { max: 40 },
  },
} as const;

/** The options of each enum, in the order in which people see them. */
export const options = {
  board: {
    language: ['nl', 'en'],
    status: ['draft', 'running', 'paused', 'closed', 'archived'],
  },
  department: {
    stage: ['front', 'back', 'support', 'partner'],
  },
  person: {
    role: ['facilitator', 'co_facilitator', 'participant', 'observer', 'guest'],
  },
  knock: {
    role: ['participant', 'observer', 'guest'],
  },
  journey: {
    state: ['current', 'future'],
    direction: ['forward', 'backward'],
  },
  step: {
    channel: ['phone', 'web', 'app', 'mail', 'chat', 'letter', 'sms', 'on_site', 'bank', 'word_of_mouth', 'none'],
    outcome: ['solved', 'partly', 'passed_on', 'not_solved', 'na'],
    leading: ['customer', 'task', 'process', 'system', 'product'],
    kano: ['basis', 'performance', 'attractive'],
    guidance_kind: ['rule', 'guidance'],
    promise_kept: ['yes', 'partly', 'no'],
  },
  cell: {
    lane: ['evidence', 'front', 'back', 'support'],
  },
  handoff: {
    kind: ['customer', 'order', 'information', 'approval', 'product', 'money'],
    source: ['detected', 'manual'],
    asked_or_assumed: ['asked', 'assumed', 'unknown'],
    information_travels: ['yes', 'partly', 'no', 'unknown'],
  },
  quote: {
    kind: ['interview', 'survey', 'complaint', 'review', 'call', 'own_observation', 'guest', 'example'],
    consent: ['given', 'none_needed', 'missing'],
  },
  agenda_item: {
    activity: ['welcome', 'warmup', 'mirror', 'courage', 'importance', 'promise', 'persona', 'needs', 'knowledge', 'steps', 'break', 'blueprint', 'ownership', 'leading', 'rate', 'lunch', 'offmenu', 'pains', 'rules', 'vote', 'causes', 'fixes', 'delights', 'matrix', 'commit', 'indicator', 'inside', 'coffee', 'reflection', 'backwards', 'loops', 'autopsy', 'own', 'close'],
    projector_view: ['lobby', 'agenda', 'persona', 'needs', 'knowledge', 'interviews', 'map', 'curve', 'gaps', 'ownership', 'notes', 'vote', 'rules', 'offmenu', 'mandate', 'standard', 'causes', 'delights', 'matrix', 'actions', 'indicator', 'story', 'mirror', 'promise', 'coffee', 'reflection', 'backwards', 'loops', 'lessons', 'break', 'item', 'close', 'summary', 'groups'],
    state: ['planned', 'running', 'done', 'skipped'],
  },
  timer: {
    state: ['idle', 'running', 'paused'],
  },
  projector_state: {
    view: ['lobby', 'agenda', 'persona', 'needs', 'knowledge', 'interviews', 'map', 'curve', 'gaps', 'ownership', 'notes', 'vote', 'rules', 'offmenu', 'mandate', 'standard', 'causes', 'delights', 'matrix', 'actions', 'indicator', 'story', 'mirror', 'promise', 'coffee', 'reflection', 'backwards', 'loops', 'lessons', 'break', 'item', 'close', 'summary', 'groups'],
  },
  story: {
    kind: ['enthusiast', 'dissatisfied', 'lost_customer', 'good_example'],
    teller: ['customer', 'employee'],
  },
  pain: {
    lane: ['evidence', 'customer', 'front', 'back', 'support'],
    frequency: ['daily', 'weekly', 'monthly', 'rarely', 'unknown'],
    evidence_level: ['known', 'assumed', 'unknown'],
    cause_categories: ['rule', 'system', 'process', 'silo', 'mandate', 'fear', 'time', 'task_focus', 'knowledge', 'information', 'communication', 'ownership', 'behaviour', 'product', 'partner', 'other'],
    control: ['self', 'together', 'outside'],
    audience: ['customer', 'employee', 'both'],
  },
  comment: {
    reaction: ['same', 'thanks', 'unclear'],
  },
  cause_node: {
    category: ['rule', 'system', 'process', 'silo', 'mandate', 'fear', 'time', 'task_focus', 'knowledge', 'information', 'communication', 'ownership', 'behaviour', 'product', 'partner', 'other'],
  },
  delight: {
    kind: ['fun', 'attention', 'gratitude', 'surprise', 'ease'],
    for_whom: ['customer', 'employee', 'both'],
  },
  evidence: {
    kind: ['interview', 'survey', 'complaint', 'review', 'call', 'own_observation', 'guest', 'example', 'data', 'document'],
  },
  need: {
    kano: ['basis', 'performance', 'attractive'],
    evidence_level: ['known', 'assumed', 'unknown'],
  },
  knowledge_card: {
    level: ['known', 'assumed', 'unknown'],
  },
  interview: {
    status: ['planned', 'done', 'cancelled'],
  },
  rule: {
    origin: ['law', 'contract', 'safety', 'money', 'system', 'habit', 'unknown'],
    technically_possible: ['yes', 'no', 'unknown'],
    mother_test: ['yes', 'no'],
    verdict: ['scrap', 'change', 'keep_with_room', 'keep', 'ask'],
  },
  mandate: {
    kind: ['deviate', 'compensate', 'decide'],
  },
  round: {
    collect: ['rating', 'ownership_claim', 'leading_vote', 'vote', 'writing', 'prediction', 'poll', 'estimate', 'verdict', 'need', 'handoff'],
    state: ['open', 'revealed', 'cancelled'],
    object_type: ['pain', 'fix'],
    stage: ['alone', 'pair', 'four', 'all'],
    writes: ['pain', 'rule', 'fix'],
    poll: ['mirror', 'courage', 'importance', 'checkout'],
    questions: ['impact', 'effort', 'fun', 'confidence'],
  },
  subgroup: {
    stage: ['pair', 'four'],
  },
  ownership_claim: {
    answer: ['own', 'not', 'unknown'],
  },
  leading_vote: {
    value: ['customer', 'task', 'process', 'system', 'product'],
  },
  poll_result: {
    poll: ['mirror', 'courage', 'importance', 'checkout'],
  },
  verdict_vote: {
    value: ['scrap', 'change', 'keep_with_room', 'keep', 'ask'],
  },
  verdict_tally: {
    value: ['scrap', 'change', 'keep_with_room', 'keep', 'ask'],
  },
  estimate_result: {
    wide: ['impact', 'effort', 'fun', 'confidence'],
  },
  fix: {
    kind: ['quick', 'process', 'rule', 'mandate', 'training', 'product', 'information', 'system', 'delight', 'research'],
    status: ['idea', 'agreed', 'doing', 'done', 'verified', 'parked', 'dropped'],
  },
  indicator: {
    metric: ['csat', 'grade', 'ces', 'nps', 'share', 'custom'],
    direction: ['higher', 'lower'],
    variant: ['top2', 'mean', 'index', 'agree', 'classic', 'eu'],
    cadence: ['weekly', 'monthly', 'quarterly'],
    contributes_to: ['retention', 'revenue', 'cost', 'growth', 'trust'],
  },
  kudos: {
    consent: ['yes', 'pending', 'no'],
  },
  report: {
    language: ['nl', 'en'],
    sections: ['summary', 'map', 'saw', 'actions', 'rules', 'annex'],
  },
} as const;

/** How many raised hands of one department count at one step. */
export const mostHands = 60;
