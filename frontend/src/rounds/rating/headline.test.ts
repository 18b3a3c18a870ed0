import { describe, expect, it } from 'vitest'
import { valueY } from './curveplan'
import { headline } from './headline'

/** The height of a line of the title, and the row of the face “enthousiast”. */
const lineHeight = 1.15
const face = valueY(2) - 24

describe('the headline of the curve', () => {
  it.each([
    ['Sanne zakt het diepst bij ‘Bellen’'],
    ['Sanne zakt het diepst bij ‘Bellen’ en ‘Wachten op bericht van de verzekeraar’'],
    ['Sanne zakt het diepst bij ‘Bellen: wat gebeurt er nu?’'],
    [`Maximiliaan-Alexander zakt het diepst bij ‘${'Wachten op bericht van de verzekeraar over de kosten'.padEnd(60, ' nu')}’`],
  ])('never lies on the axis: %s', (text) => {
    const { size, top } = headline(text)
    const lines = Math.ceil(([...text].length * size * 0.5) / 1728)
    expect(lines).toBeLessThanOrEqual(2)
    expect(top + lines * size * lineHeight).toBeLessThan(face)
    expect(size).toBeGreaterThanOrEqual(48)
  })
})
