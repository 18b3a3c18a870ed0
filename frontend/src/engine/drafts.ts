/**
 * Typed text on its way. For each field somebody types in there are three layers: the confirmed text, one change in flight (sent,
 * unanswered) and the buffer (typed, not yet sent). What others change goes through the layers one by one, so nothing typed is lost.
 */
import type { Op, Splice } from './ops'
import { withoutRestored } from './restored'
import { applySplices, changesBetween, compose, diff, inverse, siteOf, transform } from './text'

/** One push on its way to the server. */
export interface Pending {
  client: string
  n: number
  ops: Op[]
  /** When the gesture was made, Unix milliseconds. */
  at: number
  /** Sent on this connection. */
  sent: boolean
  /** The entry that will show it, once it is stored. */
  ack?: number
  /** How often it was sent anew under another number. */
  tries: number
  /** Its only op is the text change of a draft in flight. */
  typed?: true
  /** The history whose text the typed change was made on. */
  epoch?: string
  /** Still being made by a batch; not to be sent yet. */
  open?: true
}

export interface Flight {
  push: Pending
  splices: Splice[]
  site: number
  /** It takes a deletion back and does nothing else. */
  restores: boolean
}

/** Something that happened to the confirmed text: a change of somebody else, or our own change in flight landed. */
export type Happening = { splices: readonly Splice[]; site: number } | { landed: true }

export interface Draft {
  id: string
  field: string
  /** The confirmed text, which the flight applies to. */
  was: string
  flight?: Flight
  /** The text under the buffer: confirmed, flight and whole sets of this page. */
  floor: string
  buffer: Splice[]
  /** The buffer takes a deletion back and does nothing else. */
  restores: boolean
  /** What the field shows: buffer over floor. */
  shown: string
  /** Whose insert goes left: the site of this page in this field. */
  site: number
  /** When the first and the last unsent keystroke was. */
  first: number
  last: number
  /** While composing (IME) what happens waits here. */
  held: boolean
  late: Happening[]
}

export function keyOf(id: string, field: string): string {
  return `${id}\n${field}`
}

export function newDraft(client: string, id: string, field: string, was: string, floor: string): Draft {
  const site = siteOf(client, id, field)
  return { id, field, was, floor, buffer: [], restores: false, shown: floor, site, first: 0, last: 0, held: false, late: [] }
}

/** Takes the new content of the field; gives the change that was typed, in the text shown before. `restores`: it is an undo. */
export function typeInto(draft: Draft, text: string, caret: number | undefined, at: number, restores = false): Splice[] {
  const change = diff(draft.shown, text, caret)
  draft.restores = restores && (draft.buffer.length === 0 || draft.restores)
  if (draft.buffer.length === 0) draft.first = at
  draft.last = at
  draft.buffer = compose(draft.buffer, change)
  draft.shown = text
  return change
}

/** Lets something happen to the confirmed text below a draft. `covered`: a whole set of this page lies over it. */
export function happen(draft: Draft, what: Happening, covered: boolean): void {
  if (draft.held) draft.late.push(what)
  else if ('landed' in what) land(draft)
  else slideUnder(draft, what.splices, what.site, covered)
}

/** Stops holding and lets happen what waited. */
export function release(draft: Draft, covered: boolean): void {
  draft.held = false
  const late = draft.late
  draft.late = []
  for (const what of late) happen(draft, what, covered)
}

/** A copy of a draft as it would be after its release. */
export function released(draft: Draft, covered: boolean): Draft {
  const copy: Draft = { ...draft, late: [...draft.late] }
  if (draft.flight) copy.flight = { ...draft.flight }
  release(copy, covered)
  return copy
}

function land(draft: Draft): void {
  if (!draft.flight) return
  draft.was = applySplices(draft.was, draft.flight.splices) ?? draft.was
  delete draft.flight
}

/** Puts somebody's change under the layers: each layer is rewritten to follow it, and it is rewritten to follow each layer. */
function slideUnder(draft: Draft, theirs: readonly Splice[], site: number, covered: boolean): void {
  const under = draft.was
  const was = applySplices(under, theirs)
  if (was === null) return
  draft.was = was
  if (!draft.flight) {
    if (!covered) lift(draft, theirs, site < draft.site)
    return
  }
  const mine = draft.flight.splices
  const theyLeft = site < draft.flight.site
  const rest = draft.flight.restores ? withoutRestored(mine, theirs, under) : undefined
  draft.flight.splices = transform(mine, theirs, theyLeft)
  if (covered) return
  lift(draft, transform(theirs, mine, !theyLeft), site < draft.site)
  if (rest) takeTwice(draft, draft.flight.splices, rest)
}

/**
 * Somebody put back the words that this flight is already putting back, and it cannot be called off: what would stand twice is deleted
 * behind it. Of two such pages only the later one hears of the other while it is under way, so one of them does this.
 */
function takeTwice(draft: Draft, mine: readonly Splice[], rest: readonly Splice[]): void {
  const once = applySplices(draft.was, rest)
  if (once === null) return
  const change = rest.length === 0 ? inverse(mine, draft.was) : changesBetween(draft.floor, once)
  draft.buffer = compose(change, transform(draft.buffer, change, true))
  draft.shown = applySplices(draft.floor, draft.buffer) ?? draft.shown
}

/** Changes the floor, and rewrites the buffer to lie on it. */
function lift(draft: Draft, change: readonly Splice[], theyLeft: boolean): void {
  const floor = applySplices(draft.floor, change)
  if (floor === null) return
  const rest = draft.restores ? withoutRestored(draft.buffer, change, draft.floor) : undefined
  draft.floor = floor
  draft.buffer = rest ?? transform(draft.buffer, change, theyLeft)
  draft.shown = applySplices(floor, draft.buffer) ?? floor
}

/** Brings a draft to the confirmed text as it really is, where we only know the outcome (a full welcome, a whole set). */
export function settleOn(draft: Draft, confirmed: string, covered: boolean): void {
  if (draft.was !== confirmed) slideUnder(draft, changesBetween(draft.was, confirmed), 0, covered)
}

/** Brings a draft to the floor as the view really has it. */
export function layOn(draft: Draft, floor: string): void {
  if (draft.floor !== floor) lift(draft, changesBetween(draft.floor, floor), true)
}

/** Gives the buffer to a new flight. */
export function takeOff(draft: Draft, push: Pending): void {
  draft.flight = { push, splices: draft.buffer, site: siteOf(push.client, draft.id, draft.field), restores: draft.restores }
  draft.buffer = []
  draft.restores = false
  draft.floor = draft.shown
}

/** Takes a refused flight back into the buffer, to be sent anew. */
export function takeBack(draft: Draft, at: number, covered: boolean): void {
  if (!draft.flight) return
  if (!covered) {
    draft.restores = draft.flight.restores && draft.buffer.length === 0
    draft.buffer = compose(draft.flight.splices, draft.buffer)
    draft.floor = draft.was
  }
  draft.first = draft.last = at
  delete draft.flight
}

/** Puts what another page of mine had left in this field under what this page typed in it. */
export function mergeLeft(mine: Draft, left: Draft): Draft {
  settleOn(left, mine.was, false)
  const under = changesBetween(mine.floor, left.shown)
  const buffer = compose(left.buffer, transform(mine.buffer, under, true))
  return {
    ...mine,
    ...left,
    site: mine.site,
    buffer,
    shown: applySplices(left.floor, buffer) ?? left.shown,
    held: mine.held,
    late: mine.late,
  }
}
