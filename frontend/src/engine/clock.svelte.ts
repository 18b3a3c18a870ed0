import { createSubscriber } from 'svelte/reactivity'
import type { BoardState } from './board.svelte'

/** A clock that all components share, a quarter of a second fine. It runs only while something on the page shows the time. */
class Ticking {
  readonly #follow = createSubscriber((update) => {
    const timer = setInterval(update, 250)
    return () => clearInterval(timer)
  })

  get now(): number {
    this.#follow()
    return Date.now()
  }
}

export const ticking = new Ticking()

export interface ClockFace {
  /** 12:48 left; −1:05 when over. */
  text: string
  state: 'running' | 'paused' | 'over'
  /** In whole seconds, rounded up. */
  leftMs: number
}

/**
 * What the workshop clock shows now; null when it is idle. `tick` makes it follow the page's ticking; the time itself is the
 * server's, because laptops differ by minutes.
 */
export function clockOf(board: BoardState, tick: number): ClockFace | null {
  const timer = board.one('timer')?.fields
  if (!timer || tick === 0) return null
  if (timer.state === 'paused') return face(timer.remaining_ms ?? 0, 'paused')
  if (timer.state !== 'running' || !timer.ends_at) return null
  const left = Date.parse(timer.ends_at) - board.now()
  return face(left, left < 0 ? 'over' : 'running')
}

/** The clock of the stage of a writing round; null when none has one. Of the last, where all talk, it ends by itself. */
export function stageClockOf(board: BoardState, tick: number): ClockFace | null {
  const timer = board.one('timer')?.fields
  if (!timer || tick === 0) return null
  if (timer.stage_left_ms !== undefined) return face(timer.stage_left_ms, 'paused')
  if (!timer.stage_ends_at) return null
  const left = Date.parse(timer.stage_ends_at) - board.now()
  const writing = board.all('round').some((round) => round.fields.collect === 'writing' && round.fields.state === 'open')
  return left < 0 && !writing ? null : face(left, left < 0 ? 'over' : 'running')
}

/** What people look at: the stage they are in, else the item. */
export const nearestClock = (board: BoardState, tick: number): ClockFace | null => stageClockOf(board, tick) ?? clockOf(board, tick)

/** Faces of the last minute. The same second gives the same object: what hangs on a clock is done anew once a second, not at each tick. */
const faces = new Map<string, ClockFace>()

function face(leftMs: number, state: ClockFace['state']): ClockFace {
  const left = Math.ceil(leftMs / 1000)
  const key = `${String(left)} ${state}`
  const known = faces.get(key)
  if (known) return known
  const seconds = Math.abs(left)
  const text = `${leftMs <= -1000 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  if (faces.size > 60) faces.clear()
  const fresh = { text, state, leftMs: left * 1000 }
  faces.set(key, fresh)
  return fresh
}
