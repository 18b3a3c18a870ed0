import { expect } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { atDesk, dutch, id, make, push, records, seat, watch } from './table'

test('a renewed projector link ends the old beamer', async ({ browser, server }) => {
  const problems: string[] = []
  const { made, desk } = await atDesk(browser, server.url, problems)
  const screen = await (await dutch(browser)).newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  await expect(screen.getByText('Scan, of typ deze code')).toBeVisible()
  await desk.getByRole('button', { name: 'Delen', exact: true }).click()
  await desk.getByRole('button', { name: 'Vernieuw de link voor: Beamer' }).click()
  await expect(screen.getByText('Scan, of typ deze code')).toBeVisible()
  await desk.getByRole('button', { name: 'Oude link afsluiten?' }).click()
  await expect(desk.getByText('Nieuwe link voor Beamer. De oude werkt niet meer.')).toBeVisible()
  await expect(screen.getByRole('heading', { name: 'Dit scherm hoort niet meer bij een bord' })).toBeVisible()
  expect(await findings(desk)).toEqual([])

  // The summary by link: whoever has it reads that and nothing else, until the link is renewed.
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const fresh = async () => {
    await desk.getByRole('button', { name: 'Vernieuw de link voor: Samenvatting' }).click()
    await desk.getByRole('button', { name: 'Oude link afsluiten?' }).click()
    await expect(desk.getByText('Nieuwe link voor Samenvatting. De oude werkt niet meer.').first()).toBeVisible()
    await desk.getByRole('button', { name: 'Kopieer de link voor: Samenvatting' }).click()
    return desk.evaluate(() => navigator.clipboard.readText())
  }
  const first = await fresh()
  const reader = await (await dutch(browser)).newPage()
  await reader.setViewportSize({ width: 390, height: 844 })
  await reader.goto(first)
  const paper = reader.frameLocator('iframe')
  await expect(paper.getByRole('heading', { name: 'Schade aan de leaseauto' })).toBeVisible()
  await expect(reader).toHaveTitle(/Schade aan de leaseauto/)
  expect(await findings(reader, 'header')).toEqual([])
  // The button has the document printed, which itself runs nothing.
  await reader.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentWindow
    if (inside) inside.print = () => (document.body.dataset['printed'] = inside.document.title)
  })
  await reader.getByRole('button', { name: 'Afdrukken' }).click()
  await expect(reader.locator('body')).toHaveAttribute('data-printed', /Schade aan de leaseauto/)
  const widths = () => reader.evaluate(() => document.querySelector('iframe')?.contentDocument?.documentElement.scrollWidth)
  expect(await widths()).toBe(390)
  const board = await reader.context().request.get(`${server.url}/api/boards/${made.boardId}/board.json`)
  expect(board.status()).toBe(403)
  await fresh()
  await reader.goto(first)
  await expect(reader.getByRole('heading', { name: 'Deze sleutel past niet' })).toBeVisible()
  expect(problems).toEqual([])
})

test('somebody sees what is kept of them, takes one thing back, and leaves without a trace', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const { page } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  await page.setViewportSize({ width: 390, height: 844 })
  const told = () => records(host, server.url, made)
  const step = (await told()).find((record) => record.kind === 'step')?.id
  const note = (text: string) => ({ op: 'put', kind: 'note', id: id('note'), fields: { text, step_id: step } })
  await push(page, made, [note('Bellen duurt lang'), note('Niemand belt terug')], 'me')
  await page.getByRole('button', { name: 'Meer' }).first().click()
  await page.getByText('Mijn bijdragen').click()
  await expect(page.getByText('Gedeeld met iedereen')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /Verwijder.*Bellen duurt lang/ }).click()
  await page.getByRole('button', { name: 'Ja, verwijder' }).click()
  const notes = async () => (await told()).filter((record) => record.kind === 'note').map((record) => record.fields['text'])
  await expect.poll(notes).toEqual(['Niemand belt terug'])
  await page.getByRole('button', { name: 'Verwijder alles van mij' }).click()
  await page.getByRole('button', { name: 'Ja, verwijder' }).click()
  await page.waitForURL(`${server.url}/`)
  await expect.poll(notes).toEqual([])
  expect((await told()).filter((record) => record.fields['name'] === 'Mila')).toEqual([])
  expect(problems).toEqual([])
})
