// P1 and P2 of docs/faults.md on the lines of a paste, for the function of any build: bench/redgreen.sh lays this file beside its paste.ts.
import { expect, it } from 'vitest'
import { splitLines } from './paste'

it.each([
  ['P1: a bullet and a tab', '•\tKlant belt\n•\tKlant wacht', ['Klant belt', 'Klant wacht']],
  ['P2: a column of numbers', '1\tKlant belt\tKCC\n2\tKlant wacht\tKCC', ['Klant belt', 'Klant wacht']],
  ['P2: a cell of two lines', '"Klant belt\nen wacht"\tKCC\nKlant mailt\tKCC', ['Klant belt en wacht', 'Klant mailt']],
])('%s', (_, text, want) => {
  expect(splitLines(text)).toEqual(want)
})
