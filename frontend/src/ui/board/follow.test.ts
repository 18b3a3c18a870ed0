// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { toasts } from '../toasts.svelte'
import { words } from '../../words/words.svelte'
import { Follow, isWriting } from './follow'

function focused(html: string): Element | null {
  document.body.replaceChildren(document.createRange().createContextualFragment(html))
  ;(document.body.firstElementChild as HTMLElement).focus()
  return document.activeElement
}

afterEach(() => {
  for (const toast of [...toasts.list]) toasts.drop(toast.id)
})

describe('following the agenda', () => {
  it('takes along who does not write, also with the cursor in an empty field', () => {
    let gone = 0
    for (const html of ['<button>b</button>', '<textarea></textarea>', '<input>', '<input type="checkbox" value="on">']) {
      focused(html)
      new Follow().to('Stippen', () => gone++)
    }
    expect([gone, toasts.list.length]).toEqual([4, 0])
  })

  it('leaves who writes where they are, with one tap to go along', () => {
    const text = focused('<textarea></textarea>') as HTMLTextAreaElement
    text.value = 'De klant hoort niets'
    expect(isWriting()).toBe(true)
    let gone = 0
    const follow = new Follow()
    follow.to('Pauze', () => gone++)
    follow.to('Stippen', () => gone++)
    expect(gone).toBe(0)
    expect(toasts.list.map((toast) => toast.action?.label)).toEqual([words.t.after.follow.go('Stippen')])
    toasts.list[0]?.action?.do()
    expect(gone).toBe(1)
  })
})
