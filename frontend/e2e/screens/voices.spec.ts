import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { Server } from '../server'
import { dutch, id, make, push, records, seat } from '../table'
import { forgetSingles, lay, single, speak } from './contact'
import { beamer, folder, inTheRoom, phone, still } from './shoot'
import { alone, rounds, voices } from './voices'

/** The views of the projector, and the item during which a phone shows the same. */
const views: readonly (readonly [view: string, activity: string])[] = [
  ['story', 'warmup'],
  ['mirror', 'mirror'],
  ['promise', 'promise'],
  ['persona', 'persona'],
  ['needs', 'needs'],
  ['knowledge', 'knowledge'],
  ['interviews', 'knowledge'],
  ['offmenu', 'offmenu'],
  ['roleplay', 'offmenu'],
  ['mandate', 'offmenu'],
  ['standard', 'offmenu'],
  ['map', 'pains'],
  ['rules', 'rules'],
  ['causes', 'causes'],
  ['delights', 'delights'],
  ['coffee', 'coffee'],
  ['reflection', 'reflection'],
  ['backwards', 'backwards'],
  ['close', 'close'],
]
const titles: Record<string, string> = {
  needs: 'Klantwensen',
  knowledge: 'Wat weten we echt?',
  delights: 'Verleuken',
  coffee: 'Koffieautomaat',
  reflection: 'Spiegelmoment',
  backwards: 'Achterstevoren',
}
const languages = ['nl', 'en'] as const

test('what no other tool has: every view without a word and full of them, in the room and on a phone', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))
  const made = await make(host, server.url, { template: 'restaurant', agenda: 'day' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const people: Page[] = []
  for (const [name, department] of [
    ['Mila', 'Bediening'],
    ['Joris', 'Keuken'],
    ['Anneke', 'Bedrijfsleiding'],
    ['Yassin', 'Bar'],
    ['Bas', 'Inkoop'],
    ['Samira', 'Bediening'],
  ] as const)
    people.push((await seat(browser, server.url, made, name, department, [])).page)
  const phones = people.slice(0, 2) as [Page, Page]
  for (const [i, page] of phones.entries()) {
    await speak(page, languages[i] ?? 'nl')
    await page.setViewportSize(phone)
  }
  const told = () => records(host, server.url, made)
  const lead = (...ops: object[]) => push(desk, made, ops)
  const board = (await told()).find((one) => one.kind === 'board')?.id
  const added = views.map(([, activity]) => activity).filter((one) => one in titles)
  await lead(
    ...added.map((activity) => ({
      op: 'put',
      kind: 'agenda_item',
      id: id('item'),
      fields: { activity, title: titles[activity] ?? activity, minutes: 10, projector_view: activity },
    })),
  )
  const items = (await told()).filter((one) => one.kind === 'agenda_item')
  const taken: Record<string, string[]> = {}

  /** One language after the other: every view, and during its item both phones. */
  const round = async (state: string, refs: Record<string, string> = {}) => {
    for (const [i, language] of languages.entries()) {
      await lead({ op: 'set', id: board, fields: { language } })
      await screen.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
      for (const [view, activity] of views) {
        const item = items.find((one) => one.fields['activity'] === activity)
        await lead(
          { op: 'act', do: 'start', id: item?.id, args: {} },
          {
            op: 'act',
            do: 'show',
            args: {
              view: view === 'roleplay' ? 'offmenu' : view,
              ...(refs[view] ? { object_ref: refs[view] } : {}),
              ...(view === 'close' && state === 'full' ? { page: 1 } : {}),
            },
          },
        )
        await screen.waitForTimeout(350)
        const list = (taken[`${view}-${state}`] ??= [])
        list.push(await single(screen, `${view}-${state}-${language}`))
        list.push(await single(phones[i] as Page, `${view}-${state}-${language}-phone`))
      }
    }
  }

  await round('empty')
  await lead({ op: 'act', do: 'start', id: items.find((one) => one.fields['activity'] === 'offmenu')?.id, args: {} })
  const refs = await voices(await told(), people, desk, made)
  await round('full', { ...refs, ...(await rounds(await told(), people, desk, made)) })
  for (const [view] of views)
    await lay(desk, [taken[`${view}-empty`] ?? [], taken[`${view}-full`] ?? []], join(folder, `voices-${view}.png`))
  forgetSingles()
  expect(Object.keys(taken)).toHaveLength(views.length * 2)
  await server.stop()
})

test('rules written alone: at the desk, in the room and on a phone, without a word, full, and in pairs', async ({ browser }) => {
  mkdirSync(folder, { recursive: true })
  const server = await Server.start()
  const host = await inTheRoom(await dutch(browser, still))
  const made = await make(host, server.url, { template: 'restaurant', agenda: 'day' })
  const desk = await host.newPage()
  await desk.goto(`${server.url}/b/${made.boardId}/host`)
  const screen = await (await inTheRoom(await dutch(browser, { ...still, viewport: beamer }))).newPage()
  await screen.goto(`${server.url}/k#${made.projectorKey}`)
  const mila = (await seat(browser, server.url, made, 'Mila', 'Bediening', [])).page
  const joris = (await seat(browser, server.url, made, 'Joris', 'Keuken', [])).page
  await joris.setViewportSize(phone)
  const told = () => records(host, server.url, made)
  const lead = (...ops: object[]) => push(desk, made, ops)
  const board = (await told()).find((one) => one.kind === 'board')?.id
  const item = (await told()).find((one) => one.kind === 'agenda_item' && one.fields['activity'] === 'rules')?.id
  const show = (args: object) => lead({ op: 'act', do: 'show', args })

  /** Everybody's page, Dutch above and English below. */
  const take = async (state: string) => {
    const rows: string[][] = []
    for (const language of languages) {
      await lead({ op: 'set', id: board, fields: { language } })
      await screen.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
      const row: string[] = []
      for (const [name, page] of Object.entries({ screen, desk, mila, joris })) {
        if (page !== screen) await speak(page, language)
        row.push(await single(page, `writing-rules-${state}-${language}-${name}`))
      }
      rows.push(row)
    }
    await lay(desk, rows, join(folder, `voices-writing-rules-${state}.png`))
  }

  const round = id('round')
  await lead({ op: 'act', do: 'start', id: item, args: {} })
  await lead({ op: 'act', do: 'open', id: round, args: { collect: 'writing', writes: 'rule' } })
  await show({ view: 'rules' })
  await expect(mila.getByRole('textbox')).toBeVisible()
  await take('empty')
  for (const [page, texts] of [
    [mila, alone],
    [joris, alone.slice(2)],
  ] as const)
    await push(
      page,
      made,
      texts.map((text) => ({ op: 'put', kind: 'rule', id: id('rule'), fields: { text } })),
      'me',
    )
  await push(mila, made, [{ op: 'act', do: 'ready', id: round, args: { ready: true } }], 'me')
  await expect(mila.getByRole('textbox')).toHaveCount(alone.length + 1)
  await take('full')
  await lead({ op: 'act', do: 'stage', id: round, args: { stage: 'pair' } })
  await expect(mila.getByRole('textbox')).toHaveCount(alone.length * 2 - 1)
  await take('pairs')
  await lead({ op: 'act', do: 'reveal', id: round })
  await expect(mila.getByText(alone[0]).first()).toBeVisible()
  await take('shown')
  forgetSingles()
  await server.stop()
})
