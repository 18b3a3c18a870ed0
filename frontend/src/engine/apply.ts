/** The records of a board and what effects do to them: the mirror of boards.Board.Apply. Total: nonsense changes nothing (B2). */
import { kinds, type KindName, type Traits } from './records.gen'
import { unknownMember, type Effect, type Rec, type Values } from './ops'
import { applySplices } from './text'

/** The row of a kind, undefined for kinds of a newer server, which are kept and carried all the same. */
export function rowOf(kind: string): Traits | undefined {
  return Object.hasOwn(kinds, kind) ? kinds[kind as KindName] : undefined
}

/** Whether a field is merged splice by splice and has versions. */
export function isText(kind: string, field: string): boolean {
  const row = rowOf(kind)
  return row !== undefined && Object.hasOwn(row.texts, field)
}

/** A value by name, whatever the kind. */
export function valueOf(rec: Rec, field: string): unknown {
  const fields = rec.fields as Values
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** A text, enum, date or reference; '' when absent. */
export function textOf(rec: Rec | undefined, field: string): string {
  const value = rec && valueOf(rec, field)
  return typeof value === 'string' ? value : ''
}

/** The version of a text field: 1 after put, one more with every set or text of that field. */
export function versionOf(rec: Rec | undefined, field: string): number {
  return rec?.ver && Object.hasOwn(rec.ver, field) ? (rec.ver[field] ?? 1) : 1
}

/** The one order of records everywhere: key, then time, then id. By bytes, so never localeCompare. */
export function inPlace(a: Rec, b: Rec): number {
  return compare(textOf(a, 'order'), textOf(b, 'order')) || a.at - b.at || compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The record with some fields changed; null clears. Versions of text fields move on. */
export function withFields(rec: Rec, changes: Values): Rec {
  const fields: Record<string, unknown> = { ...rec.fields }
  const ver: Record<string, number> = { ...rec.ver }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete fields[name]
    else define(fields, name, value)
    if (isText(rec.kind, name)) ver[name] = versionOf(rec, name) + 1
  }
  // Like Go, no versions are written as none, so that a copy that caught up equals one that started over.
  const { ver: _, ...rest } = rec
  return Object.keys(ver).length > 0 ? { ...rest, fields, ver } : { ...rest, fields }
}

/** A plain assignment would run a setter for the name __proto__. */
function define(fields: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Records with their indexes by kind and by what they hang on. Lists are sorted once and shared until something changes. */
export class Records {
  readonly #byId = new Map<string, Rec>()
  readonly #byKind = new Map<string, Shelf>()
  readonly #hanging = new Map<string, Map<string, Shelf>>()

  get size(): number {
    return this.#byId.size
  }

  get(id: string): Rec | undefined {
    return this.#byId.get(id)
  }

  /** Every record, in no order. */
  values(): IterableIterator<Rec> {
    return this.#byId.values()
  }

  /** The records of a kind in their order. */
  all<K extends KindName>(kind: K): readonly Rec<K>[] {
    return (this.#byKind.get(kind)?.sorted() ?? none) as readonly Rec<K>[]
  }

  /** The records of a kind that hang on another, in their order. */
  hanging<K extends KindName>(parent: string, kind: K): readonly Rec<K>[] {
    return (this.#hanging.get(parent)?.get(kind)?.sorted() ?? none) as readonly Rec<K>[]
  }

  /** Everything that hangs on a record, of whatever kind. */
  childrenOf(parent: string): Rec[] {
    return [...(this.#hanging.get(parent)?.values() ?? [])].flatMap((shelf) => shelf.sorted())
  }

  /** Puts a record in the place of the one with that id, or takes it away. */
  replace(id: string, next: Rec | undefined): void {
    const old = this.#byId.get(id)
    if (old === next) return
    if (old) this.#unindex(old)
    if (next) this.#index(next)
  }

  /** Does what an effect says, and names the record it changed (undefined: none). */
  apply(effect: Effect): string | undefined {
    switch (effect.e) {
      case 'put':
        return this.#put(effect.record)
      case 'set':
        return this.#change(effect.id, (old) => withFields(old, effect.fields))
      case 'text':
        return this.#change(effect.id, (old) => {
          const text = applySplices(textOf(old, effect.field), effect.splices)
          return text === null ? undefined : withFields(old, { [effect.field]: text })
        })
      case 'del':
        if (!this.#byId.has(effect.id)) return undefined
        this.replace(effect.id, undefined)
        return effect.id
      case 'own': // who made what is kept beside the records
        return undefined
      default:
        unknownMember(effect)
        return undefined
    }
  }

  #put(record: Rec | undefined): string | undefined {
    if (!record?.id) return undefined
    this.replace(record.id, hasFields(record) ? record : { ...record, fields: {} })
    return record.id
  }

  #change(id: string, make: (old: Rec) => Rec | undefined): string | undefined {
    const old = this.#byId.get(id)
    const next = old && make(old)
    if (!next) return undefined
    this.replace(id, next)
    return id
  }

  #index(rec: Rec): void {
    this.#byId.set(rec.id, rec)
    shelf(this.#byKind, rec.kind).put(rec)
    const parent = parentOf(rec)
    if (parent) shelf(floor(this.#hanging, parent), rec.kind).put(rec)
  }

  #unindex(rec: Rec): void {
    this.#byId.delete(rec.id)
    shelf(this.#byKind, rec.kind).take(rec)
    const parent = parentOf(rec)
    if (parent) shelf(floor(this.#hanging, parent), rec.kind).take(rec)
  }
}

/** A record without fields is nonsense that must not stop us. */
function hasFields(record: { fields?: unknown }): boolean {
  return typeof record.fields === 'object' && record.fields !== null
}

/** What a record hangs on; '' when on nothing. */
export function parentOf(rec: Rec): string {
  const field = rowOf(rec.kind)?.parent
  return field ? textOf(rec, field) : ''
}

const none: readonly Rec[] = []

/** Some records, and their sorted list while nothing changed. */
class Shelf {
  readonly #records = new Map<string, Rec>()
  #sorted: readonly Rec[] | undefined

  put(rec: Rec): void {
    this.#records.set(rec.id, rec)
    this.#sorted = undefined
  }

  take(rec: Rec): void {
    this.#records.delete(rec.id)
    this.#sorted = undefined
  }

  sorted(): readonly Rec[] {
    return (this.#sorted ??= [...this.#records.values()].sort(inPlace))
  }
}

function shelf(on: Map<string, Shelf>, key: string): Shelf {
  let found = on.get(key)
  if (!found) on.set(key, (found = new Shelf()))
  return found
}

function floor(on: Map<string, Map<string, Shelf>>, key: string): Map<string, Shelf> {
  let found = on.get(key)
  if (!found) on.set(key, (found = new Map<string, Shelf>()))
  return found
}
