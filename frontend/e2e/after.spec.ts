import { execFileSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { dutch, id, inDays, make, push, records, reveal, seat } from './table'

/** What axe finds, as short sentences. */
async function clean(page: Page, name: string, within?: string): Promise<void> {
  expect.soft(await findings(page, within), name).toEqual([])
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
    await clean(desk, 'the files', '.desk')
    const preview = desk.frameLocator('iframe[title="Voorbeeld"]')
    await expect(preview.getByRole('heading', { name: 'Conclusie' })).toBeVisible()
    await desk.getByRole('textbox', { name: 'Conclusie' }).fill('Wie schade heeft, belt één nummer.')
    await desk.getByRole('textbox', { name: 'Welk besluit vragen jullie?' }).fill('Schrap het akkoord van de werkgever')
    await desk.getByRole('button', { name: 'Voeg een besluit toe' }).click()
    await expect(preview.getByText('Wie schade heeft, belt één nummer.')).toBeVisible()
    await expect(preview.getByText('Schrap het akkoord van de werkgever')).toBeVisible()
    await desk.getByRole('checkbox', { name: 'Bijlage' }).uncheck()
    await expect(preview.getByRole('heading', { name: 'Bijlage' })).toHaveCount(0)
    await desk.getByText('Oplossing', { exact: true }).click()
    await desk.getByRole('checkbox', { name: 'Schrap het tweede formulier' }).check()
    await expect(preview.getByText('De begeleider liet hier 1 onderdeel weg.').first()).toBeAttached()
    await expect(preview.getByText('Schrap het tweede formulier')).toHaveCount(0)
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

/** A day so many days from now, as 2026-12-10. */
/** An export of a survey: so many answers, and forty of them say why. */
function surveyOf(answers: number): Buffer {
  const rows = Array.from(
    { length: answers },
    (_, n) => `${String(7 + (n % 3))};${n % 50 ? '' : `Snel geholpen, en netjes teruggebeld (${String(n)})`}`,
  )
  return Buffer.from(['Welk cijfer geeft u ons?;Waarom dit cijfer?', ...rows].join('\n'))
}

test('what was agreed gets done: accepted on a phone, looked back on, measured again, and the next session begins', async ({
  browser,
  server,
}) => {
  const problems: string[] = []
  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const { page: mila, person } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const { page: bob } = await seat(browser, server.url, made, 'Bob', 'Facturatie', problems)
  const { page: eva } = await seat(browser, server.url, made, 'Eva', 'Facturatie', problems)
  const found = async (kind: string) => (await records(host, server.url, made)).filter((record) => record.kind === kind)
  let fix = ''
  const number = id('number')

  await test.step('ideas are written alone below the question of a top pain, and come on the list at once, without names', async () => {
    const step = (await found('step')).find((one) => one.fields['title'] === 'Wachten op bericht')?.id
    const [pain, other, vote] = [id('pain'), id('pain'), id('round')]
    await push(desk, made, [
      { op: 'put', kind: 'pain', id: pain, fields: { text: 'Negen dagen niets horen', step_id: step } },
      { op: 'put', kind: 'pain', id: other, fields: { text: 'Twee keer hetzelfde formulier', step_id: step } },
      { op: 'act', do: 'open', id: vote, args: { collect: 'vote', item_ids: [pain, other] } },
    ])
    for (const page of [mila, bob, eva])
      await push(page, made, [{ op: 'put', kind: 'vote', id: id('vote'), fields: { round_id: vote, item_id: pain, count: 1 } }], 'me')
    const item = (await found('agenda_item')).find((one) => one.fields['activity'] === 'fixes')?.id
    await push(desk, made, [
      { op: 'act', do: 'reveal', id: vote },
      { op: 'act', do: 'start', id: item },
    ])
    await desk.getByRole('button', { name: 'Begin alleen schrijven' }).click()
    for (const [page, text] of [
      [mila, 'Bel elke klant op dag drie'],
      [bob, 'Schrap het tweede formulier'],
    ] as const) {
      await expect(page.getByText(/^Hoe kunnen we zorgen dat .* zich bij ‘.*Wachten op bericht.*’ goed geholpen voelt\?$/)).toBeVisible()
      await page.getByRole('textbox', { name: 'Welk idee?' }).fill(text)
      await page.getByRole('button', { name: 'Toevoegen' }).click()
      await expect(page.getByText('1 briefje van jou')).toBeVisible()
    }
    await clean(mila, 'writing ideas')
    await mila.getByRole('tab', { name: 'Oplossingen' }).click()
    await expect(mila.getByRole('region', { name: 'Nog verborgen voor de groep' }).getByText('Bel elke klant op dag drie')).toBeVisible()
    await expect(mila.getByText('Schrap het tweede formulier')).toHaveCount(0)
    expect(await found('fix')).toEqual([])
    await reveal(desk)
    await expect(desk.getByRole('tab', { name: 'Oplossingen' })).toHaveAttribute('aria-selected', 'true')
    await expect(desk.getByRole('button', { name: 'Wijzig: Schrap het tweede formulier' })).toBeVisible()
    await expect(mila.getByText('Schrap het tweede formulier')).toBeVisible()
    await expect(mila.getByText('Nog verborgen voor de groep')).toHaveCount(0)
    await bob.getByRole('button', { name: 'Naar de oplossingen' }).click()
    await expect(bob.getByText('Bel elke klant op dag drie')).toBeVisible()
    expect((await found('fix')).map((one) => [one.by, one.fields['status']])).toEqual([
      [undefined, 'idea'],
      [undefined, 'idea'],
    ])
  })

  await test.step('one of them is estimated hidden, and agreed', async () => {
    const ideas = await found('fix')
    fix = ideas.find((one) => one.fields['text'] === 'Bel elke klant op dag drie')?.id ?? ''
    const other = ideas.find((one) => one.id !== fix)?.id
    const round = id('round')
    await push(desk, made, [
      { op: 'put', kind: 'indicator', id: number, fields: { name: 'Cijfer', metric: 'grade', question: 'Welk cijfer geeft u ons?' } },
      {
        op: 'put',
        kind: 'measurement',
        id: id('baseline'),
        fields: { indicator_id: number, date: inDays(-30), n: 120, value: 6.2, sd: 1.4, source: 'Onderzoek', is_baseline: true },
      },
      { op: 'act', do: 'open', id: round, args: { collect: 'estimate', item_ids: [fix] } },
    ])
    for (const [page, impact] of [
      [mila, 4],
      [bob, 5],
      [eva, 3],
    ] as const)
      await push(
        page,
        made,
        [{ op: 'put', kind: 'estimate', id: id('estimate'), fields: { round_id: round, item_id: fix, impact, effort: 2, fun: 3 } }],
        'me',
      )
    const impact = async () => (await found('fix')).find((one) => one.id === fix)?.fields['impact']
    expect(await impact()).toBeUndefined()
    await push(desk, made, [{ op: 'act', do: 'reveal', id: round }])
    await expect.poll(impact).toBe(4)
    await push(desk, made, [
      { op: 'set', id: fix, fields: { owner_person: 'Mila', owner_participant_id: person, due_date: inDays(10), status: 'agreed' } },
      { op: 'set', id: other, fields: { owner_person: 'Henk', due_date: inDays(7), status: 'agreed' } },
    ])
  })

  const phone = await (await dutch(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })).newPage()
  await test.step('the owner opens their link on a phone, sees their own and says yes', async () => {
    await desk.getByRole('tab', { name: 'Oplossingen' }).click()
    const linked = desk.waitForResponse((answer) => answer.url().endsWith('/owners'))
    await desk.getByRole('button', { name: 'Kopieer link voor Mila' }).click()
    const { key } = (await (await linked).json()) as { key: string }
    await expect(desk.getByRole('button', { name: 'Kopieer herinnering voor Mila' })).toBeVisible()
    await expect(desk.getByRole('link', { name: 'Schrijf een mail aan Mila' })).toHaveAttribute('href', /^mailto:\?subject=.*k%23/)
    await phone.goto(`${server.url}/k#${key}`)
    await expect(phone.getByRole('heading', { name: 'Mila, dit pak jij op' })).toBeVisible()
    await expect(phone.getByText('Bel elke klant op dag drie')).toBeVisible()
    await expect(phone.getByText('Schrap het tweede formulier')).toHaveCount(0)
    await phone.getByRole('button', { name: 'Ja, ik doe dit' }).click()
    await expect(phone.getByText('Jij hebt ja gezegd')).toBeVisible()
    await expect.poll(async () => (await found('fix')).find((one) => one.id === fix)?.fields['owner_accepted_at']).toBeTruthy()
    await clean(phone, 'the page of an owner')
  })

  await test.step('closed: its address is the follow-up page, for who leads and for who took part', async () => {
    await push(desk, made, [{ op: 'act', do: 'close' }])
    await expect(desk.getByRole('heading', { name: 'Hoe staat het ervoor?' })).toBeVisible()
    await expect(mila.getByRole('heading', { name: 'Hoe staat het ervoor?' })).toBeVisible()
    await expect(mila.getByText('0 van 2 oplossingen gedaan')).toBeVisible()
  })

  await test.step('two weeks later the owner marks it done, and what is late is named', async () => {
    await server.later('336h')
    await expect(phone.getByText(/4 dagen over de datum/)).toBeVisible({ timeout: 20_000 })
    await phone.getByText('Klaar', { exact: true }).click()
    await phone.getByRole('textbox', { name: 'Wat wil je de groep laten weten?' }).fill('Klanten zijn blij')
    await expect(phone.getByText(/^Gedaan op /)).toBeVisible()
    await expect(desk.getByText('1 van 2 oplossingen gedaan')).toBeVisible({ timeout: 20_000 })
    await expect(desk.getByText('1 oplossing is over de datum').last()).toBeVisible()
    await expect(desk.getByText(/^Henk: Schrap het tweede formulier\. 7 dagen over de datum/)).toBeVisible()
    await expect(desk.getByText('Klanten zijn blij')).toBeVisible()
    await expect(desk.getByText(/Van wat af moest zijn \(2\) is 50% gedaan, en 0% op tijd/)).toBeVisible()
    await clean(desk, 'the follow-up page')
  })

  await test.step('two thousand answers become a measurement and forty quotes', async () => {
    await desk.getByRole('button', { name: 'Lees antwoorden van klanten uit een bestand' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Antwoorden van klanten' })
    await sheet.locator('input[type=file]').setInputFiles({ name: 'antwoorden.csv', mimeType: 'text/csv', buffer: surveyOf(2000) })
    await expect(sheet.getByText('Alle 2000 antwoorden tellen mee.')).toBeVisible()
    await sheet.getByRole('textbox', { name: 'Waar komen de antwoorden vandaan?' }).fill('Klantonderzoek winter')
    const from = Date.now()
    await sheet.getByRole('button', { name: 'Overnemen' }).click()
    await expect(sheet.getByText('40 klantuitspraken staan op het bord')).toBeVisible()
    expect(Date.now() - from).toBeLessThan(5000)
    await desk.keyboard.press('Escape')
  })

  await test.step('before and after, with what may be said of it: on the page, in the room, on paper', async () => {
    const change = /was 6,2, is nu 8,0: gestegen/
    await expect(desk.getByText(change)).toBeVisible()
    await expect(mila.getByText(change)).toBeVisible()
    const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })).newPage()
    await screen.goto(`${server.url}/k#${made.projectorKey}`)
    await push(desk, made, [{ op: 'act', do: 'show', args: { view: 'indicator' } }])
    await expect(screen.getByText(change)).toBeVisible()
    const pdf = await host.request.get(`${server.url}/api/boards/${made.boardId}/report.pdf?lang=nl`)
    const paper = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await pdf.body(), encoding: 'utf8' }).replace(/\s+/g, ' ')
    expect(paper).toMatch(/Was 6,2, is nu 8,0: gestegen/)
  })

  await test.step('the next session begins with what is open', async () => {
    await desk.getByRole('button', { name: 'Volgende sessie' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Volgende sessie' })
    await sheet.getByRole('button', { name: 'Maak de volgende sessie' }).click()
    await desk.waitForURL((url) => url.pathname.endsWith('/host') && !url.pathname.includes(made.boardId))
    const share = desk.getByRole('dialog', { name: 'Je workshop staat klaar' })
    await expect(share).toBeVisible()
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: 'Begin de workshop' }).click()
    await expect(desk.getByRole('heading', { name: 'Hoe staat het ervoor?' })).toBeVisible()
    await expect(desk.getByText(/^Henk: Schrap het tweede formulier/)).toBeVisible()
    await expect(desk.getByText('Bel elke klant op dag drie')).toHaveCount(0)
    await expect(desk.getByRole('tabpanel').getByText('Het cijfer over alle metingen')).toBeVisible()
  })
  expect(problems).toEqual([])
})
