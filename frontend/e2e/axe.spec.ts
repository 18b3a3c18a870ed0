import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { fill } from './example'
import { test } from './server'
import { dutch, make, push, records, seat } from './table'

/** No finding in the light and in the dark. */
async function clean(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await findings(page), `${name}, ${colorScheme}`).toEqual([])
  }
}

test('axe finds nothing on any screen, light or dark', async ({ browser, server }) => {
  const visitor = await dutch(browser, { reducedMotion: 'reduce' })
  const page = await visitor.newPage()
  await page.goto(server.url)
  await expect(page.getByRole('button', { name: /Schade aan de leaseauto/ })).toBeVisible()
  await clean(page, 'start')
  await page.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
  await expect(page.getByRole('checkbox', { name: /sleutel bewaard/ })).toBeVisible()
  await clean(page, 'share')

  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const join = await (await dutch(browser)).newPage()
  await join.goto(`${server.url}/${made.joinCode}`)
  await expect(join.getByText('Klantcontact', { exact: true })).toBeVisible()
  await clean(join, 'join')

  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])).page
  const bas = (await seat(browser, server.url, made, 'Bas', 'Facturatie', [])).page
  const told = await records(host, server.url, made)
  const refs = new Map(told.flatMap((record) => ('ref' in record ? [[String(record.ref), record.id] as const] : [])))
  const { ops, painIds } = fill(told, refs)
  await push(mila, made, ops.slice(0, 20), 'me')
  await expect(mila.getByText('Negen dagen stilte tijdens het herstel')).toBeVisible()
  await clean(mila, 'map')
  await mila.getByRole('button', { name: /^Open Pijnpunt: Vier keer hetzelfde/ }).click()
  await expect(mila.getByRole('complementary', { name: 'Details' })).toBeVisible()
  await clean(mila, 'a pain opened')
  await bas.setViewportSize({ width: 390, height: 844 })
  await expect(bas.getByRole('article').first()).toBeVisible()
  await clean(bas, 'phone')

  await push(desk, made, [{ op: 'act', do: 'open', id: 'axe-round-000000000', args: { collect: 'vote', item_ids: painIds.slice(0, 8) } }])
  await expect(mila.getByText('Nog 3 stippen')).toBeVisible()
  await clean(mila, 'vote')
  await clean(bas, 'vote on a phone')
  await clean(desk, 'desk during a vote')
  await mila
    .getByRole('button', { name: /^Geef een stip aan/ })
    .first()
    .click()
  await expect(mila.getByText('Je stippen zijn bewaard')).toBeVisible()
  await push(desk, made, [{ op: 'act', do: 'reveal', id: 'axe-round-000000000' }])
  await expect(mila.getByText('Ruw en eerlijk wijzen hetzelfde aan')).toBeVisible()
  await clean(mila, 'result')
  await mila.getByRole('tab', { name: /Oplossingen/ }).click()
  await expect(mila.getByText('van 1 gedekt')).toBeVisible()
  await clean(mila, 'fixes')

  const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  for (const view of ['lobby', 'persona', 'map', 'vote', 'actions']) {
    await push(desk, made, [{ op: 'act', do: 'show', args: { view } }])
    await expect(screen.getByRole('main')).toBeVisible()
    expect.soft(await findings(screen), `projector ${view}`).toEqual([])
  }
})
