import { describe, expect, it, vi } from 'vitest'
import { answerOf, keepAll, type Keeping } from './serve'
import { entryIn } from './shell.svelte'

const here = 'https://board.example'

function world(network: () => Promise<Response>, kept: Record<string, string> = {}) {
  const added: string[] = []
  const at: Keeping = {
    find: (address) => Promise.resolve(kept[address] === undefined ? undefined : new Response(kept[address])),
    keep: (address) => Promise.resolve(void added.push(address)),
    fetch: vi.fn(network),
  }
  const ask = (path: string, mode: 'navigate' | 'cors' = 'navigate', method = 'GET') =>
    answerOf({ url: here + path, mode, method } as Request, here, at)
  return { ask, added, at }
}

const works = () => Promise.resolve(new Response('net'))
const gone = () => Promise.reject(new TypeError('offline'))

describe('what the service worker answers', () => {
  it('is never anything of a board', () => {
    const { ask } = world(works, { '/': 'page' })
    for (const path of ['/api/boards/b/live', '/api/boards/b/report', '/api/templates', '/healthz?x', '/sw.js'])
      expect(ask(path, 'cors'), path).toBeUndefined()
    for (const path of ['/api/boards/b/report', '/api/boards/b/board.json', '/signin/start', '/signin/callback?code=x'])
      expect(ask(path), path).toBeUndefined()
    expect(ask('/', 'navigate', 'POST')).toBeUndefined()
    expect(
      answerOf({ url: 'https://other.example/assets/a.js', mode: 'cors', method: 'GET' } as Request, here, world(works).at),
    ).toBeUndefined()
  })

  it('is the page of the server where it answers, else the kept one', async () => {
    expect(await (await world(works, { '/': 'page' }).ask('/b/1'))?.text()).toBe('net')
    expect(await (await world(gone, { '/': 'page' }).ask('/b/1/host'))?.text()).toBe('page')
    expect(await (await world(() => Promise.resolve(new Response('', { status: 502 })), { '/': 'page' }).ask('/b/1'))?.text()).toBe('page')
    await expect(world(gone).ask('/b/1')).rejects.toThrow('offline')
  })

  it('is the kept page when the network says nothing', async () => {
    vi.useFakeTimers()
    const answer = world(() => new Promise(() => undefined), { '/': 'page' }).ask('/b/1')
    await vi.advanceTimersByTimeAsync(4000)
    vi.useRealTimers()
    expect(await (await answer)?.text()).toBe('page')
  })

  it('is a kept part without asking, and keeps what it had to ask for', async () => {
    const one = world(gone, { '/assets/a.js': 'kept' })
    expect(await (await one.ask('/assets/a.js', 'cors'))?.text()).toBe('kept')
    const two = world(works)
    expect(await (await two.ask('/assets/b.woff2', 'cors'))?.text()).toBe('net')
    expect(two.added).toEqual(['/assets/b.woff2'])
    const none = world(() => Promise.resolve(new Response('', { status: 404 })))
    await none.ask('/assets/c.js', 'cors')
    expect(none.added).toEqual([])
  })
})

describe('a network where one must sign in', () => {
  const login = () => Promise.resolve(new Response('<title>Log in</title>', { headers: { 'Content-Type': 'text/html' } }))
  const files = ['/', '/mark.svg', '/assets/index-1.js', '/assets/a.css']
  const right: Record<string, [string, string]> = {
    '/': ['<script type="module" src="/assets/index-1.js"></script>', 'text/html'],
    '/mark.svg': ['<svg/>', 'image/svg+xml'],
    '/assets/index-1.js': ['1', 'text/javascript'],
    '/assets/a.css': ['', 'text/css'],
  }
  const shellOf = async (wrong?: string) => {
    const kept: string[] = []
    const at: Keeping = {
      find: () => Promise.resolve(undefined),
      keep: (address) => Promise.resolve(void kept.push(address)),
      fetch: ({ url }) => {
        const [body, kind] = right[new URL(url).pathname] ?? []
        return new URL(url).pathname === wrong ? login() : Promise.resolve(new Response(body, { headers: { 'Content-Type': kind ?? '' } }))
      },
    }
    const failed = await keepAll(files, here, at).then(
      () => '',
      (error: unknown) => String(error),
    )
    return { kept, failed }
  }

  it('gives a page of its own to who opens one, and none that is kept as a part of ours', async () => {
    const { ask, added } = world(login, { '/': 'page' })
    expect(await (await ask('/b/1'))?.text(), 'there one signs in').toContain('Log in')
    await ask('/assets/a.js', 'cors')
    expect(added).toEqual([])
  })

  it('did harm before: a part that was kept in place of ours is asked for anew', async () => {
    const { ask, at, added } = world(works)
    at.find = login
    expect(await (await ask('/assets/a.js', 'cors'))?.text()).toBe('net')
    expect(added).toEqual(['/assets/a.js'])
  })

  it('keeps all of a shell or nothing', async () => {
    expect(await shellOf()).toEqual({ kept: files, failed: '' })
    for (const wrong of files) expect(await shellOf(wrong)).toEqual({ kept: [], failed: `Error: ${wrong} is not ours` })
  })
})

describe('a newer version', () => {
  it('is told by the script of the page', () => {
    expect(entryIn('<script type="module" crossorigin src="/assets/index-D0uv_J_W.js"></script>')).toBe('/assets/index-D0uv_J_W.js')
    expect(entryIn('<p>sign in to the guest wifi</p>')).toBeUndefined()
  })
})
