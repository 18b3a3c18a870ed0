import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { Server } from '../server'
import { dutch, id, inDays, make, push, records, seat } from '../table'
import { contact as sheet, forgetSingles, lay } from './contact'
import { beamer, folder, inTheRoom, phone, still } from './shoot'

/** What was agreed, by whom, for when, and how far it is: some short, some as long as a field takes. */
const fixes = [
  ['Bel elke klant op dag drie en op dag zes, ook als er nog niets te melden is over de reparatie', 'Mila', -4, 'doing'],
  ['Schrap het tweede formulier', 'Mila', -1, 'done'],
  ['Geef Klantcontact leesrechten in het schadedossier, zodat niemand zijn verhaal nog een keer hoeft te vertellen', 'Mila', 9, 'agreed'],
  ['Leg het eigen risico uit in het eerste gesprek', 'Henk van Schadebeheer', -6, 'agreed'],
  ['Eén nummer om te bellen', 'Bob', 20, 'agreed'],
  ['Zet de naam van de behandelaar in elke mail', '', undefined, 'idea'],
] as const

/** The fixes as they stand after the workshop. */
const agreed = (pain: string, second: string, mila: string) =>
  fixes.map(([text, owner, days, status], i) => ({
    op: 'put',
    kind: 'fix',
    id: id('fix'),
    fields: {
      text,
      status,
      pain_ids: [i % 2 ? second : pain],
      ...(owner ? { owner_person: owner } : {}),
      ...(owner === 'Mila' ? { owner_participant_id: mila } : {}),
      ...(days === undefined ? {} : { due_date: inDays(days) }),
      ...(i === 0
        ? {
            first_step: 'Maandag de lijst maken',
            if_then: 'Als het maandag 9 uur is, dan bel ik',
            done_criterion: 'Geen klant wacht langer dan drie dagen',
          }
        : {}),
    },
  }))

const contact = (page: Page, name: string, wish: Parameters<typeof sheet>[2] = {}) => sheet(page, name, { series: 'loop', ...wish })

test.afterAll(forgetSingles)

test('ideas for fixes, and who does them', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await dutch(browser, still)
  const made = await make(host, server.url, { title: 'Schade aan de leaseauto', name: 'Vera Prins' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const { page: mila, person } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])
  const { page: bob } = await seat(browser, server.url, made, 'Bob', 'Facturatie', [])
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const found = async (kind: string) => (await records(host, server.url, made)).filter((record) => record.kind === kind)
  const board = (await found('board'))[0]?.id
  const speak = async (page: Page, language: 'nl' | 'en') => {
    await push(desk, made, [{ op: 'set', id: board, fields: { language } }])
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
  }
  const inRoom = (name: string) => contact(screen, name, { sizes: [beamer], speak: (language) => speak(screen, language) })

  const steps = (await found('step')).map((step) => step.id)
  const [pain, second, vote, item, writing] = [id('pain'), id('pain'), id('round'), id('item'), id('round')]
  await push(desk, made, [
    { op: 'set', id: board, fields: { organisation: 'Leasemaatschappij Noord', place: 'Raadszaal, Utrecht' } },
    { op: 'put', kind: 'pain', id: pain, fields: { text: 'Negen dagen niets horen', step_id: steps[3], severity: 5 } },
    { op: 'put', kind: 'pain', id: second, fields: { text: 'Twee keer hetzelfde formulier', step_id: steps[1], severity: 3 } },
    { op: 'act', do: 'open', id: vote, args: { collect: 'vote', item_ids: [pain, second] } },
  ])
  for (const page of [mila, bob])
    await push(
      page,
      made,
      [
        { op: 'put', kind: 'vote', id: id('vote'), fields: { round_id: vote, item_id: pain, count: 2 } },
        { op: 'put', kind: 'vote', id: id('vote'), fields: { round_id: vote, item_id: second, count: 1 } },
      ],
      'me',
    )
  const ideas = (await found('agenda_item')).find((one) => one.fields['activity'] === 'fixes')?.id ?? item
  await push(desk, made, [
    { op: 'act', do: 'reveal', id: vote },
    { op: 'act', do: 'start', id: ideas },
    { op: 'act', do: 'open', id: writing, args: { collect: 'writing', writes: 'fix' } },
  ])
  for (const [text, about] of [
    [fixes[0][0], 0],
    [fixes[5][0], 1],
  ] as const) {
    await mila.getByRole('textbox', { name: 'Welk idee?' }).fill(text)
    await mila.getByRole('combobox').selectOption({ index: about })
    await mila.getByRole('button', { name: 'Toevoegen' }).click()
  }
  await expect(mila.getByText('2 briefjes van jou')).toBeVisible()
  await contact(mila, 'ideas')
  await mila.getByRole('tab', { name: 'Oplossingen' }).click()
  await contact(mila, 'ideas-hidden')
  await expect(screen.getByText(/^Hoe kunnen we zorgen/)).toBeVisible()
  await inRoom('projector-ideas')
  await contact(desk, 'desk-ideas')
  await push(desk, made, [{ op: 'act', do: 'cancel', id: writing }])
  await expect(mila.getByRole('button', { name: /^Zet op de lijst: / }).first()).toBeVisible()
  await contact(mila, 'ideas-stopped')

  await push(desk, made, agreed(pain, second, person))
  const linked = desk.waitForResponse((answer) => answer.url().endsWith('/owners'))
  await desk.getByRole('tab', { name: 'Oplossingen' }).click()
  await desk.getByRole('button', { name: 'Kopieer link voor Mila' }).click()
  const { key } = (await (await linked).json()) as { key: string }
  await desk.getByRole('button', { name: 'Kopieer herinnering voor Mila' }).scrollIntoViewIfNeeded()
  await contact(desk, 'owner-links')
  const owner = await (await dutch(browser, { ...still, viewport: phone, hasTouch: true })).newPage()
  await owner.goto(`${server.url}/k#${key}`)
  await expect(owner.getByRole('heading', { name: 'Mila, dit pak jij op' })).toBeVisible()
  await contact(owner, 'owner', { speak: () => Promise.resolve() }) // it speaks the language of the owner's browser
  await server.stop()
})

test('after the workshop: how it stands, before and after, lessons, the next session', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await dutch(browser, still)
  const made = await make(host, server.url, { title: 'Schade aan de leaseauto', name: 'Vera Prins' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const { page: mila, person } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const found = async (kind: string) => (await records(host, server.url, made)).filter((record) => record.kind === kind)
  const board = (await found('board'))[0]?.id
  const inRoom = async (view: string, name: string, heading: RegExp) => {
    await push(desk, made, [{ op: 'act', do: 'show', args: { view } }])
    await expect(screen.getByText(heading).first()).toBeVisible()
    await contact(screen, name, {
      sizes: [beamer],
      speak: async (language) => {
        await push(desk, made, [{ op: 'set', id: board, fields: { language } }])
        await screen.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
      },
    })
  }

  const steps = (await found('step')).map((step) => step.id)
  const [pain, second, number] = [id('pain'), id('pain'), id('number')]
  const measured = (days: number, n: number, value: number, source: string, is_baseline: boolean) => ({
    op: 'put',
    kind: 'measurement',
    id: id('measurement'),
    fields: { indicator_id: number, date: inDays(days), n, value, sd: 1.5, source, is_baseline },
  })
  await push(desk, made, [
    { op: 'set', id: board, fields: { organisation: 'Leasemaatschappij Noord', place: 'Raadszaal, Utrecht' } },
    { op: 'put', kind: 'pain', id: pain, fields: { text: 'Negen dagen niets horen', step_id: steps[3], severity: 5 } },
    { op: 'put', kind: 'pain', id: second, fields: { text: 'Twee keer hetzelfde formulier', step_id: steps[1], severity: 3 } },
    {
      op: 'put',
      kind: 'indicator',
      id: number,
      fields: { name: 'Cijfer', metric: 'grade', question: 'Welk cijfer geeft u ons?', owner: 'Mila' },
    },
    measured(-60, 120, 6.2, 'Klantonderzoek', true),
    ...agreed(pain, second, person),
    { op: 'act', do: 'close' },
    measured(-20, 131, 6.6, 'Belronde', false),
    measured(0, 140, 7.1, 'Klantonderzoek', false),
    {
      op: 'put',
      kind: 'lesson',
      id: id('lesson'),
      fields: {
        what_happened: 'De klant belde vier keer en hoorde elke keer iets anders over de vervangende auto',
        expected: 'Eén antwoord, van wie ze ook sprak',
        why: 'Elke afdeling zag een ander scherm',
        learned: 'Wie opneemt, blijft eigenaar tot de klant weer rijdt',
        change: 'Eén dossier voor alle vier de afdelingen',
      },
    },
  ])
  const change = /was 6,2, is nu 7,1/
  await expect(desk.getByText(change).first()).toBeVisible()
  await contact(desk, 'follow-up')
  await expect(mila.getByRole('heading', { name: 'Hoe staat het ervoor?' })).toBeVisible()
  await contact(mila, 'follow-up-of-a-participant')
  await inRoom('indicator', 'projector-before-after', change)
  await inRoom('loops', 'projector-loops', /oplossingen gedaan|Nog open/)
  await inRoom('lessons', 'projector-lessons', /Wie opneemt/)

  const pdf = await (await host.request.get(`${server.url}/api/boards/${made.boardId}/report.pdf?lang=nl`)).body()
  const paper = mkdtempSync(join(tmpdir(), 'muntsaus-paper-'))
  writeFileSync(join(paper, 'report.pdf'), pdf)
  execFileSync('pdftoppm', ['-png', '-r', '80', join(paper, 'report.pdf'), join(paper, 'page')])
  const told = execFileSync('pdftotext', ['-layout', join(paper, 'report.pdf'), '-'], { encoding: 'utf8' }).split('\f')
  const work = told.findIndex((text, i) => i > 0 && text.includes('Schrap het tweede formulier') && text.includes('Bob'))
  const pages = [0, work].map((at) => join(paper, `page-${at + 1}.png`))
  await lay(desk, [pages], join(folder, 'loop-paper.png'))

  await desk.getByRole('button', { name: 'Volgende sessie' }).click()
  await contact(desk, 'next-session')
  await desk.getByRole('button', { name: 'Maak de volgende sessie' }).click()
  await desk.waitForURL((url) => url.pathname.endsWith('/host') && !url.pathname.includes(made.boardId))
  await expect(desk.getByRole('dialog', { name: 'Je workshop staat klaar' })).toBeVisible()
  await desk.keyboard.press('Escape')
  await desk.goto(server.url)
  await expect(desk.getByText('Schade aan de leaseauto').first()).toBeVisible()
  await contact(desk, 'series')
  await server.stop()
})
