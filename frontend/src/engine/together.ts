import type { BoardState } from './board.svelte'
import { isWhole, stepOf, stickies, type Card } from './cards'
import type { Rec } from './ops'
import { kinds } from './records.gen'

/** From so many people on one map is too few for them all to speak. */
export const mostAtOneMap = 14

/** The size of a good group. */
export const perGroup = 5

/** How many groups a board holds. */
export const mostGroups = kinds.breakout.most

/** The groups people work in now, by number; none when they work together. */
export const groupsOf = (board: BoardState): Rec<'breakout'>[] =>
  [...board.all('breakout')].sort((a, b) => (a.fields.number ?? 0) - (b.fields.number ?? 0))

/** Who of a group is on the board. */
export const membersOf = (board: BoardState, group: Rec<'breakout'>): Rec<'person'>[] =>
  (group.fields.person_ids ?? []).flatMap((id) => board.get(id, 'person') ?? [])

/** The group somebody works in. */
export const groupOf = (board: BoardState, person: string | null | undefined): Rec<'breakout'> | undefined =>
  person ? board.all('breakout').find((group) => group.fields.person_ids?.includes(person)) : undefined

/** The phases a group works on, in the order of the map. */
export const phasesOf = (board: BoardState, group: Rec<'breakout'>): Rec<'phase'>[] =>
  board.all('phase').filter((phase) => group.fields.phase_ids?.includes(phase.id))

/** How far a group is: the steps in its phases, and the cards at them. Without phases it is the whole map. */
export function progressOf(board: BoardState, group: Rec<'breakout'>): { steps: number; cards: number } {
  const phases = group.fields.phase_ids ?? []
  const steps = new Set(
    board
      .all('step')
      .filter((step) => phases.length === 0 || phases.includes(step.fields.phase_id ?? ''))
      .map((step) => step.id),
  )
  const cards = stickies.flatMap((kind): readonly Card[] => board.all(kind))
  return { steps: steps.size, cards: cards.filter((card) => isWhole(card) && steps.has(stepOf(card))).length }
}

/** Who would like to speak, the first hand first. */
export const queueOf = (board: BoardState): Rec<'person'>[] =>
  [...board.all('hand')]
    .sort((a, b) => (a.fields.since ?? '').localeCompare(b.fields.since ?? ''))
    .flatMap((hand) => board.get(hand.fields.person_id ?? '', 'person') ?? [])

/** Who has the floor. */
export const speakerOf = (board: BoardState): Rec<'person'> | undefined => {
  const id = board.one('projector_state')?.fields.speaker_id
  return id ? board.get(id, 'person') : undefined
}

/** Who takes part from somewhere else. */
export const remoteOf = (board: BoardState): Rec<'person'>[] => board.all('person').filter((person) => person.fields.remote)
