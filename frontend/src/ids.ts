const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A fresh id for a record, round or page: 22 letters and digits, about 130 bits. getRandomValues also works on plain http,
 * where randomUUID does not.
 */
export function freshId(length = 22): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length * 2))
  let id = ''
  for (let i = 0; i < length; i++) {
    // Two bytes per letter, so that the remainder favours no letter by more than 0.1 %.
    id += letters[((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)) % letters.length] ?? 'A'
  }
  return id
}
