// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { roving } from './roving'

let list: HTMLElement
const stops = () => [...list.querySelectorAll<HTMLElement>('[tabindex="0"]')].map((one) => one.id)
const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.activeElement?.dispatchEvent(event)
  return [document.activeElement?.id, event.defaultPrevented]
}

beforeEach(() => {
  const items = `<ol><li><button id="a"></button></li>
    <li><button id="b"></button><input id="b2" type="number"><button id="b3"></button></li><li><button id="c"></button></li></ol>`
  document.body.replaceChildren(document.createRange().createContextualFragment(items))
  list = document.querySelector('ol') as HTMLElement
  roving((node) => node.querySelector<HTMLElement>('#b'))(list)
})

describe('a list as one stop', () => {
  it('has one stop for Tab, there where the work is', () => {
    expect(stops()).toEqual(['b'])
    document.getElementById('c')?.focus()
    expect(stops()).toEqual(['c'])
  })

  it('walks rows and what they hold, and ends at the ends', () => {
    document.getElementById('b')?.focus()
    expect(press('ArrowUp')).toEqual(['a', true])
    expect(press('ArrowUp')).toEqual(['a', true])
    expect(press('End')).toEqual(['c', true])
    expect(press('ArrowUp')).toEqual(['b', true])
    expect(press('ArrowRight')).toEqual(['b2', true])
    expect(press('ArrowRight')).toEqual(['b2', false]) // the arrows of a number are its own
    expect(press('Escape')).toEqual(['b', true])
    expect(press('ArrowDown', { altKey: true })).toEqual(['b', false]) // moves the row, elsewhere
    expect(press('Enter')).toEqual(['b', false])
  })

  it('keeps its one stop when rows come and go', async () => {
    document.getElementById('c')?.focus()
    list.lastElementChild?.remove()
    await vi.waitFor(() => expect(stops()).toEqual(['b']))
  })
})
