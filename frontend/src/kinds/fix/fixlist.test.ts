import { expect, it } from 'vitest'
import { daysAfter } from '../../engine/days'
import type { Rec } from '../../engine/ops'
import { isQuickWin } from './fixlist.svelte'

it('T3: a fix is quick by the day of the workshop, whenever somebody looks', () => {
  const fix = (due: string) => ({ id: 'fix', kind: 'fix', at: 1, fields: { effort: 1, impact: 4, due_date: due } }) as Rec<'fix'>
  expect(isQuickWin(fix('2026-12-08'), '2026-11-24')).toBe(true)
  expect(isQuickWin(fix('2026-12-09'), '2026-11-24')).toBe(false)
})

it('T3: days are counted on the calendar, over the end of a year and a change of the clock', () => {
  expect(daysAfter('2026-12-24', 14)).toBe('2027-01-07')
  expect(daysAfter('2026-10-18', 14)).toBe('2026-11-01')
  expect(daysAfter('2026-03-29', 0)).toBe('2026-03-29')
})
