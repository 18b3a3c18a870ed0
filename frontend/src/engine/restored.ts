/**
 * Two people delete the same words and both take it back: the words must not stand twice. So a change that would put words back
 * looks at what others put there since, and keeps only what is still missing.
 */
import type { Splice } from './ops'
import { tidy, transform } from './text'

/** Shorter pieces in common are chance. */
const leastCommon = 2

/**
 * The change that puts words back, rewritten to follow theirs; undefined where theirs put none of these words back. `text` is before
 * both.
 */
export function withoutRestored(back: readonly Splice[], theirs: readonly Splice[], text: string): Splice[] | undefined {
  let met = false
  const rest = back.flatMap((mine) => {
    const missing = missingOf(mine, theirs, text)
    if (missing) met = true
    return missing ?? transform([mine], theirs, true)
  })
  return met ? tidy(rest) : undefined
}

function missingOf(mine: Splice, theirs: readonly Splice[], text: string): Splice[] | undefined {
  if (mine[1] > 0 || mine[2] === '') return undefined
  const [at, , ins] = rightmost(mine, text)
  let shift = 0
  for (const their of theirs) {
    const [place, , put] = their[1] === 0 ? rightmost(their, text) : their
    const common = their[1] === 0 && place === at ? shared(ins, put) : undefined
    if (common) {
      const pieces: Splice[] = []
      if (common.before) pieces.push([place + shift, 0, common.before])
      if (common.after) pieces.push([place + shift + put.length, 0, common.after])
      return pieces
    }
    shift += their[2].length - their[1]
  }
  return undefined
}

/** The same insert, written as far to the right as it gives the same text. */
function rightmost([at, del, ins]: Splice, text: string): Splice {
  let [place, put] = [at, ins]
  for (let n = 0; n < ins.length && place < text.length && put[0] === text[place] && !surrogate(put[0] ?? ''); n++) {
    put = put.slice(1) + (put[0] ?? '')
    place++
  }
  return [place, del, put]
}

const surrogate = (unit: string) => unit >= '\ud800' && unit < '\ue000'

/** What of mine stands before and behind theirs when both are pieces of one text that overlap; undefined when they are not. */
function shared(mine: string, theirs: string): { before: string; after: string } | undefined {
  const inTheirs = theirs.indexOf(mine)
  if (mine === theirs || (inTheirs >= 0 && mine.length >= leastCommon)) return { before: '', after: '' }
  const inMine = mine.indexOf(theirs)
  if (inMine >= 0 && theirs.length >= leastCommon) return { before: mine.slice(0, inMine), after: mine.slice(inMine + theirs.length) }
  for (let n = Math.min(mine.length, theirs.length) - 1; n >= leastCommon; n--) {
    if (mine.slice(-n) === theirs.slice(0, n)) return { before: mine.slice(0, -n), after: '' }
    if (mine.slice(0, n) === theirs.slice(-n)) return { before: '', after: mine.slice(n) }
  }
  return undefined
}
