import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { dutch, id, make, push, records, reveal, seat } from './table'

/** What axe finds, as short sentences. */
async function clean(page: Page, name: string): Promise<void> {
  expect.soft(await findings(page), name).toEqual([])
}

test('people follow the agenda, and leave with what is theirs', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const { page: mila, context, person } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const { person: bob, page: phone } = await seat(browser, server.url, made, 'Bob', 'Facturatie', problems)
  const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const told = await records(host, server.url, made)
  const stepIds = told.filter((record) => record.kind === 'step').map((record) => record.id)
  const itemOf = (activity: string) => told.find((record) => record.kind === 'agenda_item' && record.fields['activity'] === activity)?.id
  const start = (activity: string) => push(desk, made, [{ op: 'act', do: 'start', id: itemOf(activity) }])

  await test.step('an item without a page of its own is its question, with a clock', async () => {
    await start('ownership')
    await expect(mila.getByRole('heading', { level: 1, name: 'Wie is hier van?' })).toBeVisible()
    await expect(mila.getByRole('tab', { selected: true })).toHaveText('Nu')
    await clean(mila, 'the question of an item')
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.getByRole('button', { name: 'Naar de kaart' }).click()
    await expect(phone.getByRole('article').first()).toBeVisible()
    await clean(phone, 'the cards of a phone')
  })

  await test.step('writing has a clock per stage, and asks at which step', async () => {
    await start('pains')
    const round = id('round')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'writing' } }])
    await expect(screen.getByText(/^[23]:\d\d$/)).toBeVisible()
    await mila.getByRole('textbox', { name: 'Wat gaat er mis?' }).fill('Negen dagen niets horen')
    await mila.getByRole('button', { name: 'Toevoegen' }).click()
    await expect(mila.getByRole('alert')).toHaveText(/Kies eerst bij welke stap/)
    await mila.getByText('Wachten op bericht').click()
    await mila.getByRole('button', { name: 'Toevoegen' }).click()
    await expect(mila.getByText('1 briefje van jou')).toBeVisible()
    await mila
      .getByRole('group', { name: 'Hoe erg? Negen dagen niets horen' })
      .getByRole('button', { name: 'Ernstig', exact: true })
      .click()
    await clean(mila, 'writing')
    await mila.getByRole('textbox', { name: 'Wat gaat er mis?' }).fill('Twee keer hetzelfde formulier')
    await mila.getByRole('button', { name: 'Ik ben klaar' }).click()
    await expect(mila.getByRole('alert')).toHaveText(/Kies eerst bij welke stap/)
    await mila.getByText('Rekening eigen risico').click()
    await mila.getByRole('button', { name: 'Ik ben klaar' }).click()
    await expect(mila.getByText('2 briefjes van jou')).toBeVisible()
    await expect(mila.getByText('1 van 2 klaar')).toBeVisible()
    await push(desk, made, [{ op: 'act', do: 'stage', id: round, args: { stage: 'pair' } }])
    await expect(mila.getByText('0 van 2 klaar')).toBeVisible()
    const many = Array.from({ length: 24 }, (_, i) => ({ text: `Pijn ${String(i + 1)}: niemand belt terug`, step_id: stepIds[i % 8] }))
    await push(
      phone,
      made,
      many.map((fields) => ({ op: 'put', kind: 'pain', id: id('pain'), fields })),
      'me',
    )
    await push(desk, made, [{ op: 'act', do: 'reveal', id: round }])
    const pain = async () =>
      (await records(host, server.url, made)).find((record) => record.fields['text'] === 'Negen dagen niets horen')?.fields
    await expect.poll(pain).toMatchObject({ text: 'Negen dagen niets horen', severity: 4 })
    expect((await pain())?.['step_id']).toBeTruthy()
  })

  await test.step('the desk holds a page of what was written, and turns it', async () => {
    await push(desk, made, [{ op: 'act', do: 'show', args: { view: 'notes' } }])
    const pages = desk.getByRole('group', { name: 'Bladzijde op de beamer' })
    await pages.getByRole('button', { name: 'Houd deze bladzijde vast' }).click()
    const at = async () => (await pages.getByRole('status').textContent()) ?? ''
    const before = await at()
    await pages.getByRole('button', { name: 'Volgende bladzijde op de beamer' }).click()
    await expect(pages.getByRole('status')).not.toHaveText(before)
    await expect(screen.getByText(await at())).toBeVisible()
    await pages.getByRole('button', { name: 'Laat vanzelf draaien' }).click()
    await expect(pages.getByRole('button', { name: 'Houd deze bladzijde vast' })).toBeVisible()
  })

  await test.step('who writes stays, and goes along with one tap', async () => {
    await start('fixes')
    await expect(mila.getByRole('tab', { name: 'Oplossingen' })).toHaveAttribute('aria-selected', 'true')
    await mila.getByRole('textbox', { name: 'Oplossing', exact: true }).fill('Bel elke twee dagen')
    await start('close')
    await mila.getByRole('button', { name: 'Naar Podium en afsluiten' }).click()
    await expect(mila.getByRole('heading', { name: 'Wat doe jij maandag anders?' })).toBeVisible()
  })

  await test.step('everybody who agreed is on the screen, with or without a first step', async () => {
    const fix = (text: string, owner: string, name: string, more: object = {}) => ({
      op: 'put',
      kind: 'fix',
      id: id('fix'),
      fields: { text, owner_person: name, owner_participant_id: owner, due_date: '2027-01-14', status: 'agreed', ...more },
    })
    await push(desk, made, [
      fix('Bel elke klant op dag drie', person, 'Mila', { first_step: 'Maandag de lijst maken' }),
      fix('Schrap het tweede formulier', bob, 'Bob'),
    ])
    await expect(screen.getByText('Maandag de lijst maken')).toBeVisible()
    await expect(screen.getByText('Schrap het tweede formulier')).toBeVisible()
    await expect(mila.getByText('Bel elke klant op dag drie')).toBeVisible()
  })

  await test.step('closed: page one in the room, the summary and the own dates for everybody', async () => {
    await desk.getByRole('button', { name: 'Rond af' }).click()
    await expect(screen.getByText('De hele samenvatting staat nu op je eigen scherm.')).toBeVisible()
    await expect(mila.getByRole('heading', { name: 'De workshop is afgerond' })).toBeVisible()
    await expect(mila.getByRole('link', { name: 'Open: Samenvatting als webpagina' })).toBeVisible()
    const dates = await context.request.get(
      `${server.url}${(await mila.getByRole('link', { name: 'Zet in mijn agenda' }).getAttribute('href')) ?? ''}`,
    )
    expect(await dates.text()).toContain('Bel elke klant op dag drie')
    expect(await dates.text()).not.toContain('Schrap het tweede formulier')
    await clean(mila, 'the end')
    await desk.getByRole('tab', { name: 'Verslag' }).click()
    for (const name of ['Samenvatting als webpagina', 'Alles in Excel', 'Oplossingen (CSV)', 'Pijnpunten (CSV)', 'Het hele bord'])
      await expect(desk.getByText(name, { exact: true })).toBeVisible()
    await clean(desk, 'the files')
    await desk.getByRole('tab', { name: 'Inzichten' }).click()
    await clean(desk, 'what was found')
  })

  await test.step('how it was: two taps on the own page after the close, and only the sums come back', async () => {
    await desk.getByRole('button', { name: 'Vraag hoe leuk en nuttig het was' }).click()
    await expect(mila.getByRole('heading', { name: 'Hoe was het vandaag?' })).toBeVisible()
    await expect(mila.getByRole('heading', { name: 'De workshop is afgerond' })).toBeVisible()
    for (const question of [0, 1])
      await mila.getByRole('region', { name: 'Hoe was het vandaag?' }).getByText('4', { exact: true }).nth(question).click()
    await clean(mila, 'how it was')
    await reveal(desk)
    await expect(mila.getByRole('heading', { name: 'Hoe was het vandaag?' })).toHaveCount(0)
    const result = async () => (await records(host, server.url, made)).find((record) => record.kind === 'poll_result')?.fields
    await expect.poll(result).toMatchObject({ poll: 'checkout', n: 1, shown: false })
  })

  await test.step('the day after: welcome back, and what is mine', async () => {
    await mila.goto(`${server.url}/${made.joinCode}`)
    await expect(mila.getByRole('heading', { name: /Welkom terug, .*Mila/ })).toBeVisible()
    await expect(mila.getByRole('textbox')).toHaveCount(0)
    await clean(mila, 'welcome back')
    await mila.goto(server.url)
    await expect(mila.getByText(/jij: Bel elke klant op dag drie/)).toBeVisible()
  })
  expect(problems).toEqual([])
})

test('the desk by keyboard: skip links, the agenda as one stop, few stops to the reveal', async ({ browser, server }) => {
  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const { page: mila } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])
  const desk = await host.newPage()

  await test.step('the sheet that comes by itself leaves the focus at the desk', async () => {
    await desk.goto(server.url)
    await desk.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
    await expect(desk.getByRole('dialog', { name: 'Je workshop staat klaar' })).toBeVisible()
    await expect(desk.locator('#desk-agenda')).toBeAttached()
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('alertdialog')).toBeFocused() // asks once whether the key is kept
    await desk.keyboard.press('Escape')
    await expect(desk.locator('#desk-agenda')).toBeFocused()
  })

  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  await test.step('the agenda becomes that of half a day, and that of two hours again', async () => {
    await desk.getByRole('button', { name: 'Pas de agenda aan' }).click()
    const plan = desk.getByRole('dialog', { name: 'Pas de agenda aan' })
    for (const [length, items] of [
      ['Halve dag', 17],
      ['2 uur', 12],
    ] as const) {
      await plan.getByRole('combobox', { name: 'Lengte' }).selectOption({ label: length })
      await plan.getByRole('button', { name: 'Verander', exact: true }).click()
      await expect(plan.getByRole('spinbutton')).toHaveCount(items)
    }
    await plan.getByRole('button', { name: 'Klaar', exact: true }).click()
  })
  await desk.getByRole('button', { name: 'Begin de workshop' }).click()
  await push(desk, made, [{ op: 'act', do: 'open', id: id('round'), args: { collect: 'rating' } }])
  const reveal = desk.getByRole('button', { name: /^Onthul/ })
  await expect(reveal).toBeVisible()
  await desk.reload()
  await expect(reveal).toBeVisible()
  const agenda = desk.getByRole('complementary', { name: 'Agenda' }).getByRole('list')
  await expect(agenda.locator('[tabindex="0"]')).toHaveCount(1)

  await test.step('from the top', async () => {
    await desk.keyboard.press('Tab')
    await expect(desk.getByRole('link', { name: 'Naar wat nu nodig is' })).toBeFocused()
    let stops = 1
    for (; stops <= 13 && !(await reveal.evaluate((found) => found === document.activeElement)); stops++) await desk.keyboard.press('Tab')
    expect(stops).toBeLessThanOrEqual(12)
  })

  await test.step('a skip link leads there, and a sheet gives the focus back', async () => {
    const share = desk.getByRole('button', { name: 'Delen', exact: true })
    await share.focus()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('dialog')).toBeVisible()
    await desk.keyboard.press('Escape')
    await expect(share).toBeFocused()
    await desk.getByRole('link', { name: 'Naar wat nu nodig is' }).focus()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('complementary', { name: 'Nu', exact: true })).toBeFocused()
    await mila.getByRole('link', { name: 'Naar het midden' }).focus()
    await mila.keyboard.press('Enter')
    await expect(mila.locator('#board-view')).toBeFocused()
  })

  await test.step('the agenda with arrows', async () => {
    await agenda.locator('[tabindex="0"]').focus()
    await desk.keyboard.press('Home')
    await desk.keyboard.press('ArrowDown')
    await expect(agenda.locator('[tabindex="0"]')).toBeFocused()
    await expect(agenda.locator('li[aria-current=step]')).toHaveCount(1)
  })

  await test.step('an item goes down with Alt and an arrow, and back by hand', async () => {
    const names = () => agenda.locator('li .title').allTextContents()
    const [, second = '', third = ''] = await names()
    await agenda.getByRole('button', { name: `Start: ${second}` }).press('Alt+ArrowDown')
    await expect.poll(async () => (await names()).slice(1, 3)).toEqual([third, second])
    await expect(agenda.getByRole('button', { name: `Start: ${second}` })).toBeFocused()
    await agenda.locator('li', { hasText: second }).dragTo(agenda.locator('li', { hasText: third }))
    await expect.poll(async () => (await names()).slice(1, 3)).toEqual([second, third])
  })

  await test.step('forced colours keep the lines of the map and the chosen tab', async () => {
    await desk.emulateMedia({ forcedColors: 'active' })
    await expect(desk.locator('#desk-view .line').first()).toBeVisible()
    const borders = await desk
      .locator('#desk-view .line')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).borderTopWidth))
    expect(borders.filter((width) => width !== '0px').length).toBe(3)
    const chosen = desk.getByRole('tab', { selected: true }).first()
    const other = desk.getByRole('tab', { selected: false }).first()
    const edge = (tab: typeof chosen) => tab.evaluate((one) => getComputedStyle(one).borderBottomColor)
    expect(await edge(chosen)).not.toBe(await edge(other))
  })
})
