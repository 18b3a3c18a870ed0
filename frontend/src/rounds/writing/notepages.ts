import type { Cluster } from './notes'

/** A page of the screen: columns from left to right, in each the clusters under each other. */
export type NotePage = Cluster[][]

/** In px of the 1920 × 1080 canvas; a text is cut after three lines. */
const size = { column: 800, head: 140, gap: 36, text: 38, line: 46, letters: 25, lines: 3 }
const columns = 3

const linesOf = (text: string) => Math.min(Math.max(Math.ceil([...text].length / size.letters), 1), size.lines)
const heightOf = (text: string) => size.text + linesOf(text) * size.line

/**
 * Puts clusters in columns and columns on pages; one that does not fit goes on under its head in the next column, so that none is
 * left out.
 */
export function pagesOf(clusters: readonly Cluster[]): NotePage[] {
  const pages: NotePage[] = [[[]]]
  let left = size.column
  const next = (): Cluster[] => {
    const page = pages.at(-1) ?? []
    if (page.length < columns) page.push([])
    else pages.push([[]])
    left = size.column
    return pages.at(-1)?.at(-1) ?? []
  }
  let column = pages[0]?.[0] ?? []
  for (const cluster of clusters) {
    let part: Cluster | undefined
    for (const text of cluster.texts) {
      const head = part ? 0 : size.head + (column.length ? size.gap : 0)
      if (head + heightOf(text.text) > left && column.length) {
        column = next()
        part = undefined
      }
      if (!part) {
        left -= size.head + (column.length ? size.gap : 0)
        part = { ...cluster, texts: [] }
        column.push(part)
      }
      part.texts.push(text)
      left -= heightOf(text.text)
    }
  }
  return pages.filter((page) => page.some((one) => one.length > 0))
}
