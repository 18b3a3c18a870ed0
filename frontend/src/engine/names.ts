/**
 * Names as they are kept and told apart. The exact mirror of boards/name.go and boards/lookalike.go; boards/testdata/names.json
 * holds the vectors of both.
 */

// Every white space of Unicode but U+0085, which is a control character.
const space = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
const spaces = new RegExp(`${space.source}+`, 'g')

/** Characters without a shape of their own: zero width, direction marks, fillers, tags. */
const unseenOnes =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u3164\\uffa0\\u17b4\\u17b5\\u200b\\u200e\\u200f\\u2060-\\u2064' +
  '\\u206a-\\u206f\\u180b-\\u180f\\ufe00-\\ufe0e\\u{e0000}-\\u{e0fff}'
// eslint-disable-next-line no-misleading-character-class -- each is meant by itself
const unseen = new RegExp(`[${unseenOnes}]`, 'u')
/** What says nothing about how a name looks. */
// eslint-disable-next-line no-misleading-character-class
const silent = new RegExp(`[${unseenOnes}\\u200c\\u200d\\ufe0f\\p{White_Space}\\p{P}]`, 'u')

const emojiStyle = '\ufe0f'
const joins = (letter: string) => letter === '\u200c' || letter === '\u200d' || letter === emojiStyle

/** Beyond Latin, Greek and Cyrillic: scripts whose letters join, and pictures. */
function wide(letter: string | undefined): boolean {
  const at = letter?.codePointAt(0) ?? 0
  return at >= 0x530 && !(at >= 0x1e00 && at <= 0x1fff) && !space.test(letter ?? '') && !unseen.test(letter ?? '')
}

/** A name as people read it: no spaces around it, one space inside, nothing in it that cannot be seen. */
export function tidyName(name: string): string {
  const letters = [...name]
  const kept = letters.filter((letter, i) => {
    if (space.test(letter)) return true
    if (unseen.test(letter)) return false
    return !joins(letter) || (wide(letters[i - 1]) && (letter === emojiStyle || wide(letters[i + 1])))
  })
  return kept.join('').replace(spaces, ' ').replace(/^ | $/g, '')
}

/** How a role is called in both languages: whoever gave no name of their own is called so. */
const roleWords = [
  ...['begeleider', 'facilitator', 'medebegeleider', 'co-facilitator', 'deelnemer', 'participant'],
  ...['meekijker', 'observer', 'klantgast', 'customer guest'],
]

/** Whether a name is only the word for a role. */
export function nameless(name: string): boolean {
  const bare = name.trim().toLowerCase()
  return bare === '' || roleWords.includes(bare)
}

/** Somebody as a list shows them: their name and where they belong, a department or else a role. */
export interface Seated {
  readonly id: string
  readonly name: string
  readonly place: string
}

/**
 * Every person's name by id. Whoever's looks like somebody else's has their place beside it, and a number where the place does not
 * tell them apart: “Jan (Keuken)”, “Jan (Winkel 2)”.
 */
export function toldApart(people: readonly Seated[]): Map<string, string> {
  const looks = people.map(({ name }) => look(name))
  const here = people.map(({ place }, i) => `${looks[i] ?? ''}\n${place}`)
  const [alike, beside, nth] = [counted(looks), counted(here), new Map<string, number>()]
  const names = new Map<string, string>()
  for (const [i, { id, name, place }] of people.entries()) {
    names.set(id, name)
    if ((alike.get(looks[i] ?? '') ?? 0) < 2 || name === '') continue
    const key = here[i] ?? ''
    const number = (nth.get(key) ?? 0) + 1
    nth.set(key, number)
    const words = place.split(spaces).filter(Boolean)
    if ((beside.get(key) ?? 0) > 1 || words.length === 0) words.push(String(number))
    names.set(id, `${name} (${words.join(' ')})`)
  }
  return names
}

function counted(list: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const one of list) count.set(one, (count.get(one) ?? 0) + 1)
  return count
}

/** The skeleton of a name without what stands in brackets behind it: nobody gets “(Keuken 2)” by typing it. */
export function look(name: string): string {
  for (;;) {
    name = name.replace(/\p{White_Space}+$/u, '')
    if (!/[)\]}）]$/.test(name)) break
    const at = Math.max(...['(', '[', '{', '（'].map((bracket) => name.lastIndexOf(bracket)))
    if (at < 1) break
    name = name.slice(0, at)
  }
  return skeleton(name)
}

/**
 * The same for two names that look the same: in any case, with letters of Latin, Greek or Cyrillic that share a shape, with other
 * spaces and punctuation. Accents tell names apart.
 */
export function skeleton(name: string): string {
  let out = ''
  for (const letter of name) {
    for (const part of parts(plainShape(letter))) {
      if (silent.test(part)) continue
      const low = part.toLowerCase()
      out += shapes.get(part) ?? shapes.get(low) ?? low
    }
  }
  return out.replaceAll('rn', 'm').replaceAll('vv', 'w') || name
}

/** A letter of Latin, Greek or Cyrillic and its accents, apart. */
function parts(letter: string): string {
  const at = letter.codePointAt(0) ?? 0
  return (at >= 0xc0 && at <= 0x52f) || (at >= 0x1e00 && at <= 0x1fff) ? letter.normalize('NFD') : letter
}

/** Undoes the alphabets of signs: full width, circled, and bold or slanted mathematics. */
function plainShape(letter: string): string {
  const at = letter.codePointAt(0) ?? 0
  if (at >= 0xff01 && at <= 0xff5e) return String.fromCodePoint(at - 0xfee0)
  if (at >= 0x24b6 && at <= 0x24e9) return String.fromCodePoint(0x61 + ((at - 0x24b6) % 26))
  if (at >= 0x1d400 && at <= 0x1d6a3) return String.fromCodePoint(0x61 + ((at - 0x1d400) % 26))
  if (at >= 0x1d7ce && at <= 0x1d7ff) return String.fromCodePoint(0x30 + ((at - 0x1d7ce) % 10))
  return letter
}

/** What shares a shape: the sign, then what it is taken for. */
const shapes = new Map(
  (
    'il 1l |l ıl ǀl 0o ſs ɑa ɡg ɩl ɪl æae œoe ĳlj ﬀff ﬁfl ﬂfl ﬃffl ﬄffl ʀr ʙb ɢg ʜh ʏy ʟl ɴn ɶoe ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ' +
    'ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ' +
    'аa вb гr еe зз һh іl јj кk мm нh оo пn рp сc тt уy үy хx ѕs ԁd ԛq ԝw ѵv ѡw ьb ӏl єe ' +
    'αa βß γy εe ζz ηn ιl κk μu µu νv οo ρp σo ςs τt υu χx ωw Αa Βb Εe Ζz Ηh Ιl Κk Μm Νn Οo Ρp Τt Υy Χx ' +
    '\u0326\u0327 \u0306\u030c'
  )
    .split(' ')
    .map((pair) => {
      const [sign = '', ...like] = pair
      return [sign, like.join('')] as const
    }),
)
