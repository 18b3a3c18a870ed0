// @vitest-environment jsdom
import { flushSync, type Component } from 'svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import type { Picture } from '../../ui/projector/picture'
import { Gallery } from './gallery.svelte'

type View = Component<{ board: BoardState; preview?: boolean }>

/** A picture that comes when the line is there. */
function picture(view: object, line: { up: boolean }): Picture {
  return { load: () => (line.up ? Promise.resolve({ default: view as View }) : Promise.reject(new Error('no line'))) }
}

const settle = async () => {
  await vi.advanceTimersByTimeAsync(0)
  flushSync()
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('keeps the last picture while the next cannot be fetched, and goes on to it when it comes', async () => {
  const line = { up: true }
  const map = picture({ name: 'map' }, line)
  const vote = picture({ name: 'vote' }, line)
  let wanted = $state.raw(map)
  let gallery!: Gallery
  const stop = $effect.root(() => {
    gallery = new Gallery(() => wanted)
  })
  flushSync()
  expect(gallery.drawn).toBeUndefined()
  await settle()
  expect(gallery.drawn?.picture).toBe(map)

  line.up = false
  wanted = vote
  flushSync()
  await settle()
  expect(gallery.drawn?.picture).toBe(map)

  line.up = true
  await vi.advanceTimersByTimeAsync(3000)
  flushSync()
  expect(gallery.drawn?.picture).toBe(vote)
  stop()
})

it('draws what was fetched before also without a line', async () => {
  const line = { up: true }
  const map = picture({ name: 'map' }, line)
  const vote = picture({ name: 'vote' }, line)
  let wanted = $state.raw(map)
  let gallery!: Gallery
  const stop = $effect.root(() => {
    gallery = new Gallery(() => wanted)
  })
  flushSync()
  await settle()
  gallery.fetchAll([map, vote])
  await settle()

  line.up = false
  wanted = vote
  flushSync()
  expect(gallery.drawn?.picture).toBe(vote)
  stop()
})
