const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A fresh id for a record, a round or a page: 22 characters, 132 bits. Works on plain http, where there is no randomUUID. */
export function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(22))].map((n) => letters[n % 64]).join('')
}
