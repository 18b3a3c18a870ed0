/** Letters that run from right to left: Hebrew, Arabic and their neighbours, N’Ko, Adlam and the older scripts. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A text of somebody inside a sentence of ours, so that a name from right to left does not turn the sentence around. Our languages run
 * from left to right, so other names need nothing. In markup, `<bdi>` and `dir="auto"` do the same.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) && !text.startsWith('\u2068') ? `\u2068${text}\u2069` : text
}

type Sentence = (...parts: unknown[]) => unknown

/** The same dictionary, whose sentences set every text they are given apart: no screen can forget it. */
export function isolating<Node extends object>(dictionary: Node): Node {
  const apart = (part: unknown): unknown => (typeof part === 'string' ? isolated(part) : Array.isArray(part) ? part.map(apart) : part)
  const guarded = (node: unknown): unknown => {
    if (typeof node === 'function') return (...parts: unknown[]) => (node as Sentence)(...parts.map(apart))
    if (Array.isArray(node)) return node.map(guarded)
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, guarded(child)]))
  }
  return guarded(dictionary) as Node
}
