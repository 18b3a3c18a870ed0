import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, connect, type Socket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTLS } from 'node:tls'
import { test } from '@playwright/test'

/**
 * Where a test meets the server, as its project says: `local` (127.0.0.1, which browsers count as secure), `lan` (plain http on this
 * machine's own network address, which they do not) or `https` (behind a proxy that ends TLS).
 */
export type Place = 'local' | 'lan' | 'https'

export function place(): Place {
  const { name } = test.info().project
  return name === 'lan' || name === 'https' ? name : 'local'
}

const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((card) => card?.family === 'IPv4' && !card.internal)?.address

/** A name that browsers of these tests find on this machine, and do not count as secure: for machines without a network. */
export const madeUp = 'muntsaus.test'

/** What the browser must be told about that name. */
export const resolverRules = `MAP ${madeUp} 127.0.0.1`

/** The address the server listens on. */
export function host(): string {
  return place() === 'lan' ? (ownAddress ?? '127.0.0.1') : '127.0.0.1'
}

/** Where browsers find a server that listens there. */
export function seenAs(inside: string): string {
  return place() === 'lan' && !ownAddress ? inside.replace('127.0.0.1', madeUp) : inside
}

/** A port nobody has now, for a proxy whose address the server must know before it starts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Ends TLS before a server on this machine, as a proxy does; gives what stops it. The certificate lives as long as the test. */
export async function endTLS(port: number, to: () => number): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'muntsaus-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  )
  const lines = new Set<Socket>()
  const proxy = createTLS({ key: readFileSync(key), cert: readFileSync(cert), ALPNProtocols: ['http/1.1'] }, (outside) => {
    const inside = connect(to(), '127.0.0.1')
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      lines.add(one)
      one.on('error', () => other.destroy()).on('close', () => lines.delete(one))
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve))
  return async () => {
    for (const line of lines) line.destroy()
    await new Promise((resolve) => proxy.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
