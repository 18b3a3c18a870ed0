import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rounded } from './round'

type Vector = { value: number; decimals: number; rounded: number; nl: string; en: string }

test('N3 figures are rounded as the server rounds them', () => {
  const vectors = JSON.parse(readFileSync(join(process.cwd(), '../boards/testdata/figures.json'), 'utf8')) as Vector[]
  expect(vectors.length).toBeGreaterThan(20)
  for (const v of vectors) {
    expect(rounded(v.value, v.decimals)).toBe(v.rounded)
    const said = (locale: string): string =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: v.decimals }).format(rounded(v.value, v.decimals))
    expect([said('nl-NL'), said('en-GB')]).toEqual([v.nl, v.en])
  }
})
