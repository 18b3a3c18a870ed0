import { describe, expect, it } from 'vitest'
import { pagesOf } from './notepages'
import type { Cluster } from './notes'

const cluster = (n: number, texts: string[]): Cluster => ({
  key: `s${n}`,
  n,
  title: `Step ${n}`,
  texts: texts.map((text, i) => ({ id: `s${n}-${i}`, kind: 'pain', text })),
})
const short = 'Nobody calls back'
const long = 'The customer tells the same story four times to four departments and hears nothing'

describe('pages of notes on the screen in the room', () => {
  it('puts two steps of one short note each in a column, so that eight fit on one page and a half is not empty', () => {
    const pages = pagesOf(Array.from({ length: 8 }, (_, i) => cluster(i + 1, [short])))
    expect(pages.map((page) => page.map((column) => column.map((one) => one.n)))).toEqual([
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8],
      ],
    ])
  })

  it('goes on in the next column under the same head: no note is left out', () => {
    const pages = pagesOf([cluster(1, Array<string>(14).fill(long)), cluster(2, [short])])
    const shown = pages.flat(2)
    expect(shown.flatMap((one) => one.texts).length).toBe(15)
    expect(shown.filter((one) => one.n === 1).length).toBeGreaterThan(1)
    expect(pages.length).toBe(2)
    expect(pages.every((page) => page.length <= 3)).toBe(true)
  })

  it('has no page without notes', () => {
    expect(pagesOf([])).toEqual([])
  })
})
