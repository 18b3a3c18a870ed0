/**
 * This page's copy of the board: what is confirmed, what is pending, and the view of both together. Pure: no clock, no socket, no
 * storage; they are handed in. The view is changed record by record, so that what did not change stays the same object.
 */
import { Records, textOf, valueOf, versionOf, withFields } from './apply'
import {
  happen,
  keyOf,
  layOn,
  mergeLeft,
  newDraft,
  release,
  released,
  settleOn,
  takeBack,
  takeOff,
  typeInto,
  type Draft,
  type Pending,
} from './drafts'
import type { ClientFrame, Effect, Entry, Op, Rec, RefusedFrame, Settled, Since, Splice, Values, WelcomeFrame, YoursFrame } from './ops'
import { slices, tooBig } from './packing'
import { cascadeOf, predict, sameValue, type Guess } from './predict'
import { applySplices, siteOf, spliceOf } from './text'
import { namedIn, wordsIn } from './within'

/** A change the server said no to, with the words in it. `typed` is set for text: what it was typed on. */
export interface Lost {
  code: string
  message: string
  ops: Op[]
  texts: string[]
  typed?: { id: string; field: string; was: string; shown: string }
}

/** What a page leaves behind for its next load: everything that is not confirmed. Plain data. */
export interface Kept {
  client: string
  /** The highest number given out. */
  n: number
  pushes: { client: string; n: number; ops: Op[]; at: number; typed?: true }[]
  drafts: { id: string; field: string; was: string; floor: string; buffer: Splice[]; shown: string; push?: { client: string; n: number } }[]
}

export interface Listener {
  /** Kinds of which at least one record in the view changed. */
  changed: (kinds: ReadonlySet<string>) => void
  /** A push was refused for good. */
  refused: (push: Pending, frame: RefusedFrame, lost: Lost | undefined) => void
  /** A push is stored and shown. */
  settled: (push: Pending) => void
}

/** Refusals after which the same wish may well succeed: later, or on the text as it is now. */
const later = new Set(['slow_down', 'unavailable', 'storage_full'])
const anew = new Set(['stale', 'text_in_flight'])

/** Unanswered pushes at one time; the rest waits, so that a long absence does not come back as a flood. */
const atOnce = 20
const quiet = 150
const longest = 400
const mostTries = 20
/** The server reads a page more slowly beyond this pace (server/live/limits.go), and closes it far beyond: stay below. */
const opsASecond = 20
const mostOwed = 120

export class Replica {
  readonly confirmed = new Records()
  readonly view = new Records()
  epoch = ''
  seq = 0
  tail: string | undefined
  person: string | undefined
  /** Sealed records of this person: seen by nobody else. */
  readonly sealed = new Set<string>()
  /** Shared records of this person although nobody sees their author. */
  readonly own = new Set<string>()
  pending: Pending[] = []
  readonly drafts = new Map<string, Draft>()
  /** Between hello and the last welcome nothing else counts. */
  live = false

  #n = 0
  readonly #dirty = new Set<string>()
  readonly #deletedWith = new Map<string, readonly Rec[]>()
  readonly #deferred: { seq: number; effects: Effect[] }[] = []
  #welcome: WelcomeFrame[] = []
  #pausedUntil = 0
  #owed = 0
  #owedAt = 0

  constructor(
    public client: string,
    readonly on: Listener,
    readonly clock: () => number = Date.now,
  ) {}

  // ---- gestures

  /** Begins a push of this page; `open` = a batch that is still being made. */
  push(ops: readonly Op[], open = false): Pending {
    const push: Pending = { client: this.client, n: ++this.#n, ops: [], at: this.clock(), sent: false, tries: 0, ...(open ? { open } : {}) }
    this.pending.push(push)
    for (const op of ops) this.add(push, op)
    return push
  }

  /** Adds an op to a push that was not sent yet, and shows what it will probably do. */
  add(push: Pending, op: Op): void {
    push.ops.push(op)
    if (op.op === 'del') this.#bury(op.id)
    if (op.op === 'set') this.#replaceTyped(op)
    const before = new Map<string, Rec | undefined>()
    this.#guess(push, op, before)
    this.#tell(before)
    // Under unsent text the view holds that text already, so it has to be made anew from below.
    if ([...this.drafts.values()].some((draft) => before.has(draft.id))) this.#show(new Set())
  }

  /** Ends a batch. A batch without ops was no gesture. */
  seal(push: Pending): void {
    delete push.open
    if (push.ops.length === 0) this.drop(push)
    const [first, ...others] = slices(push.ops)
    if (first) push.ops = first
    for (const ops of others) {
      this.pending.push({ client: this.client, n: ++this.#n, ops, at: push.at, sent: false, tries: 0 })
    }
  }

  /** Starts as another page with nothing pending: what was pending is another page's business now. */
  renew(client: string): void {
    this.client = client
    this.#n = 0
    this.pending = []
    this.drafts.clear()
    this.#show(new Set())
  }

  /** Takes a push back that was not sent yet. */
  drop(push: Pending): void {
    this.#remove(push)
    this.#show(new Set())
  }

  /** Takes the new content of a text field; gives the change, in the text shown before. `restores`: it takes a deletion back. */
  edit(id: string, field: string, text: string, caret?: number, restores = false): Splice[] {
    const draft = this.#draftFor(id, field)
    if (!draft || draft.shown === text) return []
    const change = typeInto(draft, text, caret, this.clock(), restores)
    this.#refresh([id])
    return change
  }

  /** While held, a field shows what it shows, whatever others do to it. */
  hold(id: string, field: string, held: boolean): void {
    const draft = held ? this.#draftFor(id, field) : this.drafts.get(keyOf(id, field))
    if (!draft || draft.held === held) return
    if (held) draft.held = true
    else release(draft, this.#covered(draft))
    this.#show(new Set())
  }

  #draftFor(id: string, field: string): Draft | undefined {
    const key = keyOf(id, field)
    const shown = this.view.get(id)
    let draft = this.drafts.get(key)
    if (!draft && shown) {
      const floor = textOf(shown, field)
      draft = newDraft(this.client, id, field, this.#ground(id, field) ?? floor, floor)
      this.drafts.set(key, draft)
    }
    return draft
  }

  /** The confirmed text of a field, or that of my own record on its way; undefined when there is neither. */
  #ground(id: string, field: string): string | undefined {
    const rec = this.confirmed.get(id)
    if (rec) return textOf(rec, field)
    const put = this.#putOf(id)
    if (!put) return undefined
    const text = put.fields[field]
    return typeof text === 'string' ? text : ''
  }

  #putOf(id: string): (Op & { op: 'put' }) | undefined {
    for (const push of this.pending) for (const op of push.ops) if (op.op === 'put' && op.id === id) return op
    return undefined
  }

  /** Remembers what a deletion takes, to show it again at once when it is restored. */
  #bury(id: string): void {
    const deletedWith = cascadeOf(this.view, id)
    if (deletedWith.length > 0) this.#deletedWith.set(id, deletedWith)
  }

  /** A whole set of a field replaces what was typed in it and not yet sent. */
  #replaceTyped(op: Op & { op: 'set' }): void {
    for (const field of Object.keys(op.fields)) {
      const draft = this.drafts.get(keyOf(op.id, field))
      if (draft) draft.buffer = []
    }
  }

  // ---- sending

  /** Milliseconds until unsent text is due; 0 = now, undefined = nothing waits. */
  due(): number | undefined {
    const now = this.clock()
    let soonest: number | undefined
    for (const draft of this.drafts.values()) {
      if (!this.#mayFly(draft)) continue
      const wait = Math.max(0, Math.min(draft.last + quiet, draft.first + longest) - now)
      soonest = Math.min(soonest ?? wait, wait)
    }
    return soonest
  }

  /** Makes pushes of the typed text that is due, or of all of it. */
  flush(all = false): void {
    const now = this.clock()
    for (const draft of this.drafts.values()) {
      if (!this.#mayFly(draft)) continue
      if (!all && now < Math.min(draft.last + quiet, draft.first + longest)) continue
      const push: Pending = { client: this.client, n: ++this.#n, ops: [], at: now, sent: false, tries: 0, typed: true, epoch: this.epoch }
      takeOff(draft, push)
      push.ops = [this.#textOp(draft, draft.flight?.splices ?? [])]
      this.pending.push(push)
    }
  }

  #mayFly(draft: Draft): boolean {
    return (
      draft.buffer.length > 0 && !draft.flight && !draft.held && !this.#covered(draft) && this.#ground(draft.id, draft.field) !== undefined
    )
  }

  #textOp(draft: Draft, splices: readonly Splice[]): Op {
    return { op: 'text', id: draft.id, field: draft.field, base: versionOf(this.confirmed.get(draft.id), draft.field), splices }
  }

  /** The frames to send now, in order. They count as sent on this connection. */
  outgoing(): ClientFrame[] {
    if (!this.live || this.pause() > 0) return []
    const frames: ClientFrame[] = []
    let under = this.pending.filter((p) => p.sent && p.ack === undefined).length
    for (const push of [...this.pending]) {
      if (push.open || under >= atOnce || !this.#inPace()) break
      if (push.sent || push.ack !== undefined) continue
      const frame = {
        type: 'push',
        n: push.n,
        ops: this.#wire(push),
        ...(push.client === this.client ? {} : { client: push.client }),
      } as const
      push.sent = true
      if (tooBig(frame)) {
        this.refused({ type: 'refused', n: push.n, client: push.client, op: 0, code: 'too_long', message: '' })
        continue
      }
      under++
      this.#owed += push.ops.length
      frames.push(frame)
    }
    return frames
  }

  /** Whether another push may go now; if not, the rest waits a second. */
  #inPace(): boolean {
    const now = this.clock()
    this.#owed = Math.max(0, this.#owed - ((now - this.#owedAt) / 1000) * opsASecond)
    this.#owedAt = now
    if (this.#owed < mostOwed) return true
    this.#pausedUntil = Math.max(this.#pausedUntil, now + 1000)
    return false
  }

  /** How long sending pauses, because the server asked for it or we are ahead of the pace. */
  pause(): number {
    return Math.max(0, this.#pausedUntil - this.clock())
  }

  /** The ops as they are sent: text on the confirmed text of this moment. */
  #wire(push: Pending): Op[] {
    const draft = push.typed && this.#draftOf(push)
    if (draft && draft.flight && !draft.held) push.ops = [this.#textOp(draft, draft.flight.splices)]
    return push.ops
  }

  #draftOf(push: Pending): Draft | undefined {
    for (const draft of this.drafts.values()) if (draft.flight?.push === push) return draft
    return undefined
  }

  get unsaved(): number {
    let n = this.pending.length
    for (const draft of this.drafts.values()) if (draft.buffer.length > 0) n++
    return n
  }

  // ---- coming and going

  since(): Since | undefined {
    if (this.epoch === '') return undefined
    return { epoch: this.epoch, seq: this.seq, ...(this.tail === undefined ? {} : { tail: this.tail }) }
  }

  /** Pages whose pushes wait here, besides this one. */
  clients(): string[] {
    return [...new Set(this.pending.map((p) => p.client))].filter((c) => c !== this.client)
  }

  /** A hello goes out, or the line is gone: nothing counts until the welcome, and what was sent is unanswered. */
  away(): void {
    this.live = false
    this.#welcome = []
    this.#deferred.length = 0
    for (const push of this.pending) push.sent = false
  }

  /** Takes a piece of the welcome; true when it was the last. */
  welcome(frame: WelcomeFrame): boolean {
    this.#welcome.push(frame)
    if (frame.more) return false
    const parts = this.#welcome
    this.#welcome = []
    this.person = frame.you.personId
    this.#answerOld(frame)
    this.#callBack(frame.epoch)
    if (parts.some((p) => p.records)) this.#startOver(parts, frame)
    else this.#catchUp(parts, frame)
    this.epoch = frame.epoch
    this.seq = frame.seq
    this.tail = frame.tail
    this.#deferred.length = 0
    this.live = true
    return true
  }

  /** Marks what the server settled before; what it passed over goes under a new number. */
  #answerOld(frame: WelcomeFrame): void {
    for (const push of [...this.pending]) {
      const row = settledFor(frame, push.client, this.client)
      push.sent = false
      delete push.ack
      if (push.n > row.lastN || push.open) continue
      if (row.skipped.includes(push.n)) this.#renumber(push)
      else push.ack = frame.seq
    }
    this.#n = Math.max(this.#n, frame.lastN)
  }

  /** In another history (a server that came back with an older file) a version is another text: typed words are placed anew. */
  #callBack(epoch: string): void {
    for (const draft of this.drafts.values()) {
      const push = draft.flight?.push
      if (!push || push.ack !== undefined || push.epoch === undefined || push.epoch === epoch) continue
      takeBack(draft, this.clock(), this.#covered(draft))
      this.#remove(push)
    }
  }

  #renumber(push: Pending): void {
    push.client = this.client
    push.n = ++this.#n
    push.sent = false
    push.tries++
    const draft = push.typed && this.#draftOf(push)
    if (draft && draft.flight) draft.flight.site = draft.site
    this.pending = [...this.pending.filter((p) => p !== push), push]
  }

  #startOver(parts: WelcomeFrame[], frame: WelcomeFrame): void {
    const touched = new Set<string>()
    const told = new Set<string>()
    const records = parts.flatMap((p) => p.records ?? [])
    for (const draft of this.drafts.values()) if (draft.flight?.push.ack !== undefined) this.#landed(draft)
    this.#takeMine(parts, frame, touched)
    for (const rec of records) {
      told.add(rec.id)
      this.sealed.delete(rec.id)
      touched.add(this.confirmed.apply({ e: 'put', record: rec }) ?? rec.id)
    }
    for (const rec of parts.flatMap((p) => p.mine ?? [])) this.#fillIn(rec, touched)
    for (const rec of [...this.confirmed.values()]) {
      if (told.has(rec.id) || this.sealed.has(rec.id)) continue
      touched.add(rec.id)
      this.confirmed.replace(rec.id, undefined)
    }
    this.#settle((p) => p.ack !== undefined)
    this.#show(touched)
  }

  #catchUp(parts: WelcomeFrame[], frame: WelcomeFrame): void {
    const touched = new Set<string>()
    for (const entry of parts.flatMap((p) => p.entries ?? [])) if (entry.seq > this.seq) this.#enter(entry, touched)
    this.#takeMine(parts, frame, touched)
    this.#settle((p) => p.ack !== undefined)
    this.#show(touched)
  }

  /** My sealed records and what is mine without a name: a welcome always says all of it. */
  #takeMine(parts: WelcomeFrame[], frame: WelcomeFrame, touched: Set<string>): void {
    const mine = parts.flatMap((p) => p.mine ?? [])
    for (const id of this.sealed) {
      touched.add(id)
      this.confirmed.replace(id, undefined)
    }
    this.sealed.clear()
    for (const rec of mine) if (!this.#fillIn(rec, touched)) this.#reveal({ e: 'put', record: rec }, touched)
    if (parts.some((p) => p.own) || frame.records) this.own.clear()
    for (const id of parts.flatMap((p) => p.own ?? [])) this.own.add(id)
  }

  /** Of a record that everybody sees I may read a field more than others. */
  #fillIn(rec: Rec, touched: Set<string>): boolean {
    const known = this.confirmed.get(rec.id)
    if (!known) return false
    if (!this.sealed.has(rec.id)) this.#reveal({ e: 'set', id: rec.id, fields: missingIn(known, rec) }, touched)
    return true
  }

  // ---- what the server says

  /** Takes shared entries; false = one is missing, ask for everything. */
  entries(list: readonly Entry[], tail: string | undefined): boolean {
    const touched = new Set<string>()
    for (const entry of list) {
      if (entry.seq <= this.seq) continue
      if (entry.seq !== this.seq + 1) {
        this.#show(touched)
        return false
      }
      this.#enter(entry, touched)
      this.seq = entry.seq
      this.#disclose(touched)
      this.#settle((p) => p.ack !== undefined && p.ack <= this.seq)
    }
    this.tail = tail
    this.#show(touched)
    return true
  }

  #enter(entry: Entry, touched: Set<string>): void {
    for (const effect of entry.effects) {
      this.#underDrafts(effect)
      const id = this.confirmed.apply(effect)
      if (id === undefined) continue
      touched.add(id)
      this.sealed.delete(id)
    }
  }

  /** Carries drafts over a text change, exactly; anything else is settled on afterwards. */
  #underDrafts(effect: Effect): void {
    if (effect.e === 'text') {
      const draft = this.drafts.get(keyOf(effect.id, effect.field))
      if (!draft || applySplices(textOf(this.confirmed.get(effect.id), effect.field), effect.splices) === null) return
      if (isFlightOf(draft, effect)) this.#landed(draft)
      else happen(draft, { splices: effect.splices, site: effect.site }, this.#covered(draft))
      return
    }
    if (effect.e !== 'set') return
    for (const [field, value] of Object.entries(effect.fields)) {
      const draft = this.drafts.get(keyOf(effect.id, field))
      if (!draft) continue
      const splices = spliceOf(textOf(this.confirmed.get(effect.id), field), typeof value === 'string' ? value : '')
      happen(draft, { splices, site: 0 }, this.#covered(draft))
    }
  }

  #landed(draft: Draft): void {
    if (!draft.late.some((what) => 'landed' in what)) happen(draft, { landed: true }, this.#covered(draft))
  }

  /** Takes what concerns this person alone: acknowledgements, and effects nobody else sees. */
  yours(frame: YoursFrame): void {
    const client = frame.client ?? this.client
    const done = frame.seq === null || frame.seq <= this.seq
    for (const push of this.pending) {
      if (push.client === client && frame.acks.includes(push.n)) push.ack = frame.seq ?? 0
    }
    if (frame.effects?.length) this.#deferred.push({ seq: frame.seq ?? 0, effects: frame.effects })
    if (!done) return
    const touched = new Set<string>()
    this.#disclose(touched)
    this.#settle((p) => p.ack !== undefined && p.ack <= this.seq)
    this.#show(touched)
  }

  /** Private effects wait for the shared entry they belong to, so that both are seen at once. */
  #disclose(touched: Set<string>): void {
    for (const part of this.#deferred.splice(0)) {
      if (part.seq > this.seq) this.#deferred.push(part)
      else for (const effect of part.effects) this.#reveal(effect, touched)
    }
  }

  #reveal(effect: Effect, touched: Set<string>): void {
    if (effect.e === 'own') this.own.add(effect.id)
    this.#underDrafts(effect) // a pair types in one card
    const id = effect.e === 'own' && this.confirmed.get(effect.id) ? effect.id : this.confirmed.apply(effect)
    if (id === undefined) return
    touched.add(id)
    if (effect.e === 'put') this.sealed.add(id)
    if (effect.e === 'del') this.sealed.delete(id)
  }

  /** Removes what is done from pending. */
  #settle(done: (p: Pending) => boolean): void {
    for (const push of this.pending.filter(done)) {
      const draft = push.typed && this.#draftOf(push)
      if (draft) this.#landed(draft)
      this.#remove(push)
      for (const op of push.ops) if (op.op === 'restore') this.#deletedWith.delete(op.id)
      this.on.settled(push)
    }
  }

  #remove(push: Pending): void {
    this.pending = this.pending.filter((p) => p !== push)
  }

  /** Takes a no. What may succeed later stays pending; the rest is handed out with the words in it. */
  refused(frame: RefusedFrame): void {
    const client = frame.client ?? this.client
    const push = this.pending.find((p) => p.client === client && p.n === frame.n)
    if (!push) return
    if (push.tries >= mostTries || !this.#tryAgain(push, frame)) this.#giveUp(push, frame)
    this.#show(new Set())
  }

  #tryAgain(push: Pending, frame: RefusedFrame): boolean {
    const draft = push.typed && this.#draftOf(push)
    if (draft && anew.has(frame.code)) {
      takeBack(draft, this.clock(), this.#covered(draft))
      this.#remove(push)
      return true
    }
    if (later.has(frame.code)) this.#pausedUntil = this.clock() + 1000 * Math.min(16, 2 ** push.tries)
    else if (!this.#waitsForAnother(push, frame) && !(frame.code === 'bad_request' && frame.field === 'n')) return false
    this.#renumber(push)
    return true
  }

  /** A change on a record of mine that is itself still to be made. */
  #waitsForAnother(push: Pending, frame: RefusedFrame): boolean {
    if (frame.code !== 'not_found') return false
    const op = push.ops[frame.op]
    const ids = op ? namedIn(op) : new Set<string>()
    return this.pending.some((p) => p !== push && p.tries > 0 && p.ops.some((o) => o.op === 'put' && ids.has(o.id)))
  }

  #giveUp(push: Pending, frame: RefusedFrame): void {
    const lost = this.#lost(push, frame)
    const made = new Set(push.ops.flatMap((op) => (op.op === 'put' ? [op.id] : [])))
    this.#remove(push)
    for (const draft of [...this.drafts.values()]) {
      if (draft.flight?.push === push || made.has(draft.id)) this.#forget(draft)
    }
    this.on.refused(push, frame, lost)
  }

  /** Drops a draft with its flight; a flight that is already under way is answered to nobody. */
  #forget(draft: Draft): void {
    this.drafts.delete(keyOf(draft.id, draft.field))
    if (draft.flight) this.#remove(draft.flight.push)
    this.#dirty.add(draft.id)
  }

  #lost(push: Pending, frame: RefusedFrame): Lost | undefined {
    const base = { code: frame.code, message: frame.message }
    const draft = push.typed && this.#draftOf(push)
    if (draft && frame.code === 'not_found' && this.#fellByMe(draft.id)) return undefined
    if (draft) {
      const { id, field, was, shown } = draft
      return { ...base, ops: push.ops, texts: shown.trim() === '' ? [] : [shown], typed: { id, field, was, shown } }
    }
    const ops = push.ops.map((op) => (op.op === 'put' ? this.#asShown(op) : op))
    const texts = ops.flatMap(wordsIn)
    const worth = texts.length > 0 || ops.some((op) => op.op === 'put' && op.kind !== 'vote')
    return worth ? { ...base, ops, texts } : undefined
  }

  /** A new record with what was typed into it since. */
  #asShown(op: Op & { op: 'put' }): Op {
    const fields = { ...op.fields }
    for (const draft of this.drafts.values()) if (draft.id === op.id) fields[draft.field] = draft.shown
    return { ...op, fields }
  }

  /** Everything typed on this page that is not confirmed. */
  unsentTexts(): string[] {
    const made = this.pending.filter((push) => !push.typed).flatMap((push) => push.ops)
    const typed = [...this.drafts.values()].filter((draft) => draft.buffer.length > 0 || draft.flight).map((draft) => draft.shown)
    return [...made.flatMap((op) => wordsIn(op.op === 'put' ? this.#asShown(op) : op)), ...typed.filter((text) => text.trim() !== '')]
  }

  // ---- the view

  /** Whether something of mine on this record is still on its way. */
  isPending(id: string): boolean {
    return this.#dirty.has(id)
  }

  /** Shows everything anew that changed below: confirmed records, and whatever is pending on top. */
  #show(touched: ReadonlySet<string>): void {
    const before = new Map<string, Rec | undefined>()
    for (const id of [...touched, ...this.#dirty]) {
      if (before.has(id)) continue
      before.set(id, this.view.get(id))
      this.view.replace(id, this.confirmed.get(id))
    }
    this.#dirty.clear()
    this.#settleDrafts()
    for (const push of this.pending) for (const op of push.ops) this.#guess(push, op, before)
    this.#layDrafts(before)
    this.#tell(before)
  }

  /** Shows one record's drafts anew; cheap, for every keystroke. */
  #refresh(ids: readonly string[]): void {
    const before = new Map<string, Rec | undefined>()
    for (const id of ids) before.set(id, this.view.get(id))
    for (const draft of this.drafts.values()) if (ids.includes(draft.id)) this.#overlay(draft, before)
    this.#tell(before)
  }

  #guess(push: Pending, op: Op, before: Map<string, Rec | undefined>): void {
    const guess: Guess = {
      person: this.person,
      at: push.at,
      deletedWith: (id) => this.#deletedWith.get(id) ?? [],
      splices: (text) => (push.typed ? this.drafts.get(keyOf(text.id, text.field))?.flight?.splices : undefined),
    }
    for (const effect of predict(this.view, op, guess)) {
      const id = effect.e === 'put' ? effect.record.id : effect.id
      if (!before.has(id)) before.set(id, this.view.get(id))
      this.#dirty.add(id)
      this.view.apply(effect)
    }
  }

  /** Brings the drafts to the confirmed texts, and ends those with nothing left to say. */
  #settleDrafts(): void {
    for (const [key, draft] of this.drafts) {
      const ground = this.#ground(draft.id, draft.field)
      if (ground !== undefined && !draft.held) settleOn(draft, ground, this.#covered(draft))
      if (ground === undefined && !draft.flight && !this.#covered(draft)) this.#orphan(key, draft)
      else if (draft.buffer.length === 0 && !draft.flight && !draft.held) this.drafts.delete(key)
    }
  }

  /** The record under unsent text is gone. Unless I deleted it myself, the words must not be lost. */
  #orphan(key: string, draft: Draft): void {
    this.drafts.delete(key)
    if (draft.buffer.length === 0 || this.#fellByMe(draft.id)) return
    const { id, field, was, shown } = draft
    const op: Op = { op: 'text', id, field, base: 1, splices: draft.buffer }
    const push: Pending = { client: this.client, n: 0, ops: [op], at: draft.last, sent: false, tries: 0, typed: true }
    const frame: RefusedFrame = { type: 'refused', n: 0, op: 0, code: 'not_found', field, message: '' }
    this.on.refused(push, frame, { code: 'not_found', message: '', ops: [op], texts: [shown], typed: { id, field, was, shown } })
  }

  #fellByMe(id: string): boolean {
    return [...this.#deletedWith.values()].some((deletedWith) => deletedWith.some((rec) => rec.id === id))
  }

  #layDrafts(before: Map<string, Rec | undefined>): void {
    for (const draft of this.drafts.values()) {
      const rec = this.view.get(draft.id)
      if (!rec) continue
      if (!draft.held) layOn(draft, textOf(rec, draft.field))
      this.#overlay(draft, before)
    }
  }

  #overlay(draft: Draft, before: Map<string, Rec | undefined>): void {
    const rec = this.view.get(draft.id)
    if (!rec || textOf(rec, draft.field) === draft.shown) return
    if (!before.has(draft.id)) before.set(draft.id, rec)
    this.#dirty.add(draft.id)
    this.view.replace(draft.id, withFields(rec, { [draft.field]: draft.shown }))
  }

  /** A whole set of this page, or a restore, lies between the flight and the buffer of a field. */
  #covered(draft: Draft): boolean {
    return this.pending.some((push) => push.ops.some((op) => covers(op, draft)))
  }

  /** Keeps the old object where nothing changed, and says which kinds did. */
  #tell(before: ReadonlyMap<string, Rec | undefined>): void {
    const kinds = new Set<string>()
    for (const [id, old] of before) {
      const now = this.view.get(id)
      if (old === now) continue
      if (old && now && sameValue(old, now)) this.view.replace(id, old)
      else for (const rec of [old, now]) if (rec) kinds.add(rec.kind)
    }
    if (kinds.size > 0) this.on.changed(kinds)
  }

  // ---- keeping

  /** Everything that is not confirmed, as plain data. A held field is kept as it would be after its release. */
  keep(): Kept {
    const drafts = [...this.drafts.values()]
      .map((draft) => released(draft, this.#covered(draft)))
      .filter((d) => d.buffer.length > 0 || d.flight)
    const standing = (push: Pending): Op[] => {
      const draft = push.typed && drafts.find((d) => d.flight?.push === push)
      return draft && draft.flight ? [this.#textOp(draft, draft.flight.splices)] : push.ops
    }
    return {
      client: this.client,
      n: this.#n,
      pushes: this.pending
        .filter((p) => !p.open)
        .map((p) => ({ client: p.client, n: p.n, ops: standing(p), at: p.at, ...(p.typed ? { typed: p.typed } : {}) })),
      drafts: drafts.map(({ id, field, was, floor, buffer, shown, flight }) => ({
        id,
        field,
        was,
        floor,
        buffer,
        shown,
        ...(flight ? { push: { client: flight.push.client, n: flight.push.n } } : {}),
      })),
    }
  }

  /** Whether nothing of this page is under way, so that the leftovers of an older page may go first. */
  get idle(): boolean {
    return this.pending.length === 0 && [...this.drafts.values()].every((d) => !d.flight)
  }

  /** Takes over what an older page left; `row` says what the server had settled of it. */
  adopt(kept: Kept, rowOfClient: (client: string) => Settled): void {
    const pushes = kept.pushes.map((p): Pending => ({ ...p, sent: false, tries: 0 }))
    for (const push of pushes) {
      const row = rowOfClient(push.client)
      if (push.n <= row.lastN && !row.skipped.includes(push.n)) push.ack = this.seq
    }
    this.pending = [...pushes, ...this.pending]
    for (const left of kept.drafts) this.#adoptDraft(left, pushes)
    for (const push of pushes) if (push.ack === undefined && push.n <= rowOfClient(push.client).lastN) this.#renumber(push)
    this.#settle((p) => p.ack !== undefined && p.ack <= this.seq)
    this.#show(new Set())
  }

  #adoptDraft(left: Kept['drafts'][number], pushes: readonly Pending[]): void {
    const key = keyOf(left.id, left.field)
    const draft = newDraft(this.client, left.id, left.field, left.was, left.floor)
    Object.assign(draft, { buffer: left.buffer, shown: left.shown, first: this.clock(), last: this.clock() })
    const push = left.push && pushes.find((p) => p.client === left.push?.client && p.n === left.push.n)
    const op = push?.ops[0]
    if (push && op?.op === 'text') {
      draft.flight = { push, splices: [...op.splices], site: siteOf(push.client, left.id, left.field), restores: false }
      if (push.ack !== undefined) this.#landed(draft)
    }
    const mine = this.drafts.get(key)
    this.drafts.set(key, mine ? mergeLeft(mine, draft) : draft)
  }
}

/**
 * Whether an effect is the change in flight. Usually its acknowledgement came just before; it is missing when the change was sent on
 * a line that broke, and then the change itself tells: the server rewrites it exactly as we do.
 */
function isFlightOf(draft: Draft, effect: Effect & { e: 'text' }): boolean {
  const { flight } = draft
  if (!flight || effect.site !== flight.site) return false
  return flight.push.ack !== undefined || sameValue(effect.splices, flight.splices)
}

/** What a welcome says was settled for a page. */
export function settledFor(frame: WelcomeFrame, client: string, self: string): Settled {
  if (client === self) return { lastN: frame.lastN, skipped: frame.skipped ?? [] }
  const row = frame.lastNs?.[client]
  if (typeof row === 'number') return { lastN: row, skipped: [] }
  return { lastN: row?.lastN ?? 0, skipped: row?.skipped ?? [] }
}

function covers(op: Op, draft: Draft): boolean {
  if (op.op === 'set') return op.id === draft.id && Object.hasOwn(op.fields, draft.field)
  return op.op === 'restore' && op.id === draft.id
}

/** The values that one copy of a record has and the other lacks. */
function missingIn(known: Rec, whole: Rec): Values {
  return Object.fromEntries(Object.entries(whole.fields).filter(([name]) => valueOf(known, name) === undefined))
}
