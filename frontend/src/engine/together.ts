import type { BoardState } from './board.svelte'
import type { Rec } from './ops'

/** From so many people on one map is too few for them all to speak. */
export const mostAtOneMap = 14

/** The sizes of a good group, and how many groups the server makes at most. */
export const perGroup = 5
export const mostGroups = 20

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
  const at = (card: { fields: { step_id?: string } }) => steps.has(card.fields.step_id ?? '')
  return { steps: steps.size, cards: board.all('pain').filter(at).length + board.all('note').filter(at).length }
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
