const vowel = /[aeiouyàáâäèéêëìíîïòóôöùúûü]/i

/** Sounds of two letters that a break must not part. */
const bound = /^(ch|th|ph|sh|ck|qu|tr|pr|br|dr|kr|gr|fr|vr|wr|pl|bl|kl|gl|fl|sl|st|sp|sc|kn)$/i

/**
 * Puts soft hyphens where a long word may break, by the simple rule of Dutch and English syllables: before the last consonant
 * between two vowels, never fewer than three letters at the ends. Browsers without a hyphenation dictionary (most on Linux) break
 * anywhere otherwise: “Doorverbo-nden”.
 */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}{9,}/gu, softenWord)
}

function softenWord(word: string): string {
  let out = ''
  let last = 0
  for (let i = 3; i <= word.length - 3; i++) {
    if (i - last < 2 || !breaks(word, i)) continue
    out += `${word.slice(last, i)}\u00ad`
    last = i
  }
  return out + word.slice(last)
}

/** Whether a new syllable starts at this letter: a consonant before a vowel, not the second half of a bound sound. */
function breaks(word: string, at: number): boolean {
  const [before, here, next] = [word[at - 1] ?? '', word[at] ?? '', word[at + 1] ?? '']
  if (bound.test(here + next) && vowel.test(word[at + 2] ?? ''))
    return !vowel.test(here) && (vowel.test(before) || !bound.test(before + here))
  return !vowel.test(here) && vowel.test(next) && !bound.test(before + here)
}
