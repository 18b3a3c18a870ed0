import type { BoardState } from '../../../engine/board.svelte'
import type { Changes, Rec } from '../../../engine/ops'
import { kinds, type FieldsOf, type KindName } from '../../../engine/records.gen'
import { freshId } from '../../../engine/ids'
import { options } from '../../../engine/limits.gen'

export type Section = NonNullable<FieldsOf['report']['sections']>[number]

const sections: readonly Section[] = options.report.sections

/** How the summary is told, and the id under which it is made with its first change. */
export class Shape {
  readonly #fresh = freshId()

  constructor(readonly board: BoardState) {}

  get record(): Rec<'report'> | undefined {
    return this.board.one('report')
  }

  get id(): string {
    return this.record?.id ?? this.#fresh
  }

  get fields(): FieldsOf['report'] {
    return this.record?.fields ?? {}
  }

  change(fields: Omit<FieldsOf['report'], 'sections' | 'hidden_ids'>): void {
    if (this.record) this.board.set<'report'>(this.id, fields)
    else this.board.put('report', fields, { id: this.#fresh })
  }

  /** Leaves an item out, or takes it back. */
  hide(id: string, hidden: boolean): void {
    this.#list({ hidden_ids: hidden ? { add: [id] } : { remove: [id] } })
  }

  /** Tells a section or not. As long as nobody chose, all of them are told. */
  tell(section: Section, yes: boolean): void {
    const some = (this.fields.sections ?? []).length > 0
    if (some) this.#list({ sections: yes ? { add: [section] } : { remove: [section] } })
    else this.#list({ sections: { add: sections.filter((one) => one !== section) } })
  }

  /** The sections that are told. */
  get told(): readonly Section[] {
    return this.fields.sections?.length ? this.fields.sections : sections
  }

  #list(edits: Changes<'report'>): void {
    this.board.batch(() => {
      if (!this.record) this.board.put('report', {}, { id: this.#fresh })
      this.board.set<'report'>(this.id, edits)
    })
  }
}

/** One thing that the summary tells. */
export interface Item {
  id: string
  text: string
}

const itemKinds = (Object.keys(kinds) as KindName[]).filter((kind) => kinds[kind].item)

/** What the summary tells one by one, by kind; kinds without any are left out. */
export function itemsOf(board: BoardState): { kind: KindName; items: Item[] }[] {
  return itemKinds
    .map((kind) => ({ kind, items: board.shown(kind).flatMap((record) => itemOf(record)) }))
    .filter(({ items }) => items.length > 0)
}

/** Its first words, which are those that it is about. */
function itemOf({ id, kind, fields }: Rec): Item[] {
  const { texts, people = [] } = kinds[kind]
  const said = Object.keys(texts)
    .filter((field) => !people.includes(field))
    .map((field) => (fields as Record<string, unknown>)[field])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '')
  return said === undefined ? [] : [{ id, text: said }]
}
