import type { Address } from './api'

/** One way to reach this server, as the sheet offers it. */
export interface AddressChoice {
  /** Origin of all links, without a slash at the end. */
  origin: string
  /** What people read: host and port. */
  shown: string
  kind: Address['kind'] | 'here' | 'local'
  /** Whether another device came by it; undefined = the server cannot tell. */
  proved?: boolean | undefined
}

/** Addresses that only this machine understands. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127\./.test(bare)
}

/** Whether others can read along on the way there: http, but not on this machine itself. */
export function isPlain(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && !isLoopback(hostname)
}

const choice = (url: string, kind: AddressChoice['kind'], proved?: boolean): AddressChoice => {
  const { origin, host } = new URL(url)
  return { origin, shown: host, kind, proved }
}

/** Wifi first: that is where the phones in the room are. */
const order: Record<AddressChoice['kind'], number> = { here: 0, wifi: 1, cable: 2, other: 3, local: 4 }

/**
 * The addresses others can use. Opened on a real address, that one comes first: it demonstrably works. Opened as localhost,
 * only the machine's network addresses are offered, and localhost itself when there are none.
 */
export function addressChoices(here: string, found: readonly Address[]): AddressChoice[] {
  const local = isLoopback(new URL(here).hostname)
  const choices = found
    .filter((address) => URL.canParse(address.url) && !isLoopback(new URL(address.url).hostname))
    .map((address) => choice(address.url, address.kind, address.proved))
  if (!local) {
    const known = choices.find((other) => other.origin === new URL(here).origin)
    return [choice(here, known?.kind ?? 'here', known?.proved), ...choices.filter((other) => other !== known)].slice(0, 4)
  }
  if (choices.length === 0) return [choice(here, 'local')]
  return choices.sort((a, b) => order[a.kind] - order[b.kind]).slice(0, 4)
}

export function joinLink(origin: string, code: string): string {
  return `${origin}/${code}`
}

/** Keys stand behind the hash, so that they never reach a server log. */
export function keyLink(origin: string, key: string): string {
  return `${origin}/k#${key}`
}
