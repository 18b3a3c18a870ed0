import { isolating } from './isolated'
import { languages, type Language, type Whole } from './languages'
import type { Words } from './nl'

/** What a page says, in parts: each is loaded in one language when a screen needs it. */
export type Part = 'door' | 'page' | 'board' | 'rounds' | 'desk' | 'projector' | 'share'

type Sections = Partial<Words>

export type { Language }

const loads: Record<Whole, Record<Part, () => Promise<object>>> = {
  nl: {
    door: () => import('./nl/of.door'),
    page: () => import('./nl/of.page'),
    board: () => import('./nl/of.board'),
    rounds: () => import('./nl/of.rounds'),
    desk: () => import('./nl/of.desk'),
    projector: () => import('./nl/of.projector'),
    share: () => import('./nl/of.share'),
  },
  en: {
    door: () => import('./en/of.door'),
    page: () => import('./en/of.page'),
    board: () => import('./en/of.board'),
    rounds: () => import('./en/of.rounds'),
    desk: () => import('./en/of.desk'),
    projector: () => import('./en/of.projector'),
    share: () => import('./en/of.share'),
  },
}

/** Languages that are begun with: the words of the door, each in one file. */
const doors: Partial<Record<Language, () => Promise<object>>> = {
  de: () => import('./de'),
}

/** In which language these parts can be said: its own, or the one it speaks. */
export const spokenIn = (language: Language, parts: Iterable<Part>): Language =>
  doors[language] && [...parts].every((part) => part === 'door') ? language : languages[language].speaks

interface Labels {
  kinds: object
  questions: object
  values: object
  lines: object
  hints: object
}

/** The labels of the door and those of the board are one list. */
export const withLabels = <A extends Labels, B extends Labels>(a: A, b: B) => ({
  kinds: { ...a.kinds, ...b.kinds } as A['kinds'] & B['kinds'],
  questions: { ...a.questions, ...b.questions } as A['questions'] & B['questions'],
  values: { ...a.values, ...b.values } as A['values'] & B['values'],
  lines: { ...a.lines, ...b.lines } as A['lines'] & B['lines'],
  hints: { ...a.hints, ...b.hints } as A['hints'] & B['hints'],
})

const shelf: Record<Language, Sections> = { nl: {}, en: {}, de: {} }
const there: Record<Language, Set<Part>> = { nl: new Set(), en: new Set(), de: new Set() }

/** The words that were loaded. A screen waits for its own before it shows, so to it they are all there. */
export const wordsIn = (language: Language): Words => shelf[language] as Words

/** Whether some parts are there. */
export const known = (language: Language, parts: Iterable<Part>): boolean => [...parts].every((part) => there[language].has(part))

/** Puts sections on the shelf. Their sentences set what they are given apart. */
export function learn(language: Language, sections: Sections, ...parts: Part[]): void {
  const before = shelf[language].labels
  Object.assign(shelf[language], isolating(sections))
  if (before && sections.labels) shelf[language].labels = withLabels(before, sections.labels)
  for (const part of parts) there[language].add(part)
}

/** Loads what is not there yet. What failed is asked for again the next time. */
export async function fetchWords(language: Language, parts: Iterable<Part>): Promise<void> {
  const missing = [...parts].filter((part) => !there[language].has(part))
  const load = (part: Part) => (doors[language] ?? loads[languages[language].speaks][part])()
  await Promise.all(missing.map(async (part) => learn(language, await load(part), part)))
}
