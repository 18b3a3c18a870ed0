import { describe, expect, it } from 'vitest'
import type { SurveyPreview } from '../../../engine/api'
import { asksOrder, byReason, choose, firstChoices, mappingOf } from './survey'

const preview = {
  rows: 4,
  counted: 3,
  indicator: { id: 'i', name: 'Cijfer', min: 0, max: 10 },
  leftOut: [],
  columns: [
    { index: 0, title: 'Naam', guess: 'personal', answers: 3, samples: [] },
    { index: 1, title: 'Cijfer', guess: 'score', answers: 3, samples: ['8'], labels: { 'weet niet': 1 } },
    { index: 2, title: 'NPS', guess: 'score', answers: 3, samples: ['9'] },
    { index: 4, title: 'Waarom?', guess: 'comment', answers: 3, samples: ['Snel'] },
    { index: 5, title: 'Nog iets?', guess: 'comment', answers: 1, samples: ['Bel Jan'], namesSomebody: [3] },
  ],
} as unknown as SurveyPreview

describe('what is taken from a file', () => {
  it('begins with the first score and the comments', () => {
    expect(firstChoices(preview, '2026-05-01').doing).toEqual({ 0: 'skip', 1: 'score', 2: 'skip', 4: 'comment', 5: 'comment' })
    const { indicator: _, ...without } = preview
    expect(firstChoices(without as SurveyPreview, '2026-05-01').doing[1]).toBe('skip')
  })

  it('has one score', () => {
    expect(choose({ 1: 'score', 2: 'skip' }, 2, 'score')).toEqual({ 1: 'skip', 2: 'score' })
    expect(choose({ 1: 'comment', 2: 'skip' }, 2, 'comment')).toEqual({ 1: 'comment', 2: 'comment' })
  })

  it('is asked of the server when it is complete', () => {
    const choices = firstChoices(preview, '2026-05-01')
    expect(mappingOf(preview, choices)).toBeUndefined()
    expect(mappingOf(preview, { ...choices, source: ' Forms ' })).toEqual({
      score: { column: 1, indicatorId: 'i', labels: { 'weet niet': null } },
      comments: [4, 5],
      source: 'Forms',
      date: '2026-05-01',
      consent: 'none_needed',
    })
    expect(mappingOf(preview, { ...choices, source: 'Forms', worth: { 'weet niet': '2,5' } })?.score?.labels).toEqual({ 'weet niet': 2.5 })
  })

  it('tells what is left out by reason, each row once', () => {
    expect(
      byReason([
        { row: 3, reason: 'preview' },
        { row: 4, reason: 'fraction' },
        { row: 4, reason: 'fraction' },
      ]),
    ).toEqual([
      { reason: 'preview', rows: [3] },
      { reason: 'fraction', rows: [4] },
    ])
  })

  it('asks for the order of dates that no value decides', () => {
    expect(asksOrder(preview)).toBe(false)
    expect(asksOrder({ ...preview, columns: [{ index: 3, title: 'Datum', guess: 'date', answers: 3, samples: [] }] })).toBe(true)
  })
})
