import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { atDesk, dutch, records, watch, type Made } from './table'

/** Drags a file onto the page, as from a folder. */
async function drag(page: Page, name: string, text: string) {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const moved = new DataTransfer()
      moved.items.add(new File([text ?? ''], name ?? ''))
      return moved
    },
    [name, text],
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: files })
  await page.dispatchEvent('main', 'drop', { dataTransfer: files })
}

const titlesOn = async (page: Page, url: string) => {
  const boardId = new URL(page.url()).pathname.split('/')[2] ?? ''
  return (await records(page.context(), url, { boardId } as Made))
    .filter(({ kind }) => kind === 'step')
    .map(({ fields }) => fields['title'])
}

test('what is brought is looked at first, and what has no place is listed', async ({ browser, server }) => {
  const problems: string[] = []
  const context = await dutch(browser)
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(server.url)
  const table = 'Fase;Stap;Afdeling;Kleur\nMelden;Bellen;Schade;rood\nHerstel;Ophalen;Garage;blauw\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'stappen.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  const sheet = page.getByRole('dialog', { name: 'Dit komt op het nieuwe bord' })
  await expect(sheet.getByText('Bellen')).toBeVisible()
  await expect(sheet.getByText('Schade, Garage')).toBeVisible()
  await expect(sheet.getByText(/Kolom 4 \(Kleur\)/)).toBeVisible()
  expect(await findings(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Annuleren' }).click()
  expect((await context.cookies()).length).toBe(0) // nothing was made

  await page.locator('input[type=file]').setInputFiles({ name: 'stappen.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await sheet.getByRole('button', { name: 'Maak dit bord' }).click()
  await page.waitForURL(/\/host/)
  await expect.poll(() => titlesOn(page, server.url)).toEqual(['Bellen', 'Ophalen'])
  expect(problems).toEqual([])
})

test('a saved board that is dragged onto the start page is that board again', async ({ browser, server }) => {
  const problems: string[] = []
  const page = await (await dutch(browser)).newPage()
  watch(page, problems)
  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Begin een workshop' })).toBeVisible()
  const saved = readFileSync(new URL('../../server/print/testdata/workshop.json', import.meta.url), 'utf8')
  await drag(page, 'board.json', saved)
  const sheet = page.getByRole('dialog', { name: 'Dit komt op het nieuwe bord' })
  await expect(sheet.getByText('Wachten op bericht')).toBeVisible()
  await expect(sheet.getByText(/Pijnpunt/)).toBeVisible()
  await sheet.getByRole('button', { name: 'Maak dit bord' }).click()
  await page.waitForURL(/\/host/)
  await expect.poll(async () => (await titlesOn(page, server.url)).length).toBe(11)
  expect(problems).toEqual([])
})

test('a template of one’s own begins new workshops without people and answers, and can be removed', async ({ browser, server }) => {
  const problems: string[] = []
  const { made, desk } = await atDesk(browser, server.url, problems)
  await desk.getByRole('button', { name: 'Meer' }).first().click()
  await desk.getByText('Bewaar als sjabloon').click()
  const sheet = desk.getByRole('dialog', { name: 'Bewaar als sjabloon' })
  await sheet.getByLabel('Titel').fill('Schade, onze versie')
  expect(await findings(desk)).toEqual([])
  await sheet.getByRole('button', { name: 'Bewaar het sjabloon' }).click()
  await expect(desk.getByText('Bewaard. Je vindt het op de startpagina', { exact: false })).toBeVisible()

  await desk.goto(server.url)
  const list = desk.getByRole('list', { name: 'Eigen sjablonen' })
  expect(await findings(desk)).toEqual([])
  await list.getByRole('button', { name: 'Schade, onze versie', exact: true }).click()
  await desk.waitForURL(/\/host/)
  expect(desk.url()).not.toContain(made.boardId)
  await expect.poll(async () => (await titlesOn(desk, server.url)).length).toBe(11)
  const begun = new URL(desk.url()).pathname.split('/')[2] ?? ''
  const people = (await records(desk.context(), server.url, { boardId: begun } as Made)).filter(({ kind }) => kind === 'person')
  expect(people.length).toBe(1)

  await desk.goto(server.url)
  await list.getByRole('button', { name: 'Verwijder het sjabloon “Schade, onze versie”' }).click()
  await list.getByRole('button', { name: 'Zeker weten? Druk nog een keer' }).click()
  await expect(desk.getByText('Het sjabloon “Schade, onze versie” is verwijderd.')).toBeVisible()
  await expect(list).toBeHidden()
  expect((await records(desk.context(), server.url, { boardId: begun } as Made)).length).toBeGreaterThan(11) // what began of it stays
  expect(problems).toEqual([])
})
