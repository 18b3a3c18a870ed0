import type { BoardState } from '../../engine/board.svelte'

/** Least time between two words about where I am, in ms. */
const pause = 300
/** So long after the last key one is no longer typing. */
const still = 2500

/** Tells the others where I am, not more often than they can see. */
export class Here {
  #last = 0
  #later: ReturnType<typeof setTimeout> | undefined
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(readonly board: BoardState) {}

  at(id: string | null, field: string | null = null, typing = false): void {
    clearTimeout(this.#later)
    clearTimeout(this.#quiet)
    const wait = Math.max(0, this.#last + pause - Date.now())
    this.#later = setTimeout(() => {
      this.#last = Date.now()
      this.board.here(id, field, typing)
      if (typing) this.#quiet = setTimeout(() => this.at(id, field, false), still)
    }, wait)
  }

  stop(): void {
    clearTimeout(this.#later)
    clearTimeout(this.#quiet)
  }
}
