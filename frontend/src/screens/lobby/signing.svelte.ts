import { api, type Signed } from '../../engine/api'
import { words } from '../../words/words.svelte'

/** Whether this server wants an organisation's account of whoever begins a workshop, and whose was shown here. Joining asks for none. */
export class Signing {
  needed = $state(false)
  person = $state.raw<Signed | null>(null)

  /** To the provider and back; a page of the server, not of this program. */
  readonly address = $derived(`/signin/start?lang=${words.served}`)
  /** Nothing can be begun yet. */
  readonly missing = $derived(this.needed && this.person === null)

  /** A server that cannot be asked says so elsewhere; the wish to begin says it again. */
  async look(): Promise<void> {
    try {
      const { needed, person } = await api.signin()
      this.needed = needed
      this.person = person ?? null
    } catch {
      // see above
    }
  }

  async out(): Promise<void> {
    await api.signOut()
    this.person = null
  }

  /** The server said so: the sign-in ended meanwhile. */
  ended(): void {
    this.needed = true
    this.person = null
  }
}

export const signing = new Signing()
