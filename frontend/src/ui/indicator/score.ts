import type { BoardState } from '../../engine/board.svelte'
import type { InsightIndicator as Indicator, InsightMeasured as Measured } from '../../engine/insight.gen'
import { isOver } from '../../engine/may'
import type { Rec, Values } from '../../engine/ops'
import { words } from '../../words/words.svelte'

export type Metric = NonNullable<Rec<'indicator'>['fields']['metric']>
type Fields = Rec<'indicator'>['fields']

/** The one number of the board; undefined = none was chosen. */
export const numberOf = (board: BoardState): Rec<'indicator'> | undefined => board.all('indicator')[0]

/** What a metric counts in: a percentage, a balance of two percentages, or points of its scale; the server reads it alike. */
export function unitOf(f: Pick<Fields, 'metric' | 'variant'>): 'share' | 'net' | 'mean' {
  if (f.metric === 'share' || (f.metric === 'csat' && f.variant !== 'mean') || (f.metric === 'ces' && f.variant === 'agree')) return 'share'
  return f.metric === 'nps' || (f.metric === 'ces' && f.variant === 'index') ? 'net' : 'mean'
}

/** The least and the most that the number can be; undefined while its scale is not known. */
export function rangeOf(f: Fields): readonly [number, number] | undefined {
  const unit = unitOf(f)
  if (unit === 'share') return [0, 100]
  if (unit === 'net') return [-100, 100]
  return f.scale_min === undefined || f.scale_max === undefined ? undefined : [f.scale_min, f.scale_max]
}

/** The points of the scale that customers answer on, the lowest first; none where they are too many to count. */
export function pointsOf(f: Fields): number[] {
  const { scale_min: low, scale_max: high } = f
  if (low === undefined || high === undefined || high - low > 20 || !Number.isInteger(low) || !Number.isInteger(high)) return []
  return Array.from({ length: high - low + 1 }, (_, i) => low + i)
}

/** How the number is written. */
export function written(f: Fields, value: number): string {
  const unit = unitOf(f)
  if (unit === 'share') return words.percent(value / 100)
  return unit === 'net' ? words.signed(value, 0) : words.number(value, 1)
}

/** How a difference is written. */
export function apart(f: Fields, value: number): string {
  const unit = unitOf(f)
  if (unit === 'mean') return words.number(value, 1)
  return words.number(Math.round(value))
}

/** Fewer than ten customers are counted; they get no number of their own. */
export const counted = (one: Pick<Measured, 'display'>): boolean => one.display === 'counts'

/** The number as it may be shown: counts where there are few. */
export function told(f: Fields, one: Pick<Measured, 'value' | 'n' | 'good' | 'display'>): string {
  if (!counted(one)) return written(f, one.value)
  const t = words.t.number.of
  return one.good === null ? t.other(one.n) : t.percent(one.good, one.n)
}

/** Its interval in words; '' when nothing can be said. */
export function between(f: Fields, one: Pick<Measured, 'low' | 'high' | 'display'>): string {
  if (counted(one) || one.low === null || one.high === null) return ''
  return words.t.number.interval(written(f, one.low), written(f, one.high))
}

/** What may be said of the number since the baseline; '' without one. Without an interval nothing is claimed. */
export function changed(f: Fields, now: Indicator): string {
  const t = words.t.number
  if (!now.baseline || !now.change || counted(now) || counted(now.baseline)) return ''
  const line = t.wasNow(written(f, now.baseline.value), written(f, now.value))
  if (now.demonstrable === null) return line
  const way = now.demonstrable ? (now.change.value > 0 ? t.change.up : t.change.down) : t.change.none
  return `${line}: ${way}`
}

/**
 * Whether the score may be seen now: not before the prediction, unless somebody says so; and of a closed workshop always. As long as
 * nothing was measured there is nothing to hide.
 */
export function mayShow(board: BoardState, number: Rec<'indicator'>): boolean {
  if (!board.insight?.indicator) return true
  const open = board.all('round').some((round) => round.fields.collect === 'prediction' && round.fields.state === 'open')
  return !open && (number.fields.shown === true || isOver(board))
}

/** A number as people type it: with a comma or a point; undefined = none. */
export function decimal(text: string): number | undefined {
  const value = Number(text.trim().replace('−', '-').replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}

/** How it is written in a field, with the sign of this language. */
export const typed = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', words.language === 'en' ? '.' : ',')

/** The last revealed prediction; undefined = nobody predicted. */
export const predicted = (board: BoardState): Rec<'round'> | undefined =>
  board.all('round').findLast((round) => round.fields.collect === 'prediction' && round.fields.state === 'revealed')

export interface Guessed {
  id: string
  department: Rec<'department'> | undefined
  values: number[]
  mean: number
}

/** What each department predicted, the lowest first; people of a department that is not told stand together at the end. */
export function guessesOf(board: BoardState, round: Rec<'round'>): Guessed[] {
  const by = new Map<string, number[]>()
  for (const { fields: f } of board.all('prediction')) {
    if (f.round_id !== round.id || f.value === undefined) continue
    const of = f.department_id ?? ''
    by.set(of, [...(by.get(of) ?? []), f.value])
  }
  return [...by]
    .map(([id, values]) => ({
      id,
      department: board.get(id, 'department'),
      values,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    }))
    .sort((a, b) => Number(!a.department) - Number(!b.department) || a.mean - b.mean)
}

/** What may be said of what we think beside what customers say; '' where there is nothing to compare. */
export function gapSentence(board: BoardState, f: Fields): string {
  const t = words.t.number
  const x = board.insight?.insideOutside
  if (!x) return ''
  if (x.demonstrable === null) return t.unknownGap
  if (!x.demonstrable) return t.tooFew
  return x.gap > 0 ? t.rosier(apart(f, x.gap)) : t.gloomier(apart(f, -x.gap))
}

/** The usual beginning of a metric. */
export function usual(metric: Metric): Values {
  const t = words.t.number
  const variant = { csat: 'top2', ces: 'mean', nps: 'classic', grade: null, share: null, custom: null }[metric]
  const [low, high] = { csat: [1, 5], grade: [1, 10], ces: [1, 7], nps: [0, 10], share: [0, 1], custom: [1, 5] }[metric]
  return {
    metric,
    variant,
    scale_min: low ?? null,
    scale_max: high ?? null,
    ...(t.names[metric] ? { name: t.names[metric], question: t.asks[metric] ?? '' } : {}),
  }
}
