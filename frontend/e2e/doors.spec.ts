import { expect } from '@playwright/test'
import { place } from './places'
import { test } from './server'
import { dutch, join, make } from './table'

/** What a browser keeps of a seat: on https under a name that only https may set, and never where a script could read it. */
test('seats are cookies no script and no other site gets', async ({ browser, server }) => {
  const host = await dutch(browser)
  const problems: string[] = []
  const made = await make(host, server.url)
  const guest = await join(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  for (const [context, use] of [[host, 'host'], [guest.context, 'me']] as const) {
    const cookies = await context.cookies()
    expect(cookies).toHaveLength(1)
    const [cookie] = cookies
    const prefix = place === 'https' ? '__Host-' : ''
    expect(cookie).toMatchObject({ name: `${prefix}ms_${made.boardId}_${use}`, httpOnly: true, sameSite: 'Strict', secure: place === 'https' })
  }
  expect(await guest.page.evaluate(() => document.cookie)).toBe('')
  expect(await guest.page.evaluate(() => isSecureContext)).toBe(place !== 'lan')
  expect(problems).toEqual([])
})
