import type { BoardState } from '../../engine/board.svelte'
import { stepsOf, type StepInJourney } from '../../engine/journey'
import type { Rec } from '../../engine/ops'
import { howMight } from '../../ui/fixes/howmight'
import { firstWithoutFix, painsToFix } from '../../ui/fixes/topains'
import { words } from '../../words/words.svelte'
import type { Card } from './half.svelte'

/** What writing a card asks beside its words. */
interface Asks {
  /** At which of these it hangs; none where it hangs at no step. */
  steps: (board: BoardState) => readonly StepInJourney[]
  /** For which of these pains it is; none where it is for no pain. */
  pains: (board: BoardState) => { id: string; text: string }[]
  /** The question above the field, about the pain that is chosen; '' = none. */
  question: (board: BoardState, pain: string) => string
  /** What stands above a card that was written: where it hangs, or what it is for. */
  above: (board: BoardState, card: Rec<Card>) => string
  /** How bad it is, is one tap below it. */
  weighs?: true
}

const nothing: Asks = { steps: () => [], pains: () => [], question: () => '', above: () => '' }

const fieldOf = (card: Rec<Card>, field: string) => (card.fields as Record<string, unknown>)[field]

export const asks: Record<Card, Asks> = {
  rule: nothing,
  pain: {
    ...nothing,
    steps: stepsOf,
    above: (board, card) => {
      const at = stepsOf(board).find((step) => step.id === fieldOf(card, 'step_id'))
      return at ? words.t.rounds.result.step(at.number, at.title) : ''
    },
    weighs: true,
  },
  fix: {
    ...nothing,
    pains: painsToFix,
    question: (board, pain) => howMight(board, pain || firstWithoutFix(board)),
    above: (board, card) => {
      const [pain = ''] = (fieldOf(card, 'pain_ids') as string[] | undefined) ?? []
      return board.get(pain, 'pain')?.fields.text ?? ''
    },
  },
}
