import { expect, type BrowserContext, type Page } from '@playwright/test'
import { Proxy } from './proxy'
import { test as withServer } from './server'
import { dutch, make, records, seat, type Made } from './table'

/** Everybody comes through the bad line; the checks go to the server itself. */
const test = withServer.extend<{ line: Proxy }>({
  line: async ({ server }, use) => {
    const line = await Proxy.before(server)
    await use(line)
    line.close()
  },
})

const saved = (page: Page) => expect(page.getByText('Alles opgeslagen')).toBeVisible()

async function begin(page: Page, step: RegExp): Promise<void> {
  const column = page.getByRole('group', { name: step })
  await column.scrollIntoViewIfNeeded()
  await column.hover()
  await column.getByRole('button', { name: /^Pijnpunt toevoegen/ }).click()
  await expect(page.locator('textarea:focus')).toBeVisible()
}

async function write(page: Page, step: RegExp, text: string): Promise<void> {
  await begin(page, step)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function pains(host: BrowserContext, url: string, made: Made): Promise<string[]> {
  return (await records(host, url, made)).filter((record) => record.kind === 'pain').map((record) => String(record.fields['text']))
}

test('a cut of five seconds while typing, then a line that is dead without a word', async ({ browser, server, line }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, line.url, made, 'Mila', 'Klantcontact', problems)).page
  await begin(mila, /^Stap 4:/)
  await mila.keyboard.type('Vier keer ')
  await saved(mila)

  await test.step('cut: never saved too early, and typing goes on', async () => {
    line.cut()
    const until = Date.now() + 5000
    for (const word of ['hetzelfde ', 'verhaal ', 'vertellen']) {
      await mila.keyboard.type(word, { delay: 30 })
      await expect(mila.getByText('Alles opgeslagen')).toHaveCount(0)
    }
    await mila.keyboard.press('Enter')
    await mila.keyboard.press('Escape')
    await expect(mila.getByText(/Geen verbinding\. \d+ wijziging(en)? bewaard op dit apparaat/)).toBeVisible()
    // The cut itself lasts five seconds: that is the thing under test, not a wait for something to be ready.
    await mila.waitForTimeout(Math.max(until - Date.now(), 0))
    expect((await pains(host, server.url, made)).join()).not.toContain('hetzelfde')
    line.heal()
    await saved(mila)
    expect(await pains(host, server.url, made)).toEqual(['Vier keer hetzelfde verhaal vertellen'])
  })

  await test.step('half open: noticed by a change that gets no answer', async () => {
    line.deaden()
    await write(mila, /^Stap 9:/, 'Negen dagen stilte')
    await mila.keyboard.press('Escape')
    await expect(mila.getByText('Bezig met opslaan')).toBeVisible()
    await saved(mila)
    expect((await pains(host, server.url, made)).sort()).toEqual(['Negen dagen stilte', 'Vier keer hetzelfde verhaal vertellen'])
  })
  expect(problems).toEqual([])
})

test('a reload while offline opens the page from this device, and sends what was typed once', async ({ browser, server, line }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, line.url, made, 'Mila', 'Klantcontact', problems)).page
  await saved(mila)
  await mila.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const kept = await mila.evaluate(async () => {
    const names = await caches.keys()
    return (await Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
      .flat()
      .map((request) => new URL(request.url).pathname)
  })
  expect(kept).toContain('/')
  expect(kept.filter((path) => path !== '/' && path !== '/mark.svg' && !path.startsWith('/assets/'))).toEqual([])

  line.cut()
  await write(mila, /^Stap 4:/, 'Alles zelf uitzoeken')
  await mila.keyboard.press('Escape')
  await expect(mila.getByText(/wijziging(en)? bewaard op dit apparaat/)).toBeVisible()
  await expect(mila.getByText('Houd dit tabblad open')).toHaveCount(0)
  await mila.reload()
  await expect(mila.getByText('Geen verbinding met het bord. We blijven het proberen.')).toBeVisible()
  await expect(mila.getByText(/wijziging(en)? bewaard op dit apparaat/)).toBeVisible()
  line.heal()
  await expect(mila.getByText('Alles zelf uitzoeken', { exact: true })).toHaveCount(1)
  await saved(mila)
  expect(await pains(host, server.url, made)).toEqual(['Alles zelf uitzoeken'])
  expect(problems).toEqual([])
})

test('two tabs of one person, one of them closed while offline: all arrives once', async ({ browser, server, line }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const { page: one, context } = await seat(browser, line.url, made, 'Mila', 'Klantcontact', problems)
  const two = await context.newPage()
  await two.goto(`${line.url}/b/${made.boardId}`)
  await saved(one)
  await saved(two)
  line.cut()
  await one.bringToFront()
  await write(one, /^Stap 4:/, 'Uit het eerste tabblad')
  await two.bringToFront()
  await write(two, /^Stap 9:/, 'Uit het tweede tabblad')
  await expect(two.getByText(/wijziging(en)? bewaard op dit apparaat/)).toBeVisible()
  await two.close({ runBeforeUnload: false })
  await one.bringToFront()
  line.heal()
  await saved(one)
  // Whoever opens the board next on this device brings what the closed tab had.
  const three = await context.newPage()
  await three.goto(`${line.url}/b/${made.boardId}`)
  for (const text of ['Uit het eerste tabblad', 'Uit het tweede tabblad'])
    await expect(three.getByText(text, { exact: true })).toHaveCount(1)
  await saved(three)
  expect((await pains(host, server.url, made)).sort()).toEqual(['Uit het eerste tabblad', 'Uit het tweede tabblad'])
  expect(problems).toEqual([])
})

test('a server that is newer asks for a reload, and no word is lost by it', async ({ browser, server }) => {
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])).page
  await saved(mila)
  await server.kill()
  let code = 1012
  await mila.routeWebSocket(/\/live/, (ws) => (code ? void ws.close({ code }) : void ws.connectToServer()))
  await write(mila, /^Stap 4:/, 'Nog net getypt')
  await server.start()
  code = 4009
  await expect(mila.getByRole('heading', { name: 'Er is een nieuwe versie' })).toBeVisible()
  code = 0
  await mila.getByRole('button', { name: 'Laad opnieuw' }).click()
  await expect(mila.getByText('Nog net getypt', { exact: true })).toHaveCount(1)
  await expect.poll(() => pains(host, server.url, made)).toEqual(['Nog net getypt'])
})
