import { describe, expect, it } from 'vitest'
import { qr, qrPath } from './qr'

/** Reads a path of runs back into a matrix: draws every `M x y h n`. */
function drawn(path: string, side: number): boolean[][] {
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(n); i++) rows[Number(y)]![Number(x) + i] = true
  }
  return rows
}

describe('qrPath', () => {
  it('joins neighbours in a row into one run', () => {
    expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z')
  })

  it('moves everything by the quiet zone', () => {
    expect(qrPath([[true]], 4)).toBe('M4 4h1v1h-1z')
  })
})

describe('qr', () => {
  it('draws the three finder patterns of a join link inside a quiet zone of four', () => {
    const { side, path } = qr('http://192.168.1.24:8080/K7M4QP')
    const rows = drawn(path, side)
    for (const [x, y] of [
      [4, 4],
      [side - 11, 4],
      [4, side - 11],
    ] as const) {
      expect(rows[y]!.slice(x, x + 7).filter(Boolean)).toHaveLength(7)
      expect(rows[y + 1]!.slice(x, x + 7)).toEqual([true, false, false, false, false, false, true])
    }
    const edge = [...rows.slice(0, 4), ...rows.slice(-4), ...rows.map((row) => [...row.slice(0, 4), ...row.slice(-4)])]
    expect(edge.flat().some(Boolean)).toBe(false)
  })

  it('differs for different links', () => {
    expect(qr('http://a/K7M4QP').path).not.toBe(qr('http://a/K7M4QQ').path)
  })
})
