import { expect } from '@playwright/test'
import { test } from './server'
import { atDesk, dutch, id, push, records, seat, watch } from './table'

// Off the menu and the rules: what a group does on its own devices, sees in the room and finds back in the summary.
test('a request off the menu gets its lamps, a mandate its signature, a secret card stays secret, a rule its verdict', async ({
  browser,
  server,
}) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const mila = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const bas = await seat(browser, server.url, made, 'Bas', 'Facturatie', problems)
  const all = () => records(host, server.url, made)
  const found = async (kind: string) => (await all()).find((one) => one.kind === kind)
  const step = (await found('step'))?.id ?? ''
  const shots = process.env['SHOTS']
  const room = await dutch(browser, { viewport: { width: 1920, height: 1080 } })
  const screen = await room.newPage()
  watch(screen, problems)
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const start = async (activity: string) => {
    const fresh = id(`item-${activity}`)
    await push(desk, made, [
      { op: 'put', kind: 'agenda_item', id: fresh, fields: { activity, title: activity, minutes: 10, projector_view: activity } },
      { op: 'act', do: 'start', id: fresh },
    ])
  }

  await test.step('six lamps', async () => {
    await start('offmenu')
    await expect(mila.page.getByRole('heading', { name: 'Lamsvlees met muntsaus' })).toBeVisible()
    await mila.page.getByLabel('Wat vraagt de klant?').fill('Kan ik morgen een taxi krijgen?')
    await mila.page.getByRole('button', { name: 'Begin de test' }).click()
    const tone = bas.page.getByRole('group', { name: /^Toon/ })
    await tone.getByText('Ja', { exact: true }).click()
    await expect(bas.page.getByText('1 van 6 lampen')).toBeVisible()
    await expect(screen.getByText('“Kan ik morgen een taxi krijgen?”')).toBeVisible()
    await expect(screen.getByText('Nog niet klaar.')).toBeVisible()
    if (shots) await screen.screenshot({ path: `${shots}/projector-offmenu.png` })
  })

  await test.step('the secret card', async () => {
    const secret = 'Eigenlijk wil ze naar haar moeder'
    const fields = { step_id: step, secret_card: secret, customer_participant_id: mila.person, minutes: 3 }
    await push(desk, made, [{ op: 'put', kind: 'roleplay', id: id('scene'), fields }])
    await expect(mila.page.getByText(secret)).toBeVisible()
    await bas.page.getByLabel('Doorgevraagd').check()
    await expect(mila.page.getByText('1 mens keek mee')).toBeVisible()
    expect(await bas.page.content()).not.toContain(secret)
    expect(await screen.content()).not.toContain(secret)
    expect(JSON.stringify(await all())).not.toContain(secret)
    await mila.page.reload()
    await expect(mila.page.getByText(secret)).toBeVisible()
  })

  await test.step('the mandate', async () => {
    const fields = { role: 'Balie', trigger: 'iemand een uur wacht', may_do: 'een taxi bestellen', report_where: 'het logboek' }
    const card = id('mandate')
    await push(mila.page, made, [{ op: 'put', kind: 'mandate', id: card, fields: { ...fields, review_date: '2027-03-01' } }], 'me')
    await bas.page.getByLabel('Tot hoeveel euro?').fill('50')
    await bas.page.getByLabel('Tot hoeveel euro?').blur()
    await bas.page.getByRole('button', { name: 'Akkoord, Bas' }).click()
    await expect(mila.page.getByText('Akkoord: Bas')).toBeVisible()
    await push(desk, made, [{ op: 'act', do: 'show', args: { view: 'mandate', object_ref: card } }])
    await expect(screen.getByText('Mag tot € 50')).toBeVisible()
    if (shots) {
      await screen.screenshot({ path: `${shots}/projector-mandate.png` })
      await bas.page.screenshot({ path: `${shots}/offmenu-laptop.png`, fullPage: true })
      await desk.screenshot({ path: `${shots}/offmenu-desk.png` })
      await bas.page.setViewportSize({ width: 390, height: 844 })
      await bas.page.screenshot({ path: `${shots}/offmenu-phone.png` })
      await bas.page.setViewportSize({ width: 1440, height: 900 })
    }
  })

  await test.step('a crocodile', async () => {
    await start('rules')
    await bas.page.getByLabel('Welke regel is het?').fill('Vervangend vervoer pas na een handtekening')
    await bas.page.getByRole('button', { name: 'Leg erbij' }).click()
    await bas.page.getByText('Vervangend vervoer pas na een handtekening').click()
    await bas.page.getByLabel('Kan het wel?').selectOption('yes')
    await expect(screen.getByText('paarse krokodil', { exact: true })).toBeVisible()
    if (shots) await screen.screenshot({ path: `${shots}/projector-rules.png` })
    const rule = (await found('rule'))?.id
    const round = id('verdict')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'verdict', rule_id: rule } }])
    await mila.page.getByText('Schrappen', { exact: true }).click()
    if (shots) await mila.page.screenshot({ path: `${shots}/verdict.png` })
    await push(desk, made, [{ op: 'act', do: 'reveal', id: round }])
    await expect(screen.getByText(/^1 mens gaf een oordeel/)).toBeVisible()
    await push(bas.page, made, [{ op: 'set', id: rule, fields: { verdict: 'scrap', decider: 'Bas' } }], 'me')
    await expect.poll(async () => (await found('rule'))?.fields['decider']).toBe('Bas')
    if (shots) await desk.screenshot({ path: `${shots}/rules-desk.png` })
  })

  const report = await (await host.request.get(`${server.url}/api/boards/${made.boardId}/report?lang=nl`)).text()
  for (const said of ['1 regel geschrapt', 'Mag tot € 50', 'akkoord: Bas', 'Kan ik morgen een taxi krijgen?'])
    expect(report).toContain(said)
  await room.close()
  expect(problems).toEqual([])
})
