/** What an op has in it: the records it names, and the words. */
import { isText, rowOf } from './apply'
import type { Op } from './ops'
import { isPlaceEdit } from './predict'

/** The records an op needs to be there. */
export function namedIn(op: Op): Set<string> {
  const ids = new Set<string>()
  if (op.op === 'put') {
    const parent = rowOf(op.kind)?.parent
    for (const [name, value] of Object.entries(op.fields))
      if (typeof value === 'string' && (name === parent || name.endsWith('_id'))) ids.add(value)
  } else if (op.id) ids.add(op.id)
  if (op.op === 'move' && op.parent) ids.add(op.parent)
  return ids
}

/** The words somebody typed that are in an op. A set does not name its kind: there ids, enums and dates are told by having no space. */
export function wordsIn(op: Op): string[] {
  if (op.op === 'text') return op.splices.map(([, , ins]) => ins).filter((s) => s.trim() !== '')
  if (op.op !== 'put' && op.op !== 'set') return []
  const kind = op.op === 'put' ? op.kind : undefined
  return Object.entries(op.fields).flatMap(([name, value]) => {
    if (name.endsWith('_id')) return []
    if (typeof value === 'string') return (kind ? isText(kind, name) : /\s/.test(value.trim())) && value.trim() !== '' ? [value] : []
    if (isPlaceEdit(value)) return value.is.trim() !== '' ? [value.is] : []
    return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string' && v.includes(' ')) : []
  })
}
