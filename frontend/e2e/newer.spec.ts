import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { Proxy } from './proxy'
import { test } from './server'
import { dutch, make, records, seat } from './table'

/** From now on the server's page names another script, as after an upgrade. */
async function upgrade(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const answer = await route.fetch().catch(() => null)
      if (!answer) return route.abort() // the line is cut while it asks: the page hears of it, not the test
      const body = (await answer.text()).replace(/\/assets\/index-[^"]+\.js/, '/assets/index-NEWER123.js')
      await route.fulfill({ response: answer, body })
    },
  )
}

test('after an absence the page says that the server is newer, and a reload takes every letter along', async ({ browser, server }) => {
  const line = await Proxy.before(server)
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, line.url, made, 'Mila', 'Klantcontact', problems)).page
  const bar = mila.getByRole('status').filter({ hasText: 'Er is een nieuwe versie' })
  const saved = () => expect(mila.getByText('Alles opgeslagen')).toBeVisible()
  await saved()
  await expect(bar).toHaveCount(0)

  await upgrade(mila)
  line.cut()
  await expect(mila.getByText(/Geen verbinding/)).toBeVisible()
  const column = mila.getByRole('group', { name: /^Stap 4:/ })
  await column.scrollIntoViewIfNeeded()
  await column.hover()
  await column.getByRole('button', { name: /^Pijnpunt toevoegen/ }).click()
  await mila.keyboard.type('Halverwege een ')
  line.heal()
  await expect(bar).toBeVisible()
  await expect(mila.locator('textarea:focus'), 'the bar takes nobody out of a text').toHaveValue('Halverwege een ')
  await mila.keyboard.type('zin')
  expect(await findings(mila, '.newer')).toEqual([])
  await mila.screenshot({ path: test.info().outputPath('newer-1440.png') })
  await mila.unrouteAll()

  await bar
    .getByRole('button', { name: 'Laad de pagina opnieuw' })
    .or(bar.getByRole('button', { name: 'Laad opnieuw' }))
    .click()
  await expect(mila.getByText('Halverwege een zin', { exact: true })).toHaveCount(1)
  await saved()
  await expect(bar).toHaveCount(0)
  const pains = async () =>
    (await records(host, server.url, made)).filter((record) => record.kind === 'pain').map((record) => record.fields['text'])
  await expect.poll(pains).toEqual(['Halverwege een zin'])

  await test.step('on a phone it fits, and can wait', async () => {
    await mila.setViewportSize({ width: 390, height: 844 })
    await expect(mila.getByText(/^stap \d+ van \d+$/)).toBeVisible() // what the phone shows came over the line
    await saved()
    await upgrade(mila)
    line.cut()
    await expect(mila.getByText(/Geen verbinding/).first()).toBeVisible()
    line.heal()
    await expect(bar).toBeVisible()
    await mila.screenshot({ path: test.info().outputPath('newer-390.png') })
    const box = await bar.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    await bar.getByRole('button', { name: 'Later' }).click()
    await expect(bar).toHaveCount(0)
  })
  line.close()
  expect(problems).toEqual([])
})
