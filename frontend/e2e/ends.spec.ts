import { expect } from '@playwright/test'
import { test } from './server'
import { dutch, join, make, records, watch } from './table'

/** The first Thursday that is at least two days away, as a date field takes it. */
function nextThursday(): string {
  const day = new Date(Date.now() + 2 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((4 - day.getUTCDay() + 7) % 7))
  return day.toISOString().slice(0, 10)
}

test('an own journey is prepared from a blank board, held, closed and opened again', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url, { template: 'blank', title: '', name: '' })
  const desk = await host.newPage()
  watch(desk, problems)
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const told = () => records(host, server.url, made)
  const board = async () => (await told()).find((record) => record.kind === 'board')?.fields ?? {}
  const date = nextThursday()

  await desk.getByRole('button', { name: /Verander titel, datum en plaats/ }).click()
  const facts = desk.getByRole('dialog', { name: 'Deze workshop' })
  await facts.getByLabel('Titel').fill('Een scootmobiel aanvragen')
  await facts.getByLabel('Organisatie').fill('Gemeente Noorderveen')
  await facts.getByLabel('Waar').fill('Raadszaal')
  await facts.getByLabel('Doel').fill('Binnen twee weken antwoord')
  await facts.getByLabel('Wie begeleidt').fill('Vera Prins')
  await facts.getByLabel('Datum').fill(date)
  await facts.getByLabel('Datum').blur()
  await facts.getByLabel('Begin', { exact: true }).fill('13:00')
  await facts.getByLabel('Begin', { exact: true }).blur()
  await expect(facts.getByText(/Met deze agenda klaar om 15.00/)).toBeVisible()
  await facts.getByRole('button', { name: 'Klaar', exact: true }).click()
  await expect
    .poll(board)
    .toMatchObject({ title: 'Een scootmobiel aanvragen', organisation: 'Gemeente Noorderveen', place: 'Raadszaal', date })
  await expect(desk.getByRole('complementary', { name: 'Agenda' }).getByText('13.00')).toBeVisible()

  await desk.getByRole('button', { name: '2 afdelingen' }).click()
  const sheet = desk.getByRole('dialog', { name: 'Wie zitten er aan tafel?' })
  await sheet.getByRole('textbox', { name: 'Naam van afdeling 1' }).fill('Wmo-loket')
  await sheet.getByRole('textbox', { name: 'Naam van afdeling 1' }).blur()
  await expect(sheet.getByRole('textbox', { name: 'Code van Wmo-loket' })).toHaveValue('WL')
  for (const name of ['Klantcontact', 'Inkoop', 'Leverancier', 'Financiën']) {
    await sheet.getByRole('textbox', { name: 'Afdeling toevoegen' }).fill(name)
    await sheet.getByRole('button', { name: 'Afdeling toevoegen' }).click()
    await expect(sheet.getByRole('textbox', { name: `Code van ${name}` })).toHaveValue(name.slice(0, 3).normalize('NFD').toUpperCase())
  }
  await sheet.getByRole('textbox', { name: 'Code van Inkoop' }).fill('KLA')
  await sheet.getByRole('textbox', { name: 'Code van Inkoop' }).blur()
  await expect(sheet.getByRole('alert')).toHaveText('KLA is al de code van Klantcontact.')
  await sheet.getByRole('button', { name: 'Haal Inkoop weg' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Code van Inkoop' })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()

  const ann = await join(browser, server.url, made, 'Ann', 'Klantcontact', problems)
  await desk.getByRole('button', { name: '5 afdelingen' }).click()
  await sheet.getByRole('button', { name: 'Haal Klantcontact weg' }).click()
  await expect(sheet.getByRole('alert')).toContainText('Klantcontact heeft iemand aan tafel')
  await sheet.getByRole('combobox', { name: 'Voeg samen met' }).selectOption({ label: 'Wmo-loket' })
  await sheet.getByRole('button', { name: 'Voeg samen', exact: true }).click()
  await expect(sheet.getByRole('textbox', { name: 'Code van Klantcontact' })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()

  await desk.getByRole('button', { name: 'Pas de agenda aan' }).click()
  const plan = desk.getByRole('dialog', { name: 'Pas de agenda aan' })
  for (const name of ['Lunchwandeling', 'Foto met z’n allen']) {
    await plan.getByRole('combobox', { name: 'Onderdeel toevoegen' }).selectOption({ label: 'Eigen onderdeel' })
    await plan.getByRole('textbox', { name: 'Naam van Eigen onderdeel' }).fill(name)
    await plan.getByRole('textbox', { name: 'Naam van Eigen onderdeel' }).blur()
    await expect(plan.getByRole('textbox', { name: `Naam van ${name}` })).toBeVisible()
  }
  const names = () => plan.getByRole('textbox').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  expect((await names()).slice(-3)).toEqual(['Lunchwandeling', 'Foto met z’n allen', 'Podium en afsluiten'])
  await plan.getByRole('button', { name: 'Haal Foto met z’n allen uit de agenda' }).click()
  await plan.getByRole('button', { name: 'Zet Lunchwandeling hoger' }).click()
  await expect.poll(async () => (await names()).slice(-3)).toEqual(['Lunchwandeling', 'Eén klantcijfer', 'Podium en afsluiten'])
  await plan.getByRole('button', { name: 'Klaar', exact: true }).click()
  await expect.poll(async () => (await told()).filter((record) => record.kind === 'agenda_item').length).toBe(13)

  await desk.getByRole('button', { name: 'Begin de workshop' }).click()
  await expect(desk.getByRole('heading', { name: 'Voorbereiden' })).toHaveCount(0)
  await desk.getByRole('button', { name: 'Start: Podium en afsluiten' }).click()
  await desk.getByRole('button', { name: 'Ja, begin' }).click()
  await expect(desk.locator('li[aria-current=step]')).toContainText('Podium en afsluiten')
  await desk.getByRole('button', { name: 'Rond af' }).click()
  await expect(desk.getByRole('heading', { name: 'De workshop is afgerond' })).toBeVisible()
  await expect.poll(board).toMatchObject({ status: 'closed', map_locked: true })
  await expect(desk.getByRole('button', { name: 'Volgend onderdeel' })).toHaveCount(0)
  const report = await (await host.request.get(`${server.url}/api/boards/${made.boardId}/report?lang=nl`)).text()
  for (const text of ['Een scootmobiel aanvragen', 'Gemeente Noorderveen', 'Raadszaal', 'Vera Prins']) expect(report).toContain(text)
  await desk.getByRole('button', { name: 'Open de workshop weer' }).click()
  await expect.poll(board).toMatchObject({ status: 'paused', map_locked: false })
  await ann.context.close()
  expect(problems).toEqual([])
})
