import { expect } from '@playwright/test'
import { test } from './server'
import { dutch, make, records, seat } from './table'

test('the map by keyboard alone: walk, carry, open, take away, take back', async ({ browser, server }) => {
  const problems: string[] = []
  const host = await dutch(browser)
  const made = await make(host, server.url)
  const { page } = await seat(browser, server.url, made, 'Mila', 'Klantcontact', problems)
  const named = (title: string) => page.locator('[data-stop=head]').filter({ hasText: title })
  const [first, second] = ['Noodnummer bellen', 'Schadeformulier invullen']

  await named(first).focus()
  await page.keyboard.press('ArrowRight')
  await expect(named(second)).toBeFocused()
  await expect(page.locator('[role=grid] [tabindex="0"][data-stop]')).toHaveCount(1)
  await page.keyboard.press('Home')
  await expect(named(first)).toBeFocused()

  await page.keyboard.press('o')
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible()
  await page.keyboard.press('Escape')

  await named(first).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Bellen duurt lang')
  await page.keyboard.press('Escape')
  const note = page.locator('[data-stop=notes][data-kind=note]').filter({ hasText: 'Bellen duurt lang' })
  await expect(note).toBeVisible()
  const at = async () => (await records(host, server.url, made)).find((record) => record.kind === 'note')?.fields['step_id']
  const from = (await records(host, server.url, made)).find((record) => record.fields['title'] === first)?.id
  await expect.poll(at).toBe(from)
  await note.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(at).not.toBe(from)
  await expect(note).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(note).toBeVisible()
  expect(problems).toEqual([])
})
