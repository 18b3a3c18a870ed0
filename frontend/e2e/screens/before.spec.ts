import { mkdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { Server } from '../server'
import { dutch, make, push, records } from '../table'
import { beamer, folder, inTheRoom, laptop, phone, shoot, still } from './shoot'

/** As wide as a title gets: eighty of the widest letters. */
const wide = 'WMO-SCOOTMOBIELAANVRAAG '.repeat(4).slice(0, 80)

test('what is prepared: facts, customer, script, invitation, and the door', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await dutch(browser, still) // an invitation leads to addresses of this server alone
  const made = await make(host, server.url, { agenda: 'half', title: 'Een scootmobiel aanvragen', name: 'Vera Prins' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const board = (await records(host, server.url, made)).find((record) => record.kind === 'board')?.id
  const planned = { date: '2027-12-02', starts_at: '2027-12-02T12:00:00Z' }
  const fields = { organisation: 'Gemeente Noorderveen', place: 'Raadszaal', purpose: 'Binnen twee weken antwoord', ...planned }
  await push(desk, made, [{ op: 'set', id: board, fields }])
  await expect(desk.getByText('donderdag 2 december, 13.00 – 17.00')).toBeVisible()
  await desk.getByText(/^Zo leid je straks/).click()
  await desk.getByRole('combobox', { name: 'Draaiboek van' }).selectOption({ label: 'Stappen' })
  await expect(desk.getByText('De reis ligt op tafel')).toBeVisible()
  await shoot(desk, 'desk-draft')

  await desk.getByRole('button', { name: 'Nodig mensen uit' }).click()
  await expect(desk.getByRole('textbox', { name: 'Tekst van de uitnodiging' })).toBeVisible()
  await shoot(desk, 'invitation')
  await desk.setViewportSize(phone)
  await shoot(desk, 'invitation-phone')
  await desk.setViewportSize(laptop)
  await desk.getByRole('button', { name: 'Sluiten', exact: true }).click()
  await desk.getByRole('button', { name: /^Onze klant/ }).click()
  await expect(desk.getByLabel('Wil graag, regel 1')).toBeVisible()
  await shoot(desk, 'customer')
  await desk.keyboard.press('Escape')

  const door = await (await dutch(browser, { ...still, viewport: phone })).newPage()
  await door.goto(`${server.url}/${made.joinCode}`)
  await door.getByRole('textbox', { name: /hoe heet je/i }).fill('Dee')
  await door.getByText('Mijn afdeling staat er niet bij').click()
  await door.getByRole('textbox', { name: 'Hoe heet je afdeling?' }).fill('Inkoop')
  await shoot(door, 'door-missing-phone')
  await door.getByRole('button', { name: /naar het bord/i }).click()
  await expect(desk.getByRole('button', { name: 'Zet Inkoop erbij en laat Dee binnen' })).toBeVisible()
  await shoot(desk, 'desk-asks')
  await desk.getByRole('button', { name: 'Zet Inkoop erbij en laat Dee binnen' }).click()

  await desk.getByRole('button', { name: 'Begin de workshop' }).click()
  await expect(desk.getByText('Iedereen is binnen, weet waarom we hier zijn')).toBeVisible()
  await desk.emulateMedia({ colorScheme: 'dark' })
  await shoot(desk, 'desk-script-dark')
  await desk.emulateMedia({ colorScheme: 'light' })
  await push(desk, made, [{ op: 'set', id: board, fields: { title: wide } }])
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  await expect(screen.getByText('Inkoop').first()).toBeVisible()
  await shoot(screen, 'projector-lobby-wide')
  await server.stop()
})
