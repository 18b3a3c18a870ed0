import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as plain, type Browser } from '@playwright/test'
import { endTLS, freePort, host, place, seenAs } from './places'

/** Another program than that of this tree: bench/redgreen.sh tries tests of today on an earlier one. */
const binary = process.env['MUNTSAUS_PROGRAM'] ?? new URL('../../bin/muntsaus', import.meta.url).pathname

/** The real program on a free port with a data folder of its own. It can be killed and started again on both. */
export class Server {
  url = ''
  readonly data = mkdtempSync(join(tmpdir(), 'muntsaus-e2e-'))
  #process: ChildProcess | undefined
  #port = 0
  /** The address before the server where TLS ends. */
  #outside = ''
  #endProxy: (() => Promise<void>) | undefined

  /** Settings beside the usual ones, as the environment gives them. */
  readonly #settings: Record<string, string>
  /** Whether it knows its own address: a provider must send people back to it. */
  readonly #known: boolean

  constructor(settings: Record<string, string> = {}, known = false) {
    this.#settings = settings
    this.#known = known
  }

  static async start(settings: Record<string, string> = {}, known = false): Promise<Server> {
    const server = new Server(settings, known)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    if (place() === 'https' && !this.#outside) await this.#standBehindTLS()
    if (this.#known && !this.#port) this.#port = await freePort()
    const address = this.#outside || (this.#known ? seenAs(`http://${host()}:${this.#port}`) : '')
    const outside = address ? ['--public-url', address] : []
    const child = spawn(binary, ['serve', '--listen', `${host()}:${this.#port}`, '--data', this.data, ...outside], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MUNTSAUS_PDF_PRIORITY: 'beside', ...this.#settings },
    })
    this.#process = child
    const inside = await listening(child)
    this.#port = Number(new URL(inside).port)
    this.url = this.#outside || seenAs(inside)
  }

  async #standBehindTLS(): Promise<void> {
    const port = await freePort()
    this.#outside = `https://127.0.0.1:${port}`
    this.#endProxy = await endTLS(port, () => this.#port)
  }

  /** kill -9, as the power would do it; waits until the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Stops, and goes on on the same port and folder as if it were so much later (336h is two weeks). */
  async later(ahead: string): Promise<void> {
    await this.#end('SIGTERM')
    this.#settings['MUNTSAUS_AHEAD'] = ahead
    await this.start()
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    await this.#endProxy?.()
    rmSync(this.data, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
}

/**
 * Ends the browsers of all people of a test. Playwright leaves those that it did not make itself, and their pages would go on asking
 * for a server that is gone, beside every test that comes after.
 */
async function leave(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** A test with a server of its own, which goes with its folder however the test ends; so do the people. */
export const test = plain.extend<{ server: Server; people: undefined }>({
  server: async ({ browser }, use) => {
    const server = await Server.start()
    await use(server)
    await leave(browser) // first: a server that stops waits for those who are there
    await server.stop()
  },
  people: [
    async ({ browser }, use) => {
      await use(undefined)
      await leave(browser)
    },
    { auto: true },
  ],
})

/** Reads the JSON log until the program says where it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${lines.join('\n')}`)))
    if (!child.stderr) return reject(new Error('no standard error'))
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      try {
        const said = JSON.parse(line) as { msg?: string; url?: string }
        if (said.msg === 'listening' && said.url) resolve(said.url)
      } catch {
        // a line for people
      }
    })
  })
}
