/** A number that reactions follow. Bumping reads nothing, so it is safe inside an effect. */
class Signal {
  #plain = 0
  #shown = $state(0)

  read(): void {
    void this.#shown
  }

  bump(): void {
    this.#shown = ++this.#plain
  }
}

/** One signal per kind of record: components run again only when their kind changed. Made up front, because a signal made inside a
 * derived is not followed by it. */
export class Signals {
  readonly #kinds: Map<string, Signal>
  readonly #others = new Signal()

  constructor(kinds: Iterable<string>) {
    this.#kinds = new Map([...kinds].map((kind) => [kind, new Signal()]))
  }

  read(kind: string): void {
    ;(this.#kinds.get(kind) ?? this.#others).read()
  }

  /** For something that is not there yet: anything that changes may bring it. */
  readAny(): void {
    this.#others.read()
  }

  bump(kinds: Iterable<string>): void {
    for (const kind of kinds) this.#kinds.get(kind)?.bump()
    this.#others.bump()
  }
}
