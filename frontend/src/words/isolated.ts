/**
 * A text of somebody inside a sentence of ours, so that a name from right to left does not turn the sentence around. For places that
 * take a plain string; in markup, `<bdi>` and `dir="auto"` do the same.
 */
export function isolated(text: string): string {
  return text === '' ? '' : `\u2068${text}\u2069`
}
