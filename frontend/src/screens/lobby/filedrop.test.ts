import { describe, expect, it, vi } from 'vitest'
import { FileDrop } from './filedrop.svelte'

const dragged = (types: string[], files: File[] = [], relatedTarget: object | null = null) => {
  const event = { dataTransfer: { types, files }, relatedTarget, preventDefault: vi.fn() }
  return event as typeof event & DragEvent
}

describe('a file on the start page', () => {
  it('is taken when it falls, and the browser stays', () => {
    const take = vi.fn()
    const drop = new FileDrop(take)
    const file = new File(['{}'], 'bord.json')
    drop.hover(dragged(['Files']))
    expect(drop.over).toBe(true)
    const fallen = dragged(['Files'], [file])
    drop.drop(fallen)
    expect([drop.over, take.mock.calls, fallen.preventDefault.mock.calls.length]).toEqual([false, [[file]], 1])
  })

  it('text that is dragged into a field is not ours', () => {
    const take = vi.fn()
    const drop = new FileDrop(take)
    const word = dragged(['text/plain'])
    drop.hover(word)
    drop.drop(word)
    expect([drop.over, take.mock.calls.length, word.preventDefault.mock.calls.length]).toEqual([false, 0, 0])
  })

  it('hangs above the page until it leaves the window', () => {
    const drop = new FileDrop(vi.fn())
    drop.hover(dragged(['Files']))
    drop.leave(dragged(['Files'], [], {}))
    expect(drop.over).toBe(true)
    drop.leave(dragged(['Files']))
    expect(drop.over).toBe(false)
  })
})
