/** Who is where on the board. It is never stored: the server tells it as changes, and everything of it after a welcome. */
import type { ClientFrame, Presence } from './ops'

interface Place {
  at: string | null
  field?: string
  typing?: boolean
  hidden?: boolean
}

/** What this needs of the page's board. */
export interface Surroundings {
  live: () => boolean
  /** Whether nobody else may know that this record exists. */
  sealed: (id: string) => boolean
  send: (frame: ClientFrame) => void
}

const pause = 300
/** The server forgets after six seconds that somebody types. */
const typingAgain = 4000

export class Whereabouts {
  people = $state.raw<ReadonlyMap<string, Presence>>(new Map())
  #here: Place = { at: null }
  #told: Place = { at: null }
  /** Nobody looks at this page: its person is away, however long the phone in a pocket answers pings. */
  #hidden = false
  #toldAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #everybodyNext = false

  constructor(
    readonly around: Surroundings,
    readonly clock: () => number,
  ) {}

  /** After a welcome: the server knows nothing of this page yet, and says of everybody where they are. */
  anew(): void {
    this.#everybodyNext = true
    this.#told = { at: null }
    this.#tell()
  }

  hear(list: readonly (Presence & { personId: string })[]): void {
    const people = new Map(this.#everybodyNext ? [] : this.people)
    this.#everybodyNext = false
    for (const { personId, ...where } of list) {
      if (where.online) people.set(personId, where)
      else people.delete(personId)
    }
    this.people = people
  }

  /** Where I am from now on; told a moment later, and not where the record is sealed. */
  here(at: string | null, field?: string | null, typing = false): void {
    const sealed = at !== null && this.around.sealed(at)
    this.#here = { at: sealed ? null : at, ...(field && !sealed ? { field } : {}), ...(typing && !sealed ? { typing } : {}) }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#tell()
    }, pause)
  }

  /** Told at once, because a browser may freeze a hidden page a moment later. */
  look(seen: boolean): void {
    if (this.#hidden === !seen) return
    this.#hidden = !seen
    this.#tell()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #tell(): void {
    const now = this.clock()
    const place: Place = this.#hidden ? { at: null, hidden: true } : this.#here
    const stands = samePlace(place, this.#told) && !(place.typing && now - this.#toldAt > typingAgain)
    if (!this.around.live() || stands) return
    this.#told = place
    this.#toldAt = now
    this.around.send({ type: 'here', ...place })
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.at === b.at && a.field === b.field && a.typing === b.typing && a.hidden === b.hidden
}
