// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { BoardState } from '../../engine/board.svelte'
import type { FieldsOf } from '../../engine/records.gen'
import { words } from '../../words/words.svelte'
import '../../words/testing/all'
import { mailOf, reminderFor } from './reminder'
import { daysBetween, ownersOf, standingOf, whenOf } from './standing'

const today = '2026-12-16'
let n = 0
const fix = (fields: FieldsOf['fix']) => ({ id: `f${String(++n)}`, kind: 'fix' as const, at: 0, fields })

describe('how a fix stands', () => {
  it.each([
    [{ status: 'agreed', due_date: '2026-12-15' }, 'late'],
    [{ status: 'doing', due_date: '2026-12-16' }, 'open'],
    [{ status: 'idea', due_date: '2026-12-15' }, 'late'],
    [{ status: 'idea' }, 'idea'],
    [{ status: 'done', due_date: '2026-12-01' }, 'done'],
    [{ status: 'verified' }, 'done'],
    [{ status: 'parked', due_date: '2026-12-01' }, 'out'],
  ] as const)('%o is %s', (fields, standing) => expect(standingOf(fix(fields), today)).toBe(standing))

  it('is said in words', async () => {
    await words.choose('nl')
    const said = (fields: FieldsOf['fix']) => whenOf(fix(fields), today, 'Europe/Amsterdam')
    expect(said({ status: 'agreed', due_date: '2026-12-14' })).toBe('2 dagen over de datum (14 december)')
    expect(said({ status: 'agreed', due_date: '2026-12-15' })).toBe('1 dag over de datum (15 december)')
    expect(said({ status: 'agreed', due_date: '2026-12-16' })).toBe('Vandaag klaar')
    expect(said({ status: 'agreed', due_date: '2026-12-20' })).toBe('Klaar voor 20 december')
    expect(said({ status: 'agreed' })).toBe('Nog geen datum')
    // Half past eleven in London is another day in Amsterdam.
    expect(said({ status: 'done', done_at: '2026-12-14T23:30:00Z' })).toBe('Gedaan op 15 december')
  })

  it('counts days across a change of the clock', () => expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2))
})

const board = (fixes: ReturnType<typeof fix>[]) =>
  ({ all: () => fixes, shown: () => fixes, get: () => undefined, nameOf: () => '' }) as unknown as BoardState

describe('owners', () => {
  it('are one by their name, however it is spelled; nobody comes last, and what is late first', () => {
    const fixes = [
      fix({ text: 'a', status: 'agreed', due_date: '2026-12-20', owner_person: 'Olga' }),
      fix({ text: 'b', status: 'idea' }),
      fix({ text: 'c', status: 'agreed', due_date: '2026-12-10', owner_person: ' olga ' }),
      fix({ text: 'd', status: 'dropped', owner_person: 'Piet' }),
      fix({ text: 'e', status: 'done', owner_person: 'Henk' }),
    ]
    const told = ownersOf(board(fixes), today).map((owner) => [owner.name, owner.fixes.map((one) => one.fields.text).join('')])
    expect(told).toEqual([
      ['Henk', 'e'],
      ['Olga', 'ca'],
      ['', 'b'],
    ])
  })

  it('get a reminder of what is open, with the link; nobody is reminded of what is done', async () => {
    await words.choose('nl')
    const about = { title: 'Schade', from: 'Noor', today, zone: 'Europe/Amsterdam', link: 'https://x/k#b.k' }
    const [olga] = ownersOf(
      board([
        fix({ text: 'Bel op dag drie', status: 'doing', due_date: '2026-12-14', owner_person: 'Olga de Wit' }),
        fix({ text: 'Schrap het formulier', status: 'done', owner_person: 'Olga de Wit' }),
      ]),
      today,
    )
    const text = olga ? reminderFor(olga, about) : ''
    expect(text).toContain('Hoi Olga,')
    expect(text).toContain('- Bel op dag drie (2 dagen over de datum (14 december))')
    expect(text).toContain('https://x/k#b.k')
    expect(text).not.toContain('Schrap')
    expect(olga && reminderFor({ ...olga, fixes: olga.fixes.slice(1) }, about)).toBe('')
    expect(mailOf('Hoe & wat', 'a\nb')).toBe('mailto:?subject=Hoe%20%26%20wat&body=a%0D%0Ab')
  })
})
