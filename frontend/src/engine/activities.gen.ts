// Made by `go generate ./boards` from the tables of package boards (activities.go, the collections). Do not edit.
import type { KindName } from './records.gen';

/** What the projector can show. */
export const views = ['lobby', 'agenda', 'persona', 'needs', 'knowledge', 'interviews', 'map', 'curve', 'gaps', 'ownership', 'notes', 'vote', 'rules', 'offmenu', 'mandate', 'standard', 'causes', 'delights', 'matrix', 'actions', 'indicator', 'story', 'mirror', 'promise', 'coffee', 'reflection', 'backwards', 'loops', 'lessons', 'break', 'item', 'close', 'summary', 'groups'] as const;
export type View = (typeof views)[number];

/**
 * The sorts of hidden rounds: the views that are about it, the first of them put up by the reveal; the kind that answers it, and the
 * field that names what an answer is about (none: the round itself).
 */
export interface Collection {
  views: readonly View[];
  answer?: KindName;
  about?: string;
}

export type Collect = 'estimate' | 'handoff' | 'leading_vote' | 'need' | 'ownership_claim' | 'poll' | 'prediction' | 'rating' | 'verdict' | 'vote' | 'writing';

export const collections: Readonly<Record<Collect, Collection>> = {
  estimate: { views: ['matrix'], answer: 'estimate', about: 'item_id' },
  handoff: { views: ['map'], answer: 'handoff_vote', about: 'handoff_id' },
  leading_vote: { views: ['map'], answer: 'leading_vote', about: 'step_id' },
  need: { views: ['needs'], answer: 'need_vote', about: 'need_id' },
  ownership_claim: { views: ['ownership'], answer: 'ownership_claim', about: 'step_id' },
  poll: { views: ['mirror'], answer: 'poll_answer' },
  prediction: { views: ['indicator'], answer: 'prediction', about: 'indicator_id' },
  rating: { views: ['curve', 'gaps'], answer: 'rating', about: 'step_id' },
  verdict: { views: ['rules'], answer: 'verdict_vote', about: 'rule_id' },
  vote: { views: ['vote'], answer: 'vote', about: 'item_id' },
  writing: { views: ['notes', 'rules', 'actions'] },
};

/** The kinds that answer a hidden round. */
export const answerKinds = ['estimate', 'handoff_vote', 'leading_vote', 'need_vote', 'ownership_claim', 'poll_answer', 'prediction', 'rating', 'verdict_vote', 'vote'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** The sorts of polls: their questions in the order in which they are asked, and the points of their scale from 1 up. */
export const polls = {
  mirror: { questions: ['self', 'own', 'other', 'organisation'], points: 10 },
  courage: { questions: ['dare', 'mistake', 'decide'], points: 5 },
  importance: { questions: ['importance'], points: 10 },
  checkout: { questions: ['fun', 'useful'], points: 5 },
} as const;
export type Poll = keyof typeof polls;

/**
 * The activities of an agenda: the view they put up, the hidden round that belongs to them and what it is opened with,
 * and the kinds that participants may make meanwhile (none named: the same as when nothing runs).
 */
export interface AgendaActivity {
  view: View;
  collect?: Collect;
  about?: Readonly<Record<string, string>>;
  opens?: readonly KindName[];
  /** Of an optional module; none: as long as in the ready agendas. */
  minutes?: number;
}

export type Activity = 'welcome' | 'warmup' | 'mirror' | 'courage' | 'importance' | 'promise' | 'persona' | 'needs' | 'knowledge' | 'steps' | 'break' | 'blueprint' | 'ownership' | 'leading' | 'rate' | 'lunch' | 'offmenu' | 'pains' | 'rules' | 'vote' | 'causes' | 'fixes' | 'delights' | 'matrix' | 'commit' | 'indicator' | 'inside' | 'coffee' | 'reflection' | 'backwards' | 'loops' | 'autopsy' | 'own' | 'close';

export const activities: Readonly<Record<Activity, AgendaActivity>> = {
  welcome: { view: 'lobby' },
  warmup: { view: 'story', opens: ['story'] },
  mirror: { view: 'mirror', collect: 'poll', about: { poll: 'mirror' } },
  courage: { view: 'mirror', collect: 'poll', about: { poll: 'courage' }, minutes: 5 },
  importance: { view: 'mirror', collect: 'poll', about: { poll: 'importance' }, minutes: 5 },
  promise: { view: 'promise', opens: ['note'] },
  persona: { view: 'persona', opens: [] },
  needs: { view: 'needs', collect: 'need', opens: [], minutes: 15 },
  knowledge: { view: 'knowledge', opens: [], minutes: 15 },
  steps: { view: 'map', opens: ['phase', 'step', 'note'] },
  break: { view: 'break' },
  blueprint: { view: 'map', collect: 'handoff', opens: ['handoff'] },
  ownership: { view: 'ownership', collect: 'ownership_claim' },
  leading: { view: 'map', collect: 'leading_vote', minutes: 8 },
  rate: { view: 'curve', collect: 'rating' },
  lunch: { view: 'break' },
  offmenu: { view: 'offmenu', opens: ['request_card', 'offmenu_test', 'mandate', 'observation'] },
  pains: { view: 'notes', collect: 'writing', opens: ['pain', 'story'] },
  rules: { view: 'rules', collect: 'writing', about: { writes: 'rule' }, opens: ['rule'] },
  vote: { view: 'vote', collect: 'vote' },
  causes: { view: 'causes', opens: ['cause_node'] },
  fixes: { view: 'actions', collect: 'writing', about: { writes: 'fix' }, opens: ['fix', 'delight'] },
  delights: { view: 'delights', opens: ['delight'] },
  matrix: { view: 'matrix', collect: 'estimate' },
  commit: { view: 'actions', opens: ['fix'] },
  indicator: { view: 'indicator' },
  inside: { view: 'indicator', collect: 'prediction', opens: [], minutes: 10 },
  coffee: { view: 'coffee', opens: [] },
  reflection: { view: 'reflection', opens: [] },
  backwards: { view: 'backwards', opens: ['phase', 'step', 'note'] },
  loops: { view: 'loops', opens: [], minutes: 10 },
  autopsy: { view: 'lessons', opens: [], minutes: 20 },
  own: { view: 'item' },
  close: { view: 'close', collect: 'poll', about: { poll: 'checkout' }, opens: ['kudos'] },
};

/** The ready agendas, each line with its minutes in 2h, half, day; 0 = not in that one. */
export const agenda: readonly { activity: Activity; minutes: readonly [number, number, number] }[] = [
  { activity: 'welcome', minutes: [5, 10, 15] },
  { activity: 'warmup', minutes: [0, 0, 10] },
  { activity: 'mirror', minutes: [0, 10, 10] },
  { activity: 'promise', minutes: [0, 0, 10] },
  { activity: 'persona', minutes: [5, 10, 30] },
  { activity: 'steps', minutes: [15, 25, 40] },
  { activity: 'break', minutes: [0, 0, 15] },
  { activity: 'blueprint', minutes: [0, 20, 35] },
  { activity: 'ownership', minutes: [10, 10, 15] },
  { activity: 'rate', minutes: [15, 25, 30] },
  { activity: 'lunch', minutes: [0, 0, 45] },
  { activity: 'offmenu', minutes: [0, 20, 35] },
  { activity: 'break', minutes: [5, 15, 0] },
  { activity: 'pains', minutes: [15, 20, 30] },
  { activity: 'rules', minutes: [0, 10, 15] },
  { activity: 'vote', minutes: [10, 10, 10] },
  { activity: 'break', minutes: [0, 0, 15] },
  { activity: 'causes', minutes: [0, 15, 20] },
  { activity: 'fixes', minutes: [20, 20, 25] },
  { activity: 'matrix', minutes: [0, 0, 10] },
  { activity: 'commit', minutes: [12, 10, 15] },
  { activity: 'indicator', minutes: [4, 5, 10] },
  { activity: 'close', minutes: [4, 5, 10] },
];
