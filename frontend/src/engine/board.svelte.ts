/** The board as one page sees it: components show it and call it, and nothing else in the page holds records. */
import { api, ApiError, liveAddress, type Role, type Use } from './api'
import { textOf } from './apply'
import { Drawer, type NotPlaced } from './drawer.svelte'
import { freshId } from './ids'
import { toldApart, type Seated } from './names'
import { kinds, type FieldsOf, type KindName } from './records.gen'
import { neighboursOf, Outbox, type Left, type Neighbours, type Stored } from './outbox'
import {
  unknownMember,
  type Act,
  type Changes,
  type ClientFrame,
  type ForWhom,
  type Insight,
  type ListEdit,
  type Op,
  type Presence,
  type Rec,
  type RefusedFrame,
  type ServerFrame,
  type Values,
  type WelcomeFrame,
  type You,
} from './ops'
import type { Pending } from './drafts'
import { Replica, settledFor, type Lost } from './replica'
import { Signals } from './signals.svelte'
import type { Way } from './requests'
import { Socket, type Barred, type ClosedFor, type Stopped, type Wire } from './socket'
import { bestStore, type Store } from './store'
import { applySplices, changesBetween, clean, cleaned, spliceOf, transform } from './text'
import { deedsOf, Undo, wrote, type Deed, type Step, type Wish } from './undo'
import { Whereabouts } from './whereabouts.svelte'

export type { Act, Changes, ClosedFor, FieldsOf, Insight, KindName, ListEdit, NotPlaced, Presence, Rec, You }

/** connecting = nothing shown yet · saved · sending · offline = changes are kept on this device · closed = see `closedFor`. */
export type Status = 'connecting' | 'saved' | 'sending' | 'offline' | 'closed'

/** A clear no. `at` is this page's clock. */
export interface Refused {
  code: string
  field?: string
  message: string
  /** Which of several sentences of this code the server says. */
  why?: string
  at: number
}

/** skipped = somebody else changed it since, stopped = what was done last is no change a key takes back: say so. */
export type UndoOutcome = 'done' | 'skipped' | 'stopped' | 'nothing'

export interface BoardOptions {
  language?: 'nl' | 'en'
  /** What somebody without a department is called, beside a name that looks like another's. */
  roleName?: (role: Role) => string
  /** For tests: another line, store, clock or neighbourhood. */
  wire?: (address: string) => Wire
  store?: Store
  neighbours?: Neighbours
  clock?: () => number
  address?: string
  /** Why a line may never open; see Socket. */
  barred?: () => Promise<Barred>
}

/** The number of the language this page speaks; a server that speaks another closes with 4009. */
const protocol = 1
const secondLook = 7000
/** So long typed text is kept by the page alone, in ms: as long as it may wait to be sent. */
const keepPause = 400
/** The server answers for so many older pages in one welcome. */
const mostClients = 20

export class BoardState {
  status = $state<Status>('connecting')
  /** Why the status is `closed`: the seat is not valid any more or the board is gone · not allowed · reload the page. */
  closedFor = $state<ClosedFor | null>(null)
  /** Gestures and typed texts that the server has not confirmed yet. */
  unsaved = $state(0)
  /** What keeps lines from opening although somebody answers: a network that lets none through, or one that wants a sign-in first. */
  stopped = $state<Stopped>(false)
  /** How the line goes: by websocket, or by a detour where something in between stops those. */
  way = $state<Way>('socket')
  /** At the door: the facilitator has not let this person in yet. */
  waiting = $state(false)
  /** Whether what is unsaved outlives this page; false where the browser keeps nothing (private window, full). */
  lasting = $state(true)
  you = $state.raw<You | null>(null)
  seq = $state(0)
  epoch = $state('')
  insight = $state.raw<Insight | null>(null)
  /** How far a round is: so many are done, of so many who take part; `away` of those are neither done nor here. */
  ready = $state.raw<{ round: string; ready: number; of: number; away: number } | null>(null)
  lastRefusal = $state.raw<Refused | null>(null)
  canUndo = $state(false)
  canRedo = $state(false)

  readonly #signals = new Signals(Object.keys(kinds))
  readonly #replica: Replica
  readonly #undo = new Undo()
  readonly #steps = new Map<Pending, Step>()
  /** Who waits to hear what became of a push. */
  readonly #askers = new Map<Pending, (no: Refused | null) => void>()
  readonly #hearers = new Set<(no: Refused) => void>()
  readonly #socket: Socket
  readonly #clock: () => number
  readonly #place: string
  readonly #roleName: (role: Role) => string
  readonly #drawer: Drawer
  readonly #whereabouts: Whereabouts
  #outbox: Outbox | undefined
  #left: Left[] = []
  #welcomed: WelcomeFrame | undefined
  #connected = false
  #ahead = 0 // the server's clock minus ours
  #timer: ReturnType<typeof setTimeout> | undefined
  #keepTimer: ReturnType<typeof setTimeout> | undefined
  #batch: { push: Pending; deeds: Deed[] } | undefined
  #lookAgain: ReturnType<typeof setTimeout> | undefined
  /** The pages whose numbers the last hello asked for. */
  #asked: readonly string[] = []
  #open = false
  #unsure = false
  #wasAway = false

  constructor(
    readonly boardId: string,
    readonly use: Use,
    readonly options: BoardOptions = {},
  ) {
    this.#clock = options.clock ?? Date.now
    this.#roleName = options.roleName ?? ((role) => role)
    this.#place = `${boardId}.${use}`
    this.#drawer = new Drawer(this.#place, this.#clock, (stored) => this.#placeAgain(stored))
    this.#replica = new Replica(
      freshId(),
      {
        changed: (changed) => this.#signals.bump(changed),
        refused: (push, frame, lost) => this.#onRefused(push, frame, lost),
        settled: (push) => {
          this.#steps.delete(push)
          this.#answer(push, null)
        },
      },
      this.#clock,
    )
    this.#whereabouts = new Whereabouts(
      { live: () => this.#replica.live, sealed: (id) => this.#replica.sealed.has(id), send: (frame) => this.#socket.send(frame) },
      this.#clock,
    )
    const address = options.address ?? liveAddress(boardId, use, globalThis.location?.origin ?? '')
    this.#socket = new Socket(
      address,
      {
        hello: () => this.#hello(),
        frame: (frame) => this.#hear(frame),
        lost: () => this.#onLost(),
        closed: (why) => this.#onClosed(why),
        barred: options.barred ?? (() => barredFrom(boardId, use)),
        stopped: (by) => (this.stopped = by),
        way: (way) => (this.way = way),
      },
      options.wire,
      undefined,
      options.wire ? undefined : ['socket', 'stream', 'poll'],
    )
  }

  // ---- coming and going

  /** Opens the line and the outbox. */
  open(): void {
    if (this.#open) return
    this.#open = true
    globalThis.addEventListener?.('pagehide', this.#onGo)
    globalThis.addEventListener?.('pageshow', this.#onShow)
    globalThis.document?.addEventListener('visibilitychange', this.#onHide)
    this.#onHide() // it may have been opened behind another tab
    this.#socket.start()
    void this.#openOutbox()
  }

  /** Leaves the board. What is unsent stays on this device. */
  close(): void {
    if (!this.#open) return
    this.#open = false
    globalThis.removeEventListener?.('pagehide', this.#onGo)
    globalThis.removeEventListener?.('pageshow', this.#onShow)
    globalThis.document?.removeEventListener('visibilitychange', this.#onHide)
    clearTimeout(this.#timer)
    this.#whereabouts.stop()
    clearTimeout(this.#lookAgain)
    this.#keep()
    this.#outbox?.lastWords(this.#replica.keep(), this.#replica.person)
    this.#outbox?.neighbours.leave()
    this.#socket.stop()
  }

  async #openOutbox(): Promise<void> {
    const store = this.options.store ?? (await bestStore())
    const neighbours = this.options.neighbours ?? neighboursOf(this.#place, this.#replica.client)
    const outbox = new Outbox(store, this.#place, this.#replica.client, neighbours, this.#clock)
    if (!this.#open) {
      neighbours.leave()
      return
    }
    this.#outbox = outbox
    this.#keep()
    await this.#drawer.open(outbox)
    await this.#lookForLeft(outbox)
    this.#lookAgain = setTimeout(() => void this.#lookForLeft(outbox), secondLook)
  }

  /** A page that was killed a moment ago still seems alive; hence a second look. */
  async #lookForLeft(outbox: Outbox): Promise<void> {
    const found = await outbox.leftovers()
    const fresh = found.filter((left) => !this.#left.some((known) => known.key === left.key))
    if (fresh.length === 0 || !this.#open) return
    this.#left.push(...fresh)
    this.#askAgain(true)
    this.#pump(true)
  }

  #hello(): ClientFrame {
    const since = this.#replica.since()
    const clients = [...new Set([...this.#replica.clients(), ...this.#left.flatMap(clientsOf)])].slice(0, mostClients)
    this.#replica.away()
    this.#asked = clients
    return {
      type: 'hello',
      protocol,
      client: this.#replica.client,
      ...(since ? { since } : {}),
      ...(clients.length > 0 ? { clients } : {}),
      ...(this.options.language ? { language: this.options.language } : {}),
    }
  }

  /** Says hello again on the open line: for what came since, or for everything. */
  #askAgain(resume: boolean): void {
    if (!resume) this.#replica.epoch = ''
    if (this.#connected) this.#socket.again()
  }

  #onLost(): void {
    this.#connected = false
    this.#wasAway = true
    this.#replica.away()
    this.#pump(true)
  }

  #onClosed(why: ClosedFor): void {
    this.closedFor = why
    this.#onLost()
  }

  /** Phones end hidden pages without a word, so it is said when they hide. */
  readonly #onHide = (): void => {
    const hidden = globalThis.document?.visibilityState === 'hidden'
    if (hidden) this.#outbox?.lastWords(this.#replica.keep(), this.#replica.person)
    this.#whereabouts.look(!hidden)
  }

  readonly #onGo = (): void => {
    this.#outbox?.lastWords(this.#replica.keep(), this.#replica.person)
    this.#outbox?.neighbours.rest()
  }

  readonly #onShow = (event: Event): void => {
    if ('persisted' in event && event.persisted) void this.#thaw()
  }

  /** This page was frozen, and its line is gone or will be. */
  async #thaw(): Promise<void> {
    await this.#stillMine()
    this.#askAgain(true)
  }

  /**
   * After an absence this page may have been frozen, and another may have taken over its outbox. Then it starts afresh, so that
   * nothing is sent twice. Until that is known nothing is sent.
   */
  async #stillMine(): Promise<void> {
    const outbox = this.#outbox
    if (!outbox || this.#unsure) return
    this.#unsure = true
    if (await outbox.lostToAnother()) {
      const client = freshId()
      this.#replica.renew(client)
      outbox.client = client
      this.#askAgain(true)
    }
    this.#unsure = false
    this.#pump()
  }

  // ---- what the server says

  #hear(frame: ServerFrame): void {
    this.#take(frame)
    this.#undo.follow(this.#replica.view)
    this.#pump()
  }

  #take(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        return this.#onWelcome(frame)
      case 'entries':
        if (this.#replica.live && !this.#replica.entries(frame.entries, frame.tail)) this.#askAgain(false)
        return
      case 'yours':
        return this.#replica.yours(frame)
      case 'refused':
        return this.#replica.refused(frame)
      case 'here':
        return this.#whereabouts.hear(frame.people)
      case 'ready':
        this.ready = { round: frame.round, ready: frame.ready, of: frame.of, away: frame.away ?? 0 }
        return
      case 'insight':
        this.insight = frame
        return
      case 'waiting':
        this.waiting = true
        this.#socket.welcomed()
        return
      case 'reset':
        return this.#askAgain(false)
      case 'pong':
        this.#ahead = frame.now - this.#clock()
        return
      case 'error':
        this.#refuse({ code: frame.code, message: frame.message, at: this.#clock() })
        return
      default:
        return unknownMember(frame)
    }
  }

  #onWelcome(frame: WelcomeFrame): void {
    if (!this.#replica.welcome(frame)) return
    this.waiting = false
    this.#connected = true
    this.#welcomed = frame
    this.#ahead = frame.now - this.#clock()
    this.#socket.welcomed()
    this.you = frame.you
    this.#whereabouts.anew()
    if (this.#wasAway) void this.#stillMine()
    this.#wasAway = false
  }

  #onRefused(push: Pending, frame: RefusedFrame, lost: Lost | undefined): void {
    const step = this.#steps.get(push)
    if (step) this.#undo.forget(step)
    this.#steps.delete(push)
    for (const op of push.ops) if (op.op === 'text') this.#undo.forgetText(op.id, op.field)
    const { code, message, field, why } = frame
    if (push.typed && !lost) return
    const no = { code, message, at: this.#clock(), ...(field === undefined ? {} : { field }), ...(why === undefined ? {} : { why }) }
    this.#refuse(no)
    this.#answer(push, no)
    if (lost) this.#drawer.lose(lost)
  }

  /** Tells every clear no from now on, also two at one moment; gives how to stop. */
  onRefused(hear: (no: Refused) => void): () => void {
    this.#hearers.add(hear)
    return () => this.#hearers.delete(hear)
  }

  #refuse(no: Refused): void {
    this.lastRefusal = no
    for (const hear of this.#hearers) hear(no)
  }

  #answer(push: Pending, no: Refused | null): void {
    this.#askers.get(push)?.(no)
    this.#askers.delete(push)
  }

  // ---- after everything that happens

  /** Sends what is due, sets the clock for the rest, keeps what is unsaved and says how things stand. */
  #pump(quietly = false, typing = false): void {
    if (this.#batch) return
    if (!quietly && !this.#unsure) {
      this.#adoptNext()
      if (this.#replica.live) this.#replica.flush()
      for (const frame of this.#replica.outgoing()) this.#socket.send(frame)
    }
    this.#setClock()
    if (typing) this.#keepTimer ??= setTimeout(() => this.#keep(), keepPause)
    else this.#keep()
    this.unsaved = this.#replica.unsaved + this.#left.reduce((n, { kept }) => n + changesIn(kept), 0)
    this.seq = this.#replica.seq
    if (this.#replica.epoch !== '') this.epoch = this.#replica.epoch
    this.canUndo = this.#undo.canUndo
    this.canRedo = this.#undo.canRedo
    this.status = this.#statusNow()
  }

  #statusNow(): Status {
    if (this.closedFor !== null) return 'closed'
    if (!this.#connected) return this.#welcomed || this.#socket.failed ? 'offline' : 'connecting'
    return this.unsaved > 0 ? 'sending' : 'saved'
  }

  #setClock(): void {
    clearTimeout(this.#timer)
    if (!this.#replica.live || !this.#open) return
    const pause = this.#replica.pause()
    const due = this.#replica.due()
    const wait = Math.max(pause, due ?? 0)
    if (pause > 0 || due !== undefined) this.#timer = setTimeout(() => this.#pump(), wait)
  }

  /** What was typed waits for the moment it is sent, or for this pause; whoever leaves the page writes it at once. */
  #keep(): void {
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    const outbox = this.#outbox
    if (outbox) void outbox.save(this.#replica.keep(), this.#replica.person).then(() => (this.lasting = outbox.store.lasts))
  }

  /** Older pages go first, one after the other, and only when nothing of this page is under way. */
  #adoptNext(): void {
    const welcomed = this.#welcomed
    if (!this.#replica.live || !welcomed) return
    while (this.#left.length > 0 && this.#replica.idle) {
      const left = this.#left[0]
      if (!left) return
      if (!clientsOf(left).every((client) => this.#asked.includes(client))) {
        // Found after hello was said and before it was answered: the answer knows nothing of it.
        if (this.#asked.length < mostClients) this.#askAgain(true)
        return
      }
      this.#left.shift()
      if (left.person !== this.#replica.person) continue
      this.#replica.adopt(left.kept, (client) => settledFor(welcomed, client, this.#replica.client))
      void this.#outbox?.taken(left, this.#replica.keep(), this.#replica.person)
    }
  }

  // ---- reading

  /** The server's clock in Unix milliseconds. */
  now(): number {
    return this.#clock() + this.#ahead
  }

  get(id: string): Rec | undefined
  get<K extends KindName>(id: string, kind: K): Rec<K> | undefined
  get(id: string, kind?: KindName): Rec | undefined {
    const rec = this.#replica.view.get(id)
    if (rec) this.#signals.read(rec.kind)
    else this.#signals.readAny()
    return kind === undefined || rec?.kind === kind ? rec : undefined
  }

  /** The records of a kind in their order. The list is shared: read it only. */
  all<K extends KindName>(kind: K): readonly Rec<K>[] {
    this.#signals.read(kind)
    return this.#replica.view.all(kind)
  }

  /** The records of a kind that hang on another (by its parent field), in their order. */
  hanging<K extends KindName>(parentId: string, kind: K): readonly Rec<K>[] {
    this.#signals.read(kind)
    return this.#replica.view.hanging(parentId, kind)
  }

  /** The record of a kind that exists once: board, journey, timer, projector_state. */
  one<K extends KindName>(kind: K): Rec<K> | undefined {
    return this.all(kind)[0]
  }

  /** The name of somebody at this board, with their department beside it where another's looks like it; '' when nobody has this id. */
  nameOf(id: string | undefined): string {
    return this.#names.get(id ?? '') ?? ''
  }

  /** The same for who waits at the door: told apart from each other and from who is in. */
  nameAtDoor(id: string): string {
    return this.#namesAtDoor.get(id) ?? ''
  }

  #names = $derived.by(() => toldApart(this.all('person').map((person) => this.#seated(person))))
  #namesAtDoor = $derived.by(() => toldApart([...this.all('person'), ...this.all('knock')].map((one) => this.#seated(one))))

  #seated({ id, fields }: Rec<'person'> | Rec<'knock'>): Seated {
    const department = fields.department_id ? this.get(fields.department_id, 'department') : undefined
    return { id, name: fields.name ?? '', place: department?.fields.name ?? this.#roleName(fields.role ?? 'participant') }
  }

  /** Whether this person made it, also where nobody sees the author. */
  isMine(rec: Rec): boolean {
    this.#signals.read(rec.kind)
    const { person, own, sealed } = this.#replica
    return person !== undefined && (rec.by === person || rec.id === person || own.has(rec.id) || sealed.has(rec.id))
  }

  /** My own sealed answers, also those still on their way. */
  mine<K extends KindName>(kind: K): readonly Rec<K>[] {
    return this.all(kind).filter((rec) => this.#replica.sealed.has(rec.id) || this.#replica.isPending(rec.id))
  }

  /** What everybody sees of a kind: without what lies sealed before me. */
  shown<K extends KindName>(kind: K): readonly Rec<K>[] {
    return this.all(kind).filter((rec) => !this.#replica.sealed.has(rec.id))
  }

  /** Whether nobody but me, and who sits at my table in a writing round, sees this yet. */
  isSealed(id: string): boolean {
    return this.get(id) !== undefined && this.#replica.sealed.has(id)
  }

  /** Whether a change of mine on this record is still on its way. */
  isPending(id: string): boolean {
    this.get(id)
    return this.#replica.isPending(id)
  }

  /** Everything typed here that the server does not have, to read and to copy where nothing can be placed any more. */
  unsentTexts(): string[] {
    return [...new Set([...this.#replica.unsentTexts(), ...this.notPlaced.flatMap((item) => item.texts)])]
  }

  // ---- gestures

  /** Makes a record; gives its id. `after`: null = first, absent = last. */
  put<K extends KindName>(kind: K, fields: FieldsOf[K], opts: { after?: string | null; id?: string } = {}): string {
    const id = opts.id ?? freshId()
    const op: Op = { op: 'put', kind, id, fields: cleaned(fields as Values) }
    if (opts.after !== undefined) op.after = opts.after
    this.#do(op)
    return id
  }

  /** Makes a record of somebody without a device. It may never be seen again here, so this tells: stored (null), or why not. */
  passOn<K extends KindName>(kind: K, fields: FieldsOf[K], to: ForWhom): Promise<Refused | null> {
    const push = this.#do({ op: 'put', kind, id: freshId(), fields: cleaned(fields as Values), for: to })
    return new Promise((tell) => this.#askers.set(push, tell))
  }

  /** Changes whole fields: null clears, `{add, remove}` or `{at, was, is}` on lists. For text that is typed, `edit`. */
  set<K extends KindName = KindName>(id: string, fields: Changes<K>): void {
    this.#do({ op: 'set', id, fields: cleaned(fields) })
  }

  /** Takes the new content of a text field; call it on every input. `caret` = selectionEnd, which settles what "aa" → "aaa" meant. */
  edit(id: string, field: string, newText: string, caret?: number): void {
    const text = clean(newText)
    const at = caret === undefined ? undefined : text === newText ? caret : clean(newText.slice(0, caret)).length
    const before = textOf(this.#replica.view.get(id), field)
    const change = this.#replica.edit(id, field, text, at)
    if (change.length > 0) this.#undo.typed(id, field, change, before, this.#clock())
    this.#pump(false, true)
  }

  /** While held (composing), a field shows what it shows; what others change waits. Release it at compositionend and on blur. */
  holdField(id: string, field: string, held: boolean): void {
    this.#replica.hold(id, field, held)
    this.#undo.follow(this.#replica.view)
    this.#pump()
  }

  /** Sends typed text now, as on blur or Enter. */
  flush(): void {
    if (this.#replica.live) this.#replica.flush(true)
    this.#pump()
  }

  /** Reorders, or moves to another parent (null = the same). `after`: null = first, undefined = last. */
  move(id: string, parent: string | null, after: string | null | undefined): void {
    this.#do({ op: 'move', id, ...(parent === null ? {} : { parent }), ...(after === undefined ? {} : { after }) })
  }

  /** Deletes a record with all that hangs on it. */
  del(id: string): void {
    this.#do({ op: 'del', id })
  }

  restore(id: string): void {
    this.#do({ op: 'restore', id })
  }

  /** One sentence of facilitation; see docs/protocol.md for what each takes. */
  act(what: Act, id?: string, args?: Values): void {
    this.#do({ op: 'act', do: what, ...(id === undefined ? {} : { id }), ...(args === undefined ? {} : { args }) })
  }

  /** Makes all gestures of its body one: they succeed, fail and are undone together. */
  batch<T>(body: () => T): T {
    if (this.#batch) return body()
    this.#replica.flush(true)
    const made = { push: this.#replica.push([], true), deeds: [] as Deed[] }
    this.#batch = made
    try {
      return body()
    } catch (thrown) {
      this.#replica.drop(made.push)
      made.deeds = []
      throw thrown
    } finally {
      this.#batch = undefined
      if (this.#replica.pending.includes(made.push)) this.#replica.seal(made.push)
      this.#stepDone(made.push, made.deeds)
      this.#pump()
    }
  }

  #do(op: Op): Pending {
    const deeds = deedsOf(op, this.#replica.view)
    if (this.#batch) {
      this.#replica.add(this.#batch.push, op)
      wrote(deeds, this.#replica.view)
      this.#batch.deeds.push(...deeds)
      return this.#batch.push
    }
    this.#replica.flush(true) // what was typed before goes before
    const push = this.#replica.push([op])
    wrote(deeds, this.#replica.view)
    this.#stepDone(push, deeds)
    this.#pump()
    return push
  }

  #stepDone(push: Pending, deeds: Deed[]): void {
    if (deeds.length === 0) return
    const step = { deeds, at: this.#clock() }
    this.#steps.set(push, step)
    this.#undo.did(step)
  }

  // ---- undo

  undo(): UndoOutcome {
    return this.#reverse('undo')
  }

  redo(): UndoOutcome {
    return this.#reverse('redo')
  }

  #reverse(which: 'undo' | 'redo'): UndoOutcome {
    const step = this.#undo.take(which, this.#replica.view)
    if (step && 'wishes' in step) this.#fulfil(which, step.wishes)
    this.#pump()
    if (!step) return 'nothing'
    return 'not' in step ? step.not : 'done'
  }

  #fulfil(which: 'undo' | 'redo', wishes: readonly Wish[]): void {
    const view = this.#replica.view
    const deeds: Deed[] = []
    this.#replica.flush(true)
    const push = this.#replica.push([], true)
    for (const wish of wishes) {
      if ('op' in wish) {
        const made = wish.as ? [wish.as] : deedsOf(wish.op, view)
        this.#replica.add(push, wish.op)
        wrote(made, view)
        deeds.push(...made)
        continue
      }
      const before = textOf(view.get(wish.id), wish.field)
      const change = this.#replica.edit(wish.id, wish.field, wish.text, undefined, true)
      this.#undo.stands(wish.id, wish.field, wish.text)
      if (change.length > 0) deeds.push({ did: 'text', id: wish.id, field: wish.field, back: spliceOf(wish.text, before) })
    }
    this.#replica.seal(push)
    const step = { deeds, at: this.#clock() }
    this.#undo.reversed(which, step)
    if (push.ops.length > 0) this.#steps.set(push, step)
  }

  // ---- presence

  /** Who is where, by person. */
  get people(): ReadonlyMap<string, Presence> {
    return this.#whereabouts.people
  }

  /** Says where I am: a record, one of its fields, and whether I am typing there. Call it as often as you like. */
  here(at: string | null, field?: string | null, typing = false): void {
    this.#whereabouts.here(at, field, typing)
  }

  // ---- the drawer "Not placed"

  /** What could not be placed, oldest first. */
  get notPlaced(): readonly NotPlaced[] {
    return this.#drawer.items
  }

  /** False when there is nothing to place it on. */
  #placeAgain({ typed, ops, code, message }: Stored): boolean {
    if (!typed) {
      this.batch(() => ops.forEach((op) => this.#do(op)))
      return true
    }
    const rec = this.#replica.view.get(typed.id)
    if (!rec) {
      this.#refuse({ code, message, at: this.#clock() })
      return false
    }
    const mine = transform(changesBetween(typed.was, typed.shown), changesBetween(typed.was, textOf(rec, typed.field)), true)
    this.edit(typed.id, typed.field, applySplices(textOf(rec, typed.field), mine) ?? typed.shown)
    return true
  }
}

/** Only our own server's no counts: what stands in between says 404 and 403 too, and goes over. */
async function barredFrom(boardId: string, use: Use): Promise<Barred> {
  try {
    await api.me(boardId, use)
    return 'fine'
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'elsewhere') return 'login'
    if (!(thrown instanceof ApiError) || !thrown.ours) return null
    if (thrown.code === 'not_found') return 'gone'
    if (thrown.code === 'not_allowed') return 'not_allowed'
  }
  return null
}

/** What an older page left, counted as a page counts its own. */
function changesIn(kept: Left['kept']): number {
  return kept.pushes.length + kept.drafts.filter((draft) => draft.buffer.length > 0).length
}

function clientsOf(left: Left): string[] {
  return [...new Set([left.kept.client, ...left.kept.pushes.map((push) => push.client)])]
}
