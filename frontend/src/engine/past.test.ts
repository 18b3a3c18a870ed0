import { expect, it, vi } from 'vitest'
import { pastBoard } from './past'
import { mayAdd, mayEdit } from './may'

it('shows a moment like any board, and lets nobody change it', async () => {
  const step = { id: 'step-of-then-000001', kind: 'step', at: 1, fields: { title: 'Bellen' } } as const
  const board = pastBoard('board', { records: [step], insight: { type: 'insight', seq: 3, repeatsStory: 2 } as never })
  board.open()
  await vi.waitFor(() => expect(board.insight?.repeatsStory).toBe(2))
  expect(board.all('step').map((found) => found.fields.title)).toEqual(['Bellen'])
  expect(mayAdd(board, 'note') || mayEdit(board, step.id)).toBe(false)
  board.close()
})
