import { expect } from '@playwright/test'
import { Office } from './proxy'
import { test } from './server'
import { dutch, join, make, seat, watch, writePain, type Guest } from './table'

// A network whose proxy answers 200 with a page of its own until somebody signs in there: said in a sentence wherever it is met, and never
// taken for an answer of ours.

const mustSignIn = 'Het netwerk wil dat je eerst inlogt.'
const inNewTab = /Dit netwerk stuurt je naar een eigen pagina\. Log daar in of ga akkoord, in een nieuw tabblad/

for (const [way, stopsSockets] of [
  ['websocket', false],
  ['requests', true],
] as const) {
  test(`a line by ${way} that meets it says so, keeps what is typed, and goes on by itself`, async ({ browser, server }) => {
    const problems: string[] = []
    const office = await Office.signingIn(server)
    const socketsAlone = (path: string) => stopsSockets && /\/live\?/.test(path)
    office.asks = socketsAlone
    const host = await dutch(browser)
    const made = await make(host, server.url)
    const mila: Guest = await seat(browser, office.url, made, 'Mila', 'Klantcontact', problems)
    await expect(mila.page.getByText(stopsSockets ? 'Alles opgeslagen, via een omweg' : 'Alles opgeslagen')).toBeVisible()

    office.signOut()
    await expect(mila.page.getByText(mustSignIn)).toBeVisible()
    await writePain(mila.page, /^Stap 1:/, 'Getypt op het gastnetwerk')
    await expect(mila.page.getByText(/wijzigingen? bewaard op dit apparaat/)).toBeVisible()

    office.asks = socketsAlone
    await expect(mila.page.getByText('Alles opgeslagen')).toBeVisible()
    await expect(mila.page.getByText(mustSignIn)).toHaveCount(0)
    const other = await seat(browser, server.url, made, 'Joris', 'Schadeafdeling', problems)
    await expect(other.page.getByText('Getypt op het gastnetwerk', { exact: true })).toHaveCount(1)
    office.close()
    expect(problems).toEqual([])
  })
}

test('a question of the start page and one of the join page say so', async ({ browser, server }) => {
  const problems: string[] = []
  const office = await Office.signingIn(server)
  office.asks = (path) => path.startsWith('/api/')
  const context = await dutch(browser, { serviceWorkers: 'block' })
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(office.url)
  await expect(page.getByText(inNewTab)).toBeVisible()
  await page.goto(`${office.url}/K7M4QP`)
  await expect(page.getByText(inNewTab)).toBeVisible()
  office.asks = () => false
  const made = await make(await dutch(browser), server.url)
  await join(browser, office.url, made, 'Mila', 'Klantcontact', problems)
  office.close()
  expect(problems).toEqual([])
})

test('a part of the page that does not come says why, and comes once one signed in', async ({ browser, server }) => {
  const problems: string[] = []
  const office = await Office.signingIn(server)
  office.asks = () => false
  const host = await dutch(browser, { serviceWorkers: 'block' })
  const made = await make(host, office.url)
  const desk = await host.newPage()
  await desk.goto(`${office.url}/b/${made.boardId}/host`)
  await expect(desk.getByText('Alles opgeslagen')).toBeVisible()
  office.signOut()
  await expect(desk.getByText(mustSignIn)).toBeVisible()
  await desk.getByRole('button', { name: 'Delen', exact: true }).click()
  await expect(desk.getByRole('dialog').getByText(inNewTab)).toBeVisible()
  office.asks = () => false
  await desk.getByRole('dialog').getByRole('button', { name: 'Laad opnieuw' }).click()
  await expect(desk.getByText('Alles opgeslagen')).toBeVisible()
  await desk.getByRole('button', { name: 'Delen', exact: true }).click()
  await expect(desk.getByRole('dialog').getByText(made.joinCode.slice(0, 3)).first()).toBeVisible()
  office.close()
  expect(problems).toEqual([])
})

test('where the program of the page does not come the page says so itself, with its style or without', async ({ browser, server }) => {
  const office = await Office.signingIn(server)
  for (const keeps of [/\.js$/, /\.(js|css)$/]) {
    office.asks = (path) => keeps.test(path)
    const page = await (await dutch(browser, { serviceWorkers: 'block' })).newPage()
    await page.goto(office.url)
    await expect(page.getByText('Muntsaus laadt niet.')).toBeVisible()
    await expect(page.getByText('Muntsaus is not loading.')).toBeVisible()
    office.asks = () => false
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Muntsaus' })).toBeVisible()
    await expect(page.getByText('Muntsaus laadt niet.')).toHaveCount(0)
  }
  office.close()
})
