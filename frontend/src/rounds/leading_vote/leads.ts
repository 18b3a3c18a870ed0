import type { InsightLed } from '../../engine/insight.gen'

interface Numbered {
  id: string
  number: number
  title: string
}

export interface LeadRow {
  /** '' = people did not agree. */
  value: string
  steps: Numbered[]
}

/** Per answer the steps it leads at: the customer on top even where they lead nowhere, then by how many, undecided last. */
export function leadRows(leading: readonly InsightLed[], steps: readonly Numbered[]): LeadRow[] {
  const rows = new Map<string, LeadRow>([['customer', { value: 'customer', steps: [] }]])
  for (const step of steps) {
    const led = leading.find((one) => one.step === step.id)
    if (!led) continue
    const value = led.decided ? led.value : ''
    const row = rows.get(value) ?? { value, steps: [] }
    row.steps.push(step)
    rows.set(value, row)
  }
  const place = (row: LeadRow) => (row.value === 'customer' ? 0 : row.value === '' ? 2 : 1)
  return [...rows.values()].sort((a, b) => place(a) - place(b) || b.steps.length - a.steps.length)
}
