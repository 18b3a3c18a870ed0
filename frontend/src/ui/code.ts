/** Characters in a join code. */
export const codeLength = 6

/**
 * What somebody typed or pasted, as far as it can be a code: capitals and digits, at most six. A pasted link gives its
 * code (`http://192.168.1.24:8080/K7M4QP` → `K7M4QP`), and “k7m-4qp” or “K7M 4QP” are fine too.
 */
export function cleanCode(text: string): string {
  const trimmed = text.trim()
  const link = /^(?:https?:\/\/)?[^/\s]+\/([A-Za-z0-9]{6})\/?$/.exec(trimmed)
  return (link?.[1] ?? trimmed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, codeLength)
}

/** A code as people read it aloud: two groups of three. */
export function spacedCode(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}

/** The key inside a pasted key link (`…/k#<boardId>.<secret>`), or null. */
export function keyInLink(text: string): string | null {
  return /\/k#([A-Za-z0-9_-]+\.[A-Za-z0-9_.-]+)\s*$/.exec(text)?.[1] ?? null
}
