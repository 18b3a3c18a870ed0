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
  emptyChairs: string[];
  hoursPerWeek: number | null;
  sentences: InsightLine[];
}

