/** What fits into one push and one frame. */
import type { ClientFrame, Op } from './ops'

/** The server takes so many ops in one push, and 64 KiB in one frame; a unit is three bytes at most. */
const mostOps = 100
const mostUnits = 20_000
const mostBytes = 65_000

/** Cuts a long list of ops into pushes the server takes. */
export function slices(ops: readonly Op[]): Op[][] {
  const out: Op[][] = []
  let units = Infinity
  for (const op of ops) {
    const size = JSON.stringify(op).length
    const last = out.at(-1)
    if (last && last.length < mostOps && units + size <= mostUnits) {
      last.push(op)
      units += size
    } else {
      out.push([op])
      units = size
    }
  }
  return out
}

/** Whether the server would not take a frame of this size. */
export function tooBig(frame: ClientFrame): boolean {
  const text = JSON.stringify(frame)
  return text.length > mostUnits && new TextEncoder().encode(text).length > mostBytes
}
