import { expect } from '@playwright/test'
import { test } from './server'
import { atDesk, dutch, watch } from './table'

test('the lobby: wait at the door, come in by itself, change department, be the same on a second device', async ({ browser, server }) => {
  const problems: string[] = []
  const { made, desk } = await atDesk(browser, server.url, problems)
  await desk.getByText('Eén voor één', { exact: true }).click()

  const context = await dutch(browser, { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(`${server.url}/${made.joinCode}`)
  await page.getByRole('textbox', { name: /hoe heet je/i }).fill('Mila')
  await page.getByText('Klantcontact', { exact: true }).click()
  await page.getByRole('button', { name: /naar het bord/i }).click()
  await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeVisible()
  if (process.env['SHOTS']) {
    await page.screenshot({ path: `${process.env['SHOTS']}/waiting.png` })
    await desk.screenshot({ path: `${process.env['SHOTS']}/door.png` })
  }
  await server.kill()
  await server.start()
  await desk.getByRole('button', { name: 'Laat Mila binnen' }).click()
  await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeHidden()

  await page.getByRole('button', { name: 'Meer', exact: false }).first().click()
  await page
    .getByRole('menuitem', { name: 'Jij: naam, afdeling en link' })
    .or(page.getByText('Jij: naam, afdeling en link'))
    .first()
    .click()
  await page.getByRole('combobox', { name: 'Afdeling' }).selectOption({ label: 'Facturatie' })
  await page.getByRole('button', { name: 'Maak mijn link' }).click()
  await expect(page.getByRole('img', { name: 'QR-code van je eigen link' })).toBeVisible()
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/me.png` })
  const key = await page.evaluate(
    (board) =>
      Object.entries(localStorage as Record<string, string>).find(([name]) => name.startsWith(`muntsaus.link.${board}`))?.[1] ?? '',
    made.boardId,
  )

  const second = await dutch(browser)
  const other = await second.newPage()
  watch(other, problems)
  await other.goto(`${server.url}/k#${JSON.parse(key) as string}`)
  await other.waitForURL(/\/b\//)
  await expect(desk.getByText('1 mens, 1 afdeling')).toBeVisible()
  const me = (await (await second.request.get(`${server.url}/api/boards/${made.boardId}/me`)).json()) as { personId: string }
  const first = (await (await context.request.get(`${server.url}/api/boards/${made.boardId}/me`)).json()) as { personId: string }
  expect(me.personId).toBe(first.personId)
  await desk.locator('summary', { hasText: 'Facturatie' }).click()
  await desk.getByRole('button', { name: 'Verander naam, afdeling of rol van Mila' }).click()
  if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/edit.png` })
  await desk.getByRole('combobox', { name: 'Rol' }).selectOption('observer')
  await expect
    .poll(async () => ((await (await second.request.get(`${server.url}/api/boards/${made.boardId}/me`)).json()) as { role: string }).role)
    .toBe('observer')
  expect(problems).toEqual([])
})
