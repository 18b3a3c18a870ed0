import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works: with the keys alone, or with a finger on a phone. */
export interface Hands {
  press(page: Page, wanted: Locator): Promise<void>
  /** Types into a field that may hold something. */
  write(page: Page, field: Locator, text: string): Promise<void>
  /** Chooses one of a group of radio buttons. */
  choose(page: Page, option: Locator): Promise<void>
  /** Chooses in a list by how its option begins. */
  pick(page: Page, list: Locator, option: string): Promise<void>
  /** Fills in a day as 2026-12-03. */
  day(page: Page, field: Locator, day: string): Promise<void>
  turnTo(page: Page, tab: RegExp): Promise<void>
  /** Opens a menu of the desk and takes this of it. */
  menu(desk: Page, button: Locator, item: string): Promise<void>
  /** Writes a pain at the step named first, where this person sees the map. */
  pain(page: Page, step: string, text: string): Promise<void>
}

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let i = 0; i < 150; i++) {
    if (await wanted.evaluate((found) => found === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never comes by ' + wanted.toString())
}

/** From where the focus is in a group with one stop, by arrows, to this. */
async function arrowsTo(page: Page, first: Locator, wanted: Locator, key: string): Promise<void> {
  await tabTo(page, first)
  for (let i = 0; i < 40; i++) {
    if (await wanted.evaluate((found) => found === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never comes by ${wanted.toString()}`)
}

export const keys: Hands = {
  async press(page, wanted) {
    await tabTo(page, wanted)
    await page.keyboard.press('Enter')
  },
  async write(page, field, text) {
    await tabTo(page, field)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  },
  async choose(page, option) {
    const group = option.locator('xpath=ancestor::fieldset[1] | ancestor::*[@role="radiogroup"][1]').last()
    const first = group.getByRole('radio').first()
    await arrowsTo(page, first, option, 'ArrowDown')
    if (!(await option.isChecked())) await page.keyboard.press(' ')
    await expect(option).toBeChecked()
  },
  async pick(page, list, option) {
    await tabTo(page, list)
    await page.keyboard.type(option)
  },
  async day(page, field, day) {
    const [year, month, date] = day.split('-') as [string, string, string]
    await tabTo(page, field)
    await page.keyboard.type(`${month}${date}${year}`)
  },
  async turnTo(page, tab) {
    await arrowsTo(page, page.getByRole('tab', { selected: true }), page.getByRole('tab', { name: tab }), 'ArrowRight')
    await page.keyboard.press('Enter')
  },
  async menu(desk, button, item) {
    await keys.press(desk, button)
    const wanted = desk.getByRole('menuitem', { name: item })
    await arrowsTo(desk, desk.getByRole('menuitem').first(), wanted, 'ArrowDown')
    await desk.keyboard.press('Enter')
  },
  async pain(page, step, text) {
    const head = page.locator('[data-stop=head]').filter({ hasText: step })
    await tabTo(page, head)
    await page.keyboard.press('p')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  },
}

export const finger: Hands = {
  press: (_, wanted) => wanted.tap(),
  async write(_, field, text) {
    await field.tap()
    // Smaller letters make a phone zoom in on the field.
    expect(await field.evaluate((node) => parseFloat(getComputedStyle(node).fontSize))).toBeGreaterThanOrEqual(16)
    await field.fill(text)
  },
  choose: (_, option) => option.locator('xpath=ancestor::label[1]').tap(),
  async pick(_, list, option) {
    const value = await list.locator('option', { hasText: option }).first().getAttribute('value')
    await list.selectOption(value)
  },
  day: (_, field, day) => field.fill(day),
  turnTo: (page, tab) => page.getByRole('tab', { name: tab }).tap(),
  async menu(desk, button, item) {
    await button.click()
    await desk.getByRole('menuitem', { name: item }).click()
  },
  async pain(page, step, text) {
    await expect(page.getByRole('heading', { name: step })).toBeInViewport()
    await page.getByRole('button', { name: 'Pijn', exact: true }).tap()
    const sheet = page.getByRole('dialog', { name: 'Pijnpunt' })
    await finger.write(page, sheet.getByRole('textbox'), text)
    await sheet.getByRole('button', { name: 'Zet op het bord' }).tap()
    await sheet.getByRole('button', { name: 'Sluiten' }).tap() // how bad it is may wait
  },
}
