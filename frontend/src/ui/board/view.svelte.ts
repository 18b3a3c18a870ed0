import { SvelteSet } from 'svelte/reactivity'
import type { Activity } from '../../engine/activities.gen'
import type { BoardState } from '../../engine/board.svelte'
import { hangs, isExample, isSticky, isWhole, stepOf, stickies } from '../../engine/cards'
import { freshId } from '../../engine/ids'
import { kinds, type KindName, type Sticky } from '../../engine/records.gen'
import { gentle } from '../gentle'
import { keepSame } from './keep'
import { columnWidth, fitZoom, hiddenRight, layColumns, sizes, zoomStep, type Column } from './layout'
import { mayAdd } from '../../engine/may'
import { shorten } from './paste'
import { customerWord, personaName } from './persona'

/** Height of all lanes but the cards, with their foot, px; what the curve adds to it; and a card with its gap. */
const resting = { rows: 576, curve: 76, card: 84, farCard: 104 } as const

export type { Sticky }

/** Activities in which the cards are what people work on. */
const aboutCards: ReadonlySet<string> = new Set<Activity>(['pains', 'persona', 'vote'])

/** A card in its place. */
export interface Placed {
  id: string
  kind: Sticky
}

/** Something that is being written and becomes a record with its first letter, under the id it has from the start. */
export interface Draft {
  id: string
  kind: KindName
  field: string
  /** Where it is drawn: a step, or a phase. */
  place: string
  lane?: string | undefined
  fields: Record<string, unknown>
  after?: string | null
}

/** A list that floats beside what was pressed. */
export interface Picking {
  at: DOMRect
  label: string
  options: readonly PickOption[]
  chosen: string | undefined
  pick: (value: string) => void
  /** What gets the focus back. */
  from: HTMLElement | null
}

export interface PickOption {
  value: string
  label: string
  code?: string
  pattern?: number
  note?: string
}

export interface Typist {
  person: string
  name: string
  pattern: number | undefined
  typing: boolean
}

/** What one person looks at and does on the map; nothing of it is on the board. */
export class MapView {
  readonly #board: BoardState

  zoom = $state(1)
  /** Size of the window on the map in px, and where it stands. */
  viewport = $state({ width: 1440, height: 700 })
  scroll = $state({ left: 0, top: 0 })

  selected = $state<string | null>(null)
  /** Whether the panel with details is open for what is selected. */
  panel = $state(false)
  editing = $state<{ id: string; field: string } | null>(null)
  draft = $state.raw<Draft | null>(null)
  /** What was new and has just been written: Enter then goes on to the next. */
  finished = ''
  picking = $state.raw<Picking | null>(null)
  tool = $state<Sticky>(stickies[0])
  /** The column one points at or stands in. */
  column = $state(0)
  /** The column the focus was in last, wherever the pointer passed by since; −1 = in none yet. */
  stood = $state(-1)
  /** What is held, and where it stood when it was taken up. */
  drag = $state.raw<{ id: string; kind: KindName; from: string } | null>(null)
  /** Where it would land: a step, with the side for steps. */
  over = $state.raw<{ step: string; side?: 'left' | 'right' } | null>(null)
  /** Somebody else moved or deleted what is held. */
  astray = $derived.by(() => this.drag !== null && this.#standing(this.drag.id) !== this.drag.from)
  said = $state('')
  readonly expanded = new SvelteSet<string>()
  /** Phases of which this person sees one column instead of their steps. */
  readonly folded = new SvelteSet<string>()
  scroller = $state.raw<HTMLElement | null>(null)

  constructor(board: BoardState) {
    this.#board = board
  }

  phases = $derived.by(() =>
    this.#board.all('phase').map((phase) => ({ id: phase.id, steps: this.#board.hanging(phase.id, 'step').map((step) => step.id) })),
  )

  /** With the step one is writing, so that its column does not jump when the first letter makes it real. */
  columns = $derived.by((): readonly Column[] => {
    const phases = this.phases.map((phase) => ({ id: phase.id, steps: this.#withDraft(phase.id, phase.steps) }))
    const fresh = layColumns(phases, (phase) => this.folded.has(phase))
    return (this.#columns = keepSame(this.#columns, fresh))
  })
  /** The layout as it was computed last: a letter in a title leaves every column as it is, and whoever depends on one alone. */
  #columns: readonly Column[] = []

  /** The whole journey at once: what counts is who, where it hurts and how it goes. */
  far = $derived(this.zoom < 0.62)
  width = $derived(columnWidth(this.columns.length, (this.viewport.width - 2) / this.zoom))
  hidden = $derived(hiddenRight(this.columns.length, this.width, this.zoom, this.scroll.left, this.viewport.width))
  /**
   * Cards of a step that are shown at rest: as many as leave every lane in sight, down to one; never fewer than two while the
   * cards are what people work on.
   */
  atRest = $derived.by(() => {
    const activity = this.#board.all('agenda_item').find((item) => item.fields.state === 'running')?.fields.activity ?? ''
    const room = this.viewport.height / this.zoom - resting.rows - (this.#board.insight?.curve?.length ? resting.curve : 0)
    return Math.max(aboutCards.has(activity) ? 2 : 1, Math.floor(room / (this.far ? resting.farCard : resting.card)))
  })
  steps = $derived(this.columns.reduce((sum, column) => sum + (column.step ? 1 : column.folded), 0))
  /** The steps in their order, also those of folded phases. */
  order = $derived(this.phases.flatMap((phase) => phase.steps))

  #chain = $derived.by(() => this.#board.insight?.chain ?? null)
  #indexes = $derived(new Map(this.columns.map((column) => [column.step, column.index])))
  /** The columns of the chain, in order. */
  chainAt = $derived.by(() => {
    const steps = this.#chain?.steps ?? []
    const at = steps.flatMap((step) => this.#indexes.get(step) ?? [])
    return at.length === steps.length ? at : [] // a part of it would be a wrong number
  })
  #nobody = $derived.by(() => new Set(this.#board.insight?.nobodyInSight ?? []))

  /** Cards that only name their step, by that step. */
  #naming = $derived.by(() => {
    const at = new Map<string, Placed[]>()
    for (const kind of stickies.filter((kind) => !hangs(kind))) {
      for (const card of this.#board.all(kind)) {
        const step = stepOf(card)
        at.set(step, [...(at.get(step) ?? []), { id: card.id, kind }])
      }
    }
    return at
  })

  #present = $derived.by(() => {
    const at = new Map<string, Typist>()
    for (const [person, where] of this.#board.people) {
      if (!where.at || !where.online || person === this.#board.you?.personId) continue
      const known = this.#board.get(person, 'person')?.fields
      const department = known?.department_id ? this.#board.get(known.department_id, 'department') : undefined
      if (!known || (at.get(where.at)?.typing && !where.typing)) continue
      at.set(where.at, { person, name: this.#board.nameOf(person), pattern: department?.fields.pattern, typing: where.typing === true })
    }
    return at
  })

  /** The name of the customer we follow, or the word for customers. */
  customer = $derived.by(() => personaName(this.#board))
  customerWord = $derived.by(() => customerWord(this.#board).one)

  present(id: string): Typist | undefined {
    return this.#present.get(id)
  }

  isNobody(step: string): boolean {
    return this.#nobody.has(step)
  }

  indexOf(step: string): number {
    return this.#indexes.get(step) ?? -1
  }

  /** Whether a column stands for a step that is on the board, not one that is just being named. */
  isReal(step: string): boolean {
    return step !== '' && this.#board.get(step) !== undefined
  }

  numberOf(step: string): number {
    return this.columns[this.indexOf(step)]?.n ?? this.order.indexOf(step) + 1
  }

  /** The cards of a step that are on the board, by kind. */
  cardsAt(step: string): readonly Placed[] {
    return stickies.flatMap((kind) =>
      hangs(kind)
        ? this.#board
            .hanging(step, kind)
            .filter(isWhole)
            .map(({ id }) => ({ id, kind }))
        : (this.#naming.get(step) ?? []).filter((placed) => placed.kind === kind),
    )
  }

  /** The cards of a step; last what one is writing there. */
  stickiesAt(step: string): readonly Placed[] {
    const list: Placed[] = [...this.cardsAt(step)]
    const draft = this.draft
    if (draft && draft.place === step && isSticky(draft.kind) && !list.some((item) => item.id === draft.id)) {
      list.push({ id: draft.id, kind: draft.kind })
    }
    const kept = keepSame(this.#stickies.get(step) ?? [], list)
    this.#stickies.set(step, kept)
    return kept
  }

  readonly #stickies = new Map<string, readonly Placed[]>()

  /** Cards that stand at no step yet. */
  loose = $derived.by((): Placed[] =>
    stickies.flatMap((kind) =>
      this.#board
        .all(kind)
        .filter((card) => !stepOf(card) && isWhole(card) && !isExample(card))
        .map(({ id }) => ({ id, kind })),
    ),
  )

  // Writing

  isEditing(id: string, field: string): boolean {
    return this.editing?.id === id && this.editing.field === field
  }

  edit(id: string, field: string): void {
    this.editing = { id, field }
    this.selected = id
  }

  stopEditing(id: string, field: string): void {
    if (!this.isEditing(id, field)) return
    this.editing = null
    this.finished = this.draft?.id === id ? id : ''
    if (this.draft?.id === id) this.draft = null
    this.#board.here(null)
  }

  /** Begins to write something new. */
  begin(draft: Omit<Draft, 'id' | 'field'> & { field?: string }): void {
    const id = freshId()
    const field = draft.field ?? (draft.kind === 'step' || draft.kind === 'phase' ? 'title' : 'text')
    this.draft = { ...draft, id, field }
    this.editing = { id, field }
    if (draft.kind !== 'cell' && draft.kind !== 'phase') this.selected = id
  }

  beginSticky(kind: Sticky, step: string): void {
    this.tool = kind
    this.begin({ kind, place: step, fields: { step_id: step } })
  }

  beginStep(phase: string, after: string | null | undefined): void {
    this.folded.delete(phase)
    this.begin({ kind: 'step', place: phase, fields: { phase_id: phase }, ...(after === undefined ? {} : { after }) })
  }

  /** Makes the record of a draft with its first letters. */
  realise(id: string, text: string): void {
    const draft = this.draft
    if (draft?.id !== id) return
    const fields = { ...draft.fields, [draft.field]: shorten(text, kinds[draft.kind].texts[draft.field] ?? 200) }
    this.#board.put(draft.kind, fields, draft.after === undefined ? { id } : { id, after: draft.after })
  }

  // Moving

  hold(id: string, kind: KindName): void {
    this.drag = { id, kind, from: this.#standing(id) }
  }

  /** Nothing is held any more, and nothing marks where it would land. */
  letGo(): void {
    this.drag = null
    this.over = null
  }

  /** Where a record stands, as one text; '' when it is not on the board. */
  #standing(id: string): string {
    const rec = this.#board.get(id)
    if (!rec) return ''
    const fields = rec.fields as Record<string, string | undefined>
    return [kinds[rec.kind].parent ?? '', 'step_id', 'order'].map((field) => fields[field] ?? '').join('|')
  }

  // Looking

  /** The step one stands at: it is open, or the focus was in its column last. */
  standsAt(): string | undefined {
    const open = this.selected ? this.#board.get(this.selected) : undefined
    const at = open?.kind === 'step' ? open.id : stepOf(open)
    if (at) return at
    return this.columns[this.stood]?.step || undefined
  }

  /** Where a key puts its card: where one stands, else the middle of what is in sight. */
  targetStep(): string | undefined {
    const here = this.columns[this.column]
    if (here?.step && !this.hidden.includes(here.index)) return here.step
    const middle = (this.scroll.left + this.viewport.width / 2) / this.zoom - sizes.head
    const near = this.columns[Math.max(0, Math.min(this.columns.length - 1, Math.floor(middle / this.width)))]
    return near?.step || this.columns.find((column) => column.step)?.step
  }

  select(id: string | null, open = this.panel): void {
    this.selected = id
    this.panel = open && id !== null
  }

  open(id: string): void {
    this.selected = id
    this.panel = true
    const rec = this.#board.get(id)
    const step = rec?.kind === 'step' ? id : stepOf(rec)
    requestAnimationFrame(() => this.reveal(step))
  }

  close(): void {
    this.panel = false
    const id = this.selected
    if (id) this.scroller?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  }

  fold(phase: string): void {
    if (!this.folded.delete(phase)) this.folded.add(phase)
  }

  /** Scrolls a step into sight when it is not, out of its phase where that is folded. */
  reveal(step: string): void {
    const index = this.indexOf(step)
    const scroller = this.scroller
    const phase = index < 0 ? this.phases.find(({ steps }) => steps.includes(step))?.id : undefined
    if (phase && this.folded.delete(phase)) {
      requestAnimationFrame(() => this.reveal(step))
      return
    }
    if (index < 0 || !scroller) return
    const left = index * this.width * this.zoom
    const right = left + this.width * this.zoom
    const room = scroller.clientWidth - sizes.head * this.zoom
    if (left < scroller.scrollLeft) scroller.scrollTo({ left, behavior: gentle() })
    else if (right > scroller.scrollLeft + room) scroller.scrollTo({ left: right - room + 16, behavior: gentle() })
  }

  setZoom(zoom: number): void {
    const scroller = this.scroller
    const middle = scroller ? (scroller.scrollLeft + scroller.clientWidth / 2) / this.zoom : 0
    this.zoom = Math.max(0.4, Math.min(2, zoom))
    requestAnimationFrame(() => scroller?.scrollTo({ left: middle * this.zoom - scroller.clientWidth / 2 }))
  }

  zoomBy(by: 1 | -1): void {
    this.setZoom(zoomStep(this.zoom, by))
  }

  fit(): void {
    this.zoom = fitZoom(this.columns.length, this.viewport.width)
    this.scroller?.scrollTo({ left: 0, top: 0 })
  }

  /** Announces politely; the same sentence twice is said twice. */
  say(text: string): void {
    this.said = this.said === text ? `${text} ` : text
  }

  mayAdd(kind: KindName): boolean {
    return mayAdd(this.#board, kind)
  }

  #withDraft(phase: string, steps: readonly string[]): readonly string[] {
    const draft = this.draft
    if (draft?.kind !== 'step' || draft.place !== phase || steps.includes(draft.id)) return steps
    const at = draft.after === undefined ? steps.length : draft.after === null ? 0 : steps.indexOf(draft.after) + 1
    return [...steps.slice(0, at), draft.id, ...steps.slice(at)]
  }
}
