import type { SurveyColumn, SurveyLeftOut, SurveyMapping, SurveyPreview } from '../../../engine/api'

/** What is done with a column. */
export type Doing = 'skip' | 'score' | 'comment' | 'step'

/** What somebody chose for a file, before it is sent. */
export interface Choices {
  doing: Record<number, Doing>
  /** What words of the scores are worth, as typed; empty = no answer. */
  worth: Record<string, string>
  oneIsZero: boolean
  order: '' | 'dmy' | 'mdy'
  source: string
  date: string
  consent: SurveyMapping['consent']
}

/** What each column seems to be for: the first score, every comment, the first step. */
export function firstChoices(preview: SurveyPreview, today: string): Choices {
  const doing: Record<number, Doing> = {}
  const taken = new Set<string>()
  for (const column of preview.columns) {
    const once = column.guess === 'score' || column.guess === 'step'
    const wanted = once ? !taken.has(column.guess) : column.guess === 'comment'
    const possible = column.guess !== 'score' || preview.indicator !== undefined
    doing[column.index] = wanted && possible ? (column.guess as Doing) : 'skip'
    if (once) taken.add(column.guess)
  }
  return { doing, worth: {}, oneIsZero: false, order: '', source: '', date: preview.period?.to ?? today, consent: 'none_needed' }
}

/** Chooses for a column; a score and a step are of one column, so the former one is left out. */
export function choose(doing: Record<number, Doing>, index: number, what: Doing): Record<number, Doing> {
  const next = { ...doing, [index]: what }
  if (what === 'score' || what === 'step')
    for (const other of Object.keys(next).map(Number)) if (other !== index && next[other] === what) next[other] = 'skip'
  return next
}

const withDoing = (choices: Choices, what: Doing): number[] =>
  Object.keys(choices.doing)
    .map(Number)
    .filter((index) => choices.doing[index] === what)
    .sort((a, b) => a - b)

export const scoreColumn = (preview: SurveyPreview, choices: Choices): SurveyColumn | undefined =>
  preview.columns.find((column) => choices.doing[column.index] === 'score')

/** Whether the dates could be read in two ways and somebody must say which. */
export const asksOrder = (preview: SurveyPreview): boolean =>
  !preview.period && preview.columns.some((column) => column.guess === 'date' && !column.dateOrder)

const numberOf = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? null : value
}

function labelsOf(column: SurveyColumn, choices: Choices): Record<string, number | null> | undefined {
  if (column.oneIsZero && choices.oneIsZero) return Object.fromEntries(Array.from({ length: 11 }, (_, n) => [String(n + 1), n]))
  if (!column.labels) return undefined
  return Object.fromEntries(Object.keys(column.labels).map((text) => [text, numberOf(choices.worth[text] ?? '')]))
}

/** What is asked of the server; undefined while something is missing. */
export function mappingOf(preview: SurveyPreview, choices: Choices): SurveyMapping | undefined {
  const score = scoreColumn(preview, choices)
  const comments = withDoing(choices, 'comment')
  const source = choices.source.trim()
  if (!source || !choices.date || (!score && !comments.length)) return undefined
  const mapping: SurveyMapping = { source, date: choices.date, consent: choices.consent }
  if (score && preview.indicator) {
    const labels = labelsOf(score, choices)
    mapping.score = { column: score.index, indicatorId: preview.indicator.id, ...(labels ? { labels } : {}) }
  }
  if (comments.length) mapping.comments = comments
  const step = withDoing(choices, 'step')[0]
  if (step !== undefined) mapping.stepColumn = step
  if (asksOrder(preview)) mapping.dateOrder = choices.order || 'dmy'
  return mapping
}

/** What is left out, by reason, with the rows. */
export function byReason(leftOut: readonly SurveyLeftOut[]): { reason: string; rows: number[] }[] {
  const found = new Map<string, number[]>()
  for (const one of leftOut) found.set(one.reason, [...(found.get(one.reason) ?? []), one.row])
  return [...found].map(([reason, rows]) => ({ reason, rows: [...new Set(rows)] }))
}
