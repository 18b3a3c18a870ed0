import { describe, expect, it } from 'vitest'
import { mayDo, mayWrite, type Asker } from './rights'
import { rights } from './rights.gen'

const ann: Asker = { role: 'participant', seated: true, takesPart: false, guestsVote: false, activity: '', mapLocked: false }
const as = (more: Partial<Asker>): Asker => ({ ...ann, ...more })

describe('what the page offers', () => {
  it('follows the agenda for participants only', () => {
    const kinds = ['step', 'pain', 'note', 'quote', 'fix', 'cell', 'parking_item']
    const open = (activity: string, role: Asker['role'] = 'participant') =>
      kinds.filter((kind) => mayDo(as({ activity, role }), `put ${kind}`)).join(' ')
    expect(open('')).toBe('step pain note quote fix cell parking_item')
    expect(open('welcome')).toBe(open(''))
    expect(open('promise')).toBe('note quote cell parking_item')
    expect(open('pains')).toBe('pain quote cell parking_item')
    expect(open('rules')).toBe('quote cell parking_item')
    expect(open('commit')).toBe('quote fix cell parking_item')
    expect(open('rules', 'co_facilitator')).toBe(open(''))
    expect(open('', 'guest')).toBe('quote')
    expect(open('', 'observer') + open('', 'screen')).toBe('')
    expect(mayDo(as({ role: undefined }), 'put pain')).toBe(false)
  })

  it('leaves what was made as it is once the workshop is closed', () => {
    const over = (role: Asker['role'] = 'participant') => as({ activity: 'over', role })
    for (const what of ['put pain', 'put fix', 'put need', 'set pain', 'del note', 'restore pain', 'put story', 'set persona'])
      expect([what, mayDo(over(), what, true), mayDo(over('facilitator'), what, true)]).toEqual([what, false, true])
    for (const what of ['set fix', 'put lesson', 'put quote', 'set person.name', 'set kudos.consent'])
      expect([what, mayDo(over(), what, true)]).toEqual([what, true])
    expect([mayDo(over('guest'), 'set story', true), mayDo(over('guest'), 'put quote')]).toEqual([false, true])
  })

  it('holds the locked map still, but not for who leads', () => {
    for (const what of ['put step', 'set step', 'move cell', 'del handoff']) {
      expect([what, mayDo(as({ mapLocked: true }), what)]).toEqual([what, false])
      expect([what, mayDo(as({ mapLocked: true, role: 'facilitator' }), what)]).toEqual([what, true])
    }
    expect(mayDo(as({ mapLocked: true }), 'put pain')).toBe(true)
  })

  it('leaves words to their author, the map to all, and deleting a step to who made it', () => {
    expect([
      mayDo(ann, 'set pain'),
      mayDo(ann, 'set pain', true),
      mayDo(ann, 'set step'),
      mayDo(ann, 'del step'),
      mayDo(ann, 'del step', true),
    ]).toEqual([false, true, true, false, true])
    expect(mayDo(as({ role: 'observer' }), 'set note', true)).toBe(false)
  })

  it('knows fields apart', () => {
    expect([mayWrite(ann, 'pain', 'overlaps', true), mayWrite(ann, 'pain', 'severity', true)]).toEqual([false, true])
    expect([
      mayWrite(as({ role: 'observer' }), 'person', 'name', true),
      mayWrite(ann, 'person', 'name', false),
      mayWrite(ann, 'person', 'role', true),
    ]).toEqual([true, false, false])
    expect(mayWrite(as({ role: 'facilitator' }), 'pain', 'merged_into', true)).toBe(false)
  })

  it('asks who sits where, and what the board has set, before a round', () => {
    expect([mayDo(ann, 'ready vote'), mayDo(as({ seated: false }), 'ready vote')]).toEqual([true, false])
    const host = as({ role: 'facilitator' })
    expect([
      mayDo(host, 'ready vote'),
      mayDo(as({ ...host, takesPart: true }), 'ready vote'),
      mayDo(as({ ...host, takesPart: true, seated: false }), 'ready vote'),
    ]).toEqual([false, true, false])
    const guest = as({ role: 'guest', seated: false })
    expect([
      mayDo(guest, 'ready rating'),
      mayDo(guest, 'ready vote'),
      mayDo(as({ ...guest, guestsVote: true, seated: true }), 'ready vote'),
      mayDo(guest, 'ready writing'),
    ]).toEqual([true, false, true, false])
  })

  it('offers nothing that stands in no row', () => {
    expect([mayDo(as({ role: 'facilitator' }), 'put tally'), mayDo(as({ role: 'facilitator' }), 'act join')]).toEqual([false, false])
    expect(Object.keys(rights).length).toBeGreaterThan(100)
  })
})
