import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { fixFor } from '../../ui/fixes/topains'
import { Half } from '../../ui/half.svelte'

/** The cards that a writing round asks for. */
export const written = ['pain', 'rule', 'fix'] as const
export type Card = (typeof written)[number]

/** Which of them this round asks for. */
export const cardOf = (round: Rec<'round'>): Card => round.fields.writes ?? 'pain'

/** A card that is being written in a round and is nobody's yet: its words and where it belongs, kept on this device. */
export class HalfCard {
  readonly words: Half
  readonly step: Half
  /** The pain that a fix is for. */
  readonly pain: Half

  constructor(
    readonly board: BoardState,
    readonly card: Card = 'pain',
  ) {
    const name = card === 'pain' ? 'writing' : `writing.${card}`
    this.words = new Half(board, name)
    this.step = new Half(board, `${name}.step`)
    this.pain = new Half(board, `${name}.pain`)
  }

  /** Makes the card, at the step or for the pain that was chosen while that is there. The next idea is for the same pain. */
  place(): void {
    const text = this.words.text.trim()
    const step = this.board.get(this.step.text, 'step') ? { step_id: this.step.text } : {}
    if (text) this.board.put(this.card, { text, ...step, ...fixFor(this.board, this.pain.text) })
    this.words.text = ''
    this.step.text = ''
  }

  forget(): void {
    this.words.text = ''
    this.step.text = ''
    this.pain.text = ''
  }
}
