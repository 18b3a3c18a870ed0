import { expect } from '@playwright/test'
import { test } from './server'
import { atDesk, dutch, push, seat, watch } from './table'

/** The screen in the room: it follows, keeps its last picture when the network drops, says so, and comes back by itself. */
test('the projector keeps its picture through a dropped connection and comes back alone', async ({ browser, server }) => {
  const problems: string[] = []
  const { made, desk } = await atDesk(browser, server.url, problems)
  const room = await dutch(browser, { viewport: { width: 1920, height: 1080 } })
  const screen = await room.newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  await expect(screen.getByText('Scan, of typ deze code')).toBeVisible()

  await test.step('Q3: loaded again without a line, it still says how people come in', async () => {
    const code = screen.locator('p.code')
    const said = await code.innerText()
    await screen.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    await server.kill()
    await screen.reload()
    await expect(code).toHaveText(said)
    await expect(screen.getByText('Scan, of typ deze code')).toBeVisible()
    await server.start()
    await expect(screen.getByText('verbinding zoeken')).toHaveCount(0)
  })

  await push(desk, made, [{ op: 'act', do: 'show', args: { view: 'persona' } }])
  await expect(screen.getByRole('heading', { name: /Sanne/ })).toBeVisible()

  await test.step('who is not in the room looks along', async () => {
    const { page } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
    await page.getByRole('button', { name: 'Meer: taal, weergave, toetsen' }).click()
    await page.getByRole('menuitem', { name: 'Kijk mee met de beamer' }).click()
    const sheet = page.getByRole('dialog', { name: 'Kijk mee met de beamer' })
    await expect(sheet.getByText('Sanne', { exact: false }).first()).toBeVisible()
    if (process.env['SHOTS']) {
      await page.screenshot({ path: `${process.env['SHOTS']}/along.png` })
      await page.setViewportSize({ width: 390, height: 844 })
      await page.screenshot({ path: `${process.env['SHOTS']}/along-390.png` })
    }
    await page.close()
  })

  await server.kill()
  await expect(screen.getByText('verbinding zoeken')).toBeVisible()
  await expect(screen.getByRole('heading', { name: /Sanne/ })).toBeVisible()

  await server.start()
  await expect(screen.getByText('verbinding zoeken')).toHaveCount(0)
  await push(desk, made, [{ op: 'act', do: 'show', args: { view: 'map' } }])
  await expect(screen.getByText(/keer doorgestuurd/)).toBeVisible()

  await screen.keyboard.press('f')
  await expect.poll(() => screen.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  expect(problems).toEqual([])
})
