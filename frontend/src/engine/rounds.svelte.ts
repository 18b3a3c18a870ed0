import { answerKinds, collections, type AnswerKind, type Collect } from './activities.gen'
import type { BoardState } from './board.svelte'
import type { Rec } from './ops'
import { stepsOf, type StepInJourney } from './journey'
import { kinds, type FieldsOf } from './records.gen'
import { mayAnswer } from './may'

export { answerKinds, type AnswerKind, type Collect }

export const collectOf = (round: Rec<'round'>) => round.fields.collect as Collect

/** The last revealed round of a sort, in the order of the board. */
export const lastOf = (board: BoardState, collect: Collect): Rec<'round'> | undefined =>
  board.all('round').findLast((round) => round.fields.collect === collect && round.fields.state === 'revealed')

/**
 * The round that this moment is about: the open one, else what was revealed since the running item began. An older result is not of this
 * moment; with nothing running the last one is.
 */
export function roundNow(board: BoardState, rounds: Rounds): Rec<'round'> | undefined {
  if (rounds.open) return rounds.open
  const item = board.all('agenda_item').find((one) => one.fields.state === 'running')
  const since = Date.parse(item?.fields.started_at ?? '')
  return item ? rounds.all.findLast((round) => round.fields.state === 'revealed' && round.at >= since) : rounds.revealed
}

/** The hidden rounds of a board: which one is open, and which was revealed last. */
export class Rounds {
  #board: BoardState

  constructor(board: BoardState) {
    this.#board = board
  }

  all = $derived.by(() =>
    this.#board
      .all('round')
      .filter((round) => (round.fields.collect ?? '') in collections)
      .sort((a, b) => a.at - b.at),
  )
  open = $derived(this.all.findLast((round) => round.fields.state === 'open'))
  revealed = $derived(this.all.findLast((round) => round.fields.state === 'revealed'))
  /** What the round's page is about: the open one, else the last result. */
  current = $derived(this.open ?? this.revealed)

  lastOf(collect: Collect): Rec<'round'> | undefined {
    return this.all.findLast((round) => round.fields.collect === collect && round.fields.state === 'revealed')
  }
}

/** A round about nothing but itself has one turn, without a step. */
const itself: readonly StepInJourney[] = [{ id: '', number: 0, title: '', action: '' }]

/** One round as one person sees it: step by step, their own answers, and whether they are done. */
export class Answering<K extends AnswerKind> {
  #board: BoardState
  #kind: K
  #round: () => Rec<'round'>
  #things: (() => readonly StepInJourney[]) | undefined
  at = $state(0)

  /** things: what is asked about one after the other, where that is no step. */
  constructor(board: BoardState, kind: K, round: () => Rec<'round'>, things?: () => readonly StepInJourney[]) {
    this.#board = board
    this.#kind = kind
    this.#round = round
    this.#things = things
  }

  steps = $derived.by(
    () => this.#things?.() ?? (kinds[this.#kind].about === 'step_id' ? stepsOf(this.#board, this.#round().fields.step_ids ?? []) : itself),
  )
  index = $derived(Math.max(0, Math.min(this.at, this.steps.length - 1)))
  step = $derived(this.steps[this.index])
  last = $derived(this.index >= this.steps.length - 1)

  mine = $derived.by(() => {
    const own = this.#board
      .mine(this.#kind)
      .map((rec) => rec.fields as AnswerFields)
      .filter((fields) => fields.round_id === this.#round().id)
    return new Map(own.map((fields) => [fields[this.#about()] ?? '', fields as FieldsOf[K]]))
  })

  /** My answer to the step that is shown; undefined = none yet. */
  answer = $derived(this.step ? this.mine.get(this.step.id) : undefined)
  given = $derived(this.steps.filter((step) => this.mine.has(step.id)).length)

  ready = $derived.by(() => this.#board.mine('ready').some((ready) => ready.fields.round_id === this.#round().id))
  mayAnswer = $derived.by(() => takesPart(this.#board, kinds[this.#kind].answers as Collect))

  /** Says or changes the answer to the step that is shown. */
  say(fields: Omit<FieldsOf[K], 'round_id' | 'step_id' | 'item_id'>): void {
    if (!this.step || !this.mayAnswer) return
    const about = this.step.id ? { [this.#about()]: this.step.id } : {}
    this.#board.put(this.#kind, { ...fields, ...about, round_id: this.#round().id })
  }

  /** The field that names what an answer is about, of those that are asked one after the other. */
  #about(): 'item_id' | 'step_id' {
    return kinds[this.#kind].about === 'item_id' ? 'item_id' : 'step_id'
  }

  go(by: 1 | -1): void {
    this.at = Math.max(0, Math.min(this.index + by, this.steps.length - 1))
  }

  sayReady(on: boolean): void {
    this.#board.act('ready', this.#round().id, { ready: on })
  }
}

interface AnswerFields {
  round_id?: string
  step_id?: string
  item_id?: string
}

export type Stage = 'alone' | 'pair' | 'four'

/** How far a writing round is. */
export const stageOf = (round: Rec<'round'>): Stage =>
  round.fields.stage === 'pair' || round.fields.stage === 'four' ? round.fields.stage : 'alone'

/** The people of one subgroup who are still here. */
export function peopleAt(board: BoardState, group: Rec<'subgroup'>): Rec<'person'>[] {
  return (group.fields.person_ids ?? []).flatMap((id) => board.get(id, 'person') ?? [])
}

/** Who sits with me in a writing round; undefined when nobody does. */
export function mates(board: BoardState, round: Rec<'round'>): Rec<'person'>[] | undefined {
  const me = board.you?.personId ?? ''
  const group = board.hanging(round.id, 'subgroup').find((one) => one.fields.person_ids?.includes(me))
  return group && peopleAt(board, group).filter((person) => person.id !== me)
}

/** Whether this person answers. */
export function takesPart(board: BoardState, collect: Collect): boolean {
  const me = board.you?.personId ? board.get(board.you.personId, 'person') : undefined
  return me ? mayAnswer(board, me, collect) : false
}
