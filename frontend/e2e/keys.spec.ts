import { expect, type Locator, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { dutch, id, make, push, records, seat } from './table'

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let i = 0; i < 150; i++) {
    if (await wanted.evaluate((found) => found === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never comes by ' + wanted.toString())
}

async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

async function clean(page: Page): Promise<void> {
  expect.soft(await findings(page)).toEqual([])
}

test('the map by keyboard alone: walk, carry, open, take away, take back', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const { page } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const named = (title: string) => page.locator('[data-stop=head]').filter({ hasText: title })
  const [first, second] = ['Noodnummer bellen', 'Schadeformulier invullen']

  await named(first).focus()
  await page.keyboard.press('ArrowRight')
  await expect(named(second)).toBeFocused()
  await expect(page.locator('[role=grid] [tabindex="0"][data-stop]')).toHaveCount(1)
  await page.keyboard.press('Home')
  await expect(named(first)).toBeFocused()

  await page.keyboard.press('o')
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible()
  await page.keyboard.press('Escape')

  await named(first).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Bellen duurt lang')
  await page.keyboard.press('Escape')
  const note = page.locator('[data-stop=notes][data-kind=note]').filter({ hasText: 'Bellen duurt lang' })
  await expect(note).toBeVisible()
  const at = async () => (await records(host, server.url, made)).find((record) => record.kind === 'note')?.fields['step_id']
  const from = (await records(host, server.url, made)).find((record) => record.fields['title'] === first)?.id
  await expect.poll(at).toBe(from)
  await note.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(at).not.toBe(from)
  await expect(note).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(note).toBeVisible()
  expect(problems).toEqual([])
})

test('vote, reveal and a fix by keyboard alone', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser, { reducedMotion: 'reduce' })
  const made = await make(host, server.url)
  const { page: mila, context, person } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  await mila.emulateMedia({ reducedMotion: 'reduce' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const step = (await records(host, server.url, made)).find((record) => record.kind === 'step')?.id
  const pains = ['Negen dagen stilte', 'Vier keer hetzelfde verhaal']
  await push(
    mila,
    made,
    pains.map((text) => ({ op: 'put', kind: 'pain', id: id('pain'), fields: { text: `${text} vertellen`, step_id: step } })),
    'me',
  )

  await test.step('the facilitator opens the vote', () => press(desk, desk.getByRole('button', { name: 'Open de stemronde' })))
  await test.step('a participant gives dots, takes one back, and is ready', async () => {
    const add = mila.getByRole('button', { name: `Geef een stip aan: ${pains[0]} vertellen` })
    await press(mila, add)
    await press(mila, mila.getByRole('button', { name: `Geef een stip aan: ${pains[1]} vertellen` }), ' ')
    await expect(mila.getByText('Nog 1 stip')).toBeVisible()
    await mila.keyboard.press('Shift+Tab')
    await mila.keyboard.press('Enter')
    await expect(mila.getByText('Nog 2 stippen')).toBeVisible()
    await clean(mila)
    await press(mila, mila.getByRole('button', { name: 'Ik ben klaar' }))
    await expect(mila.getByRole('button', { name: 'Toch nog niet klaar' })).toBeFocused()
  })
  await test.step('the facilitator reveals with the key, pressed twice', async () => {
    await desk.keyboard.press('r')
    await desk.keyboard.press('r')
    await expect(mila.getByRole('row').nth(1)).toContainText(pains[0] ?? '')
    await clean(desk)
    await clean(mila)
  })
  await test.step('a fix gets a pain, an owner and a date', async () => {
    const tabs = mila.getByRole('tab')
    await tabTo(mila, mila.getByRole('tab', { selected: true }))
    for (let i = 0; i < (await tabs.count()); i++) {
      if (await mila.getByRole('tab', { name: /Oplossingen/ }).evaluate((tab) => tab === document.activeElement)) break
      await mila.keyboard.press('ArrowRight')
    }
    await mila.keyboard.press('Enter')
    await tabTo(mila, mila.getByRole('textbox', { name: 'Oplossing', exact: true }))
    await mila.keyboard.type('Bel elke twee dagen')
    await tabTo(mila, mila.getByRole('combobox', { name: 'Voor welk pijnpunt?' }))
    await mila.keyboard.type('Negen')
    await press(mila, mila.getByRole('button', { name: 'Zet op de lijst' }))
    const row = mila.getByRole('group', { name: /Wijzig: Bel elke/ })
    await tabTo(mila, row.getByRole('combobox', { name: 'Eigenaar' }))
    await mila.keyboard.type('Mila')
    await tabTo(mila, row.getByLabel('Datum', { exact: true }))
    await mila.keyboard.type('12122026') // whichever of day and month this browser puts first
    await clean(mila)
    await press(mila, row.getByRole('button', { name: 'Afspreken' }))
    const fix = async () => (await records(context, server.url, made)).find((record) => record.kind === 'fix')?.fields
    await expect
      .poll(fix)
      .toMatchObject({ text: 'Bel elke twee dagen', owner_participant_id: person, due_date: '2026-12-12', status: 'agreed' })
    expect((await fix())?.['pain_ids']).toHaveLength(1)
  })
  expect(problems).toEqual([])
})
