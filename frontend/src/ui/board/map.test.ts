import { describe, expect, it } from 'vitest'
import { keepSame } from './keep'
import { chainShape, columnWidth, crossing, fitZoom, hiddenRight, layColumns, waitParts, zoomStep } from './layout'
import { listMove, nextStop, stepMove, type Stop } from './moves'
import { shorten, splitLines } from './paste'

const phases = [
  { id: 'p1', steps: ['a'] },
  { id: 'p2', steps: ['b', 'c'] },
  { id: 'p3', steps: [] },
]

describe('columns', () => {
  it('numbers steps through all phases and keeps a place for an empty one', () => {
    expect(layColumns(phases).map((c) => [c.key, c.n, c.first, c.last])).toEqual([
      ['a', 1, true, true],
      ['b', 2, true, false],
      ['c', 3, false, true],
      ['empty-p3', 0, true, true],
    ])
    expect(layColumns([])).toEqual([])
  })

  it('has one column for a folded phase, and the steps behind it keep their numbers', () => {
    const folded = layColumns(phases, (id) => id !== 'p1')
    expect(folded.map((c) => [c.key, c.n, c.folded])).toEqual([
      ['a', 1, 0],
      ['folded-p2', 0, 2],
      ['empty-p3', 0, 0],
    ])
    expect(layColumns(phases, (id) => id === 'p1').map((c) => c.n)).toEqual([0, 2, 3, 0])
  })

  it('shows nine whole columns at 1440, shares spare width up to a limit', () => {
    expect(columnWidth(11, 1440)).toBe(144)
    expect(112 + 9 * columnWidth(11, 1440) + 32).toBe(1440)
    expect(columnWidth(11, 1920)).toBe(152)
    expect(columnWidth(2, 1920)).toBe(208)
    expect(columnWidth(0, 1920)).toBe(144)
  })

  it('fits the width, never above 100 % and never below 40 %', () => {
    expect(fitZoom(9, 1440)).toBe(1)
    expect(fitZoom(11, 804)).toBeCloseTo(0.46, 2)
    expect(fitZoom(60, 804)).toBe(0.4)
    expect([zoomStep(1, 1), zoomStep(1, -1), zoomStep(2, 1), zoomStep(0.5, -1), zoomStep(0.46, 1)]).toEqual([1.1, 0.9, 2, 0.5, 0.5])
  })

  it('knows which columns are out of sight on the right', () => {
    expect(hiddenRight(11, 144, 1, 0, 1408)).toEqual([9, 10])
    expect(hiddenRight(11, 144, 1, 288, 1408)).toEqual([])
  })
})

describe('the chain', () => {
  it('bounces once between every two landings', () => {
    const shape = chainShape([2, 3, 4, 5, 6], 144)
    expect(shape?.bounces.map((b) => [b.x, b.n])).toEqual([
      [432, 1],
      [576, 2],
      [720, 3],
      [864, 4],
    ])
    expect(shape?.landings).toEqual([360, 504, 648, 792])
    expect(shape?.end).toBe(936)
    expect(shape?.path.match(/C/g)).toHaveLength(4)
    expect(shape?.path.startsWith('M360 54C')).toBe(true)
  })

  it('is nothing with fewer than two landings', () => {
    expect(chainShape([], 144)).toBeNull()
    expect(chainShape([3], 144)).toBeNull()
  })
})

describe('crossing the line of visibility', () => {
  it('needs a front and another department behind it', () => {
    expect(crossing({ front: undefined, backs: ['x'], handoffs: [] })).toBeNull()
    expect(crossing({ front: 'f', backs: [], handoffs: [] })).toBeNull()
    expect(crossing({ front: 'f', backs: ['f'], handoffs: [] })).toBeNull()
    expect(crossing({ front: 'f', backs: ['b'], handoffs: [] })).toEqual({ up: false, information: false })
  })

  it('goes the way the hand-off goes', () => {
    expect(crossing({ front: 'f', backs: ['b'], handoffs: [{ from: 'b', to: 'f', kind: 'information' }] })).toEqual({
      up: true,
      information: true,
    })
    expect(crossing({ front: 'f', backs: ['b'], handoffs: [{ from: 'f', to: 'b', kind: 'order' }] })).toEqual({
      up: false,
      information: false,
    })
  })
})

describe('keeping what is the same', () => {
  it('gives the old list back when nothing changed, and old members when some did', () => {
    const old = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ]
    expect(
      keepSame(old, [
        { id: 'a', n: 1 },
        { id: 'b', n: 2 },
      ]),
    ).toBe(old)
    const next = keepSame(old, [
      { id: 'a', n: 1 },
      { id: 'b', n: 3 },
    ])
    expect(next).not.toBe(old)
    expect([next[0] === old[0], next[1] === old[1]]).toEqual([true, false])
    expect(keepSame(old, [{ id: 'a', n: 1 }])).toHaveLength(1)
  })
})

describe('waiting', () => {
  it.each([
    [35, 'min', 35],
    [119, 'min', 119],
    [120, 'hours', 2],
    [150, 'hours', 2.5],
    [12960, 'days', 9],
  ])('%i minutes', (minutes, unit, n) => {
    expect(waitParts(minutes)).toEqual({ unit, n })
  })
})

describe('arrows', () => {
  const stop = (row: Stop['row'], col: number, i = 0): Stop => ({ row, col, i })
  const stops = [
    stop('head', 0),
    stop('notes', 0, 0),
    stop('notes', 0, 1),
    stop('front', 0),
    stop('head', 1),
    stop('notes', 1, 0),
    stop('head', 2),
    stop('front', 2),
  ]
  const go = (at: number, key: Parameters<typeof nextStop>[2]) => {
    const from = stops[at]
    if (!from) throw new Error('no such stop')
    const to = nextStop(stops, from, key)
    return to && `${to.row} ${to.col} ${to.i}`
  }

  it('walks through a cell before it leaves it', () => {
    expect([go(0, 'ArrowDown'), go(1, 'ArrowDown'), go(2, 'ArrowDown'), go(3, 'ArrowDown')]).toEqual([
      'notes 0 0',
      'notes 0 1',
      'front 0 0',
      undefined,
    ])
    expect(go(3, 'ArrowUp')).toBe('notes 0 1')
  })

  it('skips columns that have nothing in this row', () => {
    expect([go(2, 'ArrowRight'), go(3, 'ArrowRight'), go(7, 'ArrowLeft'), go(0, 'ArrowLeft')]).toEqual([
      'notes 1 0',
      'front 2 0',
      'front 0 0',
      undefined,
    ])
  })

  it('jumps to the ends of a row', () => {
    expect([go(4, 'Home'), go(4, 'End')]).toEqual(['head 0 0', 'head 2 0'])
  })
})

describe('moving with the keyboard', () => {
  it('goes past a neighbour and then into the next phase', () => {
    expect(stepMove(phases, 'b', 1)).toEqual({ phase: 'p2', after: 'c' })
    expect(stepMove(phases, 'c', 1)).toEqual({ phase: 'p3', after: null })
    expect(stepMove(phases, 'c', -1)).toEqual({ phase: 'p2', after: null })
    expect(stepMove(phases, 'b', -1)).toEqual({ phase: 'p1', after: 'a' })
    expect(stepMove(phases, 'a', -1)).toBeNull()
    expect(stepMove(phases, 'nobody', 1)).toBeNull()
  })

  it('moves within a list', () => {
    expect([
      listMove(['a', 'b', 'c'], 'a', 1),
      listMove(['a', 'b', 'c'], 'b', -1),
      listMove(['a', 'b'], 'b', 1),
      listMove(['a'], 'a', -1),
    ]).toEqual(['b', null, undefined, undefined])
  })
})

describe('pasting', () => {
  it('takes bullets and numbers off', () => {
    expect(splitLines('- Bellen\r\n* Wachten\n\n3. Formulier\n4) Klaar\n• Punt')).toEqual([
      'Bellen',
      'Wachten',
      'Formulier',
      'Klaar',
      'Punt',
    ])
  })

  it('leaves numbers that belong to the words', () => {
    expect(splitLines('38 velden invullen\n2 keer bellen')).toEqual(['38 velden invullen', '2 keer bellen'])
  })

  it('takes the first filled column of a table, and not without end', () => {
    expect(splitLines('Bellen\t12\n\tWachten\t3')).toEqual(['Bellen', 'Wachten'])
    expect(splitLines(Array.from({ length: 99 }, () => 'x').join('\n'))).toHaveLength(60)
  })

  it('shortens at a word', () => {
    expect(shorten('kort', 10)).toBe('kort')
    expect(shorten('een lange zin met woorden', 16)).toBe('een lange zin')
    expect(shorten('😀😀😀', 2)).toBe('😀😀')
  })
})
