import { describe, expect, it } from 'vitest'
import { activities } from '../../engine/activities.gen'
import { scripts as en } from './en'
import { scripts as nl } from './nl'
import type { Scripts } from './script'

const all = (scripts: Scripts) => Object.entries(scripts)

describe.each([
  ['nl', nl],
  ['en', en],
])('scripts for the facilitator in %s', (_, scripts) => {
  it('are there for every activity: a goal, three sentences, a tip and what goes wrong', () => {
    expect(Object.keys(scripts).sort()).toEqual(Object.keys(activities).sort())
    for (const [name, { goal, say, tip, pitfalls }] of all(scripts)) {
      expect(say, name).toHaveLength(3)
      expect(pitfalls.length, name).toBeGreaterThan(0)
      for (const text of [goal, tip, ...say, ...pitfalls]) expect(text, name).toMatch(/^[A-ZÉ“].*[.?”]$/)
    }
  })

  it('are short enough to read while a room waits', () => {
    for (const [name, { goal, say, tip, pitfalls }] of all(scripts)) {
      for (const text of [goal, ...say]) expect(text.split(' ').length, `${name}: ${text}`).toBeLessThanOrEqual(22)
      for (const text of [tip, ...pitfalls]) expect(text.split(' ').length, `${name}: ${text}`).toBeLessThanOrEqual(28)
    }
  })

  it('never shout and never blame', () => {
    for (const [name, script] of all(scripts)) expect(JSON.stringify(script), name).not.toMatch(/!|altijd beter| {2}/)
  })
})

describe('scripts', () => {
  it('warn of the same things in both languages', () => {
    for (const [name, script] of all(nl)) expect(en[name as keyof Scripts].pitfalls, name).toHaveLength(script.pitfalls.length)
  })
})
