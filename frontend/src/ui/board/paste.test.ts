import { describe, expect, it } from 'vitest'
import { readPaste, splitLines } from './paste'

describe('P1: markers of lists', () => {
  it.each([
    '•\t',
    '1.\t',
    '1.1\t',
    '1)\t',
    'a)\t',
    'a.\t',
    'o\t',
    '§\t',
    '\uf0b7\t',
    '\uf0a7 ',
    '☐ ',
    '☑\t',
    '- ',
    '– ',
    '- [ ] ',
    '* ',
    'iv)\t',
    '(2) ',
    '1.1. ',
  ])('drops %j and keeps the words', (marker) => {
    expect(splitLines(`${marker}Klant belt\n${marker}Klant wacht`)).toEqual(['Klant belt', 'Klant wacht'])
  })

  it('reads the list of a word processor', () => {
    expect(splitLines('•\tKlant belt met Klantcontact\n•\tKlant wacht op bericht\no\tKlant mailt nog eens\n')).toEqual([
      'Klant belt met Klantcontact',
      'Klant wacht op bericht',
      'Klant mailt nog eens',
    ])
    expect(splitLines('Proces\n•\tKlant belt\n•\t\n1.\tKlant wacht')).toEqual(['Proces', 'Klant belt', 'Klant wacht'])
  })

  it('leaves what belongs to the words', () => {
    const lines = [
      'A. Jansen belt terug',
      '1.5 uur wachten',
      '38 velden invullen',
      'o ja, en bellen',
      '24/7 bereikbaar',
      'e-mail sturen',
      '"Ik wacht al weken"',
    ]
    expect(splitLines(lines.join('\n'))).toEqual(lines)
  })
})

describe('P2: cells of a spreadsheet', () => {
  it('drops a column of numbers, and asks which column has the words', () => {
    const found = readPaste('1\tKlant belt\tKCC\n2\tKlant wacht\tKCC')
    expect(found.rows.map((row) => row.text)).toEqual(['Klant belt', 'Klant wacht'])
    expect(found.numbers).toBe(true)
    expect(found.choices.map((one) => one.sample)).toEqual(['Klant belt', 'KCC'])
    expect(readPaste('1\tKlant belt\tKCC', { column: 2 }).rows).toEqual([{ text: 'KCC' }])
  })

  it('reads quotes as a spreadsheet writes them', () => {
    expect(splitLines('"Klant belt\nen wacht"\tKCC\nKlant mailt\tSCH')).toEqual(['Klant belt en wacht', 'Klant mailt'])
    expect(splitLines('"Klant zegt ""nee"""\tKCC')).toEqual(['Klant zegt "nee"'])
    expect(splitLines('"Klant belt\r\nen wacht"\r\nKlant mailt')).toEqual(['Klant belt en wacht', 'Klant mailt'])
    expect(splitLines('"nooit dicht\nKlant wacht')).toEqual(['"nooit dicht', 'Klant wacht'])
  })

  it('understands the heads of the columns', () => {
    const text =
      'Nr\tFase\tStap\tAfdeling\n1\tMelden\t"Klant belt\nen wacht"\tKCC\n' +
      '2\tMelden\tKlant mailt foto’s\tSCH\n3\tHerstel\tKlant brengt auto\tHER\n'
    expect(readPaste(text)).toEqual({
      rows: [
        { text: 'Klant belt en wacht', phase: 'Melden', department: 'KCC' },
        { text: 'Klant mailt foto’s', phase: 'Melden', department: 'SCH' },
        { text: 'Klant brengt auto', phase: 'Herstel', department: 'HER' },
      ],
      found: 3,
      choices: [],
      column: 2,
      head: true,
      numbers: true,
    })
    expect(splitLines('Stap\tAfdeling\nBellen\tKCC')).toEqual(['Bellen'])
  })
})

it('P3: says how many there were', () => {
  const found = readPaste(Array.from({ length: 75 }, (_, i) => `Stap ${i}`).join('\n'))
  expect([found.rows.length, found.found]).toEqual([60, 75])
})

describe('headings of a list of steps', () => {
  const steps = (text: string) => readPaste(text, { headings: true }).rows.map((row) => [row.phase, row.text])
  const wanted = [
    ['Melden', 'Klant belt'],
    ['Melden', 'Klant wacht'],
    ['Herstel', 'Klant brengt de auto'],
  ]

  it.each([
    'Melden\n•\tKlant belt\n•\tKlant wacht\n\nHerstel\n•\tKlant brengt de auto',
    'Melden\n- Klant belt\n- Klant wacht\nHerstel\n- Klant brengt de auto',
    'Melden:\nKlant belt\nKlant wacht\n\nHerstel:\nKlant brengt de auto',
    '# Melden\nKlant belt\nKlant wacht\n# Herstel\nKlant brengt de auto',
  ])('are phases: %j', (text) => {
    expect(steps(text)).toEqual(wanted)
  })

  it.each(['Proces\n•\tKlant belt\n•\tKlant wacht', 'Klant belt:\nKlant wacht', 'Klant belt\nKlant wacht\n- Klant mailt'])(
    'are not guessed: %j',
    (text) => {
      expect(steps(text).map(([phase]) => phase)).not.toContainEqual(expect.any(String))
      expect(steps(text)).toHaveLength(text.split('\n').length)
    },
  )
})
