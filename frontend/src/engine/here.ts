import type { BoardState } from './board.svelte'

/** So long after the last key one is no longer typing. */
const still = 2500

/** Tells the others where I am, and that I no longer type when I have stopped. The board itself holds back what comes too often. */
export class Here {
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(readonly board: BoardState) {}

  at(id: string | null, field: string | null = null, typing = false): void {
    clearTimeout(this.#quiet)
    this.board.here(id, field, typing)
    if (typing) this.#quiet = setTimeout(() => this.at(id, field, false), still)
  }

  stop(): void {
    clearTimeout(this.#quiet)
  }
}
