import type { BoardState } from '../engine/board.svelte'
import { forget, keep, kept } from '../engine/kept'

const isText = (found: unknown): found is string => typeof found === 'string'

/** Words that are not on the board yet: kept on this device for the person who writes, until they are placed or thrown away. */
export class Half {
  readonly #place: string
  #text = $state('')

  constructor(board: BoardState, what: string) {
    this.#place = `half.${board.boardId}.${board.you?.personId ?? ''}.${what}`
    this.#text = kept('local', this.#place, isText, '')
  }

  get text(): string {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    if (text.trim()) keep('local', this.#place, text)
    else forget('local', this.#place)
  }
}
