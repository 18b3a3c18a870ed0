import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './server'
import { dutch, id, inDays, join, make, push, records, reveal, watch, type Guest } from './table'
import { entryOf } from './zip'

/** The first Thursday that is at least two days away, as a date field takes it. */
function nextThursday(): string {
  const weekday = new Date(inDays(2)).getUTCDay()
  return inDays(2 + ((4 - weekday + 7) % 7))
}

/** Ten steps in three phases, as they come out of a spreadsheet. */
const journey = [
  ['Fase', 'Stap', 'Afdeling'],
  ['Vragen', 'Horen dat het kan', 'Klantcontact'],
  ['Vragen', 'Formulier zoeken', 'Klantcontact'],
  ['Vragen', 'Aanvragen', 'Wmo-loket'],
  ['Wachten', 'Gesprek aan huis', 'Wmo-loket'],
  ['Wachten', 'Medisch advies', 'Backoffice'],
  ['Wachten', 'Wachten op bericht', ''],
  ['Wachten', 'Besluit lezen', 'Backoffice'],
  ['Rijden', 'Maten opnemen', 'Leverancier'],
  ['Rijden', 'Levering', 'Leverancier'],
  ['Rijden', 'Eerste rit', ''],
]

const said = {
  title: 'Een scootmobiel aanvragen',
  organisation: 'Gemeente Noorderveen',
  place: 'Raadszaal',
  leads: 'Vera Prins',
}
const six = ['Wmo-loket', 'Backoffice', 'Klantcontact', 'Leverancier', 'Financiën', 'Inkoop']

test('an own journey is prepared from a blank board, held with four people, closed, and told the same everywhere', async ({
  browser,
  server,
}) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url, { template: 'blank', title: '', name: '' })
  const desk = await host.newPage()
  watch(desk, problems)
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const told = () => records(host, server.url, made)
  const board = async () => (await told()).find((record) => record.kind === 'board')?.fields ?? {}
  const date = nextThursday()
  const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${date}T12:00`))

  await test.step('the facts of the workshop, and its times on the clock of the board', async () => {
    await desk.getByRole('button', { name: /Verander titel, datum en plaats/ }).click()
    const facts = desk.getByRole('dialog', { name: 'Deze workshop' })
    await facts.getByLabel('Titel').fill(said.title)
    await facts.getByLabel('Organisatie').fill(said.organisation)
    await facts.getByLabel('Waar').fill(said.place)
    await facts.getByLabel('Doel').fill('Binnen twee weken antwoord')
    await facts.getByLabel('Wie begeleidt').fill(said.leads)
    const plan = async (day: string, time: string) => {
      for (const [label, value] of [
        ['Datum', day],
        ['Begin', time],
      ] as const) {
        await facts.getByLabel(label, { exact: true }).fill(value)
        await facts.getByLabel(label, { exact: true }).blur()
      }
    }
    await plan('2020-02-03', '09:00')
    await expect(facts.getByText('Dit ligt in het verleden.')).toBeVisible()
    await plan('2027-03-28', '02:30')
    await expect(facts.getByText('Op die dag bestaat 02:30 niet: de klok gaat dan een uur vooruit.')).toBeVisible()
    await plan(date, '13:00')
    await expect(facts.getByText(/Met deze agenda klaar om 15.00/)).toBeVisible()
    for (const [typed, word] of [
      ['', 'klant'],
      ['aanvrager', 'aanvrager'],
    ] as const) {
      await facts.getByRole('textbox', { name: 'Eén', exact: true }).fill(typed)
      await facts.getByRole('textbox', { name: 'Eén', exact: true }).blur()
      await expect(desk.getByText(`Wat de ${word} doet`).first()).toBeVisible()
    }
    await facts.getByRole('textbox', { name: 'Meer dan één', exact: true }).fill('aanvragers')
    await facts.getByRole('button', { name: 'Klaar', exact: true }).click()
    await expect.poll(board).toMatchObject({ title: said.title, organisation: said.organisation, place: said.place, date })
    const agenda = desk.getByRole('complementary', { name: 'Agenda' })
    await expect(agenda.getByText(`${day}, 13.00 – 15.00`)).toBeVisible()
  })

  await test.step('departments: codes that are taken and departments in use say so', async () => {
    await desk.getByRole('button', { name: '2 afdelingen' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Wie zitten er aan tafel?' })
    for (const [i, name] of ['Wmo-loket', 'Backoffice'].entries()) {
      await sheet.getByRole('textbox', { name: `Naam van afdeling ${String(i + 1)}` }).fill(name)
      await sheet.getByRole('textbox', { name: `Naam van afdeling ${String(i + 1)}` }).blur()
    }
    await expect(sheet.getByRole('textbox', { name: 'Code van Wmo-loket' })).toHaveValue('WL')
    await sheet.getByRole('textbox', { name: 'Afdeling toevoegen' }).fill('Klantcontact')
    await sheet.getByRole('button', { name: 'Afdeling toevoegen' }).click()
    await sheet.getByRole('textbox', { name: 'Afdeling toevoegen' }).evaluate((field, list) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', list)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, '• Leverancier\n• Financiën\n• Servicebalie\n')
    for (const name of ['Klantcontact', 'Leverancier', 'Financiën', 'Servicebalie']) {
      await expect(sheet.getByRole('textbox', { name: `Code van ${name}` })).toHaveValue(name.slice(0, 3).normalize('NFD').toUpperCase())
    }
    await sheet.getByRole('textbox', { name: 'Code van Servicebalie' }).fill('KLA')
    await sheet.getByRole('textbox', { name: 'Code van Servicebalie' }).blur()
    await expect(sheet.getByRole('alert')).toHaveText('KLA is al de code van Klantcontact.')
    await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()
  })

  await test.step('ten pasted steps in three phases', async () => {
    await desk.getByRole('button', { name: /Stappen al in een lijst/ }).click()
    await desk.getByRole('textbox', { name: 'Plak je stappen hier' }).fill(journey.map((row) => row.join('\t')).join('\n'))
    await desk.getByRole('button', { name: 'Maak 10 stappen' }).click()
    await expect.poll(async () => (await told()).filter((record) => record.kind === 'step').length).toBe(10)
    const phases = (await told()).filter((record) => record.kind === 'phase').map((record) => record.fields['title'])
    expect(phases).toEqual(['Vragen', 'Wachten', 'Rijden'])
  })

  await test.step('the whole customer on one sheet', async () => {
    await desk.getByRole('button', { name: 'Nog geen aanvrager' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Onze aanvrager' })
    await sheet.getByLabel('Naam', { exact: true }).fill('Truus')
    await sheet.getByLabel('Wie is het?').fill('woont alleen, slecht ter been')
    await sheet.getByLabel('Wat wil deze aanvrager bereiken?').fill('weer zelf naar de markt')
    await sheet.getByLabel('Wil graag, regel 1').fill('één vaste contactpersoon')
    await sheet.getByLabel('Wil graag, regel 1').press('Enter')
    await desk.keyboard.type('weten waar ze aan toe is')
    await sheet.getByLabel('Ziet op tegen, regel 1').fill('alles opnieuw uitleggen')
    await sheet.getByText('Bestaat echt', { exact: true }).click()
    await expect(sheet.getByText('Van iemand die bestaat hoort erbij waar je het vandaan hebt.')).toBeVisible()
    await sheet.getByLabel('Waar komt dit beeld vandaan?').fill('drie gesprekken in november')
    await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()
    await expect
      .poll(async () => (await told()).find((record) => record.kind === 'persona')?.fields)
      .toMatchObject({
        name: 'Truus',
        needs: ['één vaste contactpersoon', 'weten waar ze aan toe is'],
        fears: ['alles opnieuw uitleggen'],
        is_fictional: false,
        source: 'drie gesprekken in november',
      })
  })

  await test.step('an agenda with an item of its own, and a script for each', async () => {
    await desk.getByRole('button', { name: 'Pas de agenda aan' }).click()
    const plan = desk.getByRole('dialog', { name: 'Pas de agenda aan' })
    for (const name of ['Lunchwandeling', 'Foto met z’n allen']) {
      await plan.getByRole('combobox', { name: 'Onderdeel toevoegen' }).selectOption({ label: 'Eigen onderdeel' })
      await plan.getByRole('textbox', { name: 'Naam van Eigen onderdeel' }).fill(name)
      await plan.getByRole('textbox', { name: 'Naam van Eigen onderdeel' }).blur()
      await expect(plan.getByRole('textbox', { name: `Naam van ${name}` })).toBeVisible()
    }
    const names = () => plan.getByRole('textbox').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    expect((await names()).slice(-3)).toEqual(['Lunchwandeling', 'Foto met z’n allen', 'Podium en afsluiten'])
    const items = (await told()).filter((record) => record.kind === 'agenda_item')
    const last = async (minutes: (item: (typeof items)[number]) => unknown) =>
      push(
        desk,
        made,
        items.map((item) => ({ op: 'set', id: item.id, fields: { minutes: minutes(item) } })),
      )
    await last(() => 180)
    await expect(plan.getByText('Langer dan tien uur houdt niemand vol.')).toBeVisible()
    await last(() => 1)
    await expect(plan.getByText('Een workshop duurt ten minste een half uur.')).toBeVisible()
    await last((item) => item.fields['minutes'])
    for (const back of [true, false]) {
      await plan.getByRole('button', { name: 'Haal Foto met z’n allen uit de agenda' }).click()
      await expect(plan.getByRole('textbox', { name: 'Naam van Foto met z’n allen' })).toHaveCount(0)
      if (!back) break
      await plan.getByRole('button', { name: 'Zet terug' }).click()
      await expect(plan.getByRole('textbox', { name: 'Naam van Foto met z’n allen' })).toBeVisible()
    }
    await plan.getByRole('button', { name: 'Zet Lunchwandeling hoger' }).click()
    await expect.poll(async () => (await names()).slice(-3)).toEqual(['Lunchwandeling', 'Eén klantcijfer', 'Podium en afsluiten'])
    await plan.getByRole('button', { name: 'Klaar', exact: true }).click()
    await expect.poll(async () => (await told()).filter((record) => record.kind === 'agenda_item').length).toBe(13)
    await desk.getByRole('button', { name: 'Lees hoe je dit leidt: Stappen' }).click()
    await expect(desk.getByText('De reis ligt op tafel, in stappen die de klant zelf meemaakt.')).toBeInViewport()
    await expect(desk.getByText('Zo leid je: Stappen')).toBeVisible()
    expect(await board()).toMatchObject({ status: 'draft' })
    await expect(desk.getByRole('button', { name: 'Open de stemronde' })).toHaveCount(0)
  })

  await test.step('the invitation, to paste and for the calendar', async () => {
    await desk.getByRole('button', { name: 'Nodig mensen uit' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Uitnodiging' })
    const text = sheet.getByRole('textbox', { name: 'Tekst van de uitnodiging' })
    await expect(text).toHaveValue(new RegExp(`Wanneer: ${day} ${date.slice(0, 4)}, 13.00 tot 15.15 uur\n`))
    const all = await text.inputValue()
    for (const fact of [...Object.values(said), `/${made.joinCode}`, 'de reis van één aanvrager', 'van aanvragers hoorde'])
      expect(all).toContain(fact)
    await sheet.getByRole('button', { name: 'Kopieer de uitnodiging' }).click()
    await expect(sheet.getByText('Gekopieerd')).toBeVisible()
    const download = desk.waitForEvent('download')
    await sheet.getByRole('link', { name: 'Bestand voor de agenda (ICS)' }).click()
    const calendar = await download
    expect(calendar.suggestedFilename()).toBe(`klantreis_een-scootmobiel-aanvragen_${date}_uitnodiging.ics`)
    const event = readFileSync(await calendar.path(), 'utf8').replaceAll('\r\n ', '')
    for (const fact of [...Object.values(said), `:${date.replaceAll('-', '')}T130000`, `LOCATION:${said.place}`])
      expect(event).toContain(fact)
    await sheet.getByRole('button', { name: 'Sluiten', exact: true }).click()
    await expect(desk.getByRole('listitem').filter({ hasText: 'Nodig mensen uit' }).getByLabel('Klaar')).toBeVisible()
  })

  const guests: Guest[] = []
  await test.step('four people at the door; who misses a department gets one', async () => {
    for (const [name, department] of [
      ['Ann', 'Servicebalie'],
      ['Bob', 'Wmo-loket'],
      ['Cor', 'Leverancier'],
    ] as const)
      guests.push(await join(browser, server.url, made, name, department, problems))
    const context = await dutch(browser)
    const page = await context.newPage()
    watch(page, problems)
    await page.goto(`${server.url}/${made.joinCode}`)
    await expect(page.getByRole('heading', { name: said.title })).toBeVisible()
    for (const fact of [said.organisation, `${day}, 13.00, ${said.place}`, said.leads, ...six.slice(0, 5)])
      await expect(page.getByText(fact)).toBeVisible()
    await page.getByRole('textbox', { name: /hoe heet je/i }).fill('Dee')
    await page.getByText('Mijn afdeling staat er niet bij').click()
    await page.getByRole('button', { name: /naar het bord/i }).click()
    await expect(page.getByText('Schrijf hoe je afdeling heet')).toBeVisible()
    await page.getByRole('textbox', { name: 'Hoe heet je afdeling?' }).fill('Inkoop')
    await page.getByRole('button', { name: /naar het bord/i }).click()
    await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeVisible()
    await desk.getByRole('button', { name: 'Zet Inkoop erbij en laat Dee binnen' }).click()
    await expect(page.getByText('De begeleider laat je zo binnen', { exact: false })).toBeHidden()
    guests.push({ name: 'Dee', person: '', context, page })
  })

  const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 } })).newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const boardId = (await told()).find((record) => record.kind === 'board')?.id

  await test.step('a title of eighty wide letters stays on every screen', async () => {
    const wide = 'WMW'.repeat(27).slice(0, 80)
    const name = (title: string) => push(desk, made, [{ op: 'set', id: boardId, fields: { title } }])
    await name(wide)
    const door = await (await dutch(browser, { viewport: { width: 390, height: 844 } })).newPage()
    await door.goto(`${server.url}/${made.joinCode}`)
    for (const page of [door, desk, screen]) {
      await expect(page.getByText(wide).first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await expect
        .poll(() =>
          page
            .getByText(wide)
            .first()
            .evaluate((one) => one.getBoundingClientRect().right <= innerWidth),
        )
        .toBe(true)
    }
    await name(said.title)
    await expect(screen.getByText(said.title).first()).toBeVisible()
    await door.context().close()
  })

  await test.step('a department with people is merged, not deleted: six are left', async () => {
    const sheet = desk.getByRole('dialog', { name: 'Wie zitten er aan tafel?' })
    await desk.getByRole('button', { name: '7 afdelingen' }).click()
    await sheet.getByRole('button', { name: 'Haal Servicebalie weg' }).click()
    await expect(sheet.getByRole('alert')).toContainText('Servicebalie heeft iemand aan tafel')
    await sheet.getByRole('combobox', { name: 'Voeg samen met' }).selectOption({ label: 'Klantcontact' })
    await sheet.getByRole('button', { name: 'Voeg samen', exact: true }).click()
    await expect(sheet.getByRole('textbox', { name: 'Code van Servicebalie' })).toHaveCount(0)
    await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()
    const names = (await told()).filter((record) => record.kind === 'department').map((record) => record.fields['name'])
    expect(names).toEqual(six)
  })

  for (const fact of [...Object.values(said), `${day}, 13.00`, 'Klantcontact']) await expect(screen.getByText(fact).first()).toBeVisible()

  const steps = (await told()).filter((record) => record.kind === 'step')
  const stepId = (title: string) => steps.find((step) => step.fields['title'] === title)?.id ?? ''
  const as = (guest: number) => guests[guest]?.page as Page
  async function start(item: string): Promise<void> {
    await desk.getByRole('button', { name: `Start: ${item}` }).click()
    await desk.getByRole('button', { name: 'Ja, begin' }).click()
    await expect(desk.locator('li[aria-current=step]')).toContainText(item)
  }
  async function open(button: string): Promise<string> {
    await desk.getByRole('button', { name: button, exact: true }).click()
    const round = async () => (await told()).find((record) => record.kind === 'round' && record.fields['state'] === 'open')?.id ?? ''
    await expect.poll(round).not.toBe('')
    return round()
  }

  await test.step('whose is this: one, more than one, nobody’s', async () => {
    await desk.getByRole('button', { name: 'Begin de workshop' }).click()
    await expect(desk.getByText(`Gepland op ${day}, 13.00. Nu al beginnen?`)).toBeVisible()
    await desk.getByRole('button', { name: 'Ja, begin' }).click()
    await expect(desk.getByRole('heading', { name: 'Voorbereiden' })).toHaveCount(0)
    await start('Wie is hier van?')
    await desk.getByRole('button', { name: 'Terug', exact: true }).click()
    await expect(desk.locator('li[aria-current=step]')).toContainText('Welkom')
    await start('Wie is hier van?')
    await expect(desk.getByText('We weten van wie elke stap is, en welke stap van niemand is.')).toBeVisible()
    const round = await open('Open: wie is hier van?')
    const claims: Record<string, readonly string[]> = {
      Aanvragen: ['not', 'own', 'not', 'not'],
      'Besluit lezen': ['own', 'own', 'not', 'not'],
      'Wachten op bericht': ['not', 'not', 'not', 'not'],
    }
    for (const guest of [0, 1, 2, 3])
      await push(
        as(guest),
        made,
        Object.entries(claims).map(([step, answers]) => ({
          op: 'put',
          kind: 'ownership_claim',
          id: id('claim'),
          fields: { round_id: round, step_id: stepId(step), answer: answers[guest] },
        })),
        'me',
      )
    await reveal(desk)
    const row = (step: string) => screen.locator('.row').filter({ hasText: step })
    for (const [step, says] of [
      ['Wachten op bericht', 'niemand'],
      ['Besluit lezen', 'KLA'],
      ['Horen dat het kan', 'weten we niet'],
      ['Aanvragen', 'WL'],
    ] as const)
      await expect(row(step)).toContainText(says)
    for (const count of ['van niemand', 'van meer dan één', 'weten we niet', 'van één afdeling'])
      await expect(screen.getByText(count).first()).toBeVisible()
    await expect(as(0).getByText('Van niemand').first()).toBeVisible()
  })

  const pains = ['Negen weken wachten zonder bericht', 'Drie keer hetzelfde formulier']
  await test.step('two pains, dots, and two fixes with a name and a date', async () => {
    const painIds = pains.map(() => id('pain'))
    await push(
      as(0),
      made,
      pains.map((text, i) => ({ op: 'put', kind: 'pain', id: painIds[i], fields: { text, step_id: stepId('Wachten op bericht') } })),
      'me',
    )
    await start('Stippen en onthulling')
    await expect(as(0).getByRole('heading', { level: 1, name: 'Stippen en onthulling' })).toBeVisible()
    await expect(as(0).getByText('Van niemand')).toHaveCount(0)
    const round = await open('Open de stemronde')
    for (const guest of [0, 1, 2, 3])
      await push(
        as(guest),
        made,
        [{ op: 'put', kind: 'vote', id: id('vote'), fields: { round_id: round, item_id: painIds[0], count: 1 } }],
        'me',
      )
    await reveal(desk)
    const people = (await told()).filter((record) => record.kind === 'person')
    const fix = (text: string, name: string, due_date: string) => ({
      op: 'put',
      kind: 'fix',
      id: id('fix'),
      fields: {
        text,
        pain_ids: [painIds[0]],
        owner_person: name,
        owner_participant_id: people.find((person) => person.fields['name'] === name)?.id,
        due_date,
        status: 'agreed',
      },
    })
    await push(desk, made, [fix('Elke week een bericht sturen', 'Bob', '2027-01-14'), fix('Eén formulier voor alles', 'Dee', '2027-02-11')])
  })

  await test.step('the workshop is closed', async () => {
    await start('Podium en afsluiten')
    for (const fact of ['Elke week een bericht sturen', 'Bob', 'Eén formulier voor alles', 'Dee'])
      await expect(screen.getByText(fact).first()).toBeVisible()
    await push(desk, made, [{ op: 'act', do: 'open', id: id('round'), args: { collect: 'rating' } }])
    await expect(desk.getByText('Er loopt nog een ronde. Toon eerst de uitslag, of rond af zonder te tonen.')).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Toon eerst de uitslag' })).toBeVisible()
    await desk.getByRole('button', { name: 'Rond af zonder te tonen' }).click()
    await expect(desk.getByText('Alle antwoorden vervallen.')).toBeVisible()
    await desk.getByRole('button', { name: 'Ja, rond af' }).click()
    await expect(desk.getByRole('heading', { name: 'De workshop is afgerond' })).toBeVisible()
    await expect.poll(board).toMatchObject({ status: 'closed', map_locked: true })
    await expect(desk.getByText('De PDF staat klaar')).toBeVisible()
    await expect(desk.getByText(/^Terugkijken op /)).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Volgend onderdeel' })).toHaveCount(0)
  })

  await test.step('PDF, workbook and calendar say the same, and are called after it', async () => {
    const file = async (path: string) => {
      const answer = await host.request.get(`${server.url}/api/boards/${made.boardId}/${path}`)
      expect(answer.status(), path).toBe(200)
      return { data: await answer.body(), name: answer.headers()['content-disposition'] ?? '' }
    }
    const year = date.slice(0, 4)
    const pdf = await file('report.pdf?lang=nl')
    const paper = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.data, encoding: 'utf8' }).replace(/\s+/g, ' ')
    const onPaper = [...Object.values(said), `${day.replace(/^\S+ /, '')} ${year}`, 'Truus', 'Bob', 'Dee', 'Elke week een bericht']
    for (const fact of [...onPaper, 'Van niemand', 'Van meer dan één', 'Van één afdeling', ...six.filter((name) => name !== 'Financiën')])
      expect(paper).toContain(fact)
    const book = await file('workbook.xlsx')
    const cells = entryOf(book.data, 'xl/sharedStrings.xml')
    for (const fact of [
      ...Object.values(said),
      ...six,
      `${day} ${year}, 13.00 tot`,
      'Van niemand',
      'Van meer dan één: ',
      'Van één afdeling: Wmo-loket',
      'Bob',
      'Dee',
    ])
      expect(cells).toContain(fact)
    const dates = (await file('fixes.ics')).data.toString('utf8').replaceAll('\r\n ', '')
    for (const fact of ['DTSTART;VALUE=DATE:20270114', 'DTSTART;VALUE=DATE:20270211', 'Bob', said.title]) expect(dates).toContain(fact)
    for (const path of ['report.pdf?lang=nl', 'workbook.xlsx', 'fixes.ics', 'fixes.csv', 'board.json'])
      expect((await file(path)).name, path).toContain(`klantreis_een-scootmobiel-aanvragen_${date}`)
  })

  await test.step('the start page says how it stands: coverage, the next look back, and what I do', async () => {
    await as(1).goto(server.url)
    await expect(as(1).getByText(/1 van [12] gedekt · terugkijken .+ · jij: Elke week een bericht sturen, voor 14 januari/)).toBeVisible()
  })

  await test.step('it is opened again, and prepared anew as a copy', async () => {
    await desk.getByRole('button', { name: 'Open de workshop weer' }).click()
    await expect.poll(board).toMatchObject({ status: 'paused', map_locked: false })
    await desk.goto(server.url)
    await desk.getByRole('button', { name: `Maak een nieuwe workshop van ${said.title}` }).click()
    const sheet = desk.getByRole('dialog', { name: 'Nieuwe workshop van deze' })
    await sheet.getByLabel('Titel').fill('Een traplift aanvragen')
    await sheet.getByRole('button', { name: 'Maak de workshop' }).click()
    await desk.waitForURL((url) => url.pathname.endsWith('/host') && !url.pathname.includes(made.boardId))
    await expect(desk.getByRole('dialog', { name: 'Je workshop staat klaar' })).toContainText('Een traplift aanvragen')
  })
  expect(problems).toEqual([])
})
