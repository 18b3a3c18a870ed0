import { readFileSync, writeFileSync } from 'node:fs'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { findings } from './axe'
import { finger, keys, type Hands } from './hands'
import { Office } from './proxy'
import { test, type Server } from './server'
import { dutch, id, make, push, records, watch, type Made } from './table'

const aloud = new URL('../../docs/aloud.md', import.meta.url)

/** Hears a moment of a page, as somebody who does not see it. */
type Hear = (moment: string, page: Page) => Promise<void>

interface Job {
  hands: Hands
  /** Who does the job, on the page they joined from. */
  page: Page
  context: BrowserContext
  /** Who leads. */
  desk: Page
  /** A page of theirs with a websocket, for what they do by program. */
  program: Page
  made: Made
  /** Where they find the server. */
  url: string
  hear: Hear
}

async function clean(page: Page): Promise<void> {
  expect.soft(await findings(page)).toEqual([])
}

/** What a participant does in a workshop, from the door to an agreed fix. */
async function mainJob({ hands, page, context, desk, program, made, url, hear }: Job): Promise<void> {
  const told = () => records(context, url, made)
  const pains = ['Vier keer hetzelfde verhaal vertellen', 'Negen dagen stilte']

  await test.step('joins with a name and a department', async () => {
    await page.goto(`${url}/${made.joinCode}`)
    await expect(page.getByRole('textbox', { name: /hoe heet je/i })).toBeVisible()
    await hear('De deur', page)
    await hands.write(page, page.getByRole('textbox', { name: /hoe heet je/i }), 'Mila')
    await hands.choose(page, page.getByRole('radio', { name: 'Klantcontact' }))
    await hands.press(page, page.getByRole('button', { name: /naar het bord/i }))
    await page.waitForURL(/\/b\//)
  })
  const all = await told()
  const steps = ['Noodnummer bellen', 'Wachten op bericht'].map((title) => all.find((one) => one.fields['title'] === title))
  await test.step('writes a pain', async () => {
    await hands.pain(page, 'Noodnummer bellen', pains[0] ?? '')
    await expect.poll(async () => (await told()).filter((one) => one.kind === 'pain').length).toBe(1)
    await push(program, made, [{ op: 'put', kind: 'pain', id: id('pain'), fields: { text: pains[1], step_id: steps[1]?.id } }])
  })
  await test.step('scores two steps', async () => {
    const round = id('rating')
    const asked = steps.map((step) => step?.id)
    await push(program, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'rating', step_ids: asked } }])
    await hands.choose(page, page.getByRole('radio', { name: 'teleurgesteld' }))
    await expect(page.getByText('0 van 1 klaar')).toBeVisible()
    await hear('Scoren', page)
    await clean(page)
    await hands.press(page, page.getByRole('button', { name: 'Volgende stap' }))
    await hands.choose(page, page.getByRole('radio', { name: 'tevreden' }))
    await hands.press(page, page.getByRole('button', { name: 'Ik ben klaar' }))
    await expect(page.getByRole('button', { name: 'Toch nog niet klaar' })).toBeVisible()
    await push(program, made, [{ op: 'act', do: 'reveal', id: round }])
    await expect(page.getByRole('button', { name: 'Toch nog niet klaar' })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Zo beleeft Sanne de reis' })).toBeVisible()
    await hear('De lijn', page)
  })
  await test.step('gives dots, takes one back, and is ready', async () => {
    await hands.menu(desk, desk.getByRole('button', { name: 'Andere ronde openen' }), 'Open de stemronde')
    await hands.press(page, page.getByRole('button', { name: `Geef een stip aan: ${pains[0]}` }))
    await hands.press(page, page.getByRole('button', { name: `Geef een stip aan: ${pains[1]}` }))
    await expect(page.getByText('Nog 1 stip')).toBeVisible()
    await hands.press(page, page.getByRole('button', { name: `Haal een stip weg bij: ${pains[1]}` }))
    await expect(page.getByText('Nog 2 stippen')).toBeVisible()
    await expect(page.getByText('Je stippen zijn bewaard')).toBeVisible()
    await expect(page.getByText('0 van 1 klaar')).toBeVisible()
    await hear('Stemmen', page)
    await clean(page)
    await hands.press(page, page.getByRole('button', { name: 'Ik ben klaar' }))
    await expect(page.getByRole('button', { name: 'Toch nog niet klaar' })).toBeVisible()
  })
  await test.step('sees what came of it, when it is revealed', async () => {
    await desk.keyboard.press('r')
    await desk.keyboard.press('r')
    await expect(page.getByRole('row').nth(1)).toContainText(pains[0] ?? '')
    // “Ik ben klaar” had the focus and went: it goes on at the top of the result.
    await expect(page.locator('#board-view')).toBeFocused()
    await hear('De uitslag', page)
    await clean(page)
  })
  await test.step('makes a fix for a pain, with an owner and a date', async () => {
    await hands.turnTo(page, /Oplossingen/)
    await hands.write(page, page.getByRole('textbox', { name: 'Oplossing', exact: true }), 'Bel elke twee dagen')
    await hands.pick(page, page.getByRole('combobox', { name: 'Voor welk pijnpunt?' }), 'Negen')
    await hands.press(page, page.getByRole('button', { name: 'Zet op de lijst' }))
    const row = page.getByRole('group', { name: /Wijzig: Bel elke/ })
    await hands.pick(page, row.getByRole('combobox', { name: 'Eigenaar' }), 'Mila')
    await hands.day(page, row.getByLabel('Datum', { exact: true }), '2026-12-12')
    await clean(page)
    await hands.press(page, row.getByRole('button', { name: 'Afspreken' }))
    const fix = async () => (await told()).find((one) => one.kind === 'fix')?.fields
    await expect.poll(fix).toMatchObject({ text: 'Bel elke twee dagen', due_date: '2026-12-12', status: 'agreed' })
    expect((await fix())?.['pain_ids']).toHaveLength(1)
    expect((await fix())?.['owner_participant_id']).toBeTruthy()
  })
}

test('the main job by keyboard alone, and what is read aloud meanwhile', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const context = await dutch(browser, { reducedMotion: 'reduce' })
  const page = await context.newPage()
  watch(page, problems)
  const moments: string[] = []
  const hear: Hear = async (moment, heard) => {
    const tree = await heard.locator('main').ariaSnapshot()
    moments.push(`## ${moment}\n\n\`\`\`yaml\n${steady(tree, made)}\n\`\`\`\n`)
  }
  await mainJob({ hands: keys, page, context, desk, program: desk, made, url: server.url, hear })
  expect(problems).toEqual([])
  const said = `${intro}\n${moments.join('\n')}`
  if (process.env['ALOUD']) writeFileSync(aloud, said)
  expect(readFileSync(aloud, 'utf8'), 'docs/aloud.md is made by this test: ALOUD=1 npx playwright test e2e/job.spec.ts').toBe(said)
})

/** The ways a page can go, what stands between it and the server for that, and in which form what comes down then arrives. */
const ways = [
  { way: 'websocket', between: undefined, form: undefined },
  { way: 'event stream', between: (server: Server) => Office.cutting(server), form: 'text/event-stream' },
  { way: 'long polling', between: (server: Server) => Office.holding(server), form: 'application/json' },
] as const

for (const { way, between, form } of ways)
  test(`the main job with a finger, on a phone, by ${way}`, async ({ browser, server }) => {
    const problems: string[] = []
    const office = await between?.(server)
    const url = office?.url ?? server.url
    const host = await dutch(browser)
    const made = await make(host, url)
    const desk = await host.newPage()
    await desk.goto(`${url}/b/${made.boardId}/host`)
    const program = office ? await host.newPage() : desk
    if (office) await program.goto(server.url)
    const context = await dutch(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' })
    const page = await context.newPage()
    watch(page, problems)
    const forms = new Set<string | undefined>()
    for (const one of [page, desk])
      one.on('response', (answer) => answer.url().includes('/live/down') && forms.add(answer.headers()['content-type']))
    const shots = process.env['SHOTS']
    let shot = 0
    const hear: Hear = async (_, seen) => {
      const wide = await seen.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(wide, 'no sideways scroll').toBeLessThanOrEqual(390)
      if (shots) await seen.screenshot({ path: `${shots}/phone-${++shot}.png` })
    }
    await mainJob({ hands: finger, page, context, desk, program, made, url, hear })
    expect(problems).toEqual([])
    expect([...forms].at(-1)).toBe(form)
    office?.close()
  })

/** The same on every day and for everybody: code, day, and the order of cards that each person has their own of. */
function steady(tree: string, made: Made): string {
  const code = `${made.joinCode.slice(0, 3)} ${made.joinCode.slice(3)}`
  const text = tree.replaceAll(code, 'ABC 123').replace(/[a-z]+dag \d+ [a-z]+/g, 'donderdag 3 december')
  const cards = / {8}- listitem:\n(?: {10}.*\n)+/g
  const sorted = [...text.matchAll(cards)].map(([card]) => card).sort()
  return text.replace(cards, () => sorted.shift() ?? '')
}

const intro = `# Read aloud

What a screen reader has of the main part of a page, moment by moment, while a participant joins, scores, votes and sees the result by
keyboard alone (\`frontend/e2e/job.spec.ts\` writes it down). Names and texts are those of the example.
`
