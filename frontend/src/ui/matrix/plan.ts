import type { BoardState } from '../../engine/board.svelte'
import { isDone, isSetAside } from '../../engine/fixes'
import type { Rec } from '../../engine/ops'

/** What is asked of a fix or a delight, in the order in which it is asked. */
export const questions = ['impact', 'effort', 'fun', 'confidence'] as const
export type Question = (typeof questions)[number]

/** One fix or delight as the room estimated it. */
export interface Placed {
  id: string
  /** Its number on the field and in the list. */
  number: number
  text: string
  impact: number | undefined
  effort: number | undefined
  fun: number | undefined
  confidence: number | undefined
  /** How many estimated it; undefined = not in a round. */
  n: number | undefined
  /** Questions on which people were far apart. */
  wide: readonly Question[]
}

type Item = Rec<'fix'> | Rec<'delight'>

/** What the room may still estimate: fixes that are not done or dropped. */
export const estimable = (board: BoardState): readonly Rec<'fix'>[] =>
  board.shown('fix').filter((fix) => !!fix.fields.text && !isDone(fix) && !isSetAside(fix))

export const itemOf = (board: BoardState, id: string): Item | undefined => board.get(id, 'fix') ?? board.get(id, 'delight')

/** What a round asks; everything where it does not say. */
export function asked(round: Rec<'round'> | undefined): readonly Question[] {
  const chosen = round?.fields.questions ?? []
  return chosen.length ? questions.filter((question) => chosen.includes(question)) : questions
}

/** Whether a round is about confidence alone. */
export const aboutConfidence = (round: Rec<'round'> | undefined): boolean => asked(round).join() === 'confidence'

/** The items of a round with what it brought; without a round all that the room placed. */
export function placedIn(board: BoardState, round?: Rec<'round'>): Placed[] {
  const results = new Map(
    board
      .all('estimate_result')
      .filter((one) => !round || one.fields.round_id === round.id)
      .map((one) => [one.fields.item_id, one.fields]),
  )
  const items: Item[] = round
    ? (round.fields.item_ids ?? []).flatMap((id) => itemOf(board, id) ?? [])
    : [...board.shown('fix'), ...board.all('delight')].filter((item) => !!item.fields.text && item.fields.effort !== undefined)
  return items.map((item, i) => {
    const result = results.get(item.id)
    const f: Partial<Record<Question, number>> & { text?: string } = item.fields
    const told: Partial<Record<Question, number>> = round ? { ...result } : f
    return {
      id: item.id,
      number: i + 1,
      text: f.text ?? '',
      impact: told.impact,
      effort: told.effort,
      fun: told.fun,
      confidence: told.confidence,
      n: result?.n,
      wide: result?.wide ?? [],
    }
  })
}

/** Little effort, much gain: where the corner is. */
export const corner = { effort: 2, impact: 3 } as const

export const inCorner = (one: Placed): boolean =>
  one.effort !== undefined && one.effort <= corner.effort && one.impact !== undefined && one.impact >= corner.impact

export const onField = (one: Placed): one is Placed & { impact: number; effort: number } =>
  one.impact !== undefined && one.effort !== undefined

/** Better: much gain for little effort; nicer: most fun first. What was not estimated comes last. */
export function sorted(list: readonly Placed[], by: 'better' | 'nicer'): Placed[] {
  const gain = (one: Placed) => (onField(one) ? one.impact - one.effort : -9)
  const fun = (one: Placed) => one.fun ?? -9
  const [first, then] = by === 'better' ? [gain, fun] : [fun, gain]
  return [...list].sort((a, b) => first(b) - first(a) || then(b) - then(a) || a.number - b.number)
}

export interface Dot {
  one: Placed
  x: number
  y: number
  r: number
}

/** A field of so many units, with room at its edges for the largest dot. */
export interface Field {
  wide: number
  high: number
  dot: number
}

/** How large the dot of something is: most fun one and a third times, least two thirds. */
const radius = (fun: number | undefined, dot: number) => dot * (fun === undefined ? 1 : 0.67 + ((fun - 1) / 4) * 0.66)

/** Where a point of the scales lies. */
export const across = (field: Field, effort: number): number => edge(field) + ((effort - 1) / 4) * (field.wide - 2 * edge(field))
export const up = (field: Field, impact: number): number => field.high - edge(field) - ((impact - 1) / 4) * (field.high - 2 * edge(field))

const edge = (field: Field) => field.dot * 1.6

/**
 * Every dot in its place, moved only as far as it takes that none lies on another: what is equal stands side by side. The same list gives
 * the same field everywhere.
 */
export function dotsOf(list: readonly Placed[], field: Field): Dot[] {
  const there = list.filter(onField)
  const crowd = Math.min(1, Math.sqrt((field.wide * field.high * 0.42) / (Math.max(there.length, 1) * Math.PI * (field.dot * 1.33) ** 2)))
  const dots = there.map((one, i) => ({
    one,
    x: across(field, one.effort) + Math.cos(i * 2.4) * (i + 1) * 0.05,
    y: up(field, one.impact) + Math.sin(i * 2.4) * (i + 1) * 0.05,
    r: radius(one.fun, field.dot) * crowd,
  }))
  for (let turn = 0; turn < 400; turn++) if (!apart(dots, field)) break
  return dots
}

/** Pushes what overlaps half each; gives whether anything did. */
function apart(dots: Dot[], field: Field): boolean {
  let moved = false
  for (const [i, a] of dots.entries()) {
    for (const b of dots.slice(i + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y]
      const far = Math.hypot(dx, dy)
      const short = a.r + b.r + field.dot * 0.12 - far
      if (short <= 0.01) continue
      moved = true
      const [ux, uy] = far > 0.001 ? [dx / far, dy / far] : [1, 0]
      place(a, field, (-ux * short) / 2, (-uy * short) / 2)
      place(b, field, (ux * short) / 2, (uy * short) / 2)
    }
  }
  return moved
}

function place(dot: Dot, field: Field, dx: number, dy: number): void {
  dot.x = Math.min(Math.max(dot.x + dx, dot.r), field.wide - dot.r)
  dot.y = Math.min(Math.max(dot.y + dy, dot.r), field.high - dot.r)
}
