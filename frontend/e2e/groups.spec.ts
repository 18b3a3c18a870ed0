import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { atDesk, dutch, seat, watch } from './table'

const departments = ['Klantcontact', 'Facturatie']

/** Looks at a page as wide as people have them. */
async function shots(page: Page, name: string) {
  const folder = process.env['SHOTS']
  if (!folder) return
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a large hybrid workshop: people work in groups, raise a hand, get the floor and come back', async ({ browser, server }) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const ann = await seat(browser, server.url, made, 'Ann', 'Klantcontact', problems)
  const bas = await seat(browser, server.url, made, 'Bas', 'Facturatie', problems)
  for (let i = 0; i < 13; i++) {
    const answer = await host.request.get(`${server.url}/api/join/${made.joinCode}`)
    const info = (await answer.json()) as { departments: { id: string; name: string }[] }
    const context = await dutch(browser)
    const joined = await context.request.post(`${server.url}/api/join/${made.joinCode}`, {
      data: {
        name: `Collega ${'ABCDEFGHIJKLM'[i]}`,
        departmentId: info.departments.find((one) => one.name === departments[i % 2])?.id,
        role: 'participant',
      },
    })
    expect(joined.status()).toBe(201)
    await context.close()
  }
  const screen = await (await dutch(browser)).newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)

  await test.step('the desk deals everybody out, and each sees their own group', async () => {
    const groups = desk.getByRole('region', { name: 'Groepen' })
    await expect(groups).toContainText('Met 15 mensen om één kaart')
    await groups.getByRole('button', { name: 'Verdeel in groepen' }).click()
    await expect(groups.locator('summary', { hasText: 'Groep 3' })).toBeVisible()
    for (const one of [ann, bas]) await expect(one.page.getByRole('region', { name: /^Groep \d$/ })).toBeVisible()
    await desk.getByRole('button', { name: /^Toon.*Groepen/i }).click()
    await expect(screen.getByRole('heading', { name: 'Groepen' })).toBeVisible()
    await expect(screen.getByText('Groep 3')).toBeVisible()
    await groups.locator('summary', { hasText: 'Groep 1' }).click()
    await shots(desk, 'groups-desk')
    await shots(screen, 'groups-screen')
  })

  await test.step('somebody is moved, and a person sees only their part', async () => {
    const groups = desk.getByRole('region', { name: 'Groepen' })
    for (const name of ['Groep 2', 'Groep 3', 'Groep 1']) {
      if (await groups.getByLabel('Groep van Ann').isVisible()) break
      await groups.locator('summary', { hasText: name }).click()
    }
    await groups.getByLabel('Groep van Ann').selectOption({ label: 'Groep 3' })
    await expect(ann.page.getByRole('region', { name: 'Groep 3' })).toBeVisible()
    await ann.page.getByRole('button', { name: 'Alleen ons deel' }).click()
    await expect(ann.page.getByRole('button', { name: 'De hele kaart' })).toBeVisible()
    await shots(ann.page, 'groups-person')
  })

  await test.step('who is remote is seen, and hands are a queue', async () => {
    await bas.page.getByRole('button', { name: 'Meer: taal, weergave, toetsen' }).click()
    await bas.page.getByRole('menuitem', { name: 'Jij: naam, afdeling en link' }).click()
    await bas.page.getByLabel('Ik doe op afstand mee').check()
    await bas.page.keyboard.press('Escape')
    await bas.page.getByRole('button', { name: 'Steek je hand op' }).click()
    await expect(bas.page.getByText('Jij bent zo aan de beurt')).toBeVisible()
    await ann.page.getByRole('button', { name: 'Steek je hand op' }).click()
    await expect(ann.page.getByText('Nog 1 voor jou')).toBeVisible()
    const floor = desk.getByRole('region', { name: 'Wie wil iets zeggen' })
    await expect(floor.getByRole('listitem')).toHaveCount(2)
    await expect(floor.getByRole('listitem').first()).toContainText('Bas · op afstand')
    await floor.getByRole('button', { name: 'Geef Bas het woord' }).click()
    await expect(bas.page.getByText('Jij hebt het woord')).toBeVisible()
    await expect(ann.page.getByText('Bas heeft het woord')).toBeVisible()
    await expect(screen.getByText('Bas (op afstand) heeft het woord')).toBeVisible()
    await expect(screen.getByText('Daarna: Ann')).toBeVisible()
    await shots(desk, 'floor-desk')
    await shots(screen, 'floor-screen')
    await shots(ann.page, 'floor-person')
    await ann.page.setViewportSize({ width: 390, height: 844 })
    const band = await ann.page.getByRole('region', { name: 'Groep 3' }).boundingBox()
    expect(band?.height, 'the band leaves the phone to the map').toBeLessThan(140)
    await ann.page.setViewportSize({ width: 1440, height: 900 })
    for (const page of [desk, ann.page]) expect(await findings(page)).toEqual([])
    await floor.getByRole('button', { name: 'Klaar met spreken' }).click()
    await floor.getByRole('button', { name: 'Haal de hand van Ann omlaag' }).click()
    await expect(floor).toBeHidden()
  })

  await test.step('everybody is back at the whole map', async () => {
    const groups = desk.getByRole('region', { name: 'Groepen' })
    await groups.getByRole('button', { name: 'Haal iedereen terug' }).click()
    await groups.getByRole('button', { name: 'Ja, haal terug' }).click()
    await expect(ann.page.getByText('Iedereen werkt weer samen aan de hele kaart.')).toBeVisible()
    await expect(ann.page.getByRole('region', { name: 'Groep 3' })).toBeHidden()
  })
  expect(problems).toEqual([])
})
