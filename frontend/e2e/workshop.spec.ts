import { execFileSync } from 'node:child_process'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { place } from './places'
import { Office } from './proxy'
import { test } from './server'
import { dutch, join, reveal, watch, writePain, type Guest, type Made } from './table'

/** Who sits at the table: six people of four departments. */
const table: readonly [name: string, department: string][] = [
  ['Mila', 'Klantcontact'],
  ['Ruud', 'Klantcontact'],
  ['Joris', 'Schadeafdeling'],
  ['Anneke', 'Schadeafdeling'],
  ['Yassin', 'Vervangend vervoer'],
  ['Bas', 'Facturatie'],
]

test('a whole workshop, from the start page to the PDF', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser, { acceptDownloads: true })
  const desk = await host.newPage()
  watch(desk, problems)

  const made = await test.step('the facilitator starts a workshop from a template', () => start(desk, server.url))
  const screen = await test.step('the projector window opens from the share sheet and shows the code', () =>
    openProjector(host, desk, made, problems))

  // Two of them sit in networks that let no websocket through: one gets events, the other answers that wait.
  const offices = place() === 'local' ? [await Office.cutting(server), await Office.holding(server)] : []
  const doors: Record<string, string | undefined> = { Ruud: offices[0]?.url, Yassin: offices[1]?.url }

  const guests: Guest[] = []
  await test.step('six people of four departments join with code and name', async () => {
    for (const [name, department] of table) {
      guests.push(await join(browser, doors[name] ?? server.url, made, name, department, problems))
    }
    await expect(screen.getByText('6 mensen binnen')).toBeVisible()
  })
  const [mila, ruud, joris, anneke, yassin, bas] = guests.map((guest) => guest.page) as [Page, Page, Page, Page, Page, Page]

  if (place() === 'local') {
    await test.step('who cannot have a websocket is told so quietly, and by which way it goes', async () => {
      await expect(ruud.getByText('via een omweg')).toBeVisible()
      await expect(yassin.getByText('via een langzame omweg')).toBeVisible()
      await expect(mila.getByText('omweg')).toHaveCount(0)
    })
  }

  await test.step('they correct a step and everybody sees it', async () => {
    await mila.getByRole('grid').getByText('Noodnummer bellen').click()
    await expect(mila.locator('textarea:focus')).toBeVisible()
    await mila.keyboard.press('End')
    await mila.keyboard.type(' langs de weg')
    await mila.keyboard.press('Enter')
    for (const page of [ruud, bas, desk]) await expect(page.getByRole('grid').getByText('Noodnummer bellen langs de weg')).toHaveCount(1)
  })

  await test.step('they fill a cell behind the line of visibility', async () => {
    const add = joris.getByRole('button', { name: 'Voeg een afdeling toe die meewerkt' }).first()
    await add.click()
    await joris.getByRole('option', { name: /Herstelbedrijf/ }).click()
    await expect(joris.locator('textarea:focus')).toBeVisible()
    await joris.keyboard.type('Stuurt de berger')
    await joris.keyboard.press('Enter')
    await expect(mila.getByText('Stuurt de berger')).toBeVisible()
  })

  await test.step('they write pains on steps', async () => {
    await writePain(mila, /^Stap 4:/, 'Vier keer hetzelfde verhaal vertellen')
    await writePain(joris, /^Stap 9:/, 'Niemand is eigenaar van de hele schade')
    await writePain(yassin, /^Stap 5:/, 'Pas een auto na schriftelijk akkoord')
    await writePain(bas, /^Stap 11:/, 'Rekening eigen risico komt zonder uitleg')
    await expect(desk.getByText('4 pijnpunten staan klaar om te wegen.')).toBeVisible()
    await expect(anneke.getByText('Niemand is eigenaar van de hele schade')).toBeVisible()
  })

  await test.step('one loses the network for ten seconds while typing, and the words arrive exactly once', async () => {
    await loseNetwork(anneke)
    for (const page of [mila, desk]) {
      await expect(page.getByText('Negen dagen stilte tijdens het herstel', { exact: true })).toHaveCount(1)
    }
  })

  await test.step('a hidden vote with dots: nobody sees another’s', async () => {
    await desk.getByRole('button', { name: 'Open de stemronde' }).click()
    await expect(screen.getByText('Wat pakken we als eerste aan?')).toBeVisible()
    await vote(mila, ['Niemand is eigenaar van de hele schade', 'Vier keer hetzelfde verhaal vertellen'])
    await vote(ruud, ['Vier keer hetzelfde verhaal vertellen', 'Vier keer hetzelfde verhaal vertellen'])
    await vote(joris, ['Niemand is eigenaar van de hele schade'])
    await vote(anneke, ['Niemand is eigenaar van de hele schade'])
    await vote(yassin, ['Niemand is eigenaar van de hele schade', 'Pas een auto na schriftelijk akkoord'])
    await vote(bas, ['Niemand is eigenaar van de hele schade'])
    await expect(screen.getByText('van 6 klaar')).toBeVisible()
    await expect(screen.locator('b', { hasText: '6' })).toBeVisible()
    for (const page of [desk, screen, mila]) await expect(page.locator('.bar.best')).toHaveCount(0)
  })

  await test.step('one reveal shows all, raw and fair, the same on every screen', async () => {
    await reveal(desk)
    for (const page of [mila, bas, desk]) {
      const first = page.getByRole('row').nth(1)
      await expect(first).toContainText('Niemand is eigenaar van de hele schade')
      await expect(first.locator('td.raw')).toHaveText('5')
      await expect(first.locator('td.fair')).toHaveText('69')
    }
    await expect(screen.getByText('Niemand is eigenaar van de hele schade')).toBeVisible()
  })

  await test.step('fixes get a person, a department and a date', async () => {
    await yassin.getByRole('tab', { name: /Oplossingen/ }).click()
    await yassin.getByRole('textbox', { name: 'Oplossing', exact: true }).fill('Wijs één behandelaar aan per schade')
    await yassin.getByRole('combobox', { name: 'Voor welk pijnpunt?' }).selectOption({ label: 'Niemand is eigenaar van de hele schade' })
    await yassin.getByRole('button', { name: 'Zet op de lijst' }).click()
    const row = yassin.getByRole('group', { name: /Wijzig: Wijs één/ })
    await row.getByRole('combobox', { name: 'Eigenaar' }).selectOption({ label: 'Joris' })
    await row.getByLabel('Datum', { exact: true }).fill('2026-12-08')
    await row.getByRole('button', { name: 'Afspreken' }).click()
    await joris.getByRole('tab', { name: /Oplossingen/ }).click()
    await expect(joris.getByText('dat ben jij')).toBeVisible()
    await desk.getByRole('button', { name: 'Toon op de beamer: Acties' }).click()
    await expect(screen.getByText('8 dec')).toBeVisible()
  })

  await test.step('the summary as PDF has the persona, the top pain, its fix, owner and date', async () => {
    const text = await pdf(desk)
    for (const words of ['Sanne', 'Niemand is eigenaar van de hele', 'Wijs één behandelaar aan per', 'Joris', '8 dec'])
      expect(text).toContain(words)
  })

  await test.step('seats are cookies no script and no other site gets, and on https nobody on the way', () => cookies(host, made, guests))

  await test.step('desk, projector and a participant page in one browser keep their roles over a reload', () =>
    oneBrowser(host, desk, server.url, made))

  for (const office of offices) office.close()
  expect(problems).toEqual([])
})

async function start(desk: Page, url: string): Promise<Made> {
  await desk.goto(url)
  await desk.getByText('2 uur', { exact: true }).click()
  const answer = desk.waitForResponse((response) => response.url().endsWith('/api/boards') && response.request().method() === 'POST')
  await desk.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
  const made = (await (await answer).json()) as Made
  await desk.waitForURL(/\/host/)
  return made
}

async function openProjector(host: BrowserContext, desk: Page, made: Made, problems: string[]): Promise<Page> {
  const popup = host.waitForEvent('page')
  await desk
    .getByRole('link', { name: /Beamer openen/ })
    .or(desk.getByRole('button', { name: /Beamer openen/ }))
    .click()
  const screen = await popup
  watch(screen, problems)
  await screen.setViewportSize({ width: 1920, height: 1080 })
  await expect(screen.getByText(`${made.joinCode.slice(0, 3)} ${made.joinCode.slice(3)}`)).toBeVisible()
  await desk.getByRole('checkbox', { name: /Ik heb de sleutel bewaard/ }).check()
  await desk.getByRole('button', { name: /Naar het bord/ }).click()
  return screen
}

async function loseNetwork(page: Page): Promise<void> {
  const column = page.getByRole('group', { name: /^Stap 9:/ })
  await column.hover()
  await column.getByRole('button', { name: /^Pijnpunt toevoegen/ }).click()
  await expect(page.locator('textarea:focus')).toBeVisible()
  await page.keyboard.type('Negen dagen ')
  await page.context().setOffline(true)
  const until = Date.now() + 10_000
  for (const word of ['stilte ', 'tijdens ', 'het ', 'herstel']) await page.keyboard.type(word, { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Geen verbinding/)).toBeVisible()
  // The cut itself lasts ten seconds: that is the thing under test, not a wait for something to be ready.
  await page.waitForTimeout(Math.max(until - Date.now(), 0))
  await page.context().setOffline(false)
  await expect(page.getByText('Alles opgeslagen')).toBeVisible()
}

async function vote(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await page.getByRole('button', { name: `Geef een stip aan: ${text}` }).click()
  await page.getByRole('button', { name: 'Ik ben klaar' }).click()
  await expect(page.getByRole('button', { name: 'Toch nog niet klaar' })).toBeVisible()
}

/** Presses the button for the PDF and reads the file as a person's reader would. */
async function pdf(desk: Page): Promise<string> {
  const wait = desk.waitForEvent('download')
  await desk.getByRole('tab', { name: 'Verslag' }).click()
  await desk.getByRole('button', { name: 'Samenvatting als PDF' }).click()
  const file = await wait
  expect(file.suggestedFilename()).toMatch(/^klantreis_.*\.pdf$/)
  return execFileSync('pdftotext', ['-layout', await file.path(), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}

/** What a browser keeps of a seat: on https under a name that only https may set, and never where a script could read it. */
async function cookies(host: BrowserContext, made: Made, guests: readonly Guest[]): Promise<void> {
  const secure = place() === 'https'
  const named = (use: string) => ({
    name: `${secure ? '__Host-' : ''}ms_${made.boardId}_${use}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure,
  })
  expect((await host.cookies()).sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    expect.objectContaining(named('host')),
    expect.objectContaining(named('screen')),
  ])
  for (const { context, page } of guests) {
    expect(await context.cookies()).toEqual([expect.objectContaining(named('me'))])
    expect(await page.evaluate(() => [document.cookie, isSecureContext])).toEqual(['', place() !== 'lan'])
  }
}

async function oneBrowser(host: BrowserContext, desk: Page, url: string, made: Made): Promise<void> {
  const me = await host.newPage()
  await me.goto(`${url}/${made.joinCode}`)
  await me.getByRole('textbox', { name: /hoe heet je/i }).fill('Noor als deelnemer')
  await me.getByText('Klantcontact', { exact: true }).click()
  await me.getByRole('button', { name: /naar het bord/i }).click()
  await me.waitForURL(/\/b\/[^/]+$/)
  const screen = host.pages().find((page) => page.url().endsWith('/screen'))
  expect(screen).toBeTruthy()
  for (const page of [desk, me, screen as Page]) await page.reload()
  await expect(desk.getByRole('button', { name: /Onthul|stemronde|oplossingen/i }).first()).toBeVisible()
  await expect(me.getByText('Noor als deelnemer').first()).toBeVisible()
  await expect(me.getByRole('button', { name: 'Open de stemronde' })).toHaveCount(0)
  await expect((screen as Page).getByText('8 dec')).toBeVisible()
}
