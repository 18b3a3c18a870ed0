import { mkdirSync } from 'node:fs'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Server } from '../server'
import { dutch, id, make, push, records, seat, type Made, type Told } from '../table'
import { contact, forgetSingles } from './contact'
import { beamer, folder, inTheRoom, still } from './shoot'

/** As people write them: what a column must hold. */
const promised = [
  'Stuur bij elke schademelding binnen een uur een sms met de naam en het doorkiesnummer van de behandelaar',
  'Geef Klantcontact leesrechten in het schadedossier, zodat niemand zijn verhaal nog een keer hoeft te vertellen',
  'Bel elke klant op dag drie en op dag zes, ook als er nog niets te melden is over de reparatie',
  'Geef vervangend vervoer zonder schriftelijk akkoord, tot een huurbedrag van driehonderd euro',
  'Leg het eigen risico uit in het eerste gesprek en zet het bedrag in de bevestiging',
  'Schrap het tweede formulier: de aansprakelijkheidsverzekeraar krijgt voortaan de gegevens van ons',
]

test.afterAll(forgetSingles)

/** A board with somebody who leads it, and what the pictures need of it. */
class Scene {
  private constructor(
    readonly browser: Browser,
    readonly server: Server,
    readonly host: BrowserContext,
    readonly made: Made,
    readonly desk: Page,
  ) {}

  /** An invitation leads to addresses of this server alone, so who invites has no others. */
  static async of(browser: Browser, server: Server, wish: Record<string, string>): Promise<Scene> {
    const host = await dutch(browser, still)
    const made = await make(host, server.url, wish)
    const desk = await host.newPage()
    await desk.goto(`${server.url}/b/${made.boardId}/host`)
    return new Scene(browser, server, host, made, desk)
  }

  told(): Promise<Told[]> {
    return records(this.host, this.server.url, this.made)
  }

  async one(kind: string, fields: object = {}): Promise<string> {
    const wanted = Object.entries(fields)
    return (await this.told()).find((record) => record.kind === kind && wanted.every(([name, v]) => record.fields[name] === v))?.id ?? ''
  }

  async set(kind: string, fields: object): Promise<void> {
    await push(this.desk, this.made, [{ op: 'set', id: await this.one(kind), fields }])
  }

  async act(what: string, args: object = {}, on?: string): Promise<void> {
    await push(this.desk, this.made, [{ op: 'act', do: what, ...(on ? { id: on } : {}), args }])
  }

  async start(activity: string): Promise<void> {
    await this.act('start', {}, await this.one('agenda_item', { activity }))
  }

  /** The screen in the room, which speaks the language of the board. */
  async screen(): Promise<{ page: Page; take: (name: string) => Promise<void> }> {
    const page = await (await inTheRoom(await dutch(this.browser, { ...still, viewport: beamer }))).newPage()
    await page.goto(`${this.server.url}/k#${this.made.projectorKey}`)
    const speak = async (language: 'nl' | 'en') => {
      await this.set('board', { language })
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
    }
    return { page, take: (name) => contact(page, name, { sizes: [beamer], speak }) }
  }
}

const close = (page: Page) => page.keyboard.press('Escape')

test('before the workshop: each thing that is prepared', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const blank = await Scene.of(browser, server, { template: 'blank', title: '', name: '' })
  await expect(blank.desk.getByText('Nog geen klant')).toBeVisible()
  await contact(blank.desk, 'desk-blank')

  const scene = await Scene.of(browser, server, { agenda: 'half', title: 'Schade aan de leaseauto', name: 'Vera Prins' })
  const { desk, made } = scene
  await scene.set('board', {
    organisation: 'Leasemaatschappij Noord',
    place: 'Raadszaal, Utrecht',
    purpose: 'Binnen twee dagen weer op weg',
    date: '2027-12-02',
    starts_at: '2027-12-02T12:00:00Z',
  })
  await expect(desk.getByText('donderdag 2 december, 13.00 – 17.00')).toBeVisible()
  await desk.getByRole('button', { name: 'Lees hoe je dit leidt: Stappen' }).click()
  await expect(desk.getByText('De reis ligt op tafel')).toBeVisible()
  await contact(desk, 'desk-script')
  await desk.getByRole('button', { name: /Verander titel, datum en plaats/ }).click()
  await contact(desk, 'facts')
  await close(desk)
  await desk.getByRole('button', { name: /^\d+ afdelingen$/ }).click()
  await expect(desk.getByRole('dialog', { name: 'Wie zitten er aan tafel?' })).toBeVisible()
  await contact(desk, 'departments')
  await close(desk)
  await desk.getByRole('button', { name: 'Pas de agenda aan' }).click()
  await contact(desk, 'agenda')
  await close(desk)
  await desk.getByRole('button', { name: /^Onze klant/ }).click()
  await expect(desk.getByLabel('Wil graag, regel 1')).toBeVisible()
  await contact(desk, 'persona')
  await close(desk)
  await desk.getByRole('button', { name: 'Nodig mensen uit' }).click()
  await expect(desk.getByRole('textbox', { name: 'Tekst van de uitnodiging' })).toBeVisible()
  await contact(desk, 'invitation')
  await close(desk)

  const door = await (await dutch(browser, still)).newPage()
  await door.goto(`${server.url}/${made.joinCode}`)
  await door.getByRole('textbox', { name: /hoe heet je/i }).fill('Dee')
  await door.getByText('Mijn afdeling staat er niet bij').click()
  await door.getByRole('textbox', { name: 'Hoe heet je afdeling?' }).fill('Inkoop')
  await contact(door, 'door')
  await door.getByRole('button', { name: /naar het bord/i }).click()
  await expect(desk.getByRole('button', { name: 'Zet Inkoop erbij en laat Dee binnen' })).toBeVisible()
  await contact(desk, 'desk-asks')
  await (await scene.screen()).take('projector-lobby')

  await desk.goto(server.url)
  await desk.getByRole('button', { name: 'Maak een nieuwe workshop van Schade aan de leaseauto' }).click()
  await expect(desk.getByRole('dialog', { name: 'Nieuwe workshop van deze' })).toBeVisible()
  await contact(desk, 'copy')
  await server.stop()
})

test('during the workshop: what everybody sees', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const scene = await Scene.of(browser, server, { title: 'Schade aan de leaseauto', name: 'Vera Prins' })
  const { desk, made } = scene
  const { page: mila } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])
  const { page: bob } = await seat(browser, server.url, made, 'Bob', 'Schadeafdeling', [])
  const screen = await scene.screen()
  const steps = (await scene.told()).filter((record) => record.kind === 'step').map((record) => record.id)
  await desk.getByRole('button', { name: 'Begin de workshop' }).click()
  await desk.getByRole('button', { name: 'Start: Wie is hier van?' }).click()
  await expect(desk.getByRole('button', { name: 'Ja, begin' })).toBeVisible()
  await contact(desk, 'desk-jump')
  await scene.start('ownership')
  await expect(mila.getByRole('heading', { level: 1, name: 'Wie is hier van?' })).toBeVisible()
  await contact(mila, 'item')

  await scene.start('pains')
  const writing = id('round')
  await scene.act('open', { collect: 'writing' }, writing)
  await mila.getByRole('textbox', { name: 'Wat gaat er mis?' }).fill('Negen dagen niets horen')
  await mila.getByRole('button', { name: 'Toevoegen' }).click()
  await expect(mila.getByRole('alert')).toHaveText(/Kies eerst bij welke stap/)
  await contact(mila, 'writing-asked')
  await mila.getByText('Wachten op bericht').click()
  await mila.getByRole('button', { name: 'Toevoegen' }).click()
  await expect(mila.getByText('1 briefje van jou')).toBeVisible()
  await contact(mila, 'writing-how-bad')
  const pains = [...steps, ...promised].map((_, i) => `Pijn ${i + 1}: niemand belt terug en de klant weet niet waar hij aan toe is`)
  await push(
    bob,
    made,
    pains.map((text, i) => ({ op: 'put', kind: 'pain', id: id('pain'), fields: { text, step_id: steps[i % steps.length], severity: 4 } })),
    'me',
  )
  await scene.act('reveal', {}, writing)
  await expect(screen.page.getByText('Negen dagen niets horen')).toBeVisible()
  await scene.act('show', { view: 'notes', page: 1 })
  await expect(desk.getByRole('group', { name: 'Bladzijde op de beamer' })).toBeVisible()
  await screen.take('projector-notes')
  await contact(desk, 'desk-notes-paged')

  await scene.start('rate')
  const rating = id('round')
  await scene.act('open', { collect: 'rating' }, rating)
  const scores = [1, 0, -1, -2, 0, 1, 1, 0, -2, 1, 0]
  for (const page of [mila, bob])
    await push(
      page,
      made,
      steps.map((step, i) => ({
        op: 'put',
        kind: 'rating',
        id: id('rating'),
        fields: { round_id: rating, step_id: step, value: scores[i] },
      })),
      'me',
    )
  await scene.act('reveal', {}, rating)
  await scene.act('show', { view: 'curve' })
  await expect(screen.page.getByText('Laagst').first()).toBeVisible()
  await screen.take('projector-curve')
  await expect(mila.getByText(/zakt het diepst bij ‘.*’ en ‘.*’/)).toBeVisible()
  await contact(mila, 'curve')

  await scene.start('ownership')
  const owning = id('round')
  await scene.act('open', { collect: 'ownership_claim' }, owning)
  const claims = [
    ['own', 'own', 'not', 'unknown', 'not', 'own'],
    ['not', 'own', 'not', 'unknown', 'own', 'not'],
  ]
  for (const [i, page] of [mila, bob].entries())
    await push(
      page,
      made,
      (claims[i] ?? []).map((answer, n) => ({
        op: 'put',
        kind: 'ownership_claim',
        id: id('claim'),
        fields: { round_id: owning, step_id: steps[n], answer },
      })),
      'me',
    )
  await scene.act('reveal', {}, owning)
  await expect(mila.getByText('Van niemand').first()).toBeVisible()
  await scene.act('show', { view: 'ownership', page: 2 })
  await screen.take('projector-ownership')
  await contact(mila, 'ownership')
  await desk.getByRole('tab', { name: 'Inzichten' }).click()
  await contact(desk, 'insights')

  await server.stop()
})

test('after the workshop: fixes, the close, and the days after', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const scene = await Scene.of(browser, server, { title: 'Schade aan de leaseauto', name: 'Vera Prins' })
  const { desk, made } = scene
  const { page: mila, person, context } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])
  const { person: bobId } = await seat(browser, server.url, made, 'Bob', 'Schadeafdeling', [])
  const screen = await scene.screen()
  const steps = (await scene.told()).filter((record) => record.kind === 'step').map((record) => record.id)
  const painIds = promised.map(() => id('pain'))
  const text = 'Niemand belt terug en de klant weet niet waar hij aan toe is'
  await push(
    desk,
    made,
    painIds.map((pain, i) => ({
      op: 'put',
      kind: 'pain',
      id: pain,
      fields: { text: `${text} (${i + 1})`, step_id: steps[i], severity: 4 },
    })),
  )
  await scene.start('commit')
  await push(
    desk,
    made,
    promised.map((text, i) => ({
      op: 'put',
      kind: 'fix',
      id: id('fix'),
      fields: {
        text,
        pain_ids: [painIds[i]],
        ...(i < 4
          ? { owner_person: i % 2 ? 'Bob' : 'Mila', owner_participant_id: i % 2 ? bobId : person, due_date: '2027-01-14', status: 'agreed' }
          : {}),
        ...(i === 0 ? { first_step: 'Maandag de tekst van de sms schrijven en laten nakijken' } : {}),
      },
    })),
  )
  await push(desk, made, [
    {
      op: 'put',
      kind: 'quote',
      id: id('quote'),
      fields: { text: 'Op dag zeven belde ik zelf maar.', consent: 'missing', step_id: steps[3] },
    },
  ])
  await desk.getByRole('tab', { name: 'Oplossingen' }).click()
  await expect(desk.getByText(promised[5] ?? '').first()).toBeVisible()
  await contact(desk, 'desk-fixes', {
    sizes: [beamer, { width: 1440, height: 900 }, { width: 1100, height: 800 }, { width: 900, height: 700 }],
  })
  await contact(mila, 'fixes')

  await scene.start('close')
  await expect(desk.getByRole('heading', { name: 'Rond de workshop af' })).toBeVisible()
  await contact(desk, 'closing')
  await contact(mila, 'monday')
  await screen.take('projector-close')
  await scene.act('open', { collect: 'rating' }, id('round'))
  await expect(desk.getByRole('button', { name: 'Toon eerst de uitslag' })).toBeVisible()
  await contact(desk, 'closing-round')
  await desk.getByRole('button', { name: 'Rond af zonder te tonen' }).click()
  await desk.getByRole('button', { name: 'Ja, rond af' }).click()
  await expect(desk.getByRole('heading', { name: 'De workshop is afgerond' })).toBeVisible()
  await desk.getByRole('tab', { name: 'Verslag' }).click()
  await expect(desk.getByText('Alles in Excel', { exact: true })).toBeVisible()
  await contact(desk, 'closed')
  await screen.take('projector-summary')
  await expect(mila.getByRole('link', { name: 'Zet in mijn agenda' })).toBeVisible()
  await contact(mila, 'takeaway')
  const back = await context.newPage()
  await back.goto(`${server.url}/${made.joinCode}`)
  await expect(back.getByRole('heading', { name: /Welkom terug/ })).toBeVisible()
  await contact(back, 'welcome-back')
  await back.goto(server.url)
  await expect(back.getByText(/jij: /)).toBeVisible()
  await contact(back, 'my-workshops')
  await server.stop()
})
