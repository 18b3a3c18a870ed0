import type { Rec } from './ops'
import { kinds, type KindName, type Sticky } from './records.gen'

/** The cards that hang on the map, of whatever kind. */
export type Card = Rec<Sticky>

const places: Record<Sticky, number> = { pain: 0, quote: 1, note: 2 }

/** The kinds of cards in the order in which they hang below a step. */
export const stickies = (Object.keys(places) as [Sticky, ...Sticky[]]).sort((a, b) => places[a] - places[b])

export const isSticky = (kind: KindName): kind is Sticky => kinds[kind].sticky === true

export const isCard = (rec: Rec | undefined): rec is Card => rec !== undefined && isSticky(rec.kind)

/** Whether a card hangs at its step and keeps a place there; others only name the step. */
export const hangs = (kind: Sticky): boolean => kinds[kind].parent === 'step_id'

/** What is written on a card, or on anything else with a text; '' where there is none. */
export const cardText = (rec: Rec | undefined): string => (rec && 'text' in rec.fields ? rec.fields.text : '') ?? ''

/** The step a card stands at; '' = none. */
export const stepOf = (rec: Rec | undefined): string => (isCard(rec) ? (rec.fields.step_id ?? '') : '')

/** Not laid on another card. */
export const isWhole = (card: Card): boolean => !('merged_into' in card.fields && card.fields.merged_into)

/** The template's own quote belongs to the persona, not to a step. */
export const isExample = (card: Card): boolean => 'kind' in card.fields && card.fields.kind === 'example'

/** The words by which people know a record of any kind; a number or a date where it has none. */
export function saying(fields: Record<string, unknown>): string {
  const found = [fields['text'], fields['title'], fields['name'], fields['value'], fields['answer']].find(
    (value): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number',
  )
  return found === undefined ? '–' : String(found)
}
