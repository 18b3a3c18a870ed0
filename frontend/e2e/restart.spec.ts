import { expect, type Page } from '@playwright/test'
import { test } from './server'
import { dutch, make, records, seat, type Made } from './table'

/** Words of one typist, long enough to be typed across the crash. */
const lines = {
  Mila: 'Vier keer hetzelfde verhaal vertellen aan vier verschillende mensen',
  Joris: 'Negen dagen wachten zonder dat iemand iets van zich laat horen',
}

async function begin(page: Page, step: RegExp): Promise<void> {
  const column = page.getByRole('group', { name: step })
  await column.scrollIntoViewIfNeeded()
  await column.hover()
  await column.getByRole('button', { name: /^Pijnpunt toevoegen/ }).click()
  await expect(page.locator('textarea:focus')).toBeVisible()
}

async function painTexts(context: Parameters<typeof records>[0], url: string, made: Made): Promise<unknown[]> {
  return (await records(context, url, made)).filter((record) => record.kind === 'pain').map((record) => record.fields['text'])
}

test('kill -9 while two people type: both go on by themselves and nothing acknowledged is gone', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)).page
  const joris = (await seat(browser, server.url, made, 'Joris', 'Schadeafdeling', problems)).page
  await begin(mila, /^Stap 4:/)
  await begin(joris, /^Stap 9:/)

  const half = { mila: lines.Mila.slice(0, 30), joris: lines.Joris.slice(0, 30) }
  await Promise.all([mila.keyboard.type(half.mila, { delay: 20 }), joris.keyboard.type(half.joris, { delay: 20 })])
  await expect(mila.getByText('Alles opgeslagen')).toBeVisible()
  await expect(joris.getByText('Alles opgeslagen')).toBeVisible()

  await server.kill()
  await Promise.all([mila.keyboard.type(lines.Mila.slice(30), { delay: 20 }), joris.keyboard.type(lines.Joris.slice(30), { delay: 20 })])
  await expect(mila.getByText(/Geen verbinding/)).toBeVisible()
  await server.start()
  expect((await painTexts(host, server.url, made)).map((text) => String(text).length >= 30)).toEqual([true, true])

  await Promise.all([mila.keyboard.press('Enter'), joris.keyboard.press('Enter')])
  await expect(mila.getByText('Alles opgeslagen')).toBeVisible()
  await expect(joris.getByText('Alles opgeslagen')).toBeVisible()
  for (const page of [mila, joris])
    for (const line of Object.values(lines)) await expect(page.getByText(line, { exact: true })).toHaveCount(1)
  expect((await painTexts(host, server.url, made)).sort()).toEqual(Object.values(lines).sort())
  expect(problems).toEqual([])
})

test('what was typed without a connection survives a reload', async ({ browser, server }) => {
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])).page
  await begin(mila, /^Stap 4:/)
  await mila.keyboard.type('Ze moet ')
  await expect(mila.getByText('Alles opgeslagen')).toBeVisible()
  await server.kill()
  await mila.keyboard.type('alles zelf uitzoeken')
  await mila.keyboard.press('Enter')
  await expect(mila.getByText(/wijziging(en)? bewaard op dit apparaat/)).toBeVisible()
  await server.start()
  await mila.reload()
  await expect(mila.getByText('Ze moet alles zelf uitzoeken', { exact: true })).toHaveCount(1)
  await expect.poll(async () => painTexts(host, server.url, made)).toEqual(['Ze moet alles zelf uitzoeken'])
})
