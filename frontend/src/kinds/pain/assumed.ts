import type { BoardState } from '../../engine/board.svelte'

/** How many pains and needs at a step are assumed or unknown: somebody said so, and no customer was heard. */
export function assumedAt(board: BoardState, step: string): number {
  const open = (level: string | undefined): boolean => level === 'assumed' || level === 'unknown'
  const pains = board.hanging(step, 'pain').filter((pain) => !pain.fields.merged_into && !!pain.fields.text)
  const needs = board.all('need').filter((need) => !!need.fields.text && need.fields.step_ids?.includes(step))
  return [...pains, ...needs].filter((one) => open(one.fields.evidence_level)).length
}
