/**
 * What people paste: a list out of a word processor, with its bullets, or cells out of a spreadsheet, with its quotes, its column of
 * numbers and its heads.
 */

/** One line of what was pasted. */
export interface PastedRow {
  text: string
  phase?: string
  department?: string
}

export interface Pasted {
  rows: PastedRow[]
  /** How many there were, before `most`. */
  found: number
  /** The columns that may hold the words, when more than one does and no head says which. */
  choices: { column: number; sample: string }[]
  /** The column that was taken. */
  column: number
  /** The first line was a head, the first column numbers. */
  head: boolean
  numbers: boolean
}

/** More than this is no list that somebody reads. */
const mostRows = 60

/** Bullets of word processors, with those of symbol fonts (private use), boxes to tick, and dashes. */
const sign = /^(?:[-–—*+•·●○■□▪▫◦‣⁃➢►▸❖✓✔☐☑☒\uf000-\uf0ff]|\[[ xX]?\])$/u
/** 1. 1) (1) 1.1 1.1. a) (a) iv) — a letter with a dot only in a cell of its own: "A. Jansen" is a name. */
const ordinal = /^(?:\(?\d{1,3}[.):]|\d{1,3}(?:\.\d{1,3})+[.):]?|\(?[a-zA-Z][)]|\(?[ivxIVX]{1,5}[)])$/u
const cellOrdinal = /^(?:[a-zA-Z]\.|[ivxIVX]{1,5}\.|o|§)$/u
const spaced = /^(\S{1,7})[\s\u00a0]+(?=\S)/u

const isMarker = (cell: string) => sign.test(cell) || ordinal.test(cell) || cellOrdinal.test(cell)

/** A line without the bullet or number in front of its words; "- [ ] bel" has two. */
function unmarked(line: string): string {
  let rest = line.trim()
  for (let n = 0; n < 2; n++) {
    const box = /^\[[ xX]?\]\s+/.exec(rest)
    if (box) rest = rest.slice(box[0].length)
    const found = spaced.exec(rest)
    const marker = found?.[1] ?? ''
    // "1.5 uur" is an amount; in front of words a number of two parts is closed by a dot.
    if (!found || !(sign.test(marker) || (ordinal.test(marker) && !/^\d+\.\d+$/.test(marker)))) break
    rest = rest.slice(found[0].length)
  }
  return isMarker(rest) && !/[a-z]/i.test(rest) ? '' : rest
}

interface Wish {
  most?: number
  /** Where the words are, when one chose. */
  column?: number | undefined
  /** A line above bullets is the phase of what follows. */
  headings?: boolean
}

/** Reads what was pasted. */
export function readPaste(text: string, { most = mostRows, column, headings = false }: Wish = {}): Pasted {
  const lines = cellsOf(text)
  const above = headings ? headingsOf(lines) : undefined
  const cells = above ? lines.filter((line) => !above.isHeading(line)) : lines
  const head = headOf(cells[0] ?? [], cells.length)
  const body = head ? cells.slice(1) : cells.map(withoutMarkers)
  const width = Math.max(0, ...body.map((row) => row.length))
  const numbers = width > 1 && (head?.[0] === 'number' || isNumbers(body))
  const filled = Array.from({ length: width }, (_, i) => i).filter(
    (i) => !(numbers && i === 0) && head?.[i] !== 'number' && body.some((row) => hasWords(row[i] ?? '')),
  )
  const named = head?.indexOf('text') ?? -1
  const taken = column ?? (named >= 0 ? named : (filled.find((i) => head?.[i] === undefined || head[i] === 'other') ?? filled[0] ?? 0))
  const at = (role: Role) => (head ? head.findIndex((one, i) => one === role && i !== taken) : -1)
  const rows = body.flatMap((row, i) => {
    const phase = above?.of(cells[i] ?? [])
    return rowOf(row, taken, at('phase'), at('department'), filled).map((one) => (phase ? { ...one, phase } : one))
  })
  const choices = named >= 0 ? [] : filled.map((i) => ({ column: i, sample: body.find((row) => row[i]?.trim())?.[i] ?? '' }))
  return {
    rows: rows.slice(0, Math.max(0, most)),
    found: rows.length,
    choices: choices.length > 1 ? choices : [],
    column: taken,
    head: head !== undefined,
    numbers,
  }
}

/** The lines of a pasted list without their bullets; one line or none means it is no list. */
export function splitLines(text: string, most = mostRows): string[] {
  return readPaste(text, { most }).rows.map((row) => row.text)
}

function rowOf(row: readonly string[], taken: number, phase: number, department: number, filled: readonly number[]): PastedRow[] {
  // In a ragged list, what stands elsewhere on the line is better than nothing.
  const own = row[taken]?.trim() ? row[taken] : row.find((cell, i) => filled.includes(i) && cell.trim())
  const words = unmarked(own ?? '')
  if (!words) return []
  const about = (i: number) => (i >= 0 ? (row[i]?.trim() ?? '') : '')
  return [
    { text: words, ...(about(phase) ? { phase: about(phase) } : {}), ...(about(department) ? { department: about(department) } : {}) },
  ]
}

/** Lines and their cells; a quoted cell keeps its tabs and line breaks as spaces, and its doubled quotes are single again. */
function cellsOf(text: string): string[][] {
  const whole = text.replace(/\r\n?|[\u2028\u2029]/g, '\n')
  const table = whole.includes('\t')
  const rows: string[][] = [[]]
  let at = 0
  while (at <= whole.length) {
    const quoted = quotedCell(whole, at, table)
    const end = quoted?.end ?? nextBreak(whole, at)
    rows.at(-1)?.push((quoted?.text ?? whole.slice(at, end)).replace(/[^\S\n]*\n\s*/g, ' ').trim())
    if (whole[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows.filter((row) => row.some(Boolean))
}

function nextBreak(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/)
  return found < 0 ? text.length : from + found
}

/** A cell in quotes, as a spreadsheet writes one. Outside of a table, quotes around what needs none are what somebody said. */
function quotedCell(text: string, from: number, table: boolean): { text: string; end: number } | undefined {
  if (text[from] !== '"') return undefined
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at++
      continue
    }
    const end = at + 1
    if (end < text.length && text[end] !== '\t' && text[end] !== '\n') return undefined
    const inner = text.slice(from + 1, at)
    if (!table && !/["\n]/.test(inner)) return undefined
    return { text: inner.replaceAll('""', '"'), end }
  }
  return undefined
}

type Role = 'number' | 'phase' | 'text' | 'department' | 'other'

/** What the column with the text itself may be called. */
const headsOfText = [
  'stap|stappen|step|steps|titel|title|tekst|text|omschrijving|beschrijving|description',
  'activiteit|activity|handeling|actie|klantactie|customer action|action|wat|what|pijnpunt',
  'pijn|pain|knelpunt|notitie|note|uitspraak|quote',
]

const heads: Partial<Record<Role, RegExp>> = {
  number: /^(?:nr|no|nummer|number|volgnr|volgnummer|id|#)$/,
  phase: /^(?:fase|fasen|phase|stadium|stage)$/,
  department: /^(?:afdeling|department|team|wie|who|rol|role|voorkant)$/,
  text: new RegExp(`^(?:${headsOfText.join('|')})$`),
}

/** What the columns are when the first line is a head: at least two cells, and most of them known names. */
function headOf(first: readonly string[], lines: number): Role[] | undefined {
  if (first.length < 2 || lines < 2) return undefined
  const roles = first.map((cell): Role => {
    const name = cell.toLowerCase().replace(/[.:]$/, '')
    return (Object.entries(heads) as [Role, RegExp][]).find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'
  })
  const known = roles.filter((role) => role !== 'other').length
  return known >= 2 && known * 2 >= first.length ? roles : undefined
}

const isMarked = (line: readonly string[]) => isMarker(line[0] ?? '') || unmarked(line[0] ?? '') !== line[0]
const isAlone = (line: readonly string[]) => line.length === 1 && !isMarked(line)

interface Headings {
  isHeading: (line: readonly string[]) => boolean
  /** The heading above a line. */
  of: (line: readonly string[]) => string | undefined
}

/**
 * The headings of a list: “# Melden”, else “Melden:”, else a line without a bullet above lines with one, when there are two such at
 * least and every line is one or the other. One alone may as well be the title of the list.
 */
function headingsOf(lines: readonly string[][]): Headings | undefined {
  const above = (test: (line: readonly string[], i: number) => boolean) => {
    const found = lines.filter((line, i) => i < lines.length - 1 && isAlone(line) && test(line, i))
    return found.length > 1 && found[0] === lines[0] ? found : undefined
  }
  const bulleted = (line: readonly string[], i: number) => isMarked(lines[i + 1] ?? []) && !isMarked(line)
  const bare = above(bulleted)
  const found =
    above(([line = '']) => /^#+\s+\S/.test(line)) ??
    above(([line = '']) => line.endsWith(':')) ??
    (bare && lines.every((line) => isMarked(line) || bare.includes(line)) ? bare : undefined)
  if (!found) return undefined
  const phases = new Map<readonly string[], string>()
  let phase = ''
  for (const line of lines) {
    if (found.includes(line)) phase = (line[0] ?? '').replace(/^#+\s+|:$/g, '').trim()
    else phases.set(line, phase)
  }
  return { isHeading: (line) => found.includes(line as string[]), of: (line) => phases.get(line) }
}

/** A bullet in a cell of its own is how word processors paste a list. */
function withoutMarkers(row: string[]): string[] {
  return row.length > 1 && isMarker(row[0] ?? '') && row.slice(1).some(Boolean) ? row.slice(1) : row
}

/** Whether the first column only counts, beside another with words. */
function isNumbers(rows: readonly string[][]): boolean {
  const first = rows.map((row) => row[0]?.trim() ?? '')
  return first.every((cell) => /^\d{0,4}$/.test(cell)) && first.some(Boolean) && rows.some((row) => row.slice(1).some(hasWords))
}

const hasWords = (cell: string) => /\p{L}/u.test(cell)

/** Shortens to so many code points, at a word where one is near. */
export function shorten(text: string, most: number): string {
  const points = [...text]
  if (points.length <= most) return text
  const cut = points.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return (space > most * 0.6 ? cut.slice(0, space) : cut).trim()
}

/** How many of these are longer than so many code points. */
export function tooLongOf(texts: readonly string[], most: number): number {
  return texts.filter((text) => [...text].length > most).length
}
