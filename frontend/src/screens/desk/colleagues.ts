/** The colleagues of a rehearsal: they write and answer through whoever leads, as people without a device do. */
import type { BoardState } from '../../engine/board.svelte'
import { stepsOf } from '../../engine/journey'
import type { Rec } from '../../engine/ops'
import { pain } from '../../engine/pains'
import { collectOf } from '../../engine/rounds.svelte'
import { rounds } from '../../rounds/registry'
import type { Option } from '../../ui/rounds/face'
import { words } from '../../words/words.svelte'

/** Each writes what goes wrong at a step, spread over the journey. */
export function write(board: BoardState, people: readonly string[]): void {
  const steps = stepsOf(
    board,
    board.all('step').map((step) => step.id),
  )
  people.forEach((person_id, i) => {
    const step = steps[Math.floor(((i + 1) * (steps.length - 1)) / (people.length + 1))]
    const text = words.t.rehearsal.pains[i % words.t.rehearsal.pains.length] ?? ''
    void board.passOn(pain, { text, ...(step ? { step_id: step.id } : {}) }, { person_id })
  })
}

/** Each answers the open round once; the same people differ in the same way every time. Gives whose answers are on their way. */
export function answer(board: BoardState, round: Rec<'round'>, people: readonly string[]): void {
  const { passing } = rounds[collectOf(round)]
  const items = passing.items(board, round)
  people.forEach((person_id, i) => {
    const department = board.get(person_id, 'person')?.fields.department_id
    let left = passing.budget ? (round.fields.dots ?? 0) : Infinity
    items.forEach((item, at) => {
      const options = passing.options(board, round, department).filter((option) => (option.dots ?? 0) <= left)
      const chosen = choose(options, i, at)
      if (!chosen || chosen.dots === 0) return
      left -= chosen.dots ?? 0
      void chosen.say(item.id, { person_id })
    })
  })
}

/** Of a vote the first items get most; of a scale two neighbours see the same step differently. */
function choose(options: readonly Option[], person: number, item: number): Option | undefined {
  if (options.some((option) => option.dots !== undefined)) return options[(person + item) % 2 === 0 ? options.length - 1 : 0]
  return options[(person * 2 + item) % Math.max(options.length, 1)]
}
