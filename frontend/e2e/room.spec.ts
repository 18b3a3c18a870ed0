import { expect, type Page } from '@playwright/test'
import { findings } from './axe'
import { test } from './server'
import { atDesk, heard, id, push, records, reveal, seat } from './table'

interface Found {
  curve: { step: string; mean: number; byDepartment: Record<string, number> }[]
  votes: { item: string; raw: number; fair: number; departments: number }[]
}

/** Presses + of a stepper so often. */
async function raise(desk: Page, group: string, name: string, times: number): Promise<void> {
  const more = desk.getByRole('group', { name: group, exact: true }).getByRole('button', { name: `Een meer: ${name}`, exact: true })
  for (let n = 0; n < times; n++) await more.click()
}

test('raised hands of a department count like everybody else', async ({ browser, server }) => {
  const problems: string[] = []
  const { host, made, desk } = await atDesk(browser, server.url, problems)
  const mila = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const all = await records(host, server.url, made)
  const named = (kind: string, name: string) => all.find((one) => one.kind === kind && one.fields['name'] === name)?.id ?? ''
  const [contact, damage] = [named('department', 'Klantcontact'), named('department', 'Schadeafdeling')]
  const steps = all
    .filter((one) => one.kind === 'step')
    .slice(0, 2)
    .map((one) => one.id)
  const found = async () => (await (await host.request.get(`${server.url}/api/boards/${made.boardId}/insights`)).json()) as Found
  const pick = async (name: string) =>
    desk.getByRole('combobox', { name: 'Voor wie?' }).selectOption({ label: `${name} (opgestoken handen)` })
  const sheet = desk.getByRole('dialog', { name: 'Antwoord doorgeven' })

  await test.step('a card for a department, while no round runs', async () => {
    await desk.getByRole('button', { name: 'Iemand zonder apparaat' }).click()
    await pick('Schadeafdeling')
    await sheet.getByRole('textbox', { name: 'Wat wordt er gezegd?' }).fill('Wij horen nooit wat de garage doet')
    await sheet.getByRole('button', { name: 'Geef door' }).click()
    await expect
      .poll(async () =>
        (await records(host, server.url, made)).some(
          (one) => one.fields['text'] === 'Wij horen nooit wat de garage doet' && one.fields['proxy'] === true,
        ),
      )
      .toBe(true)
    await desk.keyboard.press('Escape')
  })

  await test.step('ratings', async () => {
    await push(desk, made, [{ op: 'act', do: 'open', id: id('room-rating'), args: { collect: 'rating', step_ids: [steps[0]] } }])
    await desk.getByRole('button', { name: 'Iemand zonder apparaat' }).click()
    await pick('Klantcontact')
    const step = (await sheet.locator('li .title').first().textContent()) ?? ''
    const faces = await sheet
      .getByRole('group', { name: step, exact: true })
      .getByRole('group')
      .evaluateAll((list) => list.map((one) => one.getAttribute('aria-label') ?? ''))
    expect(faces).toHaveLength(6)
    await raise(desk, step, faces[3] ?? '', 3)
    await raise(desk, step, faces[0] ?? '', 1)
    expect(await findings(desk, 'dialog[open]')).toEqual([])
    if (process.env['SHOTS']) {
      await desk.screenshot({ path: `${process.env['SHOTS']}/hands.png` })
      await desk.setViewportSize({ width: 390, height: 844 })
      await desk.screenshot({ path: `${process.env['SHOTS']}/hands-390.png` })
      await desk.setViewportSize({ width: 1440, height: 900 })
    }
    await pick('Schadeafdeling')
    await raise(desk, step, faces[2] ?? '', 2)
    await desk.keyboard.press('Escape')
    expect((await records(host, server.url, made)).filter((one) => one.kind === 'rating')).toEqual([])
    await reveal(desk)
    const at = (await found()).curve.find((one) => one.step === steps[0])
    expect(at?.byDepartment).toEqual({ [contact]: 0.25, [damage]: 0 })
    expect(at?.mean).toBeCloseTo(0.125, 9)
    await desk.getByRole('tab', { name: 'Ronde' }).click()
    await expect(desk.getByText('Klantcontact 4 antwoorden · Schadeafdeling 2 antwoorden', { exact: false })).toBeVisible()
  })

  await test.step('votes', async () => {
    const pains = [id('room-pain'), id('room-pain')]
    await push(
      desk,
      made,
      pains.map((pain, n) => ({ op: 'put', kind: 'pain', id: pain, fields: { text: `Dit duurt veel te lang ${n}`, step_id: steps[0] } })),
    )
    const round = id('room-vote')
    await push(desk, made, [{ op: 'act', do: 'open', id: round, args: { collect: 'vote', item_ids: pains, dots: 3, max_per_item: 2 } }])
    await desk.getByRole('button', { name: 'Iemand zonder apparaat' }).click()
    await pick('Klantcontact')
    await raise(desk, 'Mensen die een hand opsteken', 'Mensen die een hand opsteken', 2)
    const [first, second] = ['Dit duurt veel te lang 0', 'Dit duurt veel te lang 1']
    await raise(desk, `Stippen op: ${first}`, `Stippen op: ${first}`, 4)
    await raise(desk, `Stippen op: ${second}`, `Stippen op: ${second}`, 2)
    await expect(sheet.getByText('6 van 9 stippen doorgegeven')).toBeVisible()
    if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/hands-vote.png` })
    await pick('Schadeafdeling')
    await raise(desk, `Stippen op: ${second}`, `Stippen op: ${second}`, 1)
    await desk.keyboard.press('Escape')
    await reveal(desk)
    const votes = (await found()).votes.filter((one) => pains.includes(one.item))
    const of = (pain: string | undefined) => votes.find((one) => one.item === pain)
    expect([of(pains[0])?.raw, of(pains[1])?.raw]).toEqual([4, 3])
    expect(of(pains[0])?.fair).toBeCloseTo((100 * (4 / 6)) / 2, 9)
    expect(of(pains[1])?.fair).toBeCloseTo((100 * (2 / 6 + 1)) / 2, 9)
    expect(of(pains[1])?.departments).toBe(2)
    await expect(desk.getByText('4 mensen stemden met een opgestoken hand.')).toBeVisible()
  })

  await test.step('both screens heard the same numbers', async () => {
    const last = (page: Page) => [...heard(page)].at(-1)
    // Insights are told a moment after what changed them: both pages have the newest when they have what the server answers.
    const votesOf = (page: Page) => (JSON.parse(last(page)?.[1] ?? '{}') as Partial<Found>).votes
    const newest = (await found()).votes
    for (const page of [desk, mila.page]) await expect.poll(() => votesOf(page)).toEqual(newest)
    await expect.poll(() => last(mila.page)?.[0] === last(desk)?.[0]).toBe(true)
    expect(last(mila.page)?.[1]).toBe(last(desk)?.[1])
    const told = JSON.parse(last(desk)?.[1] ?? '{}') as Found
    expect(told.votes).toEqual((await found()).votes)
    expect(told.curve).toEqual((await found()).curve)
  })
  expect(problems).toEqual([])
})
