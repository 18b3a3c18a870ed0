import type { RoundFace } from '../../ui/rounds/face'
import { explained, noPeople, usualWords } from '../../ui/rounds/desk'
import { ruleNow, ruleOf, verdictsFor } from '../../ui/rounds/verdicts'
import { words } from '../../words/words.svelte'

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
    ...usualWords,
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
