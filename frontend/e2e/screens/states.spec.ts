import { mkdirSync } from 'node:fs'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { fill } from '../example'
import { Server } from '../server'
import { dutch, make, push, records, seat, type Guest, type Made, type Told } from '../table'
import { beamer, folder, inTheRoom, phone, shoot, still } from './shoot'

const names = ['Mila', 'Ruud', 'Joris', 'Anneke', 'Yassin', 'Bas', 'Fatima', 'Hendrik-Jan', 'Samira', 'Wouter', 'Lotte', 'Ibrahim']
const departments = [
  'Klantcontact',
  'Schadeafdeling',
  'Vervangend vervoer',
  'Facturatie',
  'Alarmcentrale',
  'Wagenparkbeheer werkgever',
  'Herstelbedrijf',
  'Verzekering en verhaal',
]

/** A full room: the eight departments of the template, twelve people, whoever leads and the screen. */
class Full {
  readonly guests: Guest[] = []

  constructor(
    readonly server: Server,
    readonly host: BrowserContext,
    readonly made: Made,
    readonly desk: Page,
  ) {}

  async act(what: string, args: object = {}, id?: string): Promise<void> {
    await push(this.desk, this.made, [{ op: 'act', do: what, ...(id ? { id } : {}), args }], 'host')
  }

  async told(): Promise<Told[]> {
    return records(this.host, this.server.url, this.made)
  }

  async start(title: string): Promise<void> {
    const item = (await this.told()).find((record) => record.kind === 'agenda_item' && record.fields['title'] === title)
    await this.act('start', {}, item?.id)
    await expect(this.desk.locator('.left').getByText(title).first()).toBeVisible()
  }
}

test('what a full room sees: the door, eight departments, groups, and where a screen ends', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))
  const made = await make(host, server.url, { agenda: 'half' })
  const desk = await host.newPage()
  const room = new Full(server, host, made, desk)
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)

  await test.step('the desk before anybody is in, and the door', async () => {
    await expect(desk.getByText('Nog niemand binnen')).toBeVisible()
    await shoot(desk, 'desk-lobby')
    await desk.getByText('Eén voor één', { exact: true }).click()
    const waiting: Page[] = []
    for (const [name, department] of [
      ['Mila', 'Klantcontact'],
      ['Hendrik-Jan', 'Wagenparkbeheer werkgever'],
      ['Fatima', 'Facturatie'],
    ] as const) {
      waiting.push((await seat(browser, server.url, made, name, department, [])).page)
    }
    const page = waiting[0] as Page
    await page.setViewportSize(phone)
    await expect(page.getByText('Je bent er bijna')).toBeVisible()
    await shoot(page, 'waiting-phone')
    await expect(desk.getByText('3 mensen wachten bij de deur')).toBeVisible()
    await shoot(desk, 'desk-door')
    await desk.getByRole('button', { name: 'Laat Mila binnen' }).click()
    await expect(page.getByText('Je bent er bijna')).toBeHidden()
    for (const other of waiting) await other.context().close()
    await desk.getByText('Open', { exact: true }).click()
    await room.act('remove', {}, (await room.told()).find((record) => record.kind === 'person' && record.fields['name'] === 'Mila')?.id)
  })

  for (const [i, name] of names.entries()) room.guests.push(await seat(browser, server.url, made, name, departments[i % 8] as string, []))
  for (const guest of room.guests) await guest.page.emulateMedia(still)
  await expect(screen.getByText('12 mensen binnen').or(screen.getByText('14 mensen binnen'))).toBeVisible()
  await shoot(screen, 'projector-lobby-full')
  await desk.getByText('Dicht', { exact: true }).click()
  await expect(screen.getByText('De deur is dicht')).toBeVisible()
  await shoot(screen, 'projector-door')
  await desk.getByText('Open', { exact: true }).click()

  await test.step('a person on the desk', async () => {
    await desk.getByRole('region', { name: 'In de zaal' }).getByText('KCO').first().click()
    await desk.getByRole('button', { name: 'Verander naam, afdeling of rol van Mila' }).click()
    await desk.getByRole('combobox', { name: 'Rol' }).scrollIntoViewIfNeeded()
    await shoot(desk, 'desk-person')
    await desk.getByRole('button', { name: 'Klaar', exact: true }).click()
    await desk.getByRole('region', { name: 'In de zaal' }).getByText('KCO').first().click()
  })

  const told = await room.told()
  const refs = new Map(told.flatMap((record) => ('ref' in record ? [[String(record.ref), record.id] as const] : [])))
  const { ops } = fill(told, refs)
  await push(desk, made, ops, 'host')
  const steps = Array.from({ length: 11 }, (_, i) => refs.get(`s${i + 1}`) ?? '')

  await test.step('quotes that wait for a yes', async () => {
    await push(
      desk,
      made,
      [
        {
          op: 'put',
          kind: 'quote',
          id: 'state-quote-00000000',
          fields: { text: 'Ik dacht dat jullie mij vergeten waren.', source: 'Sanne', step_id: refs.get('s10') },
        },
      ],
      'host',
    )
    await desk.getByRole('button', { name: '1 uitspraak wacht op toestemming' }).click()
    await expect(desk.getByRole('complementary', { name: 'Details' })).toBeVisible()
    await shoot(desk, 'desk-consent')
    await desk.getByRole('radio', { name: /Ja, de klant vindt het goed/ }).click()
    await expect(desk.getByRole('button', { name: 'wacht op toestemming' })).toBeHidden()
    await desk.keyboard.press('Escape')
  })

  await test.step('the map with a light on one step, and an activity without a drawing', async () => {
    await room.start('Verhalen en pijnpunten')
    await room.act('show', { view: 'map' })
    await room.act('spotlight', {}, steps[8])
    await expect(screen.getByText('keer doorgestuurd')).toBeVisible()
    await shoot(screen, 'projector-spotlight')
    await room.act('spotlight')
    await room.start('Paarse krokodillen')
    await room.act('show', { view: 'rules' })
    await shoot(screen, 'projector-plain')
  })

  await test.step('writing: alone, in pairs, in fours', async () => {
    await room.start('Verhalen en pijnpunten')
    await room.act('open', { collect: 'writing' }, 'state-writing-00000000')
    await expect(screen.getByText('Schrijf eerst alleen')).toBeVisible()
    await shoot(screen, 'projector-alone')
    const mila = room.guests[0]?.page as Page
    await push(
      mila,
      made,
      [
        {
          op: 'put',
          kind: 'pain',
          id: 'state-alone-000000000',
          fields: { text: 'Niemand zegt wanneer de auto klaar is', step_id: steps[7] },
        },
      ],
      'me',
    )
    await room.act('stage', { stage: 'pair' }, 'state-writing-00000000')
    await expect(screen.getByText('Nu in tweetallen')).toBeVisible()
    await shoot(screen, 'projector-pairs-full')
    await mila.setViewportSize(phone)
    await expect(mila.getByText('Je zit nu met')).toBeVisible()
    await shoot(mila, 'phone-pairs')
    await room.act('stage', { stage: 'four' }, 'state-writing-00000000')
    await expect(screen.getByText('Nu in viertallen')).toBeVisible()
    await shoot(screen, 'projector-fours')
    await room.act('cancel', {}, 'state-writing-00000000')
  })

  await test.step('who leads, whose is this: the questions, and passing on an answer', async () => {
    await room.start('Beleving en kloofgesprek')
    await room.act('open', { collect: 'rating' }, 'state-rating-000000000')
    await expect(screen.getByText('Hoe beleeft Sanne deze stap?')).toBeVisible()
    await shoot(screen, 'projector-rating')
    await shoot(desk, 'desk-rating')
    await desk.getByRole('button', { name: 'Iemand zonder apparaat' }).first().click()
    await desk.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Bas' })
    await shoot(desk, 'desk-proxy')
    await desk.keyboard.press('Escape')
    await room.act('cancel', {}, 'state-rating-000000000')
    await room.act('open', { collect: 'leading_vote', step_ids: steps }, 'state-leading-00000000')
    await room.act('show', { view: 'map', object_ref: 'state-leading-00000000' })
    await expect(screen.getByText('Wie is hier leidend?')).toBeVisible()
    await shoot(screen, 'projector-leading-question')
    for (const [i, guest] of room.guests.entries()) {
      const answers = steps.map((step, n) => ({
        op: 'put',
        kind: 'leading_vote',
        id: `state-leading-${i}-${n}-00000`,
        fields: {
          round_id: 'state-leading-00000000',
          step_id: step,
          value: n < 3 ? 'customer' : ['process', 'system', 'task'][(n + (i > 9 ? 1 : 0)) % 3],
        },
      }))
      await push(guest.page, made, answers, 'me')
    }
    await room.act('reveal', {}, 'state-leading-00000000')
    await expect(screen.getByText('De klant is leidend bij')).toBeVisible()
    await shoot(screen, 'projector-leading')
  })

  await test.step('the desk after a vote', async () => {
    await room.start('Stippen en onthulling')
    const pains = (await room.told())
      .filter((record) => record.kind === 'pain')
      .slice(0, 14)
      .map((record) => record.id)
    await room.act('open', { collect: 'vote', item_ids: pains }, 'state-vote-00000000000')
    for (const [i, guest] of room.guests.entries()) {
      await push(
        guest.page,
        made,
        [0, 1].map((k) => ({
          op: 'put',
          kind: 'vote',
          id: `state-vote-${i}-${k}-0000000`,
          fields: { round_id: 'state-vote-00000000000', item_id: pains[(i * (k + 1)) % 7], count: 1 },
        })),
        'me',
      )
    }
    await room.act('reveal', {}, 'state-vote-00000000000')
    await desk.getByRole('tab', { name: 'Ronde' }).click()
    await expect(desk.getByRole('tabpanel').getByText('Ruw, alle stippen')).toBeVisible()
    await shoot(desk, 'desk-vote-result')
  })
  await server.stop()
})

test('the desk with its report, in the dark, and a screen whose link was renewed', async ({ browser }) => {
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))
  const made = await make(host, server.url)
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const told = await records(host, server.url, made)
  const refs = new Map(told.flatMap((record) => ('ref' in record ? [[String(record.ref), record.id] as const] : [])))
  await push(desk, made, fill(told, refs).ops, 'host')
  await desk.getByRole('tab', { name: 'Verslag' }).click()
  await expect(desk.getByRole('button', { name: 'Samenvatting als PDF' })).toBeVisible()
  await shoot(desk, 'desk-report')
  await desk.getByRole('tab', { name: 'Kaart' }).click()
  await expect(desk.getByRole('grid')).toBeVisible()
  await desk.emulateMedia({ ...still, colorScheme: 'dark' })
  await shoot(desk, 'desk-dark')
  const answer = await host.request.post(`${server.url}/api/boards/${made.boardId}/keys`, {
    data: { use: 'projector' },
    headers: { 'X-Seat': 'host', Origin: server.url },
  })
  expect(answer.ok()).toBe(true)
  await expect(screen.getByText('Dit scherm hoort niet meer bij een bord')).toBeVisible()
  await shoot(screen, 'projector-ended')
  await server.stop()
})
