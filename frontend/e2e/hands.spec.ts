import { expect } from '@playwright/test'
import { test } from './server'
import { atDesk, id, push, records, seat, type Told } from './table'

test('many hands: nothing half written is lost, what was deleted comes back, and nobody waits for who is away', async ({
  browser,
  server,
}) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const ann = await seat(browser, server.url, made, 'Ann', 'Klantcontact', problems)
  const bas = await seat(browser, server.url, made, 'Bas', 'Facturatie', problems)
  const told = () => records(host, server.url, made)
  const all = await told()
  const steps = all
    .filter((one) => one.kind === 'phase')
    .flatMap((phase) => all.filter((one) => one.kind === 'step' && one.fields['phase_id'] === phase.id)) as [Told, Told, Told, ...Told[]]
  const shots = process.env['SHOTS']

  await test.step('M9: a phone writes at a step that goes', async () => {
    const phone = bas.page
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.getByRole('button', { name: 'volgende' }).click()
    await expect(phone.getByText(`stap 2 van ${steps.length}`)).toBeVisible()
    await phone.getByRole('button', { name: 'Pijn', exact: true }).click()
    const sheet = phone.getByRole('dialog', { name: 'Pijnpunt' })
    await sheet.getByRole('textbox').fill('Niemand weet hoe lang het duurt')
    await push(desk, made, [{ op: 'del', id: steps[1].id }])
    await expect(sheet.getByRole('alert')).toContainText('Deze stap is net weggehaald')
    await expect(sheet.getByRole('button', { name: 'Zet op het bord' })).toBeDisabled()
    await expect(sheet.getByRole('textbox')).toHaveValue('Niemand weet hoe lang het duurt')
    if (shots) await phone.screenshot({ path: `${shots}/step-gone.png` })
    await phone.reload()
    await expect(phone.getByText(`stap 2 van ${steps.length - 1}`), 'where one was').toBeVisible()
    await phone.getByRole('button', { name: 'Pijn', exact: true }).click()
    await sheet.getByRole('button', { name: 'Zet op het bord' }).click()
    await expect
      .poll(async () => (await told()).find((one) => one.fields['text'] === 'Niemand weet hoe lang het duurt')?.fields['step_id'])
      .toBe(steps[2].id)
    await phone.keyboard.press('Escape') // how bad it is may wait
    await phone.getByRole('button', { name: 'Stap erbij' }).click()
    await phone.getByRole('dialog').getByRole('textbox').fill('Even nabellen')
    await phone.getByRole('dialog').getByRole('button', { name: 'Zet op het bord' }).click()
    await expect(phone.getByRole('heading', { name: 'Even nabellen' })).toBeInViewport()
  })

  await test.step('M4: the desk brings back what somebody deleted', async () => {
    await desk.getByRole('button', { name: 'Meer: taal, weergave, toetsen' }).click()
    await desk.getByRole('menuitem', { name: 'Zojuist verwijderd' }).click()
    const list = desk.getByRole('dialog', { name: 'Zojuist verwijderd' })
    await expect(list.getByText(String(steps[1].fields['title']))).toBeVisible()
    if (shots) {
      await desk.screenshot({ path: `${shots}/deleted.png` })
      await desk.setViewportSize({ width: 390, height: 844 })
      await desk.screenshot({ path: `${shots}/deleted-390.png` })
      await desk.setViewportSize({ width: 1440, height: 900 })
    }
    await list.getByRole('button', { name: `Terughalen: ${String(steps[1].fields['title'])}` }).click()
    await expect(list.getByText('Er is niets weggehaald.')).toBeVisible()
    expect((await told()).some((one) => one.id === steps[1].id)).toBe(true)
    await desk.keyboard.press('Escape')
  })

  await test.step('a card is reacted to by name, from a laptop and a phone', async () => {
    const laptop = ann.page
    const card = /Niemand weet hoe lang het duurt/
    await laptop.getByRole('button', { name: new RegExp(`^Open Pijnpunt: ${card.source}`) }).click()
    const panel = laptop.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('button', { name: 'Herken ik' }).click()
    await panel.getByRole('textbox', { name: 'Opmerking' }).fill('Bij ons ook, elke week')
    await panel.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(panel.getByText('Bij ons ook, elke week')).toBeVisible()
    const phone = bas.page
    await phone.getByRole('button', { name: 'vorige' }).click()
    if (shots) {
      await laptop.screenshot({ path: `${shots}/comments.png` })
      await phone.screenshot({ path: `${shots}/comments-phone.png` })
    }
    await phone.getByRole('button', { name: card }).first().click()
    const sheet = phone.getByRole('dialog', { name: 'Pijnpunt' })
    await expect(sheet.getByText('Bij ons ook, elke week')).toBeVisible()
    await expect(sheet.getByRole('button', { name: 'Herken ik' })).toContainText('1')
    await sheet.getByRole('button', { name: 'Herken ik' }).click()
    await expect(panel.getByRole('button', { name: 'Herken ik' })).toContainText('2')
    if (shots) await phone.screenshot({ path: `${shots}/comments-sheet.png` })
    await panel.getByRole('button', { name: 'Haal deze reactie weg: Bij ons ook, elke week' }).click()
    await expect(sheet.getByText('Bij ons ook, elke week')).toHaveCount(0)
    await phone.keyboard.press('Escape')
  })

  await test.step('a moment is looked at as it was, and put back as a new board', async () => {
    const past = 'Zoals het toen heette'
    const item = all.find((one) => one.kind === 'agenda_item') as Told
    await push(desk, made, [{ op: 'set', id: steps[0].id, fields: { title: past } }])
    await push(desk, made, [{ op: 'act', do: 'start', id: item.id }])
    await push(desk, made, [{ op: 'set', id: steps[0].id, fields: { title: steps[0].fields['title'] } }])
    await push(desk, made, [{ op: 'act', do: 'stop' }])
    await desk.getByRole('button', { name: 'Meer: taal, weergave, toetsen' }).click()
    await desk.getByRole('menuitem', { name: 'Geschiedenis' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Geschiedenis' })
    await expect(sheet.getByText(`Begin van ${String(item.fields['title'])}`)).toBeVisible()
    await expect(sheet.getByRole('grid').getByText(past).first()).toBeVisible()
    await sheet.getByRole('button', { name: 'Zet dit moment terug als nieuw bord' }).click()
    const copy = desk.getByRole('dialog', { name: 'Nieuw bord van dit moment' })
    await expect(copy.getByRole('textbox', { name: 'Titel' })).toHaveValue(/zoals om/)
    await desk.keyboard.press('Escape')
  })

  await test.step('M13: a card that is held when somebody moves it is let go', async () => {
    const card = id('hands-pain')
    const fields = { text: 'Steeds iemand anders', step_id: steps[0].id }
    await push(ann.page, made, [{ op: 'put', kind: 'pain', id: card, fields }], 'me')
    const held = ann.page.locator(`[data-id="${card}"]`)
    await held.hover()
    await ann.page.mouse.down()
    await ann.page.mouse.move(700, 400, { steps: 4 })
    await ann.page.mouse.move(720, 410, { steps: 4 })
    await expect(ann.page.locator('.dragged')).toHaveCount(1)
    await push(desk, made, [{ op: 'move', id: card, parent: steps[2].id, after: null }])
    await expect(ann.page.getByText('“Steeds iemand anders” is inmiddels verplaatst.')).toBeVisible()
    await expect(ann.page.locator('.dragged')).toHaveCount(0)
    await ann.page.mouse.up()
    // The element that was held is gone, so its dragend never comes: the library sees by twenty moves that nothing is dragged any more.
    await ann.page.mouse.move(600, 300, { steps: 30 })
    await expect(ann.page.locator('[data-pdnd-honey-pot]'), 'nothing stays between the pointer and the page').toHaveCount(0)
    expect((await told()).find((one) => one.id === card)?.fields['step_id']).toBe(steps[2].id)
  })

  await test.step('a step is dragged into a phase that has none', async () => {
    const [journey] = (await told()).filter((one) => one.kind === 'journey')
    const phase = id('hands-phase')
    await push(desk, made, [{ op: 'put', kind: 'phase', id: phase, fields: { title: 'Daarna', journey_id: journey?.id } }])
    const moved = steps[2]
    await desk.getByRole('tab', { name: 'Kaart' }).click()
    const name = desk.getByRole('button', { name: 'Daarna' })
    await desk.getByRole('button', { name: 'Hele reis in beeld' }).click()
    await name.scrollIntoViewIfNeeded()
    await desk.locator(`.head [data-id="${moved.id}"]`).first().hover()
    const to = await name.boundingBox()
    await desk.mouse.down()
    for (const beside of [8, 12]) await desk.mouse.move((to?.x ?? 0) + beside, (to?.y ?? 0) + 8, { steps: 8 })
    await desk.mouse.up()
    await expect.poll(async () => (await told()).find((one) => one.id === moved.id)?.fields['phase_id']).toBe(phase)
  })

  await test.step('M2: the round ends while somebody writes', async () => {
    const round = id('hands-round')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'writing' } }])
    const field = ann.page.getByRole('textbox', { name: 'Wat gaat er mis?' })
    await field.fill('Nog niet af')
    await ann.page.getByRole('tab', { name: 'Kaart' }).click()
    await ann.page.getByRole('tab', { name: /Schrijven/ }).click()
    await expect(field).toHaveValue('Nog niet af')
    await ann.page.reload()
    await expect(field).toHaveValue('Nog niet af')
    await field.focus() // the field goes with the caret in it
    await push(desk, made, [{ op: 'act', do: 'reveal', id: round }])
    const left = ann.page.getByRole('region', { name: 'Je was nog aan het schrijven.' })
    await expect(left.getByText('Nog niet af')).toBeVisible()
    if (shots) {
      await ann.page.screenshot({ path: `${shots}/half.png` })
      await ann.page.setViewportSize({ width: 390, height: 844 })
      await ann.page.screenshot({ path: `${shots}/half-390.png` })
      await ann.page.setViewportSize({ width: 1440, height: 900 })
    }
    await left.getByRole('button', { name: 'Zet het erbij' }).click()
    await expect(left).toHaveCount(0)
    await expect.poll(async () => (await told()).filter((one) => one.fields['text'] === 'Nog niet af').length).toBe(1)
  })

  await test.step('M7: one closes the laptop while the others answer', async () => {
    const round = id('hands-rating')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'rating' } }])
    await expect(desk.getByText('van 2 klaar').first()).toBeVisible()
    await bas.context.close()
    await push(ann.page, made, [{ op: 'act', do: 'ready', id: round }], 'me')
    await expect(desk.getByText('van 1 hier klaar, 1 weg').first()).toBeVisible()
    await expect(ann.page.getByText('1 van 1 hier klaar, 1 weg')).toBeVisible()
    if (shots) await desk.screenshot({ path: `${shots}/away.png` })
  })
  expect(problems).toEqual([])
})
