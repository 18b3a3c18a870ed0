import { expect } from '@playwright/test'
import { test } from './server'
import { dutch, id as freshId, make, push, records, seat } from './table'

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

  await test.step('somebody else takes away what has the focus: it goes on beside', async () => {
    const other = page.locator('[data-stop=notes][data-kind=note]').filter({ hasText: 'Niemand belt terug' })
    const [id, step] = [
      freshId('note'),
      (await note.evaluate((node) => node.closest('[aria-colindex]')?.getAttribute('aria-colindex'))) ?? '',
    ]
    await push(page, made, [{ op: 'put', kind: 'note', id, fields: { text: 'Niemand belt terug', step_id: await at() } }], 'me')
    await other.focus()
    const desk = await host.newPage()
    await desk.goto(`${server.url}/b/${made.boardId}/host`)
    await push(desk, made, [{ op: 'del', id }])
    await expect(other).toHaveCount(0)
    await expect(page.locator(`[aria-colindex="${step}"] [data-stop]:focus`)).toBeVisible()
  })

  await test.step('as a list: one kind alone, several cards to another step in one go', async () => {
    await page.keyboard.press('l')
    const list = page.getByRole('dialog', { name: 'De klantreis als lijst' })
    await list.getByRole('checkbox', { name: /Bellen duurt lang/ }).focus()
    await page.keyboard.press(' ')
    await expect(list.getByText('1 kaart gekozen')).toBeVisible()
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/list.png` })
    await list.getByRole('combobox', { name: 'Zet bij stap' }).selectOption({ label: `Stap 1: ${first}` })
    await expect.poll(at).toBe(from)
    await list.getByRole('radio', { name: 'Pijnpunt' }).focus()
    await page.keyboard.press(' ')
    await expect(list.getByText('Bellen duurt lang')).toHaveCount(0)
    await list.getByRole('combobox', { name: 'Welke afdeling' }).selectOption({ label: 'Facturatie' })
    await expect(list.getByText(`Stap 1: ${first}`)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  })

  await test.step('a phase folds into one column, and unfolds for who looks for something in it', async () => {
    const fold = page.getByRole('button', { name: 'Stappen van Geregeld krijgen' })
    await fold.focus()
    await page.keyboard.press('Enter')
    await expect(fold).toHaveAttribute('aria-expanded', 'false')
    await expect(named('Vervangend vervoer bellen')).toHaveCount(0)
    await expect(named('Wachten op bericht').getByText('9', { exact: true }), 'later steps keep their number').toBeVisible()
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/folded.png` })
    await page.keyboard.press('f')
    await page.keyboard.type('vervangend vervoer')
    await expect(named('Vervangend vervoer bellen')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('above fifteen steps the whole journey stands small below the map', async () => {
    const phase = (await records(host, server.url, made)).find((record) => record.kind === 'phase')?.id
    const more = Array.from({ length: 6 }, (_, i) => ({
      op: 'put',
      kind: 'step',
      id: freshId('step'),
      fields: { title: `Nog ${i}`, phase_id: phase },
    }))
    await push(page, made, more, 'me')
    const mini = page.locator('[title="De hele reis: druk waar je heen wilt"]')
    await expect(mini).toBeVisible()
    await expect(named('Rekening eigen risico')).not.toBeInViewport()
    await mini.click({ position: { x: 1400, y: 10 } })
    await expect(named('Rekening eigen risico')).toBeInViewport()
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/mini.png` })
  })
  expect(problems).toEqual([])
})
