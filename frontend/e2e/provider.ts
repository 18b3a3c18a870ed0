import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/**
 * A small OpenID Connect provider with one person in it and one button on its page. It lives at `localhost`, which browsers count as
 * another site than the server's 127.0.0.1, as a real provider is.
 */
export class Provider {
  url = ''
  away = false
  readonly clientId = 'muntsaus-e2e'
  readonly secret = 'a secret of the test'
  #person = { name: 'Noor de Wit', email: 'noor@example.nl', email_verified: true }
  #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  #codes = new Map<string, URLSearchParams>()
  #server = createServer((request, response) => void this.#answer(request, response))

  static async start(person: Partial<{ name: string; email: string }> = {}): Promise<Provider> {
    const provider = new Provider()
    provider.#person = { ...provider.#person, ...person }
    await new Promise<void>((resolve) => provider.#server.listen(0, 'localhost', resolve))
    const address = provider.#server.address()
    provider.url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
    return provider
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: asked } = new URL(request.url ?? '/', this.url)
    if (this.away) response.writeHead(503).end()
    else if (pathname === '/.well-known/openid-configuration') this.#json(response, this.#about())
    else if (pathname === '/keys')
      this.#json(response, { keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
    else if (pathname === '/authorize') this.#page(response, asked)
    else if (pathname === '/token') this.#json(response, this.#token(request, new URLSearchParams(await body(request))))
    else response.writeHead(404).end()
  }

  #about() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  #page(response: ServerResponse, asked: URLSearchParams): void {
    const code = randomBytes(16).toString('hex')
    this.#codes.set(code, asked)
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>Account</title><a href="${back.href.replaceAll('&', '&amp;')}">Ga verder als ${this.#person.name}</a>`)
  }

  #token(request: IncomingMessage, asked: URLSearchParams): object | null {
    const code = asked.get('code') ?? ''
    const began = this.#codes.get(code)
    this.#codes.delete(code)
    const known =
      Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString() ===
      `${this.clientId}:${encodeURIComponent(this.secret).replaceAll('%20', '+')}`
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    if (!known || began?.get('code_challenge') !== challenge || began.get('redirect_uri') !== asked.get('redirect_uri')) return null
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.url, aud: this.clientId, sub: 'one', iat: now, exp: now + 3600, nonce: began.get('nonce'), ...this.#person }
    return { access_token: 'opaque', token_type: 'Bearer', expires_in: 3600, id_token: this.#signed(claims) }
  }

  #signed(claims: object): string {
    const text = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.#keys.privateKey).toString('base64url')}`
  }

  #json(response: ServerResponse, what: object | null): void {
    response.writeHead(what ? 200 : 400, { 'Content-Type': 'application/json' }).end(JSON.stringify(what ?? { error: 'invalid_grant' }))
  }
}

async function body(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
