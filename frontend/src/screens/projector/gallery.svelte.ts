import type { Component } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { BoardState } from '../../engine/board.svelte'
import type { Picture } from '../../ui/projector/picture'

type View = Component<{ board: BoardState; preview?: boolean }>

export interface Drawn {
  picture: Picture
  View: View
}

/** So long until a picture that could not be fetched is asked for again, in ms. */
const again = 3000

/** The pictures that were fetched. One that is not there yet does not take the last one off the screen. */
export class Gallery {
  readonly #wanted: () => Picture
  readonly #fetched = new SvelteMap<Picture, View>()
  #last: Drawn | undefined

  /** Must be made where effects may be. */
  constructor(wanted: () => Picture) {
    this.#wanted = wanted
    $effect(() => {
      const picture = wanted()
      if (this.#fetched.has(picture)) return
      void this.#fetch(picture)
      const timer = setInterval(() => void this.#fetch(picture), again)
      return () => clearInterval(timer)
    })
  }

  /** What is on the screen: the picture that is wanted, until it came the last one. */
  drawn = $derived.by((): Drawn | undefined => {
    const picture = this.#wanted()
    const View = this.#fetched.get(picture)
    if (View) this.#last = { picture, View }
    return this.#last
  })

  /** Fetches the others one after the other. Gives what stops it. */
  fetchAll(pictures: readonly Picture[]): () => void {
    let on = true
    const run = async () => {
      for (const picture of pictures) if (on && !this.#fetched.has(picture)) await this.#fetch(picture)
    }
    void run()
    return () => (on = false)
  }

  async #fetch(picture: Picture): Promise<void> {
    // What fails is asked for again while it is wanted.
    await picture.load().then(
      (loaded) => this.#fetched.set(picture, loaded.default),
      () => undefined,
    )
  }
}
