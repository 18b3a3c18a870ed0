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
