import { describe, expect, it } from 'vitest'
import type { Refused } from '../../engine/board.svelte'
import { Passed } from './passed.svelte'

const no: Refused = { code: 'round_closed', message: 'Deze ronde is al dicht.', at: 1 }

describe('what was passed on', () => {
  it('counts only what the server took', async () => {
    const passed = new Passed()
    let tell: (no: Refused | null) => void = () => undefined
    const done = passed.pass('step', 3, new Promise((resolve) => (tell = resolve)))
    expect([passed.standing('step'), passed.stored('step'), passed.wished('step')]).toEqual(['under way', 0, 3])
    tell(null)
    await done
    expect([passed.standing('step'), passed.stored('step'), passed.wished('step')]).toEqual(['stored', 3, 3])
  })

  it('goes back to what stands after a no, and says which', async () => {
    const passed = new Passed()
    await passed.pass('step', 1, Promise.resolve(null))
    await passed.pass('step', 2, Promise.resolve(no))
    expect([passed.standing('step'), passed.stored('step'), passed.wished('step'), passed.refusal('step')]).toEqual(['refused', 1, 1, no])
    await passed.pass('step', 2, Promise.resolve(null))
    expect([passed.standing('step'), passed.stored('step'), passed.refusal('step')]).toEqual(['stored', 2, undefined])
  })

  it('a no to one answer says nothing about another', async () => {
    const passed = new Passed()
    await Promise.all([passed.pass('one', 1, Promise.resolve(no)), passed.pass('other', 1, Promise.resolve(null))])
    expect([passed.standing('one'), passed.standing('other')]).toEqual(['refused', 'stored'])
  })

  it('waits for the last of three presses', async () => {
    const passed = new Passed()
    let tell: (no: Refused | null) => void = () => undefined
    const first = passed.pass('step', 1, Promise.resolve(null))
    const last = passed.pass('step', 2, new Promise((resolve) => (tell = resolve)))
    await first
    expect([passed.standing('step'), passed.stored('step'), passed.wished('step')]).toEqual(['under way', 1, 2])
    tell(null)
    await last
    expect([passed.standing('step'), passed.stored('step')]).toEqual(['stored', 2])
  })
})
