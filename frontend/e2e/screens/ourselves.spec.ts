import { mkdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { Server } from '../server'
import { dutch, make, push, records, seat } from '../table'
import { beamer, folder, inTheRoom, phone, shoot, still } from './shoot'

test('what people say about themselves: polls, the promise, the coffee machine, the mirror moment, backwards', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))
  const made = await make(host, server.url, { agenda: 'day' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Klantcontact', [])).page
  await mila.setViewportSize(phone)
  const told = () => records(host, server.url, made)
  const act = (what: string, args: object = {}, id?: string) =>
    push(desk, made, [{ op: 'act', do: what, ...(id ? { id } : {}), args }], 'host')
  const all = await told()
  const departments = all.filter((one) => one.kind === 'department').map((one) => one.id)
  const steps = all.filter((one) => one.kind === 'step').map((one) => one.id)
  const start = async (activity: string) => {
    const item = (await told()).find((one) => one.kind === 'agenda_item' && one.fields['activity'] === activity)
    await act('start', {}, item?.id)
  }
  const add = (activity: string, title: string) => {
    const fields = { activity, title, minutes: 10, projector_view: activity }
    return push(desk, made, [{ op: 'put', kind: 'agenda_item', id: `item-${activity}-0000000000`, fields }], 'host')
  }
  const answered = (id: string, fields: object, department: number, hands: number) =>
    push(
      desk,
      made,
      [
        {
          op: 'put',
          kind: 'poll_answer',
          id: `answer-${String(department)}-${String(hands)}-${id.slice(0, 12)}`,
          fields: { round_id: id, ...fields },
          for: { department_id: departments[department], hands },
        },
      ],
      'host',
    )
  const poll = async (name: string, answers: readonly (readonly [object, number, number])[]) => {
    const id = `round-${name}-0000000000`
    await act('open', { collect: 'poll', poll: name }, id)
    for (const [fields, department, hands] of answers) await answered(id, fields, department, hands)
    return id
  }

  await test.step('the mirror', async () => {
    await start('mirror')
    await expect(desk.getByRole('button', { name: 'Open: de spiegel' })).toBeVisible()
    await shoot(desk, 'desk-mirror')
    const id = await poll('mirror', [
      [{ self: 8, own: 7, other: 6, organisation: 6 }, 0, 3],
      [{ self: 8, own: 8, other: 5, organisation: 5 }, 1, 4],
      [{ self: 6, own: 7, other: 6, organisation: 7 }, 2, 3],
    ])
    await mila.getByRole('radio', { name: '8', exact: true }).first().check({ force: true })
    await expect(mila.getByRole('button', { name: /^Laat open ?: Hoe klantgericht ben jij zelf\?$/ })).toBeVisible()
    await shoot(mila, 'mirror-phone')
    await expect(screen.getByText('Hoe klantgericht zijn wij?')).toBeVisible()
    await act('reveal', {}, id)
    await expect(screen.getByText('7 van de 10 zetten zichzelf hoger dan de organisatie.')).toBeVisible()
    await shoot(screen, 'projector-mirror')
    await expect(mila.getByText('7 van de 10 zetten zichzelf hoger')).toBeVisible()
    await shoot(mila, 'mirror-result-phone')
  })

  await test.step('courage, and too few', async () => {
    const id = await poll('courage', [
      [{ dare: 2, mistake: 4, decide: 5 }, 0, 4],
      [{ dare: 3, mistake: 4, decide: 2 }, 1, 3],
    ])
    await expect(mila.getByRole('group', { name: 'Ik durf af te wijken als de klant er beter van wordt.' })).toBeVisible()
    await shoot(mila, 'courage-phone')
    await act('reveal', {}, id)
    await expect(screen.getByText('Wat durven we hier?')).toBeVisible()
    await shoot(screen, 'projector-courage')
    const few = await poll('checkout', [[{ fun: 4, useful: 5 }, 0, 4]])
    await act('reveal', {}, few)
    await expect(screen.getByText('Te weinig antwoorden')).toBeVisible()
    await shoot(screen, 'projector-poll-few')
  })

  await test.step('the promise', async () => {
    await start('promise')
    await expect(screen.getByText('Wat beloven we onze klant?').first()).toBeVisible()
    const journey = all.find((one) => one.kind === 'journey')?.id
    const promise = { promise_text: 'Pech onderweg? Wij regelen binnen een dag dat u weer verder kunt.', promise_source: 'Homepage' }
    const kept = ['yes', 'partly', 'no', 'partly', 'no', 'yes', 'partly']
    await push(
      desk,
      made,
      [
        { op: 'set', id: journey, fields: promise },
        ...kept.map((promise_kept, i) => ({ op: 'set', id: steps[i], fields: { promise_kept } })),
      ],
      'host',
    )
    await expect(screen.getByText('Op 7 beoordeelde stappen')).toBeVisible()
    await shoot(screen, 'projector-promise')
    await expect(mila.getByText('Op 7 beoordeelde stappen')).toBeVisible()
    await shoot(mila, 'promise-phone')
    await expect(desk.getByRole('heading', { name: 'Onze belofte' })).toBeVisible()
    await shoot(desk, 'desk-promise')
  })

  await test.step('the coffee machine', async () => {
    await add('coffee', 'Koffieautomaat')
    await start('coffee')
    const field = mila.getByRole('textbox', { name: 'Wat zeg je alleen bij de koffieautomaat?' })
    const said = ['Niemand leest de rapportages', 'We beloven wat we niet kunnen', 'De klant is altijd iemand anders zijn probleem']
    for (const text of said) {
      await field.fill(text)
      await field.press('Enter')
      await expect(mila.getByText(text)).toBeVisible()
    }
    await shoot(mila, 'coffee-phone')
    await expect(desk.getByText('Niemand leest de rapportages')).toHaveCount(0)
    await desk.getByRole('button', { name: 'Open de doos' }).click()
    await expect(screen.getByText('We beloven wat we niet kunnen')).toBeVisible()
    await shoot(screen, 'projector-coffee')
    await shoot(desk, 'desk-coffee')
  })

  await test.step('the mirror moment', async () => {
    await add('reflection', 'Spiegelmoment')
    await start('reflection')
    await expect(screen.getByText('Spiegelmoment').first()).toBeVisible()
    const field = mila.getByRole('textbox', { name: 'Waar ben ík de serveerster?' })
    await field.fill('Als ik op mijn scherm kijk in plaats van naar de klant')
    await field.press('Enter')
    await mila.getByRole('button', { name: 'Deel: Als ik op mijn scherm' }).click()
    await shoot(mila, 'reflection-phone')
    await expect(desk.getByText('Als ik op mijn scherm')).toHaveCount(0)
    await mila.getByRole('button', { name: 'Deel zonder naam' }).click()
    await expect(screen.getByText('Als ik op mijn scherm')).toBeVisible()
    await shoot(screen, 'projector-reflection')
  })

  await test.step('backwards', async () => {
    await add('backwards', 'Achterstevoren')
    await start('backwards')
    const field = mila.getByRole('textbox', { name: 'Wat moest er gebeurd zijn voor' })
    await field.fill('De garage wist welke onderdelen nodig waren')
    await field.press('Enter')
    await desk.getByRole('button', { name: 'Een stap terug in de reis' }).click()
    await desk.getByRole('button', { name: 'Een stap terug in de reis' }).click()
    await expect(mila.getByText('1 briefje')).toBeVisible()
    await shoot(mila, 'backwards-phone')
    await shoot(screen, 'projector-backwards')
    await shoot(desk, 'desk-backwards')
  })
  await server.stop()
})
