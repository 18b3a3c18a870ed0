import { describe, expect, it } from 'vitest'
import { momentOf, wallOf } from './zoned'

const zone = 'Europe/Amsterdam'
const utc = (text: string) => Date.parse(text)

describe('wall clocks of a zone', () => {
  it.each([
    ['2026-12-03', '13:00', '2026-12-03T12:00:00Z'],
    ['2026-07-03', '13:00', '2026-07-03T11:00:00Z'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['2027-01-01', '00:00', '2026-12-31T23:00:00Z'],
  ])('%s %s', (date, time, moment) => {
    expect(momentOf({ date, time }, zone)).toBe(utc(moment))
    expect(wallOf(utc(moment), zone)).toEqual({ date, time })
  })

  it('has no moment in the hour that is skipped', () => {
    expect(momentOf({ date: '2027-03-28', time: '02:30' }, zone)).toBeNull()
  })

  it('gives one of the two moments of the hour that comes twice', () => {
    const at = momentOf({ date: '2026-10-25', time: '02:30' }, zone)
    expect([utc('2026-10-25T00:30:00Z'), utc('2026-10-25T01:30:00Z')]).toContain(at)
  })

  it('refuses what is no date or time', () => {
    expect(momentOf({ date: '2026-02-31', time: '10:00' }, zone)).toBeNull()
    expect(momentOf({ date: '', time: '' }, zone)).toBeNull()
  })
})
