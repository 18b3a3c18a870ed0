/** A tiny room for tests: total order, marks per page, text merging and refusals as the server has them, over hand-cranked lines. */
import { isText, Records, textOf, versionOf } from '../apply'
import type { Effect, Entry, Op, Rec, ServerFrame, Splice, Values } from '../ops'
import { cascadeOf, orderAfter, settled } from '../predict'
import type { Wire } from '../socket'
import { applySplices, siteOf, spliceOf, tidy, transform } from '../text'

interface Row {
  lastN: number
  skipped: number[]
}

interface Change {
  ver: number
  splices: readonly Splice[]
  site: number
}

interface PushFrame {
  n: number
  client: string
  ops: Op[]
}

class No extends Error {
  constructor(
    readonly code: string,
    readonly op: number,
    readonly field?: string,
  ) {
    super(code)
  }
}

export class Line implements Wire {
  readyState = 0
  onopen: Wire['onopen'] = null
  onmessage: Wire['onmessage'] = null
  onclose: Wire['onclose'] = null
  onerror: Wire['onerror'] = null
  /** What the page sent and the room did not read yet. */
  readonly up: string[] = []
  readonly down: ServerFrame[] = []
  client = ''
  live = false

  constructor(
    readonly room: Room,
    readonly person: string,
  ) {}

  send(text: string): void {
    this.up.push(text)
  }

  close(): void {
    this.readyState = 3
    this.live = false
  }

  opens(): void {
    if (this.readyState !== 0) return
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }

  /** The line breaks; what was under way down is lost, what was under way up may still be read. */
  breaks(code = 1006): void {
    this.readyState = 3
    this.live = false
    this.down.length = 0
    this.onclose?.({ code } as CloseEvent)
  }

  /** The page gets one frame. */
  hears(): boolean {
    const frame = this.down.shift()
    if (frame) this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent)
    return frame !== undefined
  }
}

export class Room {
  records = new Records()
  epoch = 'e1'
  seq = 0
  at = 1000
  entries: Entry[] = []
  lines: Line[] = []
  /** How many changes of a field are kept. */
  window = 200
  /** Refuses pushes with this code, for a while. */
  trouble: string | undefined
  /** How often each push was carried out. */
  readonly done = new Map<string, number>()
  #rows = new Map<string, Row>()
  #texts = new Map<string, Change[]>()
  readonly #gone = new Map<string, Rec[]>()

  line(person: string): Line {
    const line = new Line(this, person)
    this.lines.push(line)
    return line
  }

  /** Puts a record without asking anybody. */
  found(rec: Rec): void {
    this.records.replace(rec.id, rec)
  }

  /** Reads one frame of a line. */
  reads(line: Line): boolean {
    const text = line.up.shift()
    if (text === undefined) return false
    const frame = JSON.parse(text) as {
      type: string
      client?: string
      n: number
      ops: Op[]
      since?: { epoch: string; seq: number }
      clients?: string[]
    }
    if (frame.type === 'hello') this.#hello(line, frame)
    else if (frame.type === 'ping') this.#tell(line, { type: 'pong', now: this.at })
    else if (frame.type === 'push') this.#push(line, { n: frame.n, ops: frame.ops, client: frame.client ?? line.client })
    return true
  }

  /** Forgets the recent past of the texts, as a restart from a snapshot does. */
  restarts(): void {
    this.#texts = new Map()
    for (const line of this.lines) if (line.readyState === 1) line.breaks(1012)
  }

  #hello(line: Line, frame: { client?: string; since?: { epoch: string; seq: number }; clients?: string[] }): void {
    line.client = frame.client ?? ''
    line.live = true
    line.down.length = 0
    const row = this.#row(line.person, line.client)
    const since = frame.since
    const resume = since && since.epoch === this.epoch && since.seq <= this.seq
    const lastNs = Object.fromEntries((frame.clients ?? []).map((client) => [client, this.#row(line.person, client)]))
    this.#tell(line, {
      type: 'welcome',
      epoch: this.epoch,
      seq: this.seq,
      tail: 't',
      now: this.at,
      you: { personId: line.person, role: 'participant' },
      ...row,
      lastNs,
      mine: [],
      own: [],
      ...(resume ? { entries: this.entries.filter((e) => e.seq > since.seq) } : { records: [...this.records.values()] }),
    })
  }

  #row(person: string, client: string): Row {
    const key = `${person}\n${client}`
    let row = this.#rows.get(key)
    if (!row) this.#rows.set(key, (row = { lastN: 0, skipped: [] }))
    return row
  }

  #tell(line: Line, frame: ServerFrame): void {
    if (line.readyState === 1) line.down.push(JSON.parse(JSON.stringify(frame)) as ServerFrame)
  }

  #push(line: Line, push: PushFrame): void {
    const row = this.#row(line.person, push.client)
    const by = push.client === line.client ? {} : { client: push.client }
    if (push.n <= row.lastN) {
      if (row.skipped.includes(push.n))
        this.#tell(line, { type: 'refused', n: push.n, op: 0, code: 'bad_request', field: 'n', message: '', ...by })
      else this.#tell(line, { type: 'yours', acks: [push.n], seq: null, effects: [], ...by })
      return
    }
    try {
      const effects = this.#decide(push, line.person)
      for (let n = row.lastN + 1; n < push.n; n++) row.skipped.push(n)
      row.lastN = push.n
      const key = `${push.client} ${String(push.n)}`
      this.done.set(key, (this.done.get(key) ?? 0) + 1)
      this.#publish(line, push.n, by, effects)
    } catch (no) {
      if (!(no instanceof No)) throw no
      this.#tell(line, {
        type: 'refused',
        n: push.n,
        op: no.op,
        code: no.code,
        message: no.code,
        ...by,
        ...(no.field ? { field: no.field } : {}),
      })
    }
  }

  #publish(line: Line, n: number, by: { client?: string }, effects: Effect[]): void {
    const seq = effects.length > 0 ? ++this.seq : null
    this.#tell(line, { type: 'yours', acks: [n], seq, effects: [], ...by })
    if (seq === null) return
    const entry = { seq, at: ++this.at, effects }
    this.entries.push(entry)
    for (const other of this.lines) if (other.live) this.#tell(other, { type: 'entries', entries: [entry], tail: 't' })
  }

  /** Decides op by op and takes everything back when one is refused. */
  #decide(push: PushFrame, person: string): Effect[] {
    if (this.trouble) throw new No(this.trouble, 0)
    const before = new Map<string, Rec | undefined>()
    const texts = new Map(this.#texts)
    const effects: Effect[] = []
    push.ops.forEach((op, i) => {
      try {
        for (const effect of this.#effectsOf(op, i, push.client, person)) {
          const id = effect.e === 'put' ? effect.record.id : effect.id
          if (!before.has(id)) before.set(id, this.records.get(id))
          this.#remember(effect)
          this.records.apply(effect)
          effects.push(effect)
        }
      } catch (no) {
        for (const [id, rec] of before) this.records.replace(id, rec)
        this.#texts = texts
        throw no
      }
    })
    return effects
  }

  #remember(effect: Effect): void {
    if (effect.e === 'text') this.#log(effect.id, effect.field, { ver: effect.ver, splices: effect.splices, site: effect.site })
    if (effect.e !== 'set') return
    const rec = this.records.get(effect.id)
    for (const [field, value] of Object.entries(effect.fields)) {
      if (!rec || !isText(rec.kind, field)) continue
      const splices = spliceOf(textOf(rec, field), typeof value === 'string' ? value : '')
      this.#log(effect.id, field, { ver: versionOf(rec, field) + 1, splices, site: 0 })
    }
  }

  #log(id: string, field: string, change: Change): void {
    const key = `${id}\n${field}`
    this.#texts.set(key, [...(this.#texts.get(key) ?? []), change].slice(-this.window))
  }

  #effectsOf(op: Op, i: number, client: string, person: string): Effect[] {
    if (op.op === 'act') return []
    const rec = this.records.get(op.id)
    if (op.op === 'put') {
      if (rec) throw new No('bad_value', i, 'id')
      const ver = Object.fromEntries(
        Object.keys(op.fields)
          .filter((f) => isText(op.kind, f))
          .map((f) => [f, 1]),
      )
      const made = { id: op.id, kind: op.kind, by: person, at: this.at + 1, ver, fields: op.fields } as Rec
      const parent = (op.fields as Record<string, unknown>)['phase_id']
      if (typeof parent === 'string' && !this.records.get(parent)) throw new No('not_found', i, 'phase_id')
      return [{ e: 'put', record: { ...made, fields: { ...op.fields, order: orderAfter(this.records, made, op.after) } } as Rec }]
    }
    if (op.op === 'restore') {
      const deletedWith = this.#gone.get(op.id)
      if (!deletedWith || rec) throw new No('not_found', i, 'id')
      return deletedWith.map((record) => ({ e: 'put', record }))
    }
    if (!rec) throw new No('not_found', i, 'id')
    if (op.op === 'set') return this.#set(rec, settled(rec, op.fields))
    if (op.op === 'move') return this.#set(rec, { order: orderAfter(this.records, rec, op.after) })
    if (op.op === 'text') return this.#text(rec, op, i, client)
    const deletedWith = cascadeOf(this.records, op.id)
    this.#gone.set(op.id, deletedWith)
    return deletedWith.map((r) => ({ e: 'del', id: r.id }))
  }

  #set(rec: Rec, fields: Values): Effect[] {
    const old = rec.fields as Values
    const changed = Object.entries(fields).filter(([f, v]) => JSON.stringify(old[f] ?? null) !== JSON.stringify(v ?? null))
    return changed.length > 0 ? [{ e: 'set', id: rec.id, fields: Object.fromEntries(changed) }] : []
  }

  #text(rec: Rec, op: Op & { op: 'text' }, i: number, client: string): Effect[] {
    const site = siteOf(client, op.id, op.field)
    const now = versionOf(rec, op.field)
    const log = this.#texts.get(`${op.id}\n${op.field}`) ?? []
    if (op.base > now || (op.base < now && (log[0]?.ver ?? Infinity) > op.base + 1)) throw new No('stale', i, op.field)
    let splices = tidy(op.splices)
    for (const change of log) {
      if (change.ver <= op.base) continue
      if (change.site === site) throw new No('text_in_flight', i, op.field)
      splices = transform(splices, change.splices, change.site < site)
    }
    if (applySplices(textOf(rec, op.field), splices) === null) throw new No('bad_value', i, 'splices')
    return splices.length > 0 ? [{ e: 'text', id: op.id, field: op.field, ver: now + 1, splices, site }] : []
  }
}
