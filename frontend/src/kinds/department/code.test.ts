import { describe, expect, it } from 'vitest'
import { proposeCode, tidyCode } from './code'

describe('codes of departments', () => {
  it.each([
    ['Wmo-loket', [], 'WL'],
    ['Keuken', [], 'KEU'],
    ['Keuken', ['KEU'], 'KE'],
    ['Keuken', ['KEU', 'KE'], 'KUK'],
    ['Financiën', [], 'FIN'],
    ['Zorg en welzijn', [], 'ZEW'],
    ['É', [], 'E1'],
    ['', [], 'A1'],
  ])('%s with %j taken', (name, taken, code) => {
    expect(proposeCode(name, taken)).toBe(code)
  })

  it('finds a free one for every department of a board', () => {
    const taken: string[] = []
    for (let n = 0; n < 40; n++) {
      const code = proposeCode('Klantenservice', taken)
      expect(code).toMatch(/^[A-Z0-9]{2,3}$/)
      expect(taken).not.toContain(code)
      taken.push(code)
    }
  })

  it('keeps what is typed in capitals', () => {
    expect(tidyCode(' kc-o ')).toBe('KCO')
    expect(tidyCode('éénvier')).toBe('EEN')
  })
})
