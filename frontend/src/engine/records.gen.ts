// Made by `go generate ./boards` from the field table of package boards. Do not edit.

export interface Workshop {
  title?: string;
  language?: 'nl' | 'en';
  date?: string;
  starts_at?: string;
  minutes?: number;
  time_zone?: string;
  organisation?: string;
  place?: string;
  purpose?: string;
  customer_word?: { singular: string; plural: string };
  status?: 'draft' | 'running' | 'paused' | 'closed' | 'archived';
  join_code?: string;
  template?: string;
  series_id?: string;
  set_author_visible?: boolean;
  set_single_person_departments_visible?: boolean;
  set_mirror_min_n?: number;
  set_department_min_n?: number;
  set_active_fix_cap?: number;
  set_dots_max_per_item?: number;
  set_facilitator_takes_part?: boolean;
  set_guests_vote?: boolean;
  door_closed?: boolean;
  set_files_kept?: boolean;
  set_lobby?: boolean;
  map_locked?: boolean;
  set_retention_days?: number;
}

export interface Department {
  name?: string;
  stage?: 'front' | 'back' | 'support' | 'partner';
  code?: string;
  pattern?: number;
  measured_on?: string;
  order?: string;
}

export interface Person {
  name?: string;
  department_id?: string;
  role?: 'facilitator' | 'co_facilitator' | 'participant' | 'observer' | 'guest';
  contact_days?: number;
  present?: boolean;
  remote?: boolean;
  joined_at?: string;
}

export interface Knock {
  name?: string;
  department_id?: string;
  asks?: string;
  role?: 'participant' | 'observer' | 'guest';
}

export interface Hand {
  person_id?: string;
  since?: string;
}

export interface Persona {
  name?: string;
  age?: number | string;
  role?: string;
  goal?: string;
  needs?: string[];
  fears?: string[];
  image?: string;
  media_link?: string;
  media_consent?: boolean;
  is_fictional?: boolean;
  source?: string;
}

export interface Journey {
  title?: string;
  persona_id?: string;
  goal?: string;
  trigger?: string;
  end_moment?: string;
  state?: 'current' | 'future';
  direction?: 'forward' | 'backward';
  promise_text?: string;
  promise_source?: string;
  sponsor_statement?: string;
  golden_rule?: string;
}

export interface Phase {
  journey_id?: string;
  title?: string;
  order?: string;
}

export interface Breakout {
  number?: number;
  phase_ids?: string[];
  person_ids?: string[];
}

export interface Step {
  phase_id?: string;
  title?: string;
  customer_action?: string;
  touchpoint?: string;
  channel?: 'phone' | 'web' | 'app' | 'mail' | 'chat' | 'letter' | 'sms' | 'on_site' | 'bank' | 'word_of_mouth' | 'none';
  front_department_id?: string;
  wait_minutes?: number;
  repeats_story?: boolean;
  outcome?: 'solved' | 'partly' | 'passed_on' | 'not_solved' | 'na';
  leading?: 'customer' | 'task' | 'process' | 'system' | 'product';
  kano?: 'basis' | 'performance' | 'attractive';
  moment_of_truth?: boolean;
  customer_says?: string;
  customer_thinks?: string;
  employee_feels?: number;
  exception_share?: number;
  guidance?: string;
  guidance_kind?: 'rule' | 'guidance';
  owner_department_id?: string;
  owner_person?: string;
  promise_kept?: 'yes' | 'partly' | 'no';
  order?: string;
}

export interface Cell {
  step_id?: string;
  lane?: 'evidence' | 'front' | 'back' | 'support';
  department_id?: string;
  text?: string;
  order?: string;
}

export interface Handoff {
  from_department_id?: string;
  to_department_id?: string;
  step_id?: string;
  kind?: 'customer' | 'order' | 'information' | 'approval' | 'product' | 'money';
  source?: 'detected' | 'manual';
  confirmed?: boolean;
  asked_or_assumed?: 'asked' | 'assumed' | 'unknown';
  information_travels?: 'yes' | 'partly' | 'no' | 'unknown';
  quality_from?: number;
  quality_to?: number;
  n_from?: number;
  n_to?: number;
}

export interface Quote {
  text?: string;
  source?: string;
  kind?: 'interview' | 'survey' | 'complaint' | 'review' | 'call' | 'own_observation' | 'guest' | 'example';
  date?: string;
  step_id?: string;
  consent?: 'given' | 'none_needed' | 'missing';
}

export interface AgendaItem {
  activity?: 'welcome' | 'warmup' | 'mirror' | 'courage' | 'importance' | 'promise' | 'persona' | 'needs' | 'knowledge' | 'steps' | 'break' | 'blueprint' | 'ownership' | 'leading' | 'rate' | 'lunch' | 'offmenu' | 'pains' | 'rules' | 'vote' | 'causes' | 'fixes' | 'delights' | 'matrix' | 'commit' | 'indicator' | 'inside' | 'coffee' | 'reflection' | 'backwards' | 'loops' | 'autopsy' | 'own' | 'close';
  title?: string;
  minutes?: number;
  projector_view?: 'lobby' | 'agenda' | 'persona' | 'needs' | 'knowledge' | 'interviews' | 'map' | 'curve' | 'gaps' | 'ownership' | 'notes' | 'vote' | 'rules' | 'offmenu' | 'mandate' | 'standard' | 'causes' | 'delights' | 'matrix' | 'actions' | 'indicator' | 'story' | 'mirror' | 'promise' | 'coffee' | 'reflection' | 'backwards' | 'loops' | 'lessons' | 'break' | 'item' | 'close' | 'summary' | 'groups';
  state?: 'planned' | 'running' | 'done' | 'skipped';
  started_at?: string;
  actual_minutes?: number;
  order?: string;
}

export interface Timer {
  state?: 'idle' | 'running' | 'paused';
  ends_at?: string;
  remaining_ms?: number;
  added_minutes?: number;
  stage_ends_at?: string;
  stage_left_ms?: number;
}

export interface ProjectorState {
  view?: 'lobby' | 'agenda' | 'persona' | 'needs' | 'knowledge' | 'interviews' | 'map' | 'curve' | 'gaps' | 'ownership' | 'notes' | 'vote' | 'rules' | 'offmenu' | 'mandate' | 'standard' | 'causes' | 'delights' | 'matrix' | 'actions' | 'indicator' | 'story' | 'mirror' | 'promise' | 'coffee' | 'reflection' | 'backwards' | 'loops' | 'lessons' | 'break' | 'item' | 'close' | 'summary' | 'groups';
  object_ref?: string;
  spotlight_step_id?: string;
  show_join_code?: boolean;
  revealed_round_id?: string;
  blank?: boolean;
  speaker_id?: string;
  page?: number;
}

export interface Note {
  text?: string;
  agenda_item_id?: string;
  step_id?: string;
  proxy?: boolean;
  department_id?: string;
  order?: string;
}

export interface Story {
  text?: string;
  kind?: 'enthusiast' | 'dissatisfied' | 'lost_customer' | 'good_example';
  unexpected?: boolean;
  teller?: 'customer' | 'employee';
  step_id?: string;
  own_experience?: boolean;
  proxy?: boolean;
  department_id?: string;
  order?: string;
}

export interface Pain {
  text?: string;
  step_id?: string;
  lane?: 'evidence' | 'customer' | 'front' | 'back' | 'support';
  severity?: number;
  frequency?: 'daily' | 'weekly' | 'monthly' | 'rarely' | 'unknown';
  evidence_level?: 'known' | 'assumed' | 'unknown';
  cause_categories?: ('rule' | 'system' | 'process' | 'silo' | 'mandate' | 'fear' | 'time' | 'task_focus' | 'knowledge' | 'information' | 'communication' | 'ownership' | 'behaviour' | 'product' | 'partner' | 'other')[];
  control?: 'self' | 'together' | 'outside';
  audience?: 'customer' | 'employee' | 'both';
  blocker?: string;
  minutes_lost?: number;
  cases_per_week?: number;
  overlaps?: boolean;
  merged_into?: string;
  story_id?: string;
  proxy?: boolean;
  department_id?: string;
  order?: string;
}

export interface Comment {
  card_id?: string;
  text?: string;
  reaction?: 'same' | 'thanks' | 'unclear';
}

export interface CauseNode {
  pain_id?: string;
  parent_id?: string;
  text?: string;
  category?: 'rule' | 'system' | 'process' | 'silo' | 'mandate' | 'fear' | 'time' | 'task_focus' | 'knowledge' | 'information' | 'communication' | 'ownership' | 'behaviour' | 'product' | 'partner' | 'other';
  confidence?: number;
  changeable?: boolean;
  order?: string;
}

export interface Delight {
  text?: string;
  step_id?: string;
  kind?: 'fun' | 'attention' | 'gratitude' | 'surprise' | 'ease';
  for_whom?: 'customer' | 'employee' | 'both';
  fun?: number;
  effort?: number;
  order?: string;
}

export interface Evidence {
  title?: string;
  kind?: 'interview' | 'survey' | 'complaint' | 'review' | 'call' | 'own_observation' | 'guest' | 'example' | 'data' | 'document';
  link?: string;
  date?: string;
  n?: number;
  object_refs?: string[];
}

export interface Need {
  text?: string;
  step_ids?: string[];
  kano?: 'basis' | 'performance' | 'attractive';
  professional_norm?: string;
  norm_conflict?: boolean;
  evidence_level?: 'known' | 'assumed' | 'unknown';
}

export interface KnowledgeCard {
  text?: string;
  level?: 'known' | 'assumed' | 'unknown';
  evidence_ids?: string[];
  owner?: string;
  due_date?: string;
}

export interface Interview {
  interviewer?: string;
  employee?: string;
  customer_ref?: string;
  planned_at?: string;
  answers?: string[];
  status?: 'planned' | 'done' | 'cancelled';
}

export interface RequestCard {
  text?: string;
  step_id?: string;
  order?: string;
}

export interface OffmenuTest {
  step_id?: string;
  request?: string;
  check_fallback?: boolean;
  note_fallback?: string;
  check_ask_back?: boolean;
  note_ask_back?: string;
  check_alternative?: boolean;
  note_alternative?: string;
  check_mandate?: boolean;
  note_mandate?: string;
  check_backstage_agreed?: boolean;
  note_backstage_agreed?: string;
  check_tone?: boolean;
  note_tone?: string;
  mandate_id?: string;
  department_id?: string;
  tested_at?: string;
}

export interface Roleplay {
  step_id?: string;
  secret_card?: string;
  customer_participant_id?: string;
  employee_participant_id?: string;
  minutes?: number;
}

export interface Observation {
  roleplay_id?: string;
  contact?: boolean;
  asked_back?: boolean;
  suggested?: boolean;
  tone?: boolean;
  initiative?: boolean;
  note?: string;
}

export interface Rule {
  text?: string;
  customer_sentence?: string;
  origin?: 'law' | 'contract' | 'safety' | 'money' | 'system' | 'habit' | 'unknown';
  reason?: string;
  technically_possible?: 'yes' | 'no' | 'unknown';
  mother_test?: 'yes' | 'no';
  workaround?: string;
  cost_of_keeping?: string;
  verdict?: 'scrap' | 'change' | 'keep_with_room' | 'keep' | 'ask';
  new_text?: string;
  decider?: string;
  review_date?: string;
  step_ids?: string[];
  proxy?: boolean;
  department_id?: string;
  order?: string;
}

export interface Mandate {
  role?: string;
  step_id?: string;
  trigger?: string;
  may_do?: string;
  kind?: 'deviate' | 'compensate' | 'decide';
  limit_cents?: number;
  limit_minutes?: number;
  no_limit_reason?: string;
  no_ask?: boolean;
  report_where?: string;
  granted_by?: string;
  granted_at?: string;
  review_date?: string;
}

export interface Round {
  collect?: 'rating' | 'ownership_claim' | 'leading_vote' | 'vote' | 'writing' | 'prediction' | 'poll' | 'estimate' | 'verdict' | 'need' | 'handoff';
  number?: number;
  state?: 'open' | 'revealed' | 'cancelled';
  anonymous?: boolean;
  electorate?: string[];
  voters?: number;
  hands?: number;
  object_type?: 'pain' | 'fix';
  item_ids?: string[];
  dots?: number;
  max_per_item?: number;
  one_voter_departments?: number;
  step_ids?: string[];
  stage?: 'alone' | 'pair' | 'four' | 'all';
  writes?: 'pain' | 'rule' | 'fix';
  poll?: 'mirror' | 'courage' | 'importance' | 'checkout';
  rule_ids?: string[];
  need_ids?: string[];
  handoff_ids?: string[];
  questions?: ('impact' | 'effort' | 'fun' | 'confidence')[];
  indicator_ids?: string[];
}

export interface Subgroup {
  round_id?: string;
  stage?: 'pair' | 'four';
  number?: number;
  person_ids?: string[];
}

export interface Ready {
  round_id?: string;
}

export interface Vote {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  item_id?: string;
  count?: number;
}

export interface Tally {
  round_id?: string;
  item_id?: string;
  count?: number;
  fair?: number;
  departments?: number;
}

export interface Rating {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  step_id?: string;
  value?: number;
  heard?: boolean;
  understood?: boolean;
  helped?: boolean;
  department_id?: string;
  voice?: string;
  guest?: boolean;
}

export interface OwnershipClaim {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  step_id?: string;
  answer?: 'own' | 'not' | 'unknown';
  points_to?: string;
  department_id?: string;
  voice?: string;
  guest?: boolean;
}

export interface LeadingVote {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  step_id?: string;
  value?: 'customer' | 'task' | 'process' | 'system' | 'product';
  department_id?: string;
  voice?: string;
  guest?: boolean;
}

export interface PollAnswer {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  self?: number;
  own?: number;
  other?: number;
  organisation?: number;
  dare?: number;
  mistake?: number;
  decide?: number;
  importance?: number;
  fun?: number;
  useful?: number;
}

export interface PollItem {
  name: string;
  n: number;
  counts: number[];
  mean: number | null;
}

export interface PollDepartment {
  department_id: string;
  n: number;
  items: PollItem[];
}

export interface PollResult {
  round_id?: string;
  poll?: 'mirror' | 'courage' | 'importance' | 'checkout';
  n?: number;
  shown?: boolean;
  items?: PollItem[];
  departments?: PollDepartment[];
  higher?: number;
  both?: number;
}

export interface VerdictVote {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  rule_id?: string;
  value?: 'scrap' | 'change' | 'keep_with_room' | 'keep' | 'ask';
}

export interface VerdictTally {
  round_id?: string;
  rule_id?: string;
  value?: 'scrap' | 'change' | 'keep_with_room' | 'keep' | 'ask';
  count?: number;
}

export interface VerdictResult {
  round_id?: string;
  rule_id?: string;
  n?: number;
}

export interface NeedVote {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  need_id?: string;
  value?: number;
  department_id?: string;
  voice?: string;
  guest?: boolean;
}

export interface Estimate {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  item_id?: string;
  impact?: number;
  effort?: number;
  fun?: number;
  confidence?: number;
}

export interface EstimateResult {
  round_id?: string;
  item_id?: string;
  n?: number;
  impact?: number;
  effort?: number;
  fun?: number;
  confidence?: number;
  wide?: ('impact' | 'effort' | 'fun' | 'confidence')[];
}

export interface Prediction {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  indicator_id?: string;
  value?: number;
  department_id?: string;
  voice?: string;
  guest?: boolean;
}

export interface HandoffVote {
  round_id?: string;
  proxy?: boolean;
  hands?: number;
  handoff_id?: string;
  value?: number;
}

export interface GapTalk {
  step_id?: string;
  note?: string;
  quote_id?: string;
  round_before?: number;
  round_after?: number;
}

export interface Fix {
  text?: string;
  kind?: 'quick' | 'process' | 'rule' | 'mandate' | 'training' | 'product' | 'information' | 'system' | 'delight' | 'research';
  pain_ids?: string[];
  need_ids?: string[];
  cause_id?: string;
  no_link_reason?: string;
  department_ids?: string[];
  impact?: number;
  effort?: number;
  fun?: number;
  efficiency_effect?: number;
  customer_effect?: number;
  employee_effect?: number;
  owner_person?: string;
  owner_participant_id?: string;
  owner_accepted_at?: string;
  buddy?: string;
  due_date?: string;
  first_step?: string;
  if_then?: string;
  needs_from?: string;
  done_criterion?: string;
  confidence?: number;
  minutes_after?: number;
  status?: 'idea' | 'agreed' | 'doing' | 'done' | 'verified' | 'parked' | 'dropped';
  note?: string;
  solved_in_session?: boolean;
  done_at?: string;
  check_dates?: string[];
  order?: string;
}

export interface ParkingItem {
  text?: string;
  owner?: string;
  revisit_date?: string;
  order?: string;
}

export interface DepartmentCommit {
  department_id: string;
  participant_id: string;
  at: string;
}

export interface Indicator {
  name?: string;
  metric?: 'csat' | 'grade' | 'ces' | 'nps' | 'share' | 'custom';
  question?: string;
  scale_min?: number;
  scale_max?: number;
  direction?: 'higher' | 'lower';
  variant?: 'top2' | 'mean' | 'index' | 'agree' | 'classic' | 'eu';
  journey_id?: string;
  owner?: string;
  cadence?: 'weekly' | 'monthly' | 'quarterly';
  if_drops?: string;
  contributes_to?: 'retention' | 'revenue' | 'cost' | 'growth' | 'trust';
  target_value?: number;
  target_date?: string;
  re_measure_date?: string;
  department_commits?: DepartmentCommit[];
  shown?: boolean;
}

export interface Measurement {
  indicator_id?: string;
  date?: string;
  n?: number;
  value?: number;
  counts?: number[];
  sd?: number;
  source?: string;
  is_baseline?: boolean;
}

export interface Lesson {
  what_happened?: string;
  expected?: string;
  why?: string;
  learned?: string;
  change?: string;
  fix_id?: string;
  shared_with?: string;
  check_date?: string;
}

export interface Kudos {
  to_name?: string;
  act?: string;
  step_id?: string;
  consent?: 'yes' | 'pending' | 'no';
}

export interface SurveyImport {
  key?: string;
  measurement_id?: string;
}

export interface Reflection {
  text?: string;
  shared?: boolean;
  named?: boolean;
}

export interface AnonymousNote {
  text?: string;
  day?: string;
}

export interface Report {
  language?: 'nl' | 'en';
  conclusion?: string;
  fill_decisions?: boolean;
  sections?: ('summary' | 'map' | 'saw' | 'actions' | 'rules' | 'annex')[];
  hidden_ids?: string[];
  confidential?: boolean;
}

export interface DecisionLine {
  text?: string;
  proposer?: string;
  decider?: string;
  by_date?: string;
  order?: string;
}

/** The fields of each kind of record. */
export interface FieldsOf {
  board: Workshop;
  department: Department;
  person: Person;
  knock: Knock;
  hand: Hand;
  persona: Persona;
  journey: Journey;
  phase: Phase;
  breakout: Breakout;
  step: Step;
  cell: Cell;
  handoff: Handoff;
  quote: Quote;
  agenda_item: AgendaItem;
  timer: Timer;
  projector_state: ProjectorState;
  note: Note;
  story: Story;
  pain: Pain;
  comment: Comment;
  cause_node: CauseNode;
  delight: Delight;
  evidence: Evidence;
  need: Need;
  knowledge_card: KnowledgeCard;
  interview: Interview;
  request_card: RequestCard;
  offmenu_test: OffmenuTest;
  roleplay: Roleplay;
  observation: Observation;
  rule: Rule;
  mandate: Mandate;
  round: Round;
  subgroup: Subgroup;
  ready: Ready;
  vote: Vote;
  tally: Tally;
  rating: Rating;
  ownership_claim: OwnershipClaim;
  leading_vote: LeadingVote;
  poll_answer: PollAnswer;
  poll_result: PollResult;
  verdict_vote: VerdictVote;
  verdict_tally: VerdictTally;
  verdict_result: VerdictResult;
  need_vote: NeedVote;
  estimate: Estimate;
  estimate_result: EstimateResult;
  prediction: Prediction;
  handoff_vote: HandoffVote;
  gap_talk: GapTalk;
  fix: Fix;
  parking_item: ParkingItem;
  indicator: Indicator;
  measurement: Measurement;
  lesson: Lesson;
  kudos: Kudos;
  survey_import: SurveyImport;
  reflection: Reflection;
  anonymous_note: AnonymousNote;
  report: Report;
  decision_line: DecisionLine;
}

export type KindName = keyof FieldsOf;

/**
 * The traits of a kind. parent: the field that names what it hangs on · ordered: it has a place among its like · veiled: its author is
 * hidden unless the board shows authors · onMap: a part of the map itself · item: told one by one in
 * the summary · sticky: a card that somebody wrote · made: nobody makes one
 * but the server, or it answers a hidden round (answers, about: the field that names what an answer is about) · most: how many a board
 * holds · people: the fields that name a person · asks, more: the fields that its details ask for, first and folded · card: those
 * whose answer stands on the card · texts: the fields in which people type together, with their most code points.
 */
export interface Traits {
  parent?: string;
  ordered?: true;
  veiled?: true;
  onMap?: true;
  item?: true;
  sticky?: true;
  made?: 'server' | 'answer';
  answers?: string;
  about?: string;
  people?: readonly string[];
  asks?: readonly string[];
  more?: readonly string[];
  card?: readonly string[];
  most: number;
  texts: Record<string, number>;
}

export const kinds: Record<KindName, Traits> = {
  board: { most: 1, texts: { title: 80, time_zone: 40, organisation: 80, place: 80, purpose: 200, join_code: 6, template: 40, series_id: 40 } },
  department: { ordered: true, most: 12, texts: { name: 40, code: 3, measured_on: 120 } },
  person: { most: 1000, texts: { name: 40 } },
  knock: { made: 'server', most: 1000, texts: { name: 40, asks: 40 } },
  hand: { parent: 'person_id', made: 'server', most: 1000, texts: {  } },
  persona: { most: 6, texts: { name: 30, role: 80, goal: 140, media_link: 500, source: 120 } },
  journey: { most: 1, texts: { title: 80, goal: 140, trigger: 140, end_moment: 140, promise_text: 200, promise_source: 80, sponsor_statement: 200, golden_rule: 90 } },
  phase: { parent: 'journey_id', ordered: true, onMap: true, most: 12, texts: { title: 30 } },
  breakout: { made: 'server', most: 20, texts: {  } },
  step: { parent: 'phase_id', ordered: true, onMap: true, people: ['owner_person'], asks: ['channel', 'wait_minutes', 'repeats_story', 'outcome', 'leading'], more: ['exception_share'], most: 60, texts: { title: 60, customer_action: 140, touchpoint: 60, customer_says: 140, customer_thinks: 140, guidance: 140, owner_person: 40 } },
  cell: { parent: 'step_id', ordered: true, onMap: true, most: 10000, texts: { text: 140 } },
  handoff: { parent: 'step_id', onMap: true, most: 1000, texts: {  } },
  quote: { item: true, sticky: true, asks: ['consent'], most: 5000, texts: { text: 300, source: 120 } },
  agenda_item: { ordered: true, most: 60, texts: { title: 60 } },
  timer: { made: 'server', most: 1, texts: {  } },
  projector_state: { made: 'server', people: ['speaker_id'], most: 1, texts: { object_ref: 60 } },
  note: { parent: 'step_id', ordered: true, veiled: true, item: true, sticky: true, most: 10000, texts: { text: 200, department_id: 40 } },
  story: { ordered: true, veiled: true, item: true, most: 200, texts: { text: 600, department_id: 40 } },
  pain: { parent: 'step_id', ordered: true, veiled: true, item: true, sticky: true, asks: ['severity', 'frequency', 'evidence_level'], more: ['cause_categories', 'control', 'audience'], card: ['audience'], most: 400, texts: { text: 200, blocker: 120, department_id: 40 } },
  comment: { parent: 'card_id', most: 5000, texts: { card_id: 40, text: 140 } },
  cause_node: { parent: 'pain_id', ordered: true, most: 10000, texts: { text: 140 } },
  delight: { parent: 'step_id', ordered: true, item: true, most: 200, texts: { text: 200 } },
  evidence: { most: 500, texts: { title: 80, link: 500 } },
  need: { item: true, most: 200, texts: { text: 140, professional_norm: 140 } },
  knowledge_card: { item: true, people: ['owner'], most: 500, texts: { text: 200, owner: 40 } },
  interview: { item: true, people: ['interviewer', 'employee'], most: 200, texts: { interviewer: 40, employee: 40, customer_ref: 40 } },
  request_card: { ordered: true, most: 200, texts: { text: 160 } },
  offmenu_test: { parent: 'step_id', most: 500, texts: { request: 160, note_fallback: 140, note_ask_back: 140, note_alternative: 140, note_mandate: 140, note_backstage_agreed: 140, note_tone: 140 } },
  roleplay: { parent: 'step_id', people: ['customer_participant_id', 'employee_participant_id'], most: 100, texts: {  } },
  observation: { parent: 'roleplay_id', veiled: true, most: 5000, texts: { note: 200 } },
  rule: { ordered: true, veiled: true, item: true, people: ['decider'], most: 100, texts: { text: 160, customer_sentence: 140, reason: 140, workaround: 140, cost_of_keeping: 140, new_text: 160, decider: 40, department_id: 40 } },
  mandate: { item: true, people: ['granted_by'], most: 60, texts: { role: 60, trigger: 140, may_do: 140, no_limit_reason: 80, report_where: 80, granted_by: 40 } },
  round: { made: 'server', most: 1000, texts: {  } },
  subgroup: { parent: 'round_id', made: 'server', most: 1000, texts: {  } },
  ready: { parent: 'round_id', made: 'server', most: 10000, texts: {  } },
  vote: { made: 'answer', answers: 'vote', about: 'item_id', most: 10000, texts: { item_id: 40 } },
  tally: { parent: 'round_id', made: 'server', most: 10000, texts: { item_id: 40 } },
  rating: { made: 'answer', answers: 'rating', about: 'step_id', most: 60000, texts: { department_id: 40, voice: 40 } },
  ownership_claim: { made: 'answer', answers: 'ownership_claim', about: 'step_id', most: 60000, texts: { department_id: 40, voice: 40 } },
  leading_vote: { made: 'answer', answers: 'leading_vote', about: 'step_id', most: 60000, texts: { department_id: 40, voice: 40 } },
  poll_answer: { made: 'answer', answers: 'poll', most: 10000, texts: {  } },
  poll_result: { parent: 'round_id', made: 'server', most: 1000, texts: {  } },
  verdict_vote: { made: 'answer', answers: 'verdict', about: 'rule_id', most: 10000, texts: {  } },
  verdict_tally: { parent: 'round_id', made: 'server', most: 10000, texts: {  } },
  verdict_result: { parent: 'round_id', made: 'server', most: 10000, texts: {  } },
  need_vote: { made: 'answer', answers: 'need', about: 'need_id', most: 60000, texts: { department_id: 40, voice: 40 } },
  estimate: { made: 'answer', answers: 'estimate', about: 'item_id', most: 60000, texts: { item_id: 40 } },
  estimate_result: { parent: 'round_id', made: 'server', most: 10000, texts: { item_id: 40 } },
  prediction: { made: 'answer', answers: 'prediction', about: 'indicator_id', most: 10000, texts: { department_id: 40, voice: 40 } },
  handoff_vote: { made: 'answer', answers: 'handoff', about: 'handoff_id', most: 60000, texts: {  } },
  gap_talk: { parent: 'step_id', item: true, most: 300, texts: { note: 280 } },
  fix: { ordered: true, item: true, people: ['owner_person', 'owner_participant_id', 'buddy'], most: 200, texts: { text: 160, no_link_reason: 80, owner_person: 40, buddy: 40, first_step: 120, if_then: 160, needs_from: 120, done_criterion: 120, note: 280 } },
  parking_item: { ordered: true, people: ['owner'], most: 300, texts: { text: 200, owner: 40 } },
  indicator: { people: ['owner'], most: 1, texts: { name: 80, question: 200, owner: 40, if_drops: 140 } },
  measurement: { parent: 'indicator_id', most: 500, texts: { source: 120 } },
  lesson: { item: true, most: 200, texts: { what_happened: 300, expected: 200, why: 300, learned: 200, change: 160, shared_with: 80 } },
  kudos: { item: true, people: ['to_name'], most: 200, texts: { to_name: 60, act: 160 } },
  survey_import: { made: 'server', most: 1000, texts: { key: 64, measurement_id: 40 } },
  reflection: { veiled: true, item: true, most: 2000, texts: { text: 280 } },
  anonymous_note: { item: true, most: 2000, texts: { text: 280 } },
  report: { most: 1, texts: { conclusion: 200 } },
  decision_line: { ordered: true, people: ['proposer', 'decider'], most: 5, texts: { text: 160, proposer: 40, decider: 40 } },
};

/** The cards that people write and hang on the map. */
export type Sticky = 'quote' | 'note' | 'pain';
