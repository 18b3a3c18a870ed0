/** What travels between page and server, as docs/protocol.md says it. Written by hand; everything else reads these types. */
import type { Insight } from './insight.gen'
import type { FieldsOf, KindName } from './records.gen'

export type { Insight }

/** One thing on the board. `Rec` without a kind is the union over all kinds, told apart by `kind`. Never changed in place. */
export type Rec<K extends KindName = KindName> = {
  [P in K]: {
    readonly id: string
    readonly kind: P
    /** The person who made it; absent where the author is hidden. */
    readonly by?: string
    /** Unix milliseconds of its creation. */
    readonly at: number
    /** Versions of its text fields; absent = 1. */
    readonly ver?: Readonly<Record<string, number>>
    /** Its name inside the template ("s4", "kco"). */
    readonly ref?: string
    readonly fields: Readonly<FieldsOf[P]>
  }
}[K]

/** Replaces `del` UTF-16 units at `pos` by `ins`. In one change all positions are in the same text, ascending, not overlapping. */
export type Splice = readonly [pos: number, del: number, ins: string]

/** Values by field name; null clears. Loose, because both sides must carry fields they do not know. */
export type Values = Readonly<Record<string, unknown>>

/** What may be set on a record: its fields, null to clear one, an edit of a list. Without a kind: what fits some kind. */
export type Changes<K extends KindName = KindName> = K extends KindName ? { [F in keyof FieldsOf[K]]?: Change<FieldsOf[K][F]> } : never

/** A list is changed by what comes and what goes, or by one of its places, never as a whole: two people may change it at once. */
type Change<V> = null | (NonNullable<V> extends readonly (infer Item)[] ? ListEdit<Item> | (string extends Item ? PlaceEdit : never) : V)

/** One place of a list in which the place of each thing means something, as of answers to questions in their order: counted from 0. */
export interface PlaceEdit {
  at: number
  /** What stood there when this was begun: what others did since stays. */
  was: string
  is: string
}

export interface ListEdit<V = string> {
  add?: readonly V[]
  remove?: readonly V[]
}

/** The sentences of facilitation. */
export type Act =
  | 'open'
  | 'stage'
  | 'reveal'
  | 'cancel'
  | 'ready'
  | 'commit'
  | 'merge'
  | 'close'
  | 'reopen'
  | 'park'
  | 'start'
  | 'stop'
  | 'next'
  | 'skip'
  | 'extend'
  | 'timer'
  | 'show'
  | 'blank'
  | 'spotlight'
  | 'floor'
  | 'hand'
  | 'split'
  | 'place'
  | 'gather'
  | 'lock'
  | 'door'
  | 'admit'
  | 'role'
  | 'remove'
  | 'sweep'
  | 'keep'
  | 'open_notes'

/** Whose answer or card a facilitator passes on: a person's, or that of so many raised hands of a department. */
export type ForWhom = { person_id: string } | { department_id: string; hands?: number }

/** A wish. `after`: null = first, absent or gone = last. */
export type Op =
  | { op: 'put'; kind: KindName; id: string; fields: Values; after?: string | null; for?: ForWhom }
  | { op: 'set'; id: string; fields: Values }
  | { op: 'text'; id: string; field: string; base: number; splices: readonly Splice[] }
  | { op: 'move'; id: string; parent?: string; after?: string | null }
  | { op: 'del'; id: string }
  | { op: 'restore'; id: string }
  | { op: 'act'; do: Act; id?: string; args?: Values }

/** A fact. `ver` is the version after it; the splices are positions in the version before it. */
export type Effect =
  | { e: 'put'; record: Rec }
  | { e: 'set'; id: string; fields: Values }
  | { e: 'text'; id: string; field: string; ver: number; splices: readonly Splice[]; site: number }
  | { e: 'del'; id: string }
  | { e: 'own'; id: string }

/** Shared facts under their number; numbers are dense. */
export interface Entry {
  seq: number
  at: number
  effects: Effect[]
}

/** Where a page was, to go on from there. */
export interface Since {
  epoch: string
  seq: number
  tail?: string
}

/** What was settled for one page: the highest number, and the numbers that were passed over (refused for ever). */
export interface Settled {
  lastN: number
  skipped: number[]
}

export type ClientFrame =
  | { type: 'hello'; client: string; since?: Since; clients?: string[]; language?: 'nl' | 'en'; protocol?: number }
  | { type: 'push'; n: number; client?: string; ops: Op[] }
  | { type: 'here'; at: string | null; typing?: boolean; field?: string; hidden?: boolean }
  | { type: 'ping' }

export type Role = 'facilitator' | 'co_facilitator' | 'participant' | 'observer' | 'guest' | 'screen' | 'owner'

/** Whether a role leads the workshop, alone or beside the facilitator. */
export const leads = (role: string | undefined): boolean => role === 'facilitator' || role === 'co_facilitator'

/** Who sits behind this page. A screen is nobody. */
export interface You {
  personId?: string
  role: Role
  departmentId?: string
  /** Of an owner by their link: whose page it is, and what it needs to know of the workshop, whose record is not theirs to see. */
  owner?: { name: string; title: string; language: 'nl' | 'en'; date?: string; timeZone?: string }
}

export interface WelcomeFrame {
  type: 'welcome'
  epoch: string
  seq: number
  tail?: string
  now: number
  you: You
  lastN: number
  skipped?: number[]
  lastNs?: Record<string, Settled | number>
  records?: Rec[]
  entries?: Entry[]
  mine?: Rec[]
  own?: string[]
  more?: boolean
}

export interface RefusedFrame {
  type: 'refused'
  n: number
  client?: string
  op: number
  code: string
  field?: string
  message: string
  why?: string
}

export interface YoursFrame {
  type: 'yours'
  acks: number[]
  client?: string
  seq: number | null
  effects?: Effect[]
}

/** Where somebody is. `at` is never a sealed record. */
export interface Presence {
  online: boolean
  at?: string | null
  field?: string
  typing?: boolean
}

export type InsightFrame = { type: 'insight' } & Insight

export type ServerFrame =
  | WelcomeFrame
  | { type: 'entries'; entries: Entry[]; tail?: string }
  | YoursFrame
  | RefusedFrame
  | { type: 'here'; people: (Presence & { personId: string })[] }
  | { type: 'ready'; round: string; ready: number; of: number; away?: number }
  | InsightFrame
  | { type: 'waiting' }
  | { type: 'reset' }
  | { type: 'pong'; now: number }
  | { type: 'error'; code: string; message: string }

/** Stops the compiler where a union has a member that nobody handled; at run time a newer server's member is passed over. */
export function unknownMember(_member: never): void {}
