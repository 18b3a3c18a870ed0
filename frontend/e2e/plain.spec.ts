import { expect } from '@playwright/test'
import { findings } from './axe'
import { madeUp } from './places'
import { test } from './server'
import { dutch, watch } from './table'

test('plain http in a network says so, quietly, until it is put away', async ({ browser, server }) => {
  const problems: string[] = []
  const away = server.url.replace('127.0.0.1', madeUp)
  const page = await (await dutch(browser)).newPage()
  watch(page, problems)
  const note = page.getByRole('note').filter({ hasText: 'geen https' })

  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Begin een workshop' })).toBeVisible()
  await expect(note, 'this machine itself is no network').toHaveCount(0)

  await page.goto(away)
  await expect(note).toBeVisible()
  await expect(page.getByRole('button', { name: /Schade aan de leaseauto/ })).toBeVisible()
  expect(await findings(page, '[role=note]')).toEqual([])
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: test.info().outputPath(`start-${width}.png`) })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('note')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('share-1440.png') })
  await sheet.getByRole('button', { name: 'Sluit deze opmerking' }).click()
  await expect(note).toHaveCount(0)

  await page.goto(away)
  await expect(page.getByRole('heading', { name: 'Begin een workshop' })).toBeVisible()
  await expect(note).toHaveCount(0)
  expect(problems).toEqual([])
})
