import type { BoardState } from '../../engine/board.svelte'
import { options } from '../../engine/limits.gen'
import type { Rec } from '../../engine/ops'
import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople } from '../../ui/rounds/steps'
import { words } from '../../words/words.svelte'

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
  const named = shown?.kind === 'round' ? ruleOf(board, shown as Rec<'round'>) : shown?.kind === 'rule' ? (shown as Rec<'rule'>) : undefined
  return named ?? board.all('rule').find((rule) => !!rule.fields.text && !rule.fields.verdict)
}

/** What should become of a rule: everybody says it unseen, and somebody with a name decides. */
export const verdict: RoundFace = {
  ask: () => import('./Verdict.svelte'),
  result: () => import('./VerdictResult.svelte'),
  title: () => words.t.labels.questions.verdict_vote.value,
  instruction: () => words.t.rounds.desk.ask.verdict,
  asked: (board, round) => ({
    question: ruleOf(board, round)?.fields.text ?? words.t.rules.gone,
    how: words.t.labels.questions.verdict_vote.value,
    hidden: words.t.rounds.poll.hidden,
  }),
  desk: {
    obstacle: (leading) => (ruleNow(leading.board) ? noPeople(leading, 'verdict') : words.t.rules.noRule),
    before: (leading) => explained('verdict', ruleNow(leading.board) ? noPeople(leading, 'verdict') : words.t.rules.noRule),
    opens: (board) => ({ rule_id: ruleNow(board)?.id ?? '' }),
    question: () => words.t.rounds.desk.ask.verdict,
    named: true,
    reveal: () => words.t.stage.reveal,
    blind: () => words.t.rounds.desk.blind,
    cancel: () => words.t.rounds.desk.cancelSure,
    again: () => words.t.rounds.desk.again,
  },
  passing: {
    items: (board, round) => {
      const rule = ruleOf(board, round)
      return rule ? [{ id: rule.id, title: rule.fields.text ?? '' }] : []
    },
    options: (board, round) => {
      const rule = ruleOf(board, round)
      if (!rule) return []
      return verdictsFor(rule).map((value) => ({
        label: words.t.labels.values.rule.verdict[value],
        say: (_, to) => board.passOn('verdict_vote', { round_id: round.id, rule_id: rule.id, value }, to),
      }))
    },
  },
}
