import { expect, test } from 'vitest'
import { softHyphens } from './hyphen'

const shown = (text: string) => softHyphens(text).replaceAll('\u00ad', '-')

test('long words break between syllables, short ones not at all', () => {
  expect(shown('Doorverbonden met Schade')).toBe('Door-ver-bon-den met Schade')
  expect(shown('Schadeformulier')).toMatch(/for-mu-lier$/)
  expect(shown('Klantcontact')).toBe('Klant-con-tact')
  expect(shown('Vervangend vervoer bellen')).toBe('Ver-van-gend vervoer bellen')
  expect(shown('Noodnummer bellen')).toBe('Nood-num-mer bellen')
})

test('only soft hyphens are added', () => {
  const text = 'woningcorporatiemedewerker 12345678901 Überraschungsgäste'
  expect(softHyphens(text).replaceAll('\u00ad', '')).toBe(text)
})
