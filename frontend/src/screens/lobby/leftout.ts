import type { LeftOut } from '../../engine/api'
import { words } from '../../words/words.svelte'

/** One thing of a file that does not come along as it is, as a line: where it stands, or what it is called, and why. */
export function leftOutLine({ record, kind, field = '', reason }: LeftOut, kinds: Record<string, string>): string {
  const t = words.t.start.leftOut
  return `${place(record, kinds[kind] ?? kind, field, reason)} ${t.reasons[reason] ?? t.other}`
}

function place(record: string, name: string, field: string, reason: string): string {
  const t = words.t.start.leftOut
  const [, sort, n] = /^(line|column) (\d+)$/.exec(record) ?? []
  if (n) return sort === 'line' ? t.line(n) : t.column(n, field)
  // Of a text that is cut the beginning is told; else a record goes by an id, which says nothing to people.
  return reason === 'shortened' ? `${name} “${record}…”` : name
}
