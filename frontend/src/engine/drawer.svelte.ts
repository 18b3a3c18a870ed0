/** The drawer "Not placed": changes the server said no to, with the words in them. They stay over reloads until somebody decides. */
import { freshId } from './ids'
import type { Op } from './ops'
import type { Outbox, Stored } from './outbox'
import type { Lost } from './replica'

/** A change that could not be placed: kept over reloads until somebody retries or discards it. */
export interface NotPlaced {
  readonly key: string
  readonly code: string
  /** The server's sentence; '' when the server was not asked. */
  readonly message: string
  /** What was typed, to read and to copy. */
  readonly texts: readonly string[]
  readonly ops: readonly Op[]
  readonly at: number
  /** Tries it once more, on the board as it is now. */
  retry: () => void
  discard: () => void
}

export class Drawer {
  items = $state.raw<readonly NotPlaced[]>([])
  #outbox: Outbox | undefined
  /** Lost before the outbox was open. */
  #waiting: Stored[] = []

  constructor(
    readonly place: string,
    readonly clock: () => number,
    /** Puts it on the board as it is now; false = there is nothing to put it on. */
    readonly again: (stored: Stored) => boolean,
  ) {}

  /** Finds what earlier pages could not place. */
  async open(outbox: Outbox): Promise<void> {
    this.#outbox = outbox
    for (const stored of this.#waiting.splice(0)) await outbox.lose(stored)
    for (const stored of await outbox.drawer()) if (!this.items.some((item) => item.key === stored.key)) this.#show(stored)
  }

  lose(lost: Lost): void {
    const at = this.clock()
    const stored = { ...lost, at, key: `lost.${this.place}.${String(at)}.${freshId()}` }
    this.#show(stored)
    if (this.#outbox) void this.#outbox.lose(stored)
    else this.#waiting.push(stored)
  }

  #show(stored: Stored): void {
    const { key, code, message, texts, ops, at } = stored
    const discard = () => {
      this.items = this.items.filter((item) => item.key !== key)
      this.#waiting = this.#waiting.filter((item) => item.key !== key)
      void this.#outbox?.forget(key)
    }
    const retry = () => {
      if (this.again(stored)) discard()
    }
    this.items = [...this.items, { key, code, message, texts, ops, at, retry, discard }]
  }
}
