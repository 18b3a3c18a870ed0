import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proposeCode, tidyCode } from './code'

interface Row {
  name: string
  taken: string[]
  code: string
}

describe('codes of departments', () => {
  // The table is Go's too: boards/incoming/code_test.go.
  const table = JSON.parse(readFileSync(join(process.cwd(), '../boards/testdata/codes.json'), 'utf8')) as Row[]

  it.each(table)('$name with $taken taken', ({ name, taken, code }) => {
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
