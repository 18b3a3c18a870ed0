import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'

/** The pains a fix is for, each with its step, where they have words. */
export function painsOf(board: BoardState, fix: Rec<'fix'>): { id: string; text: string; step: string | undefined }[] {
  return (fix.fields.pain_ids ?? []).flatMap((id) => {
    const { text, step_id: step } = board.get(id, 'pain')?.fields ?? {}
    return text ? [{ id, text, step: board.get(step ?? '', 'step')?.fields.title }] : []
  })
}
