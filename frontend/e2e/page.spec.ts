import { expect, type Page } from '@playwright/test'
import { test } from './server'
import { atDesk, dutch, id, make, push, records, seat, type Told } from './table'

test('a stranger and somebody who was removed hear in a sentence that they cannot see the board', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)

  const stranger = await (await dutch(browser)).newPage()
  for (const path of [`/b/${made.boardId}`, `/b/${made.boardId}/host`, '/b/nobodyEverMadeThisBoard']) {
    await stranger.goto(server.url + path)
    await expect(stranger.getByRole('heading', { name: 'Je kunt niet bij dit bord' })).toBeVisible()
    await expect(stranger.getByText(/Doe mee met de code van de begeleider/)).toBeVisible()
  }
  await stranger.goto(`${server.url}/b/${made.boardId}/screen`)
  await expect(stranger.getByRole('heading', { name: 'Dit scherm hoort niet meer bij een bord' })).toBeVisible()

  await test.step('the code works where one stands', async () => {
    await stranger.goto(`${server.url}/b/${made.boardId}`)
    await stranger.getByRole('textbox', { name: 'Code van de workshop, zes tekens' }).fill(made.joinCode)
    await stranger.keyboard.press('Enter')
    await expect(stranger.getByRole('textbox', { name: /hoe heet je/i })).toBeVisible()
  })

  await test.step('a seat that ended while the page was away', async () => {
    const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)).page
    await expect(mila.getByText('Alles opgeslagen')).toBeVisible()
    await server.kill()
    await expect(mila.getByText(/Geen verbinding/)).toBeVisible()
    await mila.getByRole('grid').getByText('Noodnummer bellen').click()
    await mila.keyboard.press('End')
    await mila.keyboard.type(' langs de weg')
    await mila.keyboard.press('Enter')
    await mila.context().clearCookies()
    await server.start()
    await expect(mila.getByRole('heading', { name: 'Je kunt niet bij dit bord' })).toBeVisible()
    // What she typed is not on the board, and not gone.
    await expect(mila.getByRole('region', { name: /Dit typte je/ })).toContainText('Noodnummer bellen langs de weg')
  })
  expect(problems).toEqual([])
})

test('a new phase takes the whole name one types, and then a step', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)).page
  const joris = (await seat(browser, server.url, made, 'Joris', 'Schadeafdeling', problems)).page

  await mila.getByRole('button', { name: 'Fase', exact: true }).click()
  await expect(mila.locator('textarea:focus')).toBeVisible()
  await mila.keyboard.type('Terugkijken', { delay: 60 })
  await expect(mila.locator('textarea:focus')).toHaveValue('Terugkijken')
  await mila.keyboard.press('Enter')
  await expect(joris.getByRole('columnheader').getByText('Terugkijken', { exact: true })).toHaveCount(1)

  await mila.getByRole('button', { name: 'Stap toevoegen in Terugkijken' }).click()
  await expect(mila.locator('textarea:focus')).toBeVisible()
  await mila.keyboard.type('Vragen hoe het ging', { delay: 20 })
  await mila.keyboard.press('Enter')
  await mila.keyboard.press('Escape')
  await expect(joris.getByRole('grid').getByText('Vragen hoe het ging')).toHaveCount(1)
  const told = await records(host, server.url, made)
  const phase = told.find((record) => record.fields['title'] === 'Terugkijken')
  expect(told.find((record) => record.fields['title'] === 'Vragen hoe het ging')?.fields['phase_id']).toBe(phase?.id)
  expect(problems).toEqual([])
})

test('M10: a front cell, a step with cards and a phase go while the map is open, and no page breaks', async ({ browser, server }) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const ann = await seat(browser, server.url, made, 'Ann', 'Klantcontact', problems)
  const told = await records(host, server.url, made)
  const steps = told.filter((record) => record.kind === 'step')
  const second = steps[1] as Told
  const phase = told.find((record) => record.kind === 'phase' && record.id === steps[0]?.fields['phase_id']) as Told
  const front = told.find((record) => record.kind === 'cell' && record.fields['lane'] === 'front') as Told
  const title = (step: Told | undefined, page: Page) => page.getByText(String(step?.fields['title']), { exact: true }).first()
  await push(desk, made, [{ op: 'put', kind: 'note', id: id('note'), fields: { text: 'Blijft niet', step_id: second.id } }])
  for (const page of [desk, ann.page]) await expect(page.getByText('Blijft niet').first()).toBeAttached()
  // One writes on a card, the other has the details of the step open; then both stand in a cell that goes.
  await ann.page.getByText('Blijft niet').first().click()
  await desk.getByRole('button', { name: /^Open stap 2:/ }).click()
  for (const gone of [front, second, phase]) {
    await push(desk, made, [{ op: 'del', id: gone.id }])
    await expect.poll(async () => (await records(host, server.url, made)).some((record) => record.id === gone.id)).toBe(false)
  }
  for (const page of [desk, ann.page]) {
    await expect(page.getByText('Blijft niet')).toHaveCount(0)
    await expect(title(steps[0], page)).toHaveCount(0)
  }
  expect(problems).toEqual([])
})
