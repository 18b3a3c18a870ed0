import { describe, expect, it } from 'vitest'
import { leadRows } from './leads'

const steps = [1, 2, 3, 4].map((number) => ({ id: `s${number}`, number, title: `Stap ${number}` }))
const led = (step: string, value: string, decided = true) => ({ step, value, decided, votes: {} })

describe('who leads, on the projector', () => {
  it('puts the customer first, also where they lead nowhere, and who did not agree last', () => {
    const rows = leadRows([led('s1', '', false), led('s2', 'system'), led('s3', 'process'), led('s4', 'process')], steps)
    expect(rows.map((row) => [row.value, row.steps.map((step) => step.number)])).toEqual([
      ['customer', []],
      ['process', [3, 4]],
      ['system', [2]],
      ['', [1]],
    ])
  })

  it('leaves out steps nobody judged', () => {
    expect(leadRows([led('s2', 'customer')], steps)).toEqual([{ value: 'customer', steps: [steps[1]] }])
  })
})
