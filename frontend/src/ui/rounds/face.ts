import type { BoardState, Refused } from '../../engine/board.svelte'
import type { Leading } from '../../engine/leading.svelte'
import type { ForWhom, Rec, Values } from '../../engine/ops'
import type { Load } from '../board/parts'
import type { faces } from '../marks'

type Round = Rec<'round'>

/** What every part of a round is given. */
export type InRound = { board: BoardState; round: Round; onfixes?: (() => void) | undefined; onmap?: (() => void) | undefined }

/** All that the screens need to know of one sort of hidden round; `rounds/registry.ts` has one for each. */
export interface RoundFace {
  /** Where a participant answers while it is open. */
  ask: Load<InRound>
  /** What a participant sees after the reveal; absent = the result. */
  after?: Load<InRound>
  /** What a participant was still writing when it went on: offered above the page until they placed it or threw it away. */
  left?: Load<{ board: BoardState }>
  /** What it brought, as the server counted it. */
  result: Load<InRound>
  /** Asked on the page of the end, once that is there: its opening takes nobody from it. */
  atTheEnd?: (round: Round) => boolean
  /** The page of the running item tells what this round brought. */
  pageTells?: (round: Round) => boolean
  /** Stands above the result; absent = the result has its own heading and is shown also when nobody answered. */
  title?: (board: BoardState, round: Round) => string
  /** What a participant reads at the top of the page while it is open; absent = what belongs to the tab. */
  instruction?: (round: Round) => string
  /** The question as the room sees it. */
  asked: (board: BoardState, round: Round) => Asked
  desk: DeskFace
  passing: Passing
}

/** The fixed question of a round, how to answer it, and what stays hidden. */
export interface Asked {
  question: string
  how: string
  hidden: string
}

/** A round as the facilitator leads it. */
export interface DeskFace {
  /** Why it cannot be opened now; '' when it can. */
  obstacle: (leading: Leading) => string
  /** What stands there before it opens. */
  before: (leading: Leading) => Before
  /** What its opening says beside what it collects. */
  opens?: (board: BoardState) => Values
  /** The rounds it can open, each with its own words, where there is more than one. */
  sorts?: () => readonly { about: Values; label: string }[]
  /** What the room is asked; of an open round in its stage. */
  question: (board: BoardState, round: Round | undefined) => string
  /** Goes on in stages: in which it is, and which comes next. */
  stages?: { now: (round: Round) => string; next: (leading: Leading) => 'pair' | 'four' | 'all' }
  /** What the desk shows while it is open; absent = nothing of it. */
  open?: Load<{ board: BoardState }>
  /** The talk about its result, below whatever the desk shows. */
  talk?: Load<{ board: BoardState; leading: Leading; onopened: () => void }>
  /** Is about cards that can be merged and parked before it and after it. */
  tidies?: true
  /** Chooses between cards: before it opens no older result stands in the way, and afterwards tidying is folded away. */
  ballot?: true
  /** Its result stands only where the screen in the room names the round. */
  named?: true
  /** Where on the desk stands what the round brought; undefined = it is its own result. */
  brought?: (round: Round) => 'fixes' | undefined
  /** What the desk goes on to when the result is there. */
  next?: 'fixes'
  reveal: () => string
  blind: () => string
  cancel: () => string
  again: () => string
}

export interface Before {
  /** Large, above the rest; '' keeps its line. */
  strong?: string
  lines: readonly string[]
  /** What to mend first. */
  unfinished?: string
  /** Below the button, or in its place why it cannot be opened; then `amber`. */
  below: string
  amber?: boolean
}

/** One thing somebody may say in a round, as the facilitator passes it on. */
export interface Option {
  label: string
  face?: keyof typeof faces
  /** Resolves when the server has it, or with its no. */
  say: (item: string, to: ForWhom) => Promise<Refused | null>
  /** Of a vote: how many dots. */
  dots?: number
}

/** How a facilitator passes on what somebody says aloud. */
export interface Passing {
  /** Somebody hands in cards, as without a round. */
  cards?: true
  /** Somebody divides a budget over the items, and raised hands are people before they are dots. */
  budget?: true
  /** What it is about. */
  items: (board: BoardState, round: Round) => { id: string; title: string }[]
  /** What can be said of an item. own: the department of whom it is for, which cannot point to itself. */
  options: (board: BoardState, round: Round, own: string | undefined) => Option[]
}
