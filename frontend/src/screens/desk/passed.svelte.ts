/** What this page passed on for who has no device. The server shows it to nobody again, so only its yes counts as said. */
import { SvelteMap } from 'svelte/reactivity'
import type { Refused } from '../../engine/board.svelte'

/** What became of the latest thing passed on under a key. */
export type Standing = 'none' | 'under way' | 'stored' | 'refused'

export class Passed {
  readonly #stored = new SvelteMap<string, number>()
  readonly #underWay = new SvelteMap<string, number>()
  readonly #refused = new SvelteMap<string, Refused>()
  readonly #turns = new Map<string, number>()

  /** What the server has. */
  stored(key: string): number {
    return this.#stored.get(key) ?? 0
  }

  /** What it will have when all goes well: the next press counts on from here. */
  wished(key: string): number {
    return this.#underWay.get(key) ?? this.stored(key)
  }

  standing(key: string): Standing {
    if (this.#refused.has(key)) return 'refused'
    if (this.#underWay.has(key)) return 'under way'
    return this.#stored.has(key) ? 'stored' : 'none'
  }

  /** The no to the latest, for its sentence. */
  refusal(key: string): Refused | undefined {
    return this.#refused.get(key)
  }

  /** A number that goes along with the next thing said, and is nothing to store by itself. */
  note(key: string, value: number): void {
    this.#stored.set(key, value)
  }

  /** Waits for the answer to what was just sent. A newer wish under the same key decides what is shown. */
  async pass(key: string, value: number, answer: Promise<Refused | null>): Promise<void> {
    const turn = (this.#turns.get(key) ?? 0) + 1
    this.#turns.set(key, turn)
    this.#underWay.set(key, value)
    this.#refused.delete(key)
    const no = await answer
    if (!no) this.#stored.set(key, value)
    if (this.#turns.get(key) !== turn) return
    this.#underWay.delete(key)
    if (no) this.#refused.set(key, no)
  }
}
