import { expect } from '@playwright/test'
import { test } from './server'
import { dutch, reveal, watch } from './table'

test('a rehearsal: somebody leads alone, with made-up colleagues, and throws it away', async ({ browser, server }) => {
  const problems: string[] = []
  const context = await dutch(browser)
  const desk = await context.newPage()
  watch(desk, problems)
  await desk.goto(server.url)
  await desk.getByRole('button', { name: 'Hoe werkt het?' }).click()
  await desk.getByRole('button', { name: 'Probeer het in twee minuten, alleen' }).click()
  const card = desk.getByRole('region', { name: 'Proefrondje' })
  await card.getByRole('button', { name: 'Laat ze schrijven' }).click()
  await expect(desk.getByRole('grid').getByText('Dagenlang niets horen')).toBeVisible()
  await desk.reload()
  await expect(card.locator('[aria-current=step]')).toContainText('Open de stemronde')
  if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/rehearsal.png` })
  await desk.getByRole('button', { name: 'Open de stemronde' }).click()
  await expect(card.locator('[aria-current=step]')).toContainText('Onthul')
  if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/rehearsal-vote.png` })
  await reveal(desk)
  await expect(desk.getByText('12 stippen', { exact: false }).first()).toBeVisible()
  if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/rehearsal-end.png` })
  await card.getByRole('button', { name: 'Gooi het proefrondje weg' }).click()
  await expect(desk.getByRole('heading', { name: 'Begin een workshop' })).toBeVisible()
  await expect(desk.getByText('Nog geen workshops op dit apparaat', { exact: false })).toBeVisible()
  expect(problems).toEqual([])
})
