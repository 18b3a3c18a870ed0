/** The short name of a department on the map: two or three capitals, each once on a board. */

const letters = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

/** A code for a name that no other department has: its first letters, the initials of its words, else a letter and a number. */
export function proposeCode(name: string, taken: readonly string[]): string {
  const words = letters(name).split(' ').filter(Boolean)
  const whole = words.join('')
  const initials = words.map((word) => word[0]).join('')
  const free = (code: string | undefined) => !!code && code.length >= 2 && !taken.includes(code)
  const tries = [
    ...(words.length > 1 ? [initials.slice(0, 3)] : []),
    whole.slice(0, 3),
    whole.slice(0, 2),
    ...(whole.length > 2 ? [`${whole.slice(0, 1)}${whole.slice(2, 4)}`, `${whole.slice(0, 2)}${whole.slice(-1)}`] : []),
    ...Array.from({ length: 99 }, (_, n) => `${whole.slice(0, n < 9 ? 2 : 1) || 'A'}${n + 1}`),
  ]
  return tries.find(free) ?? ''
}

/** What somebody typed as a code, as it is kept. */
export const tidyCode = (typed: string): string => letters(typed).replaceAll(' ', '').slice(0, 3)
