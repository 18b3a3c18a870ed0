import type { Rec } from '../../engine/ops'
import { kinds } from '../../engine/records.gen'
import { words, type Value } from '../../words/words.svelte'

/** What was chosen, as it is on the board: yes or no and numbers are what they say, a name of a value stays one. */
export const valueOf = (chosen: string): string | number | boolean =>
  chosen === 'true' ? true : chosen === 'false' ? false : /^-?\d+$/.test(chosen) ? Number(chosen) : chosen

/** What a record answered that stands on its card, in a line of words; '' = nothing yet. */
export function onCard(rec: Rec): string {
  const fields = rec.fields as Readonly<Record<string, Value | readonly Value[]>>
  const said = (kinds[rec.kind].card ?? []).flatMap((field) => {
    const value = fields[field]
    return value === undefined ? [] : [value].flat().map((one) => words.inLine(rec.kind, field, one))
  })
  return said.join(' · ')
}
