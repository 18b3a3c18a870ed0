import { expect, it } from 'vitest'
import { dayAt, noonOf } from './interviews'

it('knows the day of a talk on the clocks of the board', () => {
  for (const zone of ['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'])
    expect(dayAt(noonOf('2026-12-08', zone) ?? '', zone)).toBe('2026-12-08')
  expect(dayAt('2026-12-07T23:30:00Z', 'Europe/Amsterdam')).toBe('2026-12-08')
  expect([dayAt(undefined, 'UTC'), dayAt('soon', 'UTC'), noonOf(null, 'UTC')]).toEqual(['', '', null])
})
