/** What a workshop calls its customers: one of them, and several. */
export interface Noun {
  one: string
  many: string
}

/** As it begins a sentence or a title. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
