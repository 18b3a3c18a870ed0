import type { BoardState } from '../../engine/board.svelte'
import { Half } from '../../ui/half.svelte'

/** A pain that is being written in a round and is nobody's card yet: its words and its step, kept on this device. */
export class HalfPain {
  readonly words: Half
  readonly step: Half

  constructor(readonly board: BoardState) {
    this.words = new Half(board, 'writing')
    this.step = new Half(board, 'writing.step')
  }

  /** Makes the card, at the step that was chosen while that is there. */
  place(): void {
    const text = this.words.text.trim()
    const step = this.board.get(this.step.text, 'step') ? { step_id: this.step.text } : {}
    if (text) this.board.put('pain', { text, ...step })
    this.forget()
  }

  forget(): void {
    this.words.text = ''
    this.step.text = ''
  }
}
