import { expect, type Page } from '@playwright/test'
import { test } from './server'
import { dutch, make, seat, watch } from './table'

/** A picture for somebody to look at, on request. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

test('two of one name are told apart on the desk and at the door, and nobody takes the facilitator’s', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  await seat(browser, server.url, made, 'Jan', 'Klantcontact', problems)
  await seat(browser, server.url, made, 'jаn', 'Klantcontact', problems) // the a is Cyrillic
  await seat(browser, server.url, made, 'Jan', 'Facturatie', problems)
  await seat(browser, server.url, made, 'Mila', 'Facturatie', problems)
  const desk = await host.newPage()
  watch(desk, problems)
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  await desk.locator('summary', { hasText: 'Klantcontact' }).click()
  await desk.locator('summary', { hasText: 'Facturatie' }).click()
  for (const name of ['Jan (Klantcontact 1)', 'jаn (Klantcontact 2)', 'Jan (Facturatie)', 'Mila'])
    await expect(desk.getByText(name, { exact: true })).toBeVisible()
  await desk.getByText('Eén voor één', { exact: true }).click()

  const context = await dutch(browser)
  const page = await context.newPage()
  watch(page, problems)
  await page.goto(`${server.url}/${made.joinCode}`)
  await page.getByRole('textbox', { name: /hoe heet je/i }).fill('Begeleider')
  await page.getByText('Klantcontact', { exact: true }).click()
  await page.getByRole('button', { name: /naar het bord/i }).click()
  await expect(page.getByText('Vul je eigen naam in', { exact: false })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /hoe heet je/i })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: /hoe heet je/i })).toBeFocused()
  await look(page, 'name-reserved')
  await page.getByRole('textbox', { name: /hoe heet je/i }).fill('  Jan ')
  await page.getByRole('button', { name: /naar het bord/i }).click()
  await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeVisible()
  await desk.getByRole('button', { name: 'Laat Jan (Klantcontact 3) binnen' }).scrollIntoViewIfNeeded()
  await look(desk, 'name-desk')
  expect(problems).toEqual([])
})
