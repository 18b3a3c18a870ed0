/**
 * What an op will probably do, as effects for the optimistic view. Only the server decides (boards/decide.go); a wrong guess lasts
 * until its answer. Nothing is checked here that the components do not offer anyway.
 */
import { inPlace, isText, parentOf, rowOf, textOf, valueOf, withFields, type Records } from './apply'
import { unknownMember, type Effect, type Op, type PlaceEdit, type Rec, type Splice, type Values } from './ops'
import { between } from './order'
import { pain } from './pains'
import { mergedText } from './text'

/** What a prediction needs to know besides the records. */
export interface Guess {
  /** Who wishes; absent for a screen. */
  person: string | undefined
  /** The clock at the moment of the gesture. */
  at: number
  /** What a deletion of this page took away, the record itself first. */
  deletedWith: (id: string) => readonly Rec[]
  /** The rebased splices of a text op; undefined when it says nothing any more. */
  splices: (op: Op & { op: 'text' }) => readonly Splice[] | undefined
}

/** Whether a kind answers a hidden round. */
export const isAnswer = (kind: string): boolean => rowOf(kind)?.made === 'answer'

/** The effects an op would have on these records. */
export function predict(records: Records, op: Op, guess: Guess): Effect[] {
  switch (op.op) {
    case 'put':
      // What is passed on for somebody else is never seen here.
      if (op.for) return []
      if (op.kind === 'vote') return predictVote(records, op, guess)
      return isAnswer(op.kind) ? predictAnswer(records, op, guess) : predictPut(records, op, guess)
    case 'set':
      return predictSet(records, op)
    case 'text':
      return predictText(records, op, guess)
    case 'move':
      return predictMove(records, op)
    case 'del':
      return predictDel(records, op.id)
    case 'restore':
      return predictRestore(records, op.id, guess)
    case 'act':
      return op.do === 'ready' && op.id ? predictReady(records, op.id, op.args?.['ready'] !== false, guess) : []
    default:
      unknownMember(op)
      return []
  }
}

function predictPut(records: Records, op: Op & { op: 'put' }, guess: Guess): Effect[] {
  if (records.get(op.id)) return []
  const bare = recordOf(op, guess)
  if (!rowOf(op.kind)?.ordered) return [{ e: 'put', record: bare }]
  return [{ e: 'put', record: withOrder(bare, orderAfter(records, bare, op.after)) }]
}

function recordOf(op: Op & { op: 'put' }, guess: Guess): Rec {
  const fields = Object.fromEntries(Object.entries(op.fields).filter(([, value]) => value !== null && value !== undefined))
  const ver = Object.fromEntries(
    Object.keys(fields)
      .filter((name) => isText(op.kind, name))
      .map((name) => [name, 1]),
  )
  // Too many kinds for the compiler to tell apart.
  return { id: op.id, kind: op.kind, at: guess.at, ver, fields, ...(guess.person ? { by: guess.person } : {}) } as Rec
}

/** Like withFields, but a key of the server's making has no version. */
function withOrder(rec: Rec, order: string): Rec {
  return { ...rec, fields: { ...rec.fields, order } } as Rec
}

/** One vote per round and item; a second one changes the first, none takes it back. */
function predictVote(records: Records, op: Op & { op: 'put' }, guess: Guess): Effect[] {
  const vote = recordOf(op, guess)
  const before = records
    .all('vote')
    .find((v) => v.fields.round_id === valueOf(vote, 'round_id') && v.fields.item_id === valueOf(vote, 'item_id'))
  const count = valueOf(vote, 'count')
  if (!before) return count === 0 ? [] : [{ e: 'put', record: vote }]
  return count === 0 ? [{ e: 'del', id: before.id }] : [{ e: 'set', id: before.id, fields: { count } }]
}

/** One answer per round and what it is about; a second one replaces what the first said and keeps its id. */
function predictAnswer(records: Records, op: Op & { op: 'put' }, guess: Guess): Effect[] {
  const answer = recordOf(op, guess)
  const about = rowOf(op.kind)?.about
  const same = (rec: Rec, name: string) => valueOf(rec, name) === valueOf(answer, name)
  const before = records
    .all(op.kind)
    .find((rec) => same(rec, 'round_id') && (!about || same(rec, about)) && valueOf(rec, 'voice') === undefined)
  if (!before) return [{ e: 'put', record: answer }]
  const names = new Set([...Object.keys(before.fields), ...Object.keys(answer.fields)])
  const fields = differing(before, Object.fromEntries([...names].map((name) => [name, valueOf(answer, name) ?? null])))
  return Object.keys(fields).length > 0 ? [{ e: 'set', id: before.id, fields }] : []
}

/** The key that puts a record behind another of its kind and parent; null = first, absent or gone = last. */
export function orderAfter(records: Records, rec: Rec, after: string | null | undefined): string {
  const siblings = siblingsOf(records, rec).filter((s) => s.id !== rec.id)
  const found = after ? siblings.findIndex((s) => s.id === after) : -1
  const at = after === null ? 0 : found >= 0 ? found + 1 : siblings.length
  return between(textOf(siblings[at - 1], 'order'), textOf(siblings[at], 'order'))
}

function siblingsOf(records: Records, rec: Rec): readonly Rec[] {
  if (!rowOf(rec.kind)?.parent) return records.all(rec.kind)
  const parent = parentOf(rec)
  // Cards that hang on nothing yet are siblings of each other.
  return parent ? records.hanging(parent, rec.kind) : records.all(rec.kind).filter((other) => !parentOf(other))
}

function predictSet(records: Records, op: Op & { op: 'set' }): Effect[] {
  const rec = records.get(op.id)
  if (!rec) return []
  const fields = differing(rec, settled(rec, op.fields))
  return Object.keys(fields).length > 0 ? [{ e: 'set', id: op.id, fields }] : []
}

/** The given fields with edits of lists made into whole lists. */
export function settled(rec: Rec, given: Values): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (isListEdit(value)) out[name] = edited(valueOf(rec, name), value)
    else out[name] = isPlaceEdit(value) ? placed(textsIn(valueOf(rec, name)), value) : value
  }
  return out
}

interface Edit {
  add?: readonly unknown[]
  remove?: readonly unknown[]
}

/** Tells {add, remove} from a value that is an object itself (the customer's word). */
export function isListEdit(value: unknown): value is Edit {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const names = Object.keys(value)
  return names.length > 0 && names.every((name) => name === 'add' || name === 'remove')
}

/** Tells a change of one place of a list. */
export const isPlaceEdit = (value: unknown): value is PlaceEdit =>
  typeof value === 'object' && value !== null && 'at' in value && 'was' in value && 'is' in value

/** The texts of a list field. */
export const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])

/** The list with the text at one place changed. Those before it keep theirs; what is empty at the end falls away. */
function placed(list: readonly string[], { at, was, is }: PlaceEdit): string[] {
  const next = Array.from({ length: Math.max(list.length, at + 1) }, (_, i) => list[i] ?? '')
  next[at] = mergedText(was, next[at] ?? '', is)
  return next.slice(0, next.findLastIndex((one) => one !== '') + 1)
}

function edited(before: unknown, edit: Edit): unknown[] {
  const list = (Array.isArray(before) ? (before as unknown[]) : []).filter((v) => !edit.remove?.includes(v))
  for (const v of edit.add ?? []) if (!list.includes(v)) list.push(v)
  return list
}

function differing(rec: Rec, fields: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !sameValue(valueOf(rec, name), value)))
}

/** Equal by content; null and absent are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  return left.length === Object.keys(b).length && left.every(([name, value]) => sameValue(value, (b as Values)[name]))
}

function predictText(records: Records, op: Op & { op: 'text' }, guess: Guess): Effect[] {
  const splices = guess.splices(op)
  if (!splices || splices.length === 0 || !records.get(op.id)) return []
  return [{ e: 'text', id: op.id, field: op.field, ver: 0, splices, site: 0 }]
}

function predictMove(records: Records, op: Op & { op: 'move' }): Effect[] {
  const rec = records.get(op.id)
  const row = rec && rowOf(rec.kind)
  if (!rec || !row?.ordered) return []
  const fields: Record<string, unknown> = {}
  if (op.parent && row.parent && op.parent !== parentOf(rec)) fields[row.parent] = op.parent
  fields['order'] = orderAfter(records, withFields(rec, fields), op.after)
  return [{ e: 'set', id: op.id, fields }]
}

/** A record and all that hangs on it, as a deletion takes them. */
export function cascadeOf(records: Records, id: string): Rec[] {
  const rec = records.get(id)
  if (!rec) return []
  return [
    rec,
    ...records
      .childrenOf(id)
      .sort(inPlace)
      .flatMap((child) => cascadeOf(records, child.id)),
  ]
}

/** What falls, and what had been merged into it and stands for itself again. */
function predictDel(records: Records, id: string): Effect[] {
  const fallen = cascadeOf(records, id)
  const gone = new Set(fallen.map((rec) => rec.id))
  const freed = records.all(pain).filter((one) => gone.has(one.fields.merged_into ?? '') && !gone.has(one.id))
  return [
    ...fallen.map((rec): Effect => ({ e: 'del', id: rec.id })),
    ...freed.map((one): Effect => ({ e: 'set', id: one.id, fields: { merged_into: null } })),
  ]
}

function predictRestore(records: Records, id: string, guess: Guess): Effect[] {
  if (records.get(id)) return []
  return guess.deletedWith(id).map((record) => ({ e: 'put', record }))
}

function predictReady(records: Records, round: string, on: boolean, guess: Guess): Effect[] {
  const said = records.hanging(round, 'ready')
  if (!on) return said.map((rec) => ({ e: 'del', id: rec.id }))
  if (said.length > 0) return []
  const record: Rec<'ready'> = { id: `ready-${round}`, kind: 'ready', at: guess.at, fields: { round_id: round } }
  return [{ e: 'put', record }]
}
