import { toasts } from '../toasts.svelte'
import { words } from '../../words/words.svelte'

/** So long the way to what runs now is offered to who goes on writing. */
const offered = 60_000

/** Whether somebody is in the middle of writing: their words are not taken from under their hands. */
export function isWriting(at: Element | null = document.activeElement): boolean {
  if (at instanceof HTMLTextAreaElement) return at.value.trim() !== ''
  if (at instanceof HTMLInputElement) return /^(text|search|number)$/.test(at.type) && at.value.trim() !== ''
  return at instanceof HTMLElement && at.isContentEditable && at.textContent.trim() !== ''
}

/** Brings people to what begins. Who is writing stays, and gets the way there as one tap. */
export class Follow {
  #offer = 0

  to(title: string, go: () => void): void {
    toasts.drop(this.#offer)
    if (!isWriting()) return go()
    const { to, go: label } = words.t.after.follow
    this.#offer = toasts.say(to(title), { label: label(title), do: go }, offered)
  }
}
