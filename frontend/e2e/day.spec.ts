import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { template } from './example'
import { test } from './server'
import { atDesk, dutch, id, push, records, seat, watch, type Guest, type Made, type Told } from './table'

const restaurant = template('restaurant')

/** Eight people; the first four score as the template's example does, the others do not know. */
const table: readonly [name: string, department: string, ref: string, row: number][] = [
  ['Mila', 'Bediening', 'bed', 0],
  ['Ruud', 'Bediening', 'bed', 1],
  ['Joris', 'Keuken', 'keu', 0],
  ['Anneke', 'Bedrijfsleiding', 'bdl', 0],
  ['Yassin', 'Bar', '', 0],
  ['Bas', 'Inkoop', '', 0],
  ['Samira', 'Bediening', '', 0],
  ['Wim', 'Keuken', '', 0],
]

/** Somebody who takes part over the wire alone: a browser of their own, on a page that draws nothing of the board. */
async function quiet(browser: Browser, url: string, made: Made, name: string, department: string, role = 'participant'): Promise<Guest> {
  const context = await dutch(browser)
  const door = await context.request.get(`${url}/api/join/${made.joinCode}`)
  const { departments } = (await door.json()) as { departments: { id: string; name: string }[] }
  const departmentId = departments.find((one) => one.name === department)?.id
  const answer = await context.request.post(`${url}/api/join/${made.joinCode}`, { data: { name, departmentId, role } })
  expect(answer.ok(), await answer.text()).toBe(true)
  const page = await context.newPage()
  await page.goto(url)
  return { name, person: ((await answer.json()) as { personId: string }).personId, context, page }
}

/** The day as whoever leads goes through it. */
class Day {
  readonly people: Guest[] = []

  constructor(
    readonly url: string,
    readonly host: BrowserContext,
    readonly desk: Page,
    readonly screen: Page,
    readonly made: Made,
  ) {}

  told = (): Promise<Told[]> => records(this.host, this.url, this.made)
  all = async (kind: string): Promise<Told[]> => (await this.told()).filter((one) => one.kind === kind)
  lead = (...ops: object[]): Promise<void> => push(this.desk, this.made, ops)
  says = (name: string, ...ops: object[]): Promise<void> =>
    push((this.people.find((one) => one.name === name) as Guest).page, this.made, ops, 'me')

  /** Goes on to the next item; everybody's agenda says so. */
  async next(title: string): Promise<void> {
    await this.desk.getByRole('button', { name: 'Volgend onderdeel', exact: true }).click()
    await expect(this.desk.locator('li[aria-current=step]')).toContainText(title)
  }

  /** A hidden round: everybody hands in what `answers` says, no file holds any of it, then all at once. */
  async round(args: object, answers: (round: string, person: number) => object[]): Promise<void> {
    const round = id('round')
    await this.lead({ op: 'act', do: 'open', id: round, args })
    for (const [i, person] of this.people.entries()) {
      const ops = answers(round, i)
      if (ops.length > 0) await push(person.page, this.made, ops, 'me')
    }
    expect(JSON.stringify(await this.told())).not.toContain(`"round_id":"${round}"`)
    await this.lead({ op: 'act', do: 'reveal', id: round })
  }

  /** The screen in the room shows it. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.screen.getByText(text).first()).toBeVisible()
  }
}

const put = (kind: string, fields: object, key = id(kind)) => ({ op: 'put', kind, id: key, fields })
const set = (key: string | undefined, fields: object) => ({ op: 'set', id: key, fields })

test('the agenda of a whole day in fast motion: eight people, a guest, an observer and a projector', async ({ browser, server }) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems, { template: 'restaurant', agenda: 'day' })
  const screen = await (await dutch(browser, { viewport: { width: 1920, height: 1080 } })).newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const day = new Day(server.url, host, desk, screen, made)
  for (const [name, department] of table)
    day.people.push(
      await (name === 'Mila'
        ? seat(browser, server.url, made, name, department, problems)
        : quiet(browser, server.url, made, name, department)),
    )
  const mila = day.people[0] as Guest
  const guest = await quiet(browser, server.url, made, 'Alex', '', 'guest')
  await quiet(browser, server.url, made, 'Petra', 'Keuken', 'observer')
  const found = (await day.all('step')) as (Told & { ref?: string })[]
  const steps = Array.from({ length: 9 }, (_, i) => found.find((one) => one.ref === `s${i + 1}`) as Told)
  const step = (number: number) => steps[number - 1]?.id
  const department = async (name: string) => (await day.all('department')).find((one) => one.fields['name'] === name)?.id
  let pain = ''
  const fix = id('fix')

  await test.step('welcome, stories, the mirror and the promise', async () => {
    await desk.getByRole('button', { name: 'Begin de workshop' }).click()
    await day.shows('10 mensen binnen')
    await day.next('Verhaalrondje')
    const story = { text: 'Een gast kreeg haar lievelingssoep', kind: 'enthusiast', teller: 'employee', step_id: step(6) }
    await day.says('Ruud', put('story', story))
    await day.shows('Een gast kreeg haar lievelingssoep')
    await day.next('Spiegel')
    await day.round({ collect: 'poll', poll: 'mirror' }, (round_id, i) => [
      put('poll_answer', { round_id, self: i === 0 ? 6 : 8, own: 7, other: 5, organisation: 6 }),
    ])
    await day.shows(/hoger/)
    await day.next('Belofte')
  })

  await test.step('the customer at the table', async () => {
    await day.next('Klant aan tafel')
    await push(guest.page, made, [put('quote', { text: 'Vraag me dan waarom ik het vraag', source: 'Alex, gast' })], 'me')
    await expect.poll(async () => (await day.all('quote')).length).toBe(2)
    await day.shows('Alex, 43')
    const talk = id('interview')
    await day.says('Ruud', put('interview', { customer_ref: 'een vaste gast', employee: 'Ruud', status: 'done' }, talk))
    const hears = (name: string, at: number, is: string) => day.says(name, set(talk, { answers: { at, was: '', is } }))
    await Promise.all([
      hears('Ruud', 1, 'Ik vroeg om iets anders'),
      hears('Joris', 2, 'Niemand wist of het kon'),
      hears('Wim', 1, 'Ik wachtte'),
    ])
    await desk.getByRole('button', { name: 'Toon op de beamer: Gesprekken', exact: true }).click()
    for (const heard of ['een vaste gast', 'Ik vroeg om iets anders', 'Niemand wist of het kon', 'Ik wachtte', '1 gesprek gevoerd'])
      await day.shows(heard)
  })

  await test.step('steps and lanes, and whose they are', async () => {
    await day.next('Stappen')
    await day.says('Mila', put('note', { text: 'Bellen kan ook', step_id: step(1) }))
    await day.next('Pauze')
    await day.next('Wie doet wat: banen')
    await day.next('Wie is hier van?')
    await day.round({ collect: 'ownership_claim', step_ids: [step(4)] }, (round_id, i) => [
      put('ownership_claim', { round_id, step_id: step(4), answer: i < 2 ? 'own' : 'not' }),
    ])
    await day.shows('Vragen om iets buiten de kaart')
  })

  await test.step('the experience', async () => {
    await day.next('Beleving en kloofgesprek')
    await day.round({ collect: 'rating' }, (round_id, i) => {
      const [, , ref, row] = table[i] as (typeof table)[number]
      const values = restaurant.demo_ratings[ref]?.[row]
      return steps.map((one, n) => put('rating', { round_id, step_id: one.id, ...(values ? { value: values[n] } : {}) }))
    })
    await day.shows(/zakt het diepst|het laagst/)
    await expect(mila.page.getByText('58%').first()).toBeVisible()
    await day.next('Lunch')
    await day.shows('Terug om')
  })

  await test.step('off the menu: 14 of 30 lamps on five of eight steps, and a mandate', async () => {
    await day.next('Lamsvlees met muntsaus')
    const yes = [2, 1, 4, 4, 3]
    const checks = ['check_fallback', 'check_ask_back', 'check_alternative', 'check_mandate', 'check_backstage_agreed', 'check_tone']
    for (const [i, many] of yes.entries()) {
      const lamps = Object.fromEntries(checks.map((check, n) => [check, n < many]))
      await day.says('Wim', put('offmenu_test', { step_id: step(i + 1), request: 'Lamsvlees met muntsaus', ...lamps }))
    }
    await day.shows('“Lamsvlees met muntsaus”')
    await day.lead(set(step(4), { exception_share: 20 }), set(step(1), { exception_share: 5 }))
    await desk.getByRole('button', { name: 'Toon op de beamer: Standaard', exact: true }).click()
    await day.shows('Bij ‘Vragen om iets buiten de kaart’ passen 20 van de 100 klanten niet in de standaard')
    const card = id('mandate')
    await day.says(
      'Mila',
      put(
        'mandate',
        {
          role: 'Bediening',
          trigger: 'een gast iets anders vraagt',
          may_do: 'het de keuken vragen',
          limit_cents: 2500,
          report_where: 'het logboek',
          review_date: '2027-03-01',
        },
        card,
      ),
    )
    await day.says('Anneke', set(card, { granted_by: 'Anneke' }))
  })

  await test.step('pains, rules and dots', async () => {
    await day.next('Verhalen en pijnpunten')
    const written = [
      { text: 'Niemand vraagt terug', step_id: step(4), severity: 5 },
      { text: 'De bon kent alleen de kaart', step_id: step(4), severity: 4 },
    ]
    await day.round({ collect: 'writing' }, (_, i) => written.slice(i, i + 1).map((fields) => put('pain', fields)))
    await day.shows('Niemand vraagt terug')
    await day.next('Paarse krokodillen')
    const [scrap, ask] = [id('rule'), id('rule')]
    await day.says(
      'Joris',
      put('rule', { text: 'Bijgerecht wisselen mag niet', origin: 'habit', technically_possible: 'yes', reason: '' }, scrap),
    )
    await day.says('Yassin', put('rule', { text: 'Alles via de kassa', origin: 'system', technically_possible: 'yes', reason: '' }, ask))
    await day.says('Anneke', set(scrap, { verdict: 'scrap', decider: 'Anneke' }))
    await day.says('Anneke', set(ask, { verdict: 'ask', decider: 'Anneke' }))
    await day.shows('Bijgerecht wisselen mag niet')
    await day.next('Stippen en onthulling')
    const pains = await day.all('pain')
    pain = pains.find((one) => one.fields['severity'] === 5)?.id ?? ''
    await day.round({ collect: 'vote', item_ids: pains.map((one) => one.id) }, (round_id) => [
      put('vote', { round_id, item_id: pain, count: 2 }),
    ])
    await day.shows('Niemand vraagt terug')
    await day.next('Pauze')
  })

  await test.step('causes, fixes, the field, who and when', async () => {
    await day.next('Waarom-ladder top 3')
    const why = id('cause')
    await day.says('Ruud', put('cause_node', { pain_id: pain, text: 'De keuken wordt nooit gevraagd' }, why))
    await day.says('Ruud', put('cause_node', { pain_id: pain, parent_id: why, text: 'We durven niet', changeable: true }))
    await day.shows('De keuken wordt nooit gevraagd')
    await day.next('Hoe kunnen we')
    await day.says('Joris', put('fix', { text: 'Iedere vraag gaat eerst naar de keuken', pain_ids: [pain] }, fix))
    await day.says('Wim', put('delight', { text: 'De kok komt zelf even langs', step_id: step(6), kind: 'attention' }))
    await day.shows('Iedere vraag gaat eerst naar de keuken')
    await day.next('Impact, moeite, plezier')
    await day.round({ collect: 'estimate', item_ids: [fix] }, (round_id, i) => [
      put('estimate', { round_id, item_id: fix, impact: 4, effort: i < 4 ? 2 : 3, fun: 4 }),
    ])
    await day.shows('Iedere vraag gaat eerst naar de keuken')
    await day.next('Wie, wat, wanneer')
    await day.says('Joris', set(fix, { owner_person: 'Joris', due_date: '2027-01-08', status: 'agreed' }))
    await day.shows('Joris')
  })

  await test.step('one number, and the end', async () => {
    await day.next('Eén klantcijfer')
    const number = id('indicator')
    const question = 'Er werd met mij meegedacht'
    await day.lead(
      put(
        'indicator',
        { name: 'Meedenken', metric: 'grade', question, scale_min: 1, scale_max: 10, target_value: 8, target_date: '2027-06-01' },
        number,
      ),
    )
    await day.says('Mila', { op: 'act', do: 'commit', id: number })
    await day.shows(question)
    await day.next('Podium en afsluiten')
    await day.round({ collect: 'poll', poll: 'checkout' }, (round_id, i) => [
      put('poll_answer', { round_id, fun: i < 4 ? 4 : 5, useful: 5 }),
    ])
    await day.shows(/nuttig/i)
  })

  await test.step('what the day came to, as it was worked out apart', async () => {
    const said = (await (await host.request.get(`${server.url}/api/boards/${made.boardId}/insights`)).json()) as Record<string, unknown>
    const floor = await department('Bediening')
    expect(said).toMatchObject({
      sharedPicture: { value: expect.closeTo(0.58333, 4) },
      readiness: { yes: 14, of: 30, tested: 5, steps: 8 },
      rules: { collected: 2, crocodiles: 2, scrapped: 1, asked: 1 },
      mirror: { n: 8, self: 7.75, own: 7, other: 5, organisation: 6, gap: 1.75, higher: 7, both: 8 },
      checkout: { n: 8, fun: 4.5, useful: 5 },
    })
    const [indicator] = await day.all('indicator')
    expect(indicator?.fields['department_commits']).toMatchObject([{ department_id: floor }])
    const [mandate] = await day.all('mandate')
    expect(mandate?.fields['granted_by']).toBe('Anneke')
    const agreed = (await day.all('fix')).find((one) => one.id === fix)
    expect(agreed?.fields).toMatchObject({ impact: 4, effort: 2.5, fun: 4 })
  })
  expect(problems).toEqual([])
})
