/**
 * Order keys, the exact mirror of boards/order.go; boards/testdata/order.json holds the vectors of both. The server makes the
 * real keys; these are for the optimistic view. Keys sort by bytes, so compare them with < and never with localeCompare.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A key after a and before b; '' means no bound on that side. */
export function between(a: string, b: string): string {
  if (a === '' && b === '') return 'a0'
  if (a === '') return before(b)
  if (b === '') return after(a)
  const wholeA = whole(a)
  const wholeB = whole(b)
  if (wholeA === wholeB) return wholeA + middle(a.slice(wholeA.length), b.slice(wholeB.length))
  const next = step(wholeA, 1)
  if (next !== '' && next < b) return next
  return wholeA + middle(a.slice(wholeA.length), '')
}

function before(b: string): string {
  const part = whole(b)
  if (part < b) return part
  const lower = step(part, -1)
  if (lower !== '') return lower
  return part.slice(0, -1) + middle('', part.slice(-1))
}

function after(a: string): string {
  const part = whole(a)
  const next = step(part, 1)
  return next !== '' ? next : part + middle(a.slice(part.length), '')
}

/** The whole part of a key: 'a' starts two characters, 'b' three …; 'Z' two, 'Y' three … below zero. */
function whole(key: string): string {
  const head = key.charCodeAt(0)
  const length = head <= code('Z') ? code('Z') - head + 2 : head - code('a') + 2
  return key.slice(0, Math.min(length, key.length))
}

const code = (letter: string) => letter.charCodeAt(0)

/** Counts the whole part one up or down; '' where the alphabet ends. */
function step(part: string, by: 1 | -1): string {
  const head = part.charAt(0)
  const rest = [...part.slice(1)]
  for (let i = rest.length - 1; i >= 0; i--) {
    const d = digits.indexOf(rest[i] ?? '') + by
    rest[i] = digits.charAt((d + digits.length) % digits.length)
    if (d >= 0 && d < digits.length) return head + rest.join('')
  }
  return carry(head, rest.join(''), by)
}

function carry(head: string, rest: string, by: 1 | -1): string {
  if ((by > 0 && head === 'z') || (by < 0 && head === 'A')) return ''
  if (by > 0 && head === 'Z') return 'a0'
  if (by < 0 && head === 'a') return 'Zz'
  const next = String.fromCharCode(code(head) + by)
  const grows = (by > 0 && next > 'a') || (by < 0 && next < 'Z')
  return grows ? next + rest + rest.slice(0, 1) : next + rest.slice(1)
}

/** A fraction between two fractions, a < b; b '' means one. Fractions never end in the lowest digit. */
function middle(a: string, b: string): string {
  if (b !== '') {
    let n = 0
    while (n < b.length && (a[n] ?? '0') === b[n]) n++
    if (n > 0) return b.slice(0, n) + middle(a.slice(n), b.slice(n))
  }
  const low = a === '' ? 0 : digits.indexOf(a.charAt(0))
  const high = b === '' ? digits.length : digits.indexOf(b.charAt(0))
  if (high - low > 1) return digits.charAt(Math.floor((low + high) / 2))
  if (b.length > 1) return b.slice(0, 1)
  return digits.charAt(low) + middle(a.slice(1), '')
}
