import type { BoardState, Refused } from '../../engine/board.svelte'
import type { ForWhom, Rec } from '../../engine/ops'
import { collectOf } from '../../engine/rounds.svelte'
import type { faces } from '../../ui/marks'
import type { Words } from '../../words/nl'

/** One thing somebody may say in a round, as the facilitator passes it on. */
export interface Option {
  label: string
  face?: keyof typeof faces
  /** Resolves when the server has it, or with its no. */
  say: (item: string, to: ForWhom) => Promise<Refused | null>
  /** Of a vote: how many dots. */
  dots?: number
}

/** What can be passed on in a round. own: the department of whom it is for, which cannot point to itself. */
export function optionsFor(board: BoardState, round: Rec<'round'>, own: string | undefined, t: Words['rounds']): Option[] {
  const about = (step: string) => ({ round_id: round.id, step_id: step })
  switch (collectOf(round)) {
    case 'rating':
      return [
        ...(['-2', '-1', '0', '1', '2'] as const).map((face) => ({
          label: t.faces[face],
          face,
          say: (step: string, to: ForWhom) => board.passOn('rating', { ...about(step), value: Number(face) }, to),
        })),
        { label: t.unknown, say: (step, to) => board.passOn('rating', about(step), to) },
      ]
    case 'ownership_claim':
      return [
        { label: t.own, say: (step, to) => board.passOn('ownership_claim', { ...about(step), answer: 'own' }, to) },
        ...board
          .all('department')
          .filter((one) => one.id !== own)
          .map((one) => ({
            label: one.fields.name ?? '',
            say: (step: string, to: ForWhom) => board.passOn('ownership_claim', { ...about(step), answer: 'not', points_to: one.id }, to),
          })),
        { label: t.dontKnow, say: (step, to) => board.passOn('ownership_claim', { ...about(step), answer: 'unknown' }, to) },
      ]
    case 'leading_vote':
      return (['customer', 'task', 'process', 'system', 'product'] as const).map((value) => ({
        label: t.leads[value],
        say: (step, to) => board.passOn('leading_vote', { ...about(step), value }, to),
      }))
    case 'vote':
      return Array.from({ length: (round.fields.max_per_item ?? 1) + 1 }, (_, count) => ({
        label: count === 0 ? t.proxy.none : t.proxy.dots(count),
        dots: count,
        say: (item, to) => board.passOn('vote', { round_id: round.id, item_id: item, count }, to),
      }))
    default:
      return []
  }
}
