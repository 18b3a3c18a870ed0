import { expect, type Page } from '@playwright/test'
import { pains, template } from './example'
import { test } from './server'
import { dutch, heard, id, make, push, records, reveal, seat, watch, welcomed, type Guest, type Made, type Told } from './table'

const lease = template('lease')

/** Eight people; the first six score as the template's example does, the last two do not know. */
const table: readonly [name: string, department: string, ref: string, row: number][] = [
  ['Mila', 'Klantcontact', 'kco', 0],
  ['Ruud', 'Klantcontact', 'kco', 1],
  ['Joris', 'Schadeafdeling', 'sch', 0],
  ['Anneke', 'Schadeafdeling', 'sch', 1],
  ['Yassin', 'Vervangend vervoer', 'vvv', 0],
  ['Bas', 'Facturatie', 'fac', 0],
  ['Samira', 'Alarmcentrale', '', 0],
  ['Wim', 'Herstelbedrijf', '', 0],
]

class Session {
  readonly guests: Guest[] = []

  constructor(
    readonly desk: Page,
    readonly screen: Page,
    readonly made: Made,
    readonly told: () => Promise<Told[]>,
  ) {}

  /** Goes on to the next item and waits until the projector names it. */
  async next(title: string): Promise<void> {
    await this.desk.getByRole('button', { name: 'Volgend onderdeel', exact: true }).click()
    await expect(this.desk.locator('li[aria-current=step]')).toContainText(title)
  }

  async open(button: string): Promise<string> {
    await this.desk.getByRole('button', { name: button, exact: true }).click()
    const round = async () => (await this.told()).find((record) => record.kind === 'round' && record.fields['state'] === 'open')?.id ?? ''
    await expect.poll(round).not.toBe('')
    return round()
  }

  /** Every screen heard the same insights for the same number, and the newest number reached them all. */
  async hearTheSame(part: string): Promise<void> {
    const pages = [this.desk, this.screen, ...this.guests.map((guest) => guest.page)]
    const newest = () => pages.map((page) => Math.max(0, ...heard(page).keys()))
    await expect.poll(() => new Set(newest()).size).toBe(1)
    const [seq = 0] = newest()
    const texts = new Set(pages.map((page) => heard(page).get(seq)))
    expect(texts.size, `screens that differ at ${String(seq)}`).toBe(1)
    expect(Object.keys(JSON.parse([...texts][0] ?? '{}') as object)).toContain(part)
  }

  /** Everybody hands in what `answers` says and reports ready. */
  async answer(round: string, answers: (guest: number) => object[]): Promise<void> {
    for (const [i, guest] of this.guests.entries())
      await push(guest.page, this.made, [...answers(i), { op: 'act', do: 'ready', id: round }], 'me')
    await expect(this.screen.getByText('van 8 klaar')).toBeVisible()
  }
}

test('the two-hour agenda in fast motion: eight browsers and a projector', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const told = () => records(host, server.url, made)
  const desk = await host.newPage()
  watch(desk, problems)
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 } })).newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const session = new Session(desk, screen, made, told)
  for (const [name, department] of table) session.guests.push(await seat(browser, server.url, made, name, department, problems))
  const steps = (await told()).filter((record) => record.kind === 'step')
  const byRef = new Map(steps.map((step) => [String((step as Told & { ref?: string }).ref), step.id]))
  const stepIds = Array.from({ length: 11 }, (_, i) => byRef.get(`s${i + 1}`) ?? '')

  await test.step('welcome and persona', async () => {
    await desk.getByRole('button', { name: 'Begin de workshop' }).click()
    await expect(screen.getByText('8 mensen binnen')).toBeVisible()
    await session.next('Klant aan tafel')
    await expect(screen.getByText('Wil graag')).toBeVisible()
  })

  await test.step('steps: open for steps, closed for pains', async () => {
    await session.next('Stappen')
    await push(
      session.guests[0]?.page as Page,
      made,
      [{ op: 'put', kind: 'note', id: id('note'), fields: { text: 'Bellen duurt lang', step_id: stepIds[2] } }],
      'me',
    )
    await expect(
      push(
        session.guests[0]?.page as Page,
        made,
        [{ op: 'put', kind: 'pain', id: id('pain'), fields: { text: 'Nog niet aan de beurt', step_id: stepIds[2] } }],
        'me',
      ),
    ).rejects.toThrow(/locked/)
  })

  await test.step('ownership: hidden, then who points at whom', async () => {
    await session.next('Wie is hier van?')
    const round = await session.open('Open: wie is hier van?')
    await session.answer(round, () =>
      stepIds.slice(8, 9).map((step) => ({
        op: 'put',
        kind: 'ownership_claim',
        id: id('claim'),
        fields: { round_id: round, step_id: step, answer: 'not' },
      })),
    )
    await reveal(desk)
    await expect(session.guests[0]?.page.getByText('Van niemand').first() as ReturnType<Page['getByText']>).toBeVisible()
  })

  const rate =
    (round: string, change = 0) =>
    (guest: number) => {
      const [, , ref, row] = table[guest] as (typeof table)[number]
      const values = lease.demo_ratings[ref]?.[row]
      return stepIds.map((step, i) => ({
        op: 'put',
        kind: 'rating',
        id: id('rating'),
        fields: { round_id: round, step_id: step, ...(values ? { value: Math.max(-2, Math.min(2, (values[i] ?? 0) + change)) } : {}) },
      }))
    }

  await test.step('rating: nobody sees a value, one reveal shows the same number everywhere', async () => {
    await session.next('Beleving en kloofgesprek')
    const round = await session.open('Open de scoreronde')
    await expect(screen.getByText('Hoe beleeft Sanne deze stap?')).toBeVisible()
    await session.answer(round, rate(round))
    expect((await told()).filter((record) => record.kind === 'rating')).toEqual([])
    await reveal(desk)
    const shared = `${Math.round(lease.expected.demo_shared_picture)}%`
    for (const guest of session.guests) await expect(guest.page.getByText(shared)).toBeVisible()
    await expect(screen.getByText('Sanne zakt het diepst bij')).toBeVisible()
    await session.hearTheSame('sharedPicture')
  })

  await test.step('gap talk and rating again: before and after', async () => {
    await desk.getByRole('button', { name: 'Opnieuw scoren' }).click()
    const round = async () => (await told()).find((record) => record.kind === 'round' && record.fields['state'] === 'open')
    await expect.poll(async () => (await round())?.id ?? '').not.toBe('')
    const again = (await round()) as Told
    const asked = again.fields['step_ids'] as string[]
    await session.answer(again.id, (guest) =>
      guest < 6
        ? asked.map((step) => ({ op: 'put', kind: 'rating', id: id('rating'), fields: { round_id: again.id, step_id: step, value: -1 } }))
        : [],
    )
    await reveal(desk)
    await expect(session.guests[0]?.page.getByText('Eerst en nu') as ReturnType<Page['getByText']>).toBeVisible()
  })

  await test.step('break, then pains: alone, in pairs, in fours, and all at once', async () => {
    await session.next('Pauze')
    await expect(screen.getByText('Terug om')).toBeVisible()
    await session.next('Verhalen en pijnpunten')
    const round = await session.open('Begin alleen schrijven')
    await session.answer(round, (guest) => {
      const pain = pains[guest]
      return pain
        ? [{ op: 'put', kind: 'pain', id: id('pain'), fields: { text: pain.text, step_id: byRef.get(pain.step), severity: pain.severity } }]
        : []
    })
    expect((await told()).filter((record) => record.kind === 'pain')).toEqual([])
    const cards = (guest: Guest) => guest.page.getByRole('textbox', { name: 'Pas aan:' })
    for (const guest of session.guests) await expect(cards(guest)).toHaveCount(1)
    await desk.getByRole('button', { name: 'Naar tweetallen' }).click()
    for (const guest of session.guests) {
      await expect(guest.page.getByRole('heading', { name: 'Nu met z’n tweeën' })).toBeVisible()
      await expect(cards(guest)).toHaveCount(2)
    }
    const first = session.guests[0] as Guest
    const pair = (await welcomed(desk, made)).find(
      (record) => record.kind === 'subgroup' && (record.fields['person_ids'] as string[]).includes(first.person),
    )
    const mate = session.guests.find(
      (guest) => guest.person !== first.person && (pair?.fields['person_ids'] as string[]).includes(guest.person),
    ) as Guest
    await expect(first.page.getByText(mate.name, { exact: true })).toBeVisible()
    const card = mate.page.getByRole('textbox', { name: `Pas aan: ${pains[0]?.text}` })
    await card.press('End')
    await card.pressSequentially(', zegt Sanne')
    await expect(first.page.getByRole('textbox', { name: `Pas aan: ${pains[0]?.text}` })).toHaveValue(`${pains[0]?.text}, zegt Sanne`)
    await desk.getByRole('button', { name: 'Naar viertallen' }).click()
    for (const guest of session.guests) await expect(cards(guest)).toHaveCount(4)
    expect((await told()).filter((record) => record.kind === 'pain')).toEqual([])
    await expect(desk.getByText('zegt Sanne')).toHaveCount(0)
    await expect(screen.getByText('zegt Sanne')).toHaveCount(0)
    await reveal(desk)
    await expect.poll(async () => (await told()).filter((record) => record.kind === 'pain').length).toBe(8)
    expect((await told()).filter((record) => record.kind === 'pain' && 'by' in record)).toEqual([])
  })

  const painId = async (text: string) =>
    (await told()).find((record) => record.kind === 'pain' && String(record.fields['text']).startsWith(text))?.id ?? ''

  await test.step('merge, vote, reveal', async () => {
    await push(desk, made, [
      { op: 'act', do: 'merge', id: await painId(pains[7]?.text ?? ''), args: { into: await painId(pains[0]?.text ?? '') } },
    ])
    await session.next('Stippen en onthulling')
    const round = await session.open('Open de stemronde')
    const top = await painId(pains[0]?.text ?? '')
    await session.answer(round, () => [{ op: 'put', kind: 'vote', id: id('vote'), fields: { round_id: round, item_id: top, count: 2 } }])
    await reveal(desk)
    for (const guest of session.guests) await expect(guest.page.getByText('Ruw en eerlijk wijzen hetzelfde aan')).toBeVisible()
    await expect(screen.getByText('Ruw en eerlijk wijzen hetzelfde aan')).toBeVisible()
    await session.hearTheSame('votes')
  })

  await test.step('fixes and close', async () => {
    await session.next('Hoe kunnen we')
    const fix = {
      op: 'put',
      kind: 'fix',
      id: id('fix'),
      fields: {
        text: 'Wijs één behandelaar aan',
        pain_ids: [await painId(pains[0]?.text ?? '')],
        owner_person: 'Joris',
        due_date: '2027-01-08',
        status: 'agreed',
      },
    }
    await push(session.guests[2]?.page as Page, made, [fix], 'me')
    await expect(screen.getByText('Wijs één behandelaar aan')).toBeVisible()
    await session.next('Wie, wat, wanneer')
    await session.next('Eén klantcijfer')
    await session.next('Podium en afsluiten')
    await expect(screen.getByText('Wat doe jij maandag anders?')).toBeVisible()
  })

  expect(problems).toEqual([])
})
