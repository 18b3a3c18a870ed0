import { createServer as createHTTP, request, type IncomingMessage, type Server as HTTPListener, type ServerResponse } from 'node:http'
import { createServer, connect, type Server as Listener, type Socket } from 'node:net'

/** A line between browser and server that can be cut, or go dead without a word, as bad wifi does. */
export class Proxy {
  url = ''
  #listener: Listener
  #pairs = new Set<readonly [Socket, Socket]>()
  #cut = false

  private constructor(target: number) {
    this.#listener = createServer((near) => {
      if (this.#cut) return void near.destroy()
      const far = connect(target, '127.0.0.1')
      const pair = [near, far] as const
      this.#pairs.add(pair)
      for (const [from, to] of [pair, [far, near] as const]) {
        from.on('data', (data) => to.write(data))
        from.on('error', () => undefined)
        from.on('close', () => {
          to.destroy()
          this.#pairs.delete(pair)
        })
      }
    })
  }

  static async before(server: { url: string }): Promise<Proxy> {
    const proxy = new Proxy(Number(new URL(server.url).port))
    await new Promise<void>((ready) => proxy.#listener.listen(0, '127.0.0.1', ready))
    proxy.url = `http://127.0.0.1:${(proxy.#listener.address() as { port: number }).port}`
    return proxy
  }

  /** Ends every connection and takes no new ones. */
  cut(): void {
    this.#cut = true
    for (const pair of this.#pairs) for (const end of pair) end.destroy()
  }

  heal(): void {
    this.#cut = false
  }

  /** Half open: the connections stand, and nothing goes through them any more. New ones work. */
  deaden(): void {
    for (const pair of this.#pairs) {
      for (const end of pair) {
        end.removeAllListeners('data')
        end.on('data', () => undefined)
      }
    }
  }

  close(): void {
    this.cut()
    this.#listener.close()
  }
}

const ownPage =
  '<!doctype html><html><title>Gastnetwerk</title><h1>Welkom op ons gastnetwerk</h1><form><button>Akkoord</button></form></html>'

/** Something between browser and server as offices have it: no websocket gets through, unless one must sign in first. */
export class Office {
  url = ''
  readonly #listener: HTTPListener
  readonly #lines = new Set<Socket>()

  /** What it does with an answer on its way to the browser. */
  private constructor(
    readonly port: number,
    readonly passes: (from: IncomingMessage, to: ServerResponse) => void,
  ) {
    this.#listener = createHTTP((near, answer) => this.#ask(near, answer))
  }

  /** Passes on what comes, and cuts every answer that takes longer than ten seconds. */
  static cutting(server: { url: string }): Promise<Office> {
    return Office.#before(server, (from, to) => {
      to.writeHead(from.statusCode ?? 502, from.headers)
      to.flushHeaders()
      from.pipe(to)
      const cut = setTimeout(() => to.destroy(), 10_000)
      to.on('close', () => clearTimeout(cut))
    })
  }

  /** Gives an answer only when it has all of it. */
  static holding(server: { url: string }): Promise<Office> {
    return Office.#before(server, (from, to) => {
      const parts: Buffer[] = []
      from.on('data', (part: Buffer) => parts.push(part))
      from.on('end', () => to.writeHead(from.statusCode ?? 502, from.headers).end(Buffer.concat(parts)))
    })
  }

  /** Has everybody sign in first: until somebody agrees, whatever is asked for is answered with its own page. */
  static async signingIn(server: { url: string }): Promise<Office> {
    const office = await Office.#before(server, (from, to) => {
      to.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(to)
    })
    office.#listener.on('upgrade', (near: IncomingMessage, line: Socket) => office.#upgrade(near, line))
    office.asks = () => true
    return office
  }

  /** Which requests it answers with its own page now. */
  asks: (path: string) => boolean = () => false

  /** From now on these get its own page, and what is open ends. */
  signOut(which: (path: string) => boolean = () => true): void {
    this.asks = which
    for (const line of this.#lines) line.destroy()
    this.#listener.closeAllConnections()
  }

  static async #before(server: { url: string }, passes: (from: IncomingMessage, to: ServerResponse) => void): Promise<Office> {
    const office = new Office(Number(new URL(server.url).port), passes)
    await new Promise<void>((ready) => office.#listener.listen(0, '127.0.0.1', ready))
    office.url = `http://127.0.0.1:${(office.#listener.address() as { port: number }).port}`
    return office
  }

  /** A websocket goes through as it is, or gets the page. */
  #upgrade(near: IncomingMessage, line: Socket): void {
    line.on('error', () => undefined)
    if (this.asks(near.url ?? '')) {
      const head = ['HTTP/1.1 200 OK', 'Content-Type: text/html', `Content-Length: ${Buffer.byteLength(ownPage)}`, 'Connection: close']
      return void line.end(`${head.join('\r\n')}\r\n\r\n${ownPage}`)
    }
    const far = connect(this.port, '127.0.0.1', () => {
      const names = near.rawHeaders.map((text, i) => text + (i % 2 ? '\r\n' : ': ')).join('')
      far.write(`${near.method} ${near.url} HTTP/1.1\r\n${names}\r\n`)
      far.pipe(line).pipe(far)
    })
    for (const [one, other] of [
      [line, far],
      [far, line],
    ] as const) {
      this.#lines.add(one)
      one.on('error', () => undefined).on('close', () => (this.#lines.delete(one), other.destroy()))
    }
  }

  #ask(near: IncomingMessage, answer: ServerResponse): void {
    if (this.asks(near.url ?? '')) return void answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(ownPage)
    const { connection: _connection, upgrade: _upgrade, ...headers } = near.headers
    const far = request({ host: '127.0.0.1', port: this.port, method: near.method, path: near.url, headers }, (from) => {
      from.on('error', () => answer.destroy())
      this.passes(from, answer)
    })
    far.on('error', () => answer.destroy())
    answer.on('close', () => far.destroy())
    near.pipe(far)
  }

  close(): void {
    for (const line of this.#lines) line.destroy()
    this.#listener.closeAllConnections()
    this.#listener.close()
  }
}
