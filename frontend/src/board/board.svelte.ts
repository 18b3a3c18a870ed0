/** The board as one page sees it. */
import type { Use } from '../api'
import { Records } from './apply'
import type { Act, Changes, Insight, ListEdit, Presence, Rec, Values, You } from './ops'
import type { FieldsOf, KindName } from './records.gen'

export type { Act, Changes, Insight, ListEdit, Presence, Rec, You }
export type { FieldsOf, KindName }

/** connecting = nothing shown yet · saved · sending · offline = changes are kept on this device · closed = see `closedFor`. */
export type Status = 'connecting' | 'saved' | 'sending' | 'offline' | 'closed'

/** Why a board closed: its seat is no longer valid or the board is gone · not allowed · a newer program: reload the page. */
export type ClosedFor = 'gone' | 'not_allowed' | 'newer'

/** The last clear no, for a toast. `at` is the page's clock, so that two equal ones differ. */
export interface Refused {
  code: string
  field?: string
  message: string
  at: number
}

/** A change that could not be placed: kept over reloads until somebody retries or discards it. */
export interface NotPlaced {
  readonly key: string
  readonly code: string
  readonly message: string
  /** What was typed, to read and to copy. */
  readonly texts: readonly string[]
  readonly at: number
  retry(): void
  discard(): void
}

export type UndoOutcome = 'done' | 'skipped' | 'nothing'

export interface BoardOptions {
  language?: 'nl' | 'en'
}

/** Runs its body as one gesture. */
export class BoardState {
  status = $state<Status>('connecting')
  closedFor = $state<ClosedFor | null>(null)
  unsaved = $state(0)
  you = $state.raw<You | null>(null)
  seq = $state(0)
  epoch = $state('')
  people = $state.raw<ReadonlyMap<string, Presence>>(new Map())
  insight = $state.raw<Insight | null>(null)
  ready = $state.raw<{ round: string; ready: number; of: number } | null>(null)
  notPlaced = $state.raw<readonly NotPlaced[]>([])
  lastRefusal = $state.raw<Refused | null>(null)
  canUndo = $state(false)
  canRedo = $state(false)

  readonly #view = new Records()

  constructor(
    readonly boardId: string,
    readonly use: Use,
    readonly options: BoardOptions = {},
  ) {}

  /** Opens the outbox and the socket. */
  open(): void {}
  /** Leaves: closes the socket, keeps what is unsent. */
  close(): void {}
  /** The server's clock in Unix milliseconds. */
  now(): number {
    return Date.now()
  }

  get(id: string): Rec | undefined
  get<K extends KindName>(id: string, kind: K): Rec<K> | undefined
  get(id: string): Rec | undefined {
    return this.#view.get(id)
  }
  all<K extends KindName>(kind: K): readonly Rec<K>[] {
    return this.#view.all(kind)
  }
  hanging<K extends KindName>(parentId: string, kind: K): readonly Rec<K>[] {
    return this.#view.hanging(parentId, kind)
  }
  one<K extends KindName>(kind: K): Rec<K> | undefined {
    return this.#view.all(kind)[0]
  }
  isMine(_rec: Rec): boolean {
    return false
  }
  mine<K extends KindName>(kind: K): readonly Rec<K>[] {
    return this.#view.all(kind)
  }
  /** Whether an own change of this record (or of this field) is still on its way. */
  isPending(_id: string): boolean {
    return false
  }

  put<K extends KindName>(_kind: K, _fields: FieldsOf[K], opts: { after?: string | null; id?: string } = {}): string {
    return opts.id ?? ''
  }
  set<K extends KindName>(_id: string, _fields: Changes<K>): void {}
  edit(_id: string, _field: string, _newText: string, _caret?: number): void {}
  holdField(_id: string, _field: string, _held: boolean): void {}
  move(_id: string, _parent: string | null, _after: string | null | undefined): void {}
  del(_id: string): void {}
  restore(_id: string): void {}
  act(_act: Act, _id?: string, _args?: Values): void {}
  batch<T>(body: () => T): T {
    return body()
  }
  undo(): UndoOutcome {
    return 'nothing'
  }
  redo(): UndoOutcome {
    return 'nothing'
  }
  here(_at: string | null, _field?: string | null, _typing?: boolean): void {}
}
