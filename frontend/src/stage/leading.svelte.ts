import type { BoardState } from '../board/board.svelte'
import { freshId } from '../board/ids'
import type { Rec } from '../board/ops'

/** Twelve characters make a pain clear enough to vote on (method 2.7). */
const enoughWords = 12

type View = NonNullable<Rec<'projector_state'>['fields']['view']>

/** What the facilitator can do now, in the words of the method; the server decides whether it may. */
export class Leading {
  #board: BoardState

  constructor(board: BoardState) {
    this.#board = board
  }

  items = $derived.by(() => this.#board.all('agenda_item'))
  running = $derived(this.items.find((item) => item.fields.state === 'running'))
  upNext = $derived.by(() => {
    const from = this.running ? this.items.indexOf(this.running) + 1 : 0
    return this.items.slice(from).find((item) => item.fields.state === 'planned')
  })

  /** Pains that can go into a vote: at a step, with a whole thought, not merged. */
  votable = $derived.by(() => this.#board.all('pain').filter((pain) => !pain.fields.merged_into && !!pain.fields.step_id && [...(pain.fields.text ?? '')].length >= enoughWords))
  tooShort = $derived.by(() => this.#board.all('pain').filter((pain) => !pain.fields.merged_into).length - this.votable.length)

  openRound = $derived.by(() => this.#board.all('round').find((round) => round.fields.collect === 'vote' && round.fields.state === 'open'))
  lastRevealed = $derived.by(() => this.#board.all('round').filter((round) => round.fields.collect === 'vote' && round.fields.state === 'revealed').at(-1))

  counter = $derived.by(() => (this.openRound && this.#board.ready?.round === this.openRound.id ? this.#board.ready : null))

  /** clamp(round(items / 4), 3, 8), as the server takes when nothing is said. */
  dots = $derived(Math.min(Math.max(Math.floor((this.votable.length + 2) / 4), 3), 8))
  most = $derived.by(() => this.#board.one('board')?.fields.set_dots_max_per_item ?? 2)

  screen = $derived.by(() => this.#board.one('projector_state')?.fields)

  start(item: Rec<'agenda_item'>): void {
    this.#board.act('start', item.id)
  }

  next(): void {
    this.#board.act('next')
  }

  /** Starts the item before the running one again. */
  previous(): void {
    const at = this.running ? this.items.indexOf(this.running) : this.items.length
    const before = this.items[at - 1]
    if (before) this.start(before)
  }

  extend(minutes: number): void {
    if (this.running) this.#board.act('extend', this.running.id, { minutes })
    else this.#board.act('timer', undefined, { add_minutes: minutes })
  }

  toggleClock(): void {
    const timer = this.#board.one('timer')?.fields
    if (timer?.state === 'running') this.#board.act('timer', undefined, { state: 'paused' })
    else this.#board.act('timer', undefined, timer?.state === 'paused' ? { state: 'running' } : { state: 'running', minutes: this.running?.fields.minutes ?? 5 })
  }

  openVote(): void {
    this.#board.act('open', freshId(), { collect: 'vote', item_ids: this.votable.slice(0, 100).map((pain) => pain.id) })
  }

  reveal(): void {
    if (this.openRound) this.#board.act('reveal', this.openRound.id)
  }

  cancel(): void {
    if (this.openRound) this.#board.act('cancel', this.openRound.id)
  }

  show(view: View): void {
    this.#board.act('show', undefined, { view })
  }

  blank(): void {
    this.#board.act('blank', undefined, { on: !this.screen?.blank })
  }

  remove(person: string): void {
    this.#board.act('remove', person)
  }
}
