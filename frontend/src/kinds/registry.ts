import { stickies } from '../engine/cards'
import type { Sticky } from '../engine/records.gen'
import type { CardFace } from '../ui/board/face'
import { note } from './note'
import { pain } from './pain'
import { quote } from './quote'

/** Every kind of card the pages know. */
export const cards: Record<Sticky, CardFace> = { pain, quote, note }

/** The kinds with their faces, in the order in which they hang below a step. */
export const all: readonly { kind: Sticky; face: CardFace }[] = stickies.map((kind) => ({ kind, face: cards[kind] }))

/** The same in the order of their keys, as the tools stand. */
export const tools = [...all].sort((a, b) => (a.face.key < b.face.key ? -1 : 1))
