import type { BoardState } from '../../engine/board.svelte'
import { options } from '../../engine/limits.gen'
import type { Rec } from '../../engine/ops'

/** What can become of a rule, for the round that asks it and the activity that decides. */
export type Verdict = NonNullable<Rec<'rule'>['fields']['verdict']>

/** What can become of a rule here: a law can be kept or asked about. */
export function verdictsFor(rule: Rec<'rule'>): readonly Verdict[] {
  return options.rule.verdict.filter((value) => rule.fields.origin !== 'law' || (value !== 'scrap' && value !== 'change'))
}

/** The rule a round is about; undefined when it is gone. */
export const ruleOf = (board: BoardState, round: Rec<'round'>): Rec<'rule'> | undefined =>
  board.get(round.fields.rule_ids?.[0] ?? '', 'rule')

/** What a revealed round counted, in the order of the verdicts. */
export function verdictsIn(board: BoardState, round: Rec<'round'>): { n: number; counts: { value: Verdict; count: number }[] } {
  const n = board.all('verdict_result').find((one) => one.fields.round_id === round.id)?.fields.n ?? 0
  const tallies = board.all('verdict_tally').filter((one) => one.fields.round_id === round.id)
  const counts = options.rule.verdict.flatMap((value) => {
    const count = tallies.find((one) => one.fields.value === value)?.fields.count
    return count ? [{ value, count }] : []
  })
  return { n, counts }
}

/** The rule that comes next: the one on the screen, else the first that nobody decided about. */
export function ruleNow(board: BoardState): Rec<'rule'> | undefined {
  const shown = board.get(board.one('projector_state')?.fields.object_ref ?? '')
  const named = shown?.kind === 'round' ? ruleOf(board, shown) : shown?.kind === 'rule' ? shown : undefined
  return named ?? board.all('rule').find((rule) => !!rule.fields.text && !rule.fields.verdict)
}
