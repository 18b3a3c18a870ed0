/** Which texts say nearly the same: the share of words they have in common. */

const small = new Set(
  (
    'de het een en of van voor in op is wordt worden te dat die dit er je we ik niet met om bij aan naar als ze ' +
    'the a an and or of for in on is are to that this it you we i not with at by as they'
  ).split(' '),
)

function wordsOf(text: string): Set<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(found.filter((word) => !small.has(word)))
}

/** Shared words over all words, from 0 to 1; 0 when one of them says nothing. */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  const shared = [...left].filter((word) => right.has(word)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** The others, most alike first; equals keep their order. */
export function mostAlike<T extends { text: string }>(text: string, others: readonly T[]): (T & { alike: boolean })[] {
  return others
    .map((other) => ({ other, score: likeness(text, other.text) }))
    .sort((a, b) => b.score - a.score)
    .map(({ other, score }) => ({ ...other, alike: score >= 0.3 }))
}
