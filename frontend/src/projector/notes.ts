import type { BoardState } from '../board/board.svelte'
import { words } from '../words/words.svelte'

export interface Cluster {
  key: string
  /** 0 where the pains hang at no step. */
  n: number
  title: string
  texts: { id: string; text: string }[]
}

/** The pains by step, in the order of the journey; those at no step come last. */
export function clusters(board: BoardState): Cluster[] {
  const pains = board.all('pain').filter((pain) => !pain.fields.merged_into && !!pain.fields.text)
  const texts = (step: string) =>
    pains.filter((pain) => (pain.fields.step_id ?? '') === step).map((pain) => ({ id: pain.id, text: pain.fields.text ?? '' }))
  const steps = board.all('phase').flatMap((phase) => board.hanging(phase.id, 'step'))
  return [
    ...steps.map((step, i) => ({ key: step.id, n: i + 1, title: step.fields.title ?? '', texts: texts(step.id) })),
    { key: '', n: 0, title: words.t.projector.notesLoose, texts: texts('') },
  ].filter((cluster) => cluster.texts.length > 0)
}
