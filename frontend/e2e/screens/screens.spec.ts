import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { fill, pains } from '../example'
import { Server } from '../server'
import { dutch, inDays, make, push, records, seat, type Guest, type Made, type Told } from '../table'
import { beamer, folder, inTheRoom, laptop, lighten, most, phone, shoot, still } from './shoot'

const people: readonly [string, string][] = [
  ['Mila', 'Klantcontact'],
  ['Ruud', 'Klantcontact'],
  ['Joris', 'Schadeafdeling'],
  ['Anneke', 'Schadeafdeling'],
  ['Yassin', 'Vervangend vervoer'],
  ['Bas', 'Facturatie'],
]

/** Which pains each person gives a dot, by their place in the example. Counted fairly another pain comes first. */
const dots: readonly (readonly number[])[] = [
  [1, 1, 5],
  [1, 1, 6],
  [0, 3],
  [1, 3],
  [0, 0, 2],
  [0, 2, 4],
]

/** The example scores of the template, in the order in which the people sit. */
const demo = (
  JSON.parse(readFileSync(new URL('../../../boards/template/templates.json', import.meta.url), 'utf8')) as {
    id: string
    demo_ratings: Record<string, number[][]>
  }[]
).find((template) => template.id === 'lease')?.demo_ratings as Record<string, number[][]>

class Room {
  readonly guests: Guest[] = []
  painIds: string[] = []

  constructor(
    readonly browser: Browser,
    readonly server: Server,
    readonly host: BrowserContext,
    readonly made: Made,
  ) {}

  page(name: string): Page {
    return this.guests.find((guest) => guest.name === name)?.page as Page
  }

  async told(): Promise<Told[]> {
    return records(this.host, this.server.url, this.made)
  }

  async write(): Promise<void> {
    const told = await this.told()
    const refs = new Map(told.flatMap((record) => ('ref' in record ? [[String(record.ref), record.id] as const] : [])))
    const { ops, painIds } = fill(told, refs)
    this.painIds = painIds
    for (const [i, guest] of this.guests.entries())
      await push(
        guest.page,
        this.made,
        ops.filter((_, n) => n % 6 === i),
        'me',
      )
  }

  async vote(): Promise<void> {
    const round = (await this.told()).find((record) => record.kind === 'round') as Told
    for (const [i, guest] of this.guests.entries()) {
      const mine = dots[i] ?? []
      const ops: object[] = [...new Set(mine)].map((n, k) => ({
        op: 'put',
        kind: 'vote',
        id: `picture-vote-${i}-${k}-000000`,
        fields: { round_id: round.id, item_id: this.painIds[n], count: mine.filter((other) => other === n).length },
      }))
      if (i > 0 && i < 5) ops.push({ op: 'act', do: 'ready', id: round.id })
      await push(guest.page, this.made, ops, 'me')
    }
  }

  async fix(): Promise<void> {
    const told = await this.told()
    const person = (name: string) => told.find((record) => record.kind === 'person' && record.fields['name'] === name)?.id
    const department = (code: string) => told.find((record) => record.kind === 'department' && record.fields['code'] === code)?.id
    const fix = (n: number, text: string, pain: number, code: string, more: object = {}) => ({
      op: 'put',
      kind: 'fix',
      id: `picture-fix-${n}-00000000`,
      fields: { text, pain_ids: [this.painIds[pain]], department_ids: [department(code)], ...more },
    })
    const owner = (name: string) => ({ owner_person: name, owner_participant_id: person(name) })
    await push(
      this.page('Joris'),
      this.made,
      [
        fix(1, 'Stuur bij elke melding een sms met de naam van de behandelaar', 0, 'SCH', {
          ...owner('Joris'),
          due_date: inDays(0),
          status: 'done',
          solved_in_session: true,
          first_step: 'Tekst aangepast in het schadeportaal',
        }),
        fix(2, 'Geef Klantcontact inzage in het schadedossier', 1, 'KCO', {
          ...owner('Mila'),
          due_date: inDays(13),
          status: 'agreed',
          effort: 2,
          impact: 4,
          first_step: 'Rechten vragen bij de privacy officer',
        }),
        fix(3, 'Bel elke klant op dag drie en dag zes', 3, 'SCH', {
          ...owner('Anneke'),
          due_date: inDays(10),
          status: 'agreed',
          effort: 2,
          impact: 3,
          first_step: 'Bellijst maken uit de planning',
        }),
        fix(4, 'Geef een auto zonder akkoord, tot drie dagen huur', 2, 'VVV', { ...owner('Yassin'), status: 'idea' }),
        fix(5, 'Leg het eigen risico uit in het eerste gesprek', 4, 'FAC', { status: 'idea' }),
      ],
      'me',
    )
  }

  async act(what: string, args: object, id?: string): Promise<void> {
    const desk = this.host.pages()[0] as Page
    await push(desk, this.made, [{ op: 'act', do: what, ...(id ? { id } : {}), args }], 'host')
  }

  /** Makes an item of the agenda the running one; the clock starts and the projector follows. */
  async start(title: string): Promise<void> {
    const item = (await this.told()).find((record) => record.kind === 'agenda_item' && record.fields['title'] === title)
    await this.act('start', {}, item?.id)
    await expect(this.page('Mila').getByText(title)).toBeVisible()
  }
}

test('the pictures of docs/screens', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))

  await test.step('start, in two sizes', async () => {
    const visitor = await inTheRoom(await dutch(browser, still))
    const page = await visitor.newPage()
    await page.goto(server.url)
    await expect(page.getByRole('button', { name: /Schade aan de leaseauto/ })).toBeVisible()
    await shoot(page, 'start')
    await page.setViewportSize(phone)
    await shoot(page, 'start-phone')
    await page.setViewportSize(laptop)
    await page.getByRole('button', { name: /Schade aan de leaseauto/ }).click()
    await expect(page.getByRole('checkbox', { name: /sleutel bewaard/ })).toBeVisible()
    await expect(page.getByRole('img', { name: /QR/ }).first()).toBeVisible()
    await shoot(page, 'share')
    await visitor.close()
  })

  await test.step('an empty board', async () => {
    const empty = await make(await dutch(browser, still), server.url, { template: 'blank' })
    const guest = await seat(browser, server.url, empty, 'Mila', 'Voorkant', [])
    await expect(guest.page.getByText('Begin bij je klant')).toBeVisible()
    await shoot(guest.page, 'empty')
    await guest.context.close()
  })

  const made = await make(host, server.url)
  const room = new Room(browser, server, host, made)
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const beamerContext = await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))
  const screen = await beamerContext.newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)

  await test.step('joining', async () => {
    const context = await dutch(browser, still)
    const page = await context.newPage()
    await page.goto(`${server.url}/${made.joinCode}`)
    await expect(page.getByText('Klantcontact', { exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: /hoe heet je/i }).fill('Mila')
    await page.getByText('Klantcontact', { exact: true }).click()
    await shoot(page, 'join')
    await page.setViewportSize(phone)
    await shoot(page, 'join-phone')
    await context.close()
  })

  for (const [name, department] of people) room.guests.push(await seat(browser, server.url, made, name, department, []))
  for (const guest of room.guests) await guest.page.emulateMedia(still)
  await expect(screen.getByText('6 mensen binnen')).toBeVisible()
  await shoot(screen, 'projector-lobby')

  await test.step('the map with forty notes', async () => {
    await room.write()
    await room.start('Verhalen en pijnpunten')
    const mila = room.page('Mila')
    await expect(mila.getByText(pains[0]?.text ?? '')).toBeVisible()
    await expect(desk.getByRole('grid').getByText(pains.at(-1)?.text ?? '')).toBeVisible()
    await shoot(mila, 'map')
    await mila.emulateMedia({ ...still, colorScheme: 'dark' })
    await shoot(mila, 'map-dark')
    await mila.emulateMedia({ ...still, colorScheme: 'light' })
    await mila.getByRole('button', { name: /^Open Pijnpunt: Vier keer hetzelfde/ }).click()
    await expect(mila.getByRole('complementary', { name: 'Details' })).toBeVisible()
    await shoot(mila, 'map-detail')
    await mila.keyboard.press('Escape')
    await shoot(desk, 'desk')
    const bas = room.page('Bas')
    await bas.setViewportSize(phone)
    await expect(bas.getByRole('article').first()).toBeVisible()
    await shoot(bas, 'phone-step')
  })

  for (const view of ['persona', 'map'] as const) {
    await room.act('show', { view })
    await expect(screen.getByText(view === 'persona' ? 'Wil graag' : '4 keer doorgestuurd')).toBeVisible()
    await shoot(screen, `projector-${view}`)
  }

  await test.step('the vote', async () => {
    await room.start('Stippen en onthulling')
    await desk.getByRole('button', { name: 'Open de stemronde' }).click()
    await room.vote()
    await expect(screen.getByText('van 6 klaar')).toBeVisible()
    await expect(screen.getByText('4', { exact: true })).toBeVisible()
    await shoot(screen, 'projector-question')
    await shoot(desk, 'desk-vote')
    const mila = room.page('Mila')
    await expect(mila.getByText('Nog 1 stip')).toBeVisible()
    await shoot(mila, 'vote')
    await shoot(room.page('Bas'), 'phone-vote')
    await desk.keyboard.press('r')
    await desk.keyboard.press('r')
    await expect(screen.getByText('Eerlijk geteld staat een ander pijnpunt op één')).toBeVisible()
    await shoot(screen, 'projector-vote')
    await expect(mila.getByText('Eerlijk geteld staat een ander pijnpunt op één')).toBeVisible()
    await shoot(mila, 'result')
  })

  await test.step('fixes', async () => {
    await room.fix()
    await room.start('Wie, wat, wanneer')
    await room.act('show', { view: 'actions' })
    // Pages turn by themselves, every twelve seconds.
    await expect(screen.getByText('Anneke')).toBeVisible({ timeout: 15_000 })
    await shoot(screen, 'projector-actions')
    const yassin = room.page('Yassin')
    await yassin.getByRole('tab', { name: /Oplossingen/ }).click()
    await expect(yassin.getByText('dat ben jij')).toBeVisible()
    await shoot(yassin, 'fixes')
  })

  await test.step('the experience: scored in silence, shown at once', async () => {
    const steps = (await room.told()).filter((record) => record.kind === 'step')
    const ordered = Array.from(
      { length: 11 },
      (_, i) => steps.find((step) => (step as Told & { ref?: string }).ref === `s${i + 1}`)?.id ?? '',
    )
    const round = 'picture-rating-0000000'
    await room.act('open', { collect: 'rating' }, round)
    const scores = Object.values(demo).flat()
    for (const [i, guest] of room.guests.entries()) {
      const answers = ordered.map((step, n) => ({
        op: 'put',
        kind: 'rating',
        id: `picture-rating-${i}-${n}-0000`,
        fields: { round_id: round, step_id: step, value: scores[i]?.[n] },
      }))
      await push(guest.page, made, answers, 'me')
    }
    await shoot(room.page('Bas'), 'phone-rate')
    await room.act('reveal', {}, round)
    await expect(screen.getByText('Sanne zakt het diepst bij')).toBeVisible()
    await shoot(screen, 'projector-curve')
    await room.act('show', { view: 'gaps' })
    await expect(screen.getByText(/schelen/)).toBeVisible()
    await shoot(screen, 'projector-gaps')
    await room.act('show', { view: 'gaps', object_ref: 'shared' })
    await expect(screen.getByText('Gedeeld beeld').first()).toBeVisible()
    await shoot(screen, 'projector-shared')
    await room.act('show', { view: 'notes' })
    await expect(
      screen
        .getByText(pains[0]?.text ?? '')
        .or(screen.getByText(pains[11]?.text ?? ''))
        .first(),
    ).toBeVisible({ timeout: 15_000 })
    await shoot(screen, 'projector-notes')
    const mila = room.page('Mila')
    await mila.getByRole('tab').nth(1).click()
    await expect(mila.getByText('54%')).toBeVisible()
    await shoot(mila, 'experience')
    await shoot(desk, 'desk-rated')
    await mila.getByRole('tab', { name: /Kaart/ }).click()
    await shoot(mila, 'map-curve')
    await mila.getByRole('gridcell', { name: /^Stap 4: .*teleurgesteld/ }).hover()
    await shoot(mila, 'map-curve-step')
    await mila.getByRole('button', { name: 'En met één contact?' }).click()
    await expect(mila.getByText('keer minder opnieuw vertellen').first()).toBeVisible()
    await shoot(mila, 'map-one-contact')
    await mila.getByRole('button', { name: 'Zoals het nu gaat' }).click()
    const own = 'picture-claims-0000000'
    await room.act('open', { collect: 'ownership_claim', step_ids: ordered.slice(7, 11) }, own)
    for (const [i, guest] of room.guests.entries()) {
      const answers = ordered.slice(7, 11).map((step, n) => ({
        op: 'put',
        kind: 'ownership_claim',
        id: `picture-claim-${i}-${n}-00000`,
        fields: { round_id: own, step_id: step, answer: n === 3 && (i === 5 || i === 2) ? 'own' : 'not' },
      }))
      await push(guest.page, made, answers, 'me')
    }
    await room.act('reveal', {}, own)
    await expect(screen.getByText('Wachten op bericht').first()).toBeVisible()
    await shoot(screen, 'projector-ownership')
    await room.act('timer', { state: 'running', minutes: 15 })
    await room.act('show', { view: 'break' })
    await expect(screen.getByText('Terug om')).toBeVisible()
    await shoot(screen, 'projector-break')
    await room.act('show', { view: 'close' })
    await expect(screen.getByText('We kijken terug op')).toBeVisible()
    await shoot(screen, 'projector-close')
    await desk.getByRole('tab', { name: 'Inzichten' }).click()
    await expect(desk.getByText('Wie belt morgen een klant?')).toBeVisible()
    await shoot(desk, 'desk-findings')
  })

  await test.step('written alone: only you see it yet', async () => {
    await room.start('Verhalen en pijnpunten')
    await room.act('open', { collect: 'writing' }, 'picture-writing-0000000')
    const mila = room.page('Mila')
    const step = (await room.told()).find((record) => (record as Told & { ref?: string }).ref === 's8')?.id
    await push(
      mila,
      made,
      [{ op: 'put', kind: 'pain', id: 'picture-alone-00000000', fields: { text: 'Niemand zegt wanneer de auto klaar is', step_id: step } }],
      'me',
    )
    await mila.getByRole('tab', { name: /Kaart/ }).click()
    const more = mila.getByRole('group', { name: /^Stap 8:/ }).getByRole('button', { name: /^en nog/ })
    if ((await more.count()) > 0) await more.click()
    await expect(mila.getByText('alleen jij ziet dit')).toBeVisible()
    await shoot(mila, 'map-alone')
    await room.act('stage', { stage: 'pair' }, 'picture-writing-0000000')
    await expect(screen.getByText('Nu in tweetallen')).toBeVisible()
    await shoot(screen, 'projector-pairs')
    await mila.getByRole('tab', { name: /Schrijven/ }).click()
    await expect(mila.getByText('Je zit nu met')).toBeVisible()
    await shoot(mila, 'writing-pairs')
    await shoot(desk, 'desk-pairs')
  })

  await test.step('the first two pages of the report', async () => {
    const answer = await host.request.get(`${server.url}/api/boards/${made.boardId}/report.pdf?lang=nl`, { headers: { 'X-Seat': 'host' } })
    expect(answer.status()).toBe(200)
    const at = path(mkdtempSync(path(tmpdir(), 'muntsaus-screens-')), 'report.pdf')
    writeFileSync(at, await answer.body())
    for (const page of ['1', '2'])
      execFileSync('pdftoppm', ['-r', '100', '-f', page, '-l', page, '-singlefile', '-png', at, path(folder, `report-${page}`)])
    for (const page of ['1', '2']) lighten(path(folder, `report-${page}.png`))
    for (const page of ['1', '2']) expect(statSync(path(folder, `report-${page}.png`)).size).toBeLessThanOrEqual(most)
  })

  await server.stop()
})
