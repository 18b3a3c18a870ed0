import { expect, it } from 'vitest'
import type { Rec } from '../../engine/ops'
import { flat, grown, hasOneReason, isRoot } from './tree'

const cause = (id: string, parent_id?: string, changeable = false) =>
  ({
    id,
    kind: 'cause_node',
    at: 1,
    fields: { pain_id: 'pain', text: id, changeable, ...(parent_id && { parent_id }) },
  }) as Rec<'cause_node'>
const drawn = (all: Rec<'cause_node'>[]) => flat(grown(all)).map((branch) => [branch.cause.id, branch.depth])

it('draws a tree from top to bottom, branches in their order', () => {
  const tree = grown([cause('a'), cause('b'), cause('a1', 'a'), cause('a2', 'a'), cause('a1x', 'a1', true)])
  expect(flat(tree).map((branch) => [branch.cause.id, branch.depth])).toEqual([
    ['a', 1],
    ['a1', 2],
    ['a1x', 3],
    ['a2', 2],
    ['b', 1],
  ])
  expect(
    flat(tree)
      .filter(isRoot)
      .map((branch) => branch.cause.id),
  ).toEqual(['a1x'])
  expect([hasOneReason(tree), hasOneReason(tree[0]?.under ?? []), hasOneReason([])]).toEqual([false, false, false])
  expect(hasOneReason(grown([cause('only')]))).toBe(true)
})

it('shows each answer once, also where one hangs on what is gone or a file holds a circle', () => {
  expect(drawn([cause('a', 'gone'), cause('b', 'a')])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  expect(drawn([cause('a', 'b'), cause('b', 'a')])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})
