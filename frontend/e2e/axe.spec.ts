import { expect, type Locator, type Page } from '@playwright/test'
import { findings } from './axe'
import { fill } from './example'
import { test } from './server'
import { dutch, id, make, push, records, seat } from './table'

const themes = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
} as const

/** What was looked at, for the report of the test. */
const looked: string[] = []

/** No finding in the light, in the dark and with more contrast. */
async function clean(page: Page, name: string): Promise<void> {
  for (const [theme, media] of Object.entries(themes)) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const found = await findings(page)
    looked.push(`${name}, ${theme}: ${found.length} violations`, ...found)
    expect.soft(found, `${name}, ${theme}`).toEqual([])
  }
  await page.emulateMedia({ ...themes.light, reducedMotion: 'reduce' })
}

/** A laptop at 400 %: everything is there by scrolling one way. */
async function reflows(page: Page, name: string, wanted: Locator): Promise<void> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width: 320, height: 256 })
  await wanted.scrollIntoViewIfNeeded()
  await expect(wanted, name).toBeInViewport({ ratio: 0.9 })
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} scrolls one way`).toBeLessThanOrEqual(320)
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/400-${name.replaceAll(' ', '-')}.png` })
  await page.setViewportSize(before)
}

test('axe finds nothing on any screen, light, dark or with more contrast', async ({ browser, server }) => {
  const visitor = await dutch(browser, { reducedMotion: 'reduce' })
  const page = await visitor.newPage()
  await page.goto(server.url)
  await expect(page.getByRole('button', { name: /Schade aan de leaseauto/ })).toBeVisible()
  await clean(page, 'start')
  await reflows(page, 'start', page.getByRole('button', { name: /Schade aan de leaseauto/ }))
  await page.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
  await expect(page.getByRole('checkbox', { name: /sleutel bewaard/ })).toBeVisible()
  await clean(page, 'share')

  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const join = await (await dutch(browser)).newPage()
  await join.goto(`${server.url}/${made.joinCode}`)
  await expect(join.getByText('Klantcontact', { exact: true })).toBeVisible()
  await clean(join, 'join')
  await reflows(join, 'join', join.getByRole('button', { name: /naar het bord/i }))

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
  await mila.keyboard.press('Escape')
  await mila.keyboard.press('l')
  await expect(mila.getByRole('dialog', { name: 'De klantreis als lijst' })).toBeVisible()
  await clean(mila, 'the journey as a list')
  await mila.keyboard.press('Escape')
  await mila.keyboard.press('?')
  await expect(mila.getByRole('dialog', { name: 'Toetsen' })).toBeVisible()
  await clean(mila, 'keys')
  await mila.keyboard.press('Escape')
  await bas.setViewportSize({ width: 390, height: 844 })
  await expect(bas.getByRole('article').first()).toBeVisible()
  await clean(bas, 'phone')
  await reflows(bas, 'step', bas.getByRole('heading', { name: 'Noodnummer bellen' }))
  await bas.getByRole('button', { name: 'Pijn', exact: true }).click()
  await expect(bas.getByRole('dialog', { name: 'Pijnpunt' })).toBeVisible()
  await clean(bas, 'writing on a phone')
  await reflows(bas, 'writing', bas.getByRole('button', { name: 'Zet op het bord' }))
  await bas.keyboard.press('Escape')

  const rating = id('axe-rating')
  await push(desk, made, [{ op: 'act', do: 'open', id: rating, args: { collect: 'rating' } }])
  await mila.getByText('tevreden', { exact: true }).click()
  await clean(mila, 'score')
  await expect(bas.getByRole('heading', { name: 'Hoe beleeft Sanne deze stap?' })).toBeVisible()
  await clean(bas, 'score on a phone')
  await reflows(bas, 'score', bas.getByRole('button', { name: 'Volgende stap' }))
  await push(desk, made, [{ op: 'act', do: 'reveal', id: rating }])
  await expect(mila.getByRole('heading', { name: /Zo beleeft Sanne de reis/ })).toBeVisible()
  await clean(mila, 'curve')
  const writing = id('axe-writing')
  await push(desk, made, [{ op: 'act', do: 'open', id: writing, args: { collect: 'writing' } }])
  await expect(mila.getByRole('textbox', { name: 'Wat gaat er mis?' })).toBeVisible()
  await clean(mila, 'write')
  await clean(bas, 'write on a phone')
  await push(desk, made, [{ op: 'act', do: 'reveal', id: writing }])

  await push(desk, made, [{ op: 'act', do: 'open', id: 'axe-round-000000000', args: { collect: 'vote', item_ids: painIds.slice(0, 8) } }])
  await expect(mila.getByText('Nog 3 stippen')).toBeVisible()
  await clean(mila, 'vote')
  await clean(bas, 'vote on a phone')
  await reflows(bas, 'vote', bas.getByRole('button', { name: 'Ik ben klaar' }))
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
  for (const view of ['lobby', 'persona', 'map', 'curve', 'gaps', 'notes', 'vote', 'actions', 'break', 'close']) {
    await push(desk, made, [{ op: 'act', do: 'show', args: { view } }])
    await expect(screen.getByRole('main')).toBeVisible()
    const found = await findings(screen)
    looked.push(`projector ${view}: ${found.length} violations`, ...found)
    expect.soft(found, `projector ${view}`).toEqual([])
  }
  await test.info().attach('axe', { body: looked.join('\n'), contentType: 'text/plain' })
})
