import { expect } from '@playwright/test'
import { test } from './server'
import { atDesk, id, push, records, seat } from './table'

test('a draft of a stopped round goes on the board, a quote gets its yes, each in one press, and answers come in from a file', async ({
  browser,
  server,
}) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const mila = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const bas = await seat(browser, server.url, made, 'Bas', 'Facturatie', problems)
  const all = () => records(host, server.url, made)
  const step = (await all()).find((one) => one.kind === 'step')?.id ?? ''
  const text = 'Niemand zegt wanneer de auto klaar is'

  await test.step('the draft', async () => {
    const item = (await all()).find((one) => one.fields['title'] === 'Verhalen en pijnpunten')?.id
    await push(desk, made, [{ op: 'act', do: 'start', id: item }])
    const round = id('cards-round')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'writing' } }])
    await push(mila.page, made, [{ op: 'put', kind: 'pain', id: id('cards-pain'), fields: { text, step_id: step } }], 'me')
    await push(desk, made, [{ op: 'act', do: 'cancel', id: round }])
    await mila.page.getByRole('tab', { name: 'Kaart' }).click()
    await expect(mila.page.getByText(text)).toBeVisible()
    await bas.page.getByRole('tab', { name: 'Kaart' }).click()
    await expect(bas.page.getByRole('grid').getByText('Bellen: wat gebeurt er nu?').first()).toBeVisible()
    await expect(bas.page.getByText(text)).toHaveCount(0)
    await mila.page.getByRole('button', { name: `Open Pijnpunt: ${text}` }).click()
    await expect(mila.page.getByText('Dit is een kladje. Alleen jij ziet het.')).toBeVisible()
    if (process.env['SHOTS']) await mila.page.screenshot({ path: `${process.env['SHOTS']}/draft.png` })
    await mila.page.getByRole('button', { name: 'Zet het op het bord' }).click()
    await expect(mila.page.getByText('Dit is een kladje. Alleen jij ziet het.')).toHaveCount(0)
    expect((await all()).filter((one) => one.fields['text'] === text)).toHaveLength(1)
    if (process.env['SHOTS']) await bas.page.screenshot({ path: `${process.env['SHOTS']}/bas.png` })
    await expect(bas.page.getByText(text)).toBeVisible()
    await expect(mila.page.getByRole('gridcell').getByText(text)).toHaveCount(1)
    expect((await all()).filter((one) => one.fields['text'] === text)).toHaveLength(1)
    if (process.env['SHOTS']) await mila.page.screenshot({ path: `${process.env['SHOTS']}/draft-shared.png` })
  })

  await test.step('the quote', async () => {
    const quote = id('cards-quote')
    await push(
      mila.page,
      made,
      [{ op: 'put', kind: 'quote', id: quote, fields: { text: 'Eindelijk iemand die belt.', source: 'Sanne', step_id: step } }],
      'me',
    )
    const yes = mila.page.getByRole('button', { name: 'Ja, de klant vindt het goed: Eindelijk iemand die belt.' })
    await expect(yes).toBeVisible()
    await expect(bas.page.getByText('Eindelijk iemand die belt.')).toBeVisible()
    // Only who wrote it, or leads, may say so.
    await expect(bas.page.getByRole('button', { name: /^Ja, de klant/ })).toHaveCount(0)
    if (process.env['SHOTS']) await mila.page.screenshot({ path: `${process.env['SHOTS']}/quote.png` })
    await yes.click()
    await expect(yes).toHaveCount(0)
    await expect.poll(async () => (await all()).find((one) => one.id === quote)?.fields['consent']).toBe('given')
    if (process.env['SHOTS']) await mila.page.screenshot({ path: `${process.env['SHOTS']}/quote-yes.png` })
  })

  await test.step('answers of customers from a file', async () => {
    const scale = { metric: 'grade', scale_min: 0, scale_max: 10 }
    const fields = { name: 'Rapportcijfer', question: 'Welk cijfer geef je ons?', ...scale }
    await push(desk, made, [{ op: 'put', kind: 'indicator', id: id('cards-number'), fields }])
    await desk.getByRole('tab', { name: 'Verslag' }).click()
    await desk.getByRole('button', { name: 'Bestand kiezen' }).first().click()
    const rows = [
      'Cijfer;Wat viel op?;E-mail',
      '7;Vriendelijk, en snel;ann@voorbeeld.test',
      '0;Te lang in de wacht;bo@voorbeeld.test',
      '10;;',
    ]
    const sheet = desk.getByRole('dialog', { name: 'Antwoorden van klanten' })
    const file = { name: 'antwoorden.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
    await sheet.locator('input[type=file]').setInputFiles(file)
    await expect(sheet.getByText('Alle 3 antwoorden tellen mee.')).toBeVisible()
    await expect(sheet.getByText('Zegt wie iemand is. Komt niet mee.')).toBeVisible()
    await sheet.getByLabel('Waar komen de antwoorden vandaan?').fill('Klantonderzoek najaar')
    await sheet.getByRole('button', { name: 'Overnemen' }).click()
    await expect(sheet.getByText('3 scores tellen mee in de meting')).toBeVisible()
    await expect(sheet.getByText('2 klantuitspraken staan op het bord')).toBeVisible()
    const now = await all()
    expect(now.find((one) => one.kind === 'measurement')?.fields['n']).toBe(3)
    expect(now.filter((one) => one.fields['source'] === 'Klantonderzoek najaar' && one.kind === 'quote')).toHaveLength(2)
    expect(JSON.stringify(now)).not.toContain('voorbeeld.test')
  })
  expect(problems).toEqual([])
})
