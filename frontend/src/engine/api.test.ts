import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError, codeOf, errorFrom, exportAddress, fileOf, inTheWay, liveAddress } from './api'

function answer(status: number, body: unknown, kind = 'application/json'): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(status === 204 ? null : text, { status, headers: { 'Content-Type': kind } }))),
  )
}

/** What the last call sent. */
function sent(): { path: string; init: RequestInit & { headers: Record<string, string> } } {
  const [path, init] = vi.mocked(fetch).mock.calls.at(-1) ?? []
  return { path: path as string, init: init as RequestInit & { headers: Record<string, string> } }
}

async function failure(run: Promise<unknown>): Promise<ApiError> {
  const thrown: unknown = await run.then(
    () => null,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(ApiError)
  return thrown as ApiError
}

afterEach(() => vi.unstubAllGlobals())

describe('calls', () => {
  it('makes a board as the host', async () => {
    answer(201, { boardId: 'b1' })
    const wish = { template: 'lease', agenda: 'half', language: 'nl', title: 'Schade' } as const
    expect(await api.makeBoard(wish)).toEqual({ boardId: 'b1' })
    expect(sent().path).toBe('/api/boards')
    expect(sent().init.method).toBe('POST')
    expect(sent().init.headers['X-Seat']).toBe('host')
    expect(JSON.parse(sent().init.body as string)).toEqual(wish)
  })

  it('joins as a participant, with the code safe in the path', async () => {
    answer(201, { boardId: 'b1', personId: 'p1', seat: 's' })
    await api.join('K7/4', { name: 'Mila', departmentId: 'd1', role: 'participant' })
    expect(sent().path).toBe('/api/join/K7%2F4')
    expect(sent().init.headers['X-Seat']).toBe('me')
  })

  it('never puts a key in an address', async () => {
    answer(200, { boardId: 'b1', role: 'facilitator', seat: 's' })
    await api.takeSeat('b1.secret')
    expect(sent().path).toBe('/api/seat')
    expect(sent().init.body).toBe('{"key":"b1.secret"}')
  })

  it('asks who it is with the use it has', async () => {
    answer(200, { boardId: 'b1', role: 'screen' })
    await api.me('b1', 'screen')
    expect(sent().path).toBe('/api/boards/b1/me')
    expect(sent().init.headers['X-Seat']).toBe('screen')
  })

  it('accepts an empty answer', async () => {
    answer(204, '')
    expect(await api.deleteBoard('b1')).toBeUndefined()
    expect(sent().init.method).toBe('DELETE')
  })
})

describe('errors', () => {
  it('carries the code and sentence of the server', async () => {
    answer(409, { error: { code: 'locked', message: 'the item is locked' } })
    expect(await failure(api.lookUp('K7M4QP'))).toMatchObject({ code: 'locked', message: 'the item is locked', status: 409 })
  })

  it('makes a code out of a bare status', () => {
    expect(errorFrom(404, null).code).toBe('not_found')
    expect(errorFrom(403, '<html>').code).toBe('not_allowed')
    expect(errorFrom(429, {}).code).toBe('slow_down')
    expect(errorFrom(502, null).code).toBe('unavailable')
    expect(errorFrom(418, { error: { code: 7 } }).code).toBe('bad_request')
    expect(errorFrom(500, null).code).toBe('unknown')
  })

  it('tells our own no from that of something in between', () => {
    expect(errorFrom(404, { error: { code: 'not_found', message: '' } }).ours).toBe(true)
    expect(errorFrom(404, '<html>').ours).toBe(false)
  })

  it('tells a lost connection from a refusal', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))),
    )
    expect(await failure(api.templates())).toMatchObject({ code: 'network', status: 0 })
  })

  it('does not take a page for an answer', async () => {
    answer(200, '<!doctype html>')
    expect((await failure(api.templates())).code).toBe('elsewhere')
  })

  it.each([200, 401, 403, 407, 451, 511])('knows the page of a network by status %i', async (status) => {
    answer(status, '<title>Log in</title>', 'text/html; charset=utf-8')
    for (const asks of [api.templates(), api.me('b1', 'me'), api.deleteBoard('b1'), api.lookUp('K7M4QP')])
      expect((await failure(asks)).code).toBe('elsewhere')
  })

  it.each([
    [404, 'not_found'],
    [413, 'too_long'],
    [429, 'slow_down'],
    [502, 'unavailable'],
  ])('does not take the %i of a proxy before us for such a page', async (status, code) => {
    answer(status, '<h1>nginx</h1>', 'text/html')
    expect((await failure(api.templates())).code).toBe(code)
  })

  it('takes no such page for a file, and a page for a page', async () => {
    answer(200, '<title>Log in</title>', 'text/html')
    const file = { format: 'pdf', use: 'summary', name: 'a.pdf', href: '/api/boards/b1/report.pdf' }
    expect((await failure(fileOf(file, 'host'))).code).toBe('elsewhere')
    expect(await (await fileOf({ ...file, format: 'html' }, 'host')).text()).toContain('Log in')
    expect(sent().init.headers['X-Seat']).toBe('host')
    answer(429, { error: { code: 'slow_down', message: 'Je wacht al op twee bestanden.' } })
    expect(await failure(fileOf(file, 'host'))).toMatchObject({ code: 'slow_down', message: 'Je wacht al op twee bestanden.', ours: true })
  })

  it('learns what is in the way, also of a network that says nothing', async () => {
    answer(200, '<title>Log in</title>', 'text/html')
    expect(await inTheWay()).toBe('elsewhere')
    answer(200, { needed: false })
    expect(await inTheWay()).toBe('')
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    const silent = inTheWay()
    await vi.advanceTimersByTimeAsync(5000)
    vi.useRealTimers()
    expect(await silent).toBe('network')
  })

  it('has a code for anything that was thrown', () => {
    expect(codeOf(new ApiError('full', '', 409))).toBe('full')
    expect(codeOf(new Error('bug'))).toBe('unknown')
  })
})

describe('addresses', () => {
  it('names its use where a header cannot be sent', () => {
    expect(exportAddress('b1', 'report.pdf', 'host', 'nl')).toBe('/api/boards/b1/report.pdf?as=host&lang=nl')
    expect(exportAddress('b1', 'fixes.csv', 'me', 'nl')).toBe('/api/boards/b1/fixes.csv?as=me')
    expect(liveAddress('b1', 'screen', 'http://10.0.0.7:8080')).toBe('ws://10.0.0.7:8080/api/boards/b1/live?as=screen')
    expect(liveAddress('b1', 'me', 'https://muntsaus.example')).toBe('wss://muntsaus.example/api/boards/b1/live?as=me')
  })
})
