import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { place } from './places'

/** Answer of POST /api/boards. */
export interface Made {
  boardId: string
  personId: string
  joinCode: string
  facilitatorKey: string
  cofacilitatorKey: string
  projectorKey: string
}

/** A record as the wire tells it. */
export interface Told {
  id: string
  kind: string
  /** Who made it, where everybody may know. */
  by?: string
  fields: Record<string, unknown>
}

/** Somebody with a browser of their own. */
export interface Guest {
  name: string
  /** Record id of the person; '' where the join page was used. */
  person: string
  context: BrowserContext
  page: Page
}

const insights = new WeakMap<Page, Map<number, string>>()

/** What each number of the board meant for the insights, as this page heard it over the wire. */
export function heard(page: Page): ReadonlyMap<number, string> {
  return insights.get(page) ?? new Map()
}

/** A reports-nothing rule: every page of a test must keep the strict policy and throw nothing. Its insights are kept for `heard`. */
export function watch(page: Page, problems: string[]): void {
  const told = new Map<number, string>()
  insights.set(page, told)
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const frame = JSON.parse(String(payload)) as { type: string; seq: number }
      if (frame.type === 'insight') told.set(frame.seq, JSON.stringify(frame))
    }),
  )
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (line) => {
    if (/Content Security Policy|Trusted ?Type/i.test(line.text())) problems.push(`${page.url()}: ${line.text()}`)
  })
}

/** A browser of its own that speaks Dutch; contexts made by hand do not take the settings of the configuration. */
export function dutch(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1440, height: 900 },
    ignoreHTTPSErrors: place() === 'https',
    ...options,
  })
}

/**
 * The day so many days from now, as 2026-12-10, in the time zone of the browsers and boards here: late in the evening that is
 * another day than in Greenwich, and what is due then would be a day off.
 */
export function inDays(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000)
}

/** Makes a workshop over HTTP, as a program would; the context gets the facilitator's cookie. */
export async function make(context: BrowserContext, url: string, wish: Record<string, string> = {}): Promise<Made> {
  const answer = await context.request.post(`${url}/api/boards`, {
    data: { template: 'lease', agenda: '2h', language: 'nl', title: '', name: 'Noor', ...wish },
  })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as Made
}

/** Makes a workshop and opens its desk, watched. */
export async function atDesk(
  browser: Browser,
  url: string,
  problems: string[],
  wish: Record<string, string> = {},
): Promise<{ host: BrowserContext; made: Made; desk: Page }> {
  const host = await dutch(browser)
  const made = await make(host, url, wish)
  const desk = await host.newPage()
  watch(desk, problems)
  await desk.goto(`${url}/b/${made.boardId}/host`)
  return { host, made, desk }
}

/** Joins through the join page, the way a participant does: code, name, department. */
export async function join(
  browser: Browser,
  url: string,
  made: Made,
  name: string,
  department: string,
  problems: string[],
): Promise<Guest> {
  const context = await dutch(browser)
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(`${url}/${made.joinCode}`)
  await page.getByRole('textbox', { name: /hoe heet je/i }).fill(name)
  await page.getByText(department, { exact: true }).click()
  await page.getByRole('button', { name: /naar het bord/i }).click()
  await page.waitForURL(/\/b\//)
  return { name, person: '', context, page }
}

/** Seats somebody over HTTP and opens the board page; quicker than the join page when joining is not what is tested. */
export async function seat(
  browser: Browser,
  url: string,
  made: Made,
  name: string,
  department: string,
  problems: string[],
): Promise<Guest> {
  const context = await dutch(browser)
  const lobby = (await (await context.request.get(`${url}/api/join/${made.joinCode}`)).json()) as {
    departments: { id: string; name: string }[]
  }
  const found = lobby.departments.find((one) => one.name === department)
  const answer = await context.request.post(`${url}/api/join/${made.joinCode}`, { data: { name, departmentId: found?.id } })
  expect(answer.ok()).toBe(true)
  const { personId } = (await answer.json()) as { personId: string }
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(`${url}/b/${made.boardId}`)
  return { name, person: personId, context, page }
}

/** The records everybody may see, as a program reads them. */
export async function records(context: BrowserContext, url: string, made: Made): Promise<Told[]> {
  const answer = await context.request.get(`${url}/api/boards/${made.boardId}/board.json`)
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as { records: Told[] }).records
}

/** What lies on the table now, also what belongs to a round that runs and is in no file: the records of a welcome. */
export async function welcomed(page: Page, made: Made, as: 'host' | 'me' = 'host'): Promise<Told[]> {
  return page.evaluate(
    ([board, use]) =>
      new Promise<Told[]>((resolve, reject) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/boards/${board}/live?as=${use}`)
        const told: Told[] = []
        socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', client: `e2e${Math.random().toString(36).slice(2)}` }))
        socket.onmessage = (message) => {
          const frame = JSON.parse(String(message.data)) as { type: string; records?: Told[]; more?: boolean }
          if (frame.type !== 'welcome') return
          told.push(...(frame.records ?? []))
          if (frame.more) return
          socket.close()
          resolve(told)
        }
        socket.onerror = () => reject(new Error('the socket failed'))
      }),
    [made.boardId, as] as const,
  )
}

/** Pushes ops over a plain websocket of the page's own cookie and waits until they are stored. */
export async function push(page: Page, made: Made, ops: readonly object[], as: 'host' | 'me' = 'host'): Promise<void> {
  await page.evaluate(
    ([board, use, pushed]) =>
      new Promise<void>((resolve, reject) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/boards/${board}/live?as=${use}`)
        const client = `e2e${Math.random().toString(36).slice(2)}`
        const rows = pushed as object[]
        const size = 40
        let left = Math.ceil(rows.length / size)
        socket.onopen = () => {
          socket.send(JSON.stringify({ type: 'hello', client }))
          for (let n = 0; n * size < rows.length; n++)
            socket.send(JSON.stringify({ type: 'push', n: n + 1, ops: rows.slice(n * size, n * size + size) }))
        }
        socket.onmessage = (message) => {
          const frame = JSON.parse(String(message.data)) as { type: string; acks?: number[]; code?: string; message?: string }
          if (frame.type === 'refused') reject(new Error(`${frame.code}: ${frame.message} ${JSON.stringify(frame)}`))
          if (frame.type === 'yours') left -= frame.acks?.length ?? 0
          if (left <= 0) {
            socket.close()
            resolve()
          }
        }
        socket.onerror = () => reject(new Error('the socket failed'))
      }),
    [made.boardId, as, ops] as const,
  )
}

/** Writes a pain at a step, the way a person does: the plus in the column, type, Enter. */
export async function writePain(page: Page, step: RegExp, text: string): Promise<void> {
  const column = page.getByRole('group', { name: step })
  await column.scrollIntoViewIfNeeded()
  await column.hover()
  await column.getByRole('button', { name: /^Pijnpunt toevoegen/ }).click()
  await expect(page.locator('textarea:focus')).toBeVisible()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Reveals with the desk's key, pressed twice. The desk forgets the first press after six seconds; then once more, as a person would. */
export async function reveal(desk: Page): Promise<void> {
  const waiting = desk.getByRole('button', { name: /Klik nog een keer|Onthul|Toon aan iedereen/ })
  await expect(waiting).toBeVisible()
  await expect(async () => {
    if ((await waiting.count()) > 0) {
      await desk.locator('body').press('r')
      await desk.locator('body').press('r')
    }
    await expect(waiting).toHaveCount(0, { timeout: 7000 })
  }).toPass({ timeout: 120_000 })
}

let made = 0

/** A fresh id as pages make them. */
export const id = (prefix: string) => `${prefix}-${Date.now().toString(36)}-${String(++made).padStart(8, '0')}`
