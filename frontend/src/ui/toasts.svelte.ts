/** One short sentence at the foot of the page, with at most one thing to do about it. */
export interface Toast {
  id: number
  text: string
  action?: { label: string; do: () => void }
}

/** Long enough to read and to reach the action by keyboard. */
const stays = 8000

/** The sentences that are shown now. A new one never covers an older one. */
export class Toasts {
  list = $state<Toast[]>([])
  /** Open sheets: all else is out of reach, so the sentences stand in the sheet. */
  sheets = $state(0)
  #next = 1

  /** Shows a sentence for so many milliseconds and announces it politely; returns its id. */
  say(text: string, action?: Toast['action'], ms = stays): number {
    const id = this.#next++
    this.list.push(action ? { id, text, action } : { id, text })
    setTimeout(() => this.drop(id), ms)
    return id
  }

  /** The same, unless just this sentence is still shown: what is refused twenty times is said once. */
  sayOnce(text: string): void {
    if (!this.list.some((toast) => toast.text === text)) this.say(text)
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
