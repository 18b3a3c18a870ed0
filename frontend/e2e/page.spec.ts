import { expect } from '@playwright/test'
import { test } from './server'
import { dutch, make, records, seat } from './table'

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
