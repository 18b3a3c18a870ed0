// Made by `go generate ./boards` from package boards/insight. Do not edit.

export interface InsightHandoffs {
  front: number;
  crossings: number;
  explicit: number;
  contactDepartments: number;
}

export interface InsightChain {
  length: number;
  steps: string[];
  departments: string[];
  distinct: number;
  boomerang: boolean;
  waitMinutes: number | null;
  tellAgain: number;
  filled: boolean;
}

export interface InsightLeads {
  yes: number;
  of: number;
}

export interface InsightVote {
  round: string;
  item: string;
  raw: number;
  fair: number;
  departments: number;
  rank: number;
}

export interface InsightCoverage {
  covered: number;
  of: number;
  share: number;
  weighted: number;
  top: string[];
  done: string[];
}

export interface InsightEvidence {
  known: number;
  of: number;
  hypothesis: boolean;
}

export interface InsightLine {
  code: string;
  text: string;
  nl: string;
  en: string;
}

export interface InsightCrowd {
  mean: number;
  n: number;
}

export interface InsightBefore {
  mean: number;
  now: number;
  n: number;
  byDepartment: Record<string, number>;
}

export interface InsightPoint {
  step: string;
  mean: number | null;
  face: number | null;
  n: number;
  byDepartment: Record<string, number>;
  guests: InsightCrowd | null;
  before: InsightBefore | null;
}

export interface InsightPeakEnd {
  value: number;
  extremeStep: string;
  lastStep: string;
  lowestStep: string;
  highestStep: string;
  lowestSteps: string[];
  highestSteps: string[];
}

export interface InsightGap {
  step: string;
  gap: number;
  low: string;
  high: string;
  n: number;
  frontBack: number | null;
  alert: boolean;
}

export interface InsightTalk {
  id: string;
  step: string;
  note: string;
  quote: string;
  before: number | null;
  after: number | null;
}

export interface InsightBand {
  name: string;
  from: number;
  to: number;
}

export interface InsightSharedStep {
  step: string;
  value: number;
  differ: number;
  raters: number;
  enough: boolean;
}

export interface InsightSharedBefore {
  value: number;
  now: number;
  raters: number;
  steps: number;
}

export interface InsightSharedPicture {
  value: number;
  differ: number;
  random: number;
  low: number | null;
  high: number | null;
  raters: number;
  departments: number;
  band: string;
  bands: InsightBand[];
  enough: boolean;
  bySteps: InsightSharedStep[];
  before: InsightSharedBefore | null;
}

export interface InsightPointed {
  to: string;
  people: number;
  from: Record<string, number>;
}

export interface InsightOwnedStep {
  step: string;
  state: string;
  own: string[];
  split: string[];
  not: string[];
  unsure: number;
  points: InsightPointed[];
}

export interface InsightOwnership {
  unowned: string[];
  contested: string[];
  clear: string[];
  unknown: string[];
  asked: number;
  rate: number | null;
  steps: InsightOwnedStep[];
}

export interface InsightLed {
  step: string;
  value: string;
  decided: boolean;
  votes: Record<string, number>;
}

export interface InsightReadyStep {
  step: string;
  yes: number;
  band: string;
}

export interface InsightReadiness {
  yes: number;
  of: number;
  tested: number;
  steps: number;
  share: number;
  bySteps: InsightReadyStep[];
}

export interface InsightMirror {
  n: number;
  self: number | null;
  own: number | null;
  other: number | null;
  organisation: number | null;
  gap: number | null;
  higher: number | null;
  both: number | null;
}

export interface InsightStatement {
  name: string;
  n: number;
  counts: number[];
  mean: number | null;
}

export interface InsightImportance {
  n: number;
  mean: number;
}

export interface InsightCheckout {
  fun: number | null;
  useful: number | null;
  n: number;
}

export interface InsightRules {
  collected: number;
  crocodiles: number;
  scrapped: number;
  asked: number;
  which: string[];
}

export interface InsightMandates {
  made: number;
  signed: number;
}

export interface InsightPromiseKept {
  yes: number;
  partly: number;
  no: number;
  share: number;
}

export interface InsightNeed {
  need: string;
  mean: number;
  n: number;
  byDepartment: Record<string, number>;
}

export interface InsightKnowledge {
  known: number;
  assumed: number;
  unknown: number;
  owned: number;
}

export interface InsightMeasured {
  date: string;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  good: number | null;
  display: string;
}

export interface InsightChange {
  value: number;
  low: number | null;
  high: number | null;
  demonstrable: boolean | null;
}

export interface InsightIndicator {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  good: number | null;
  unit: string;
  display: string;
  target: number | null;
  counts: number[];
  baseline: InsightMeasured | null;
  change: InsightChange | null;
  demonstrable: boolean | null;
}

export interface InsightInsideOutside {
  internal: number;
  customers: number;
  gap: number;
  low: number | null;
  high: number | null;
  n: number;
  demonstrable: boolean | null;
}

export interface InsightConfidence {
  fix: string;
  median: number;
  n: number;
  talk: boolean;
}

export interface InsightFixTime {
  fix: string;
  now: number;
  after: number | null;
  saved: number | null;
}

export interface InsightFollowThrough {
  due: number;
  onTime: number;
  done: number;
}

export interface InsightStoryBalance {
  good: number;
  bad: number;
}

export interface InsightHint {
  code: string;
  text: string;
  nl: string;
  en: string;
  about: string[];
}

export interface Insight {
  seq: number;
  handoffs: InsightHandoffs;
  chain: InsightChain | null;
  nobodyInSight: string[];
  repeatsStory: number;
  customerLeads: InsightLeads | null;
  votes: InsightVote[];
  coverage: InsightCoverage | null;
  evidence: InsightEvidence | null;
  overlooked: string[];
  emptyChairs: string[];
  hoursPerWeek: number | null;
  sentences: InsightLine[];
  curve: InsightPoint[];
  peakEnd: InsightPeakEnd | null;
  gaps: InsightGap[];
  talks: InsightTalk[];
  sharedPicture: InsightSharedPicture | null;
  ownership: InsightOwnership | null;
  leading: InsightLed[];
  readiness: InsightReadiness | null;
  mirror: InsightMirror | null;
  courage: InsightStatement[];
  importance: InsightImportance | null;
  checkout: InsightCheckout | null;
  rules: InsightRules | null;
  mandates: InsightMandates | null;
  promise: number | null;
  promiseKept: InsightPromiseKept | null;
  needs: InsightNeed[];
  knowledge: InsightKnowledge | null;
  indicator: InsightIndicator | null;
  insideOutside: InsightInsideOutside | null;
  series: InsightMeasured[];
  confidence: InsightConfidence[];
  fixTimes: InsightFixTime[];
  followThrough: InsightFollowThrough | null;
  forgetZone: string[];
  storyBalance: InsightStoryBalance | null;
  hints: InsightHint[];
  explained: InsightLine[];
}

