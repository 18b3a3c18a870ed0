import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { words } from '../../words/words.svelte'

export type Written = 'pain' | 'quote' | 'note'

export interface Cluster {
  key: string
  /** 0 where they hang at no step. */
  n: number
  title: string
  texts: { id: string; kind: Written; text: string }[]
}

/** What people wrote, by step in the order of the journey: pains, what customers said, notes; those at no step come last. */
export function clusters(board: BoardState): Cluster[] {
  const all = written(board)
  const texts = (step: string) =>
    all.filter((rec) => (rec.fields.step_id ?? '') === step).map((rec) => ({ id: rec.id, kind: rec.kind, text: rec.fields.text ?? '' }))
  const steps = board.all('phase').flatMap((phase) => board.hanging(phase.id, 'step'))
  return [
    ...steps.map((step, i) => ({ key: step.id, n: i + 1, title: step.fields.title ?? '', texts: texts(step.id) })),
    { key: '', n: 0, title: words.t.projector.notesLoose, texts: texts('') },
  ].filter((cluster) => cluster.texts.length > 0)
}

/** Pains, quotes at a step that may be shown, and the notes of the activity that runs. */
function written(board: BoardState): Rec<Written>[] {
  const item = board.all('agenda_item').find((one) => one.fields.state === 'running')?.id
  return [
    ...board.all('pain').filter((pain) => !pain.fields.merged_into && !!pain.fields.text),
    ...board.all('quote').filter((quote) => !!quote.fields.text && !!quote.fields.step_id && quote.fields.consent !== 'missing'),
    ...board.all('note').filter((note) => !!note.fields.text && item !== undefined && note.fields.agenda_item_id === item),
  ]
}

/** How many of each kind there are. */
export function counts(all: readonly Cluster[]): Record<Written, number> {
  const sum = { pain: 0, quote: 0, note: 0 }
  for (const cluster of all) for (const text of cluster.texts) sum[text.kind]++
  return sum
}
