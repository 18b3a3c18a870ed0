import { activities, collections, type Collect, type View } from './activities.gen'
import type { BoardState } from './board.svelte'
import { freshId } from './ids'
import type { Rec, Values } from './ops'
import { stepsOf } from './journey'
import { mayAnswer } from './may'
import { collectOf, Rounds } from './rounds.svelte'

/** What the facilitator can do now, in the words of the method; the server decides whether it may. */
export class Leading {
  readonly rounds: Rounds

  constructor(readonly board: BoardState) {
    this.rounds = new Rounds(board)
  }

  items = $derived.by(() => this.board.all('agenda_item'))
  running = $derived(this.items.find((item) => item.fields.state === 'running'))
  upNext = $derived.by(() => {
    const from = this.running ? this.items.indexOf(this.running) + 1 : 0
    return this.items.slice(from).find((item) => item.fields.state === 'planned')
  })

  openRound = $derived.by(() => this.rounds.open)

  /** The round this moment is about: the open one, else the one of the running item, else the last result, else a vote. */
  about = $derived.by((): Collect => {
    if (this.openRound) return collectOf(this.openRound)
    const revealed = this.rounds.revealed
    const activity = this.running?.fields.activity
    return (activity && activities[activity].collect) ?? (revealed ? collectOf(revealed) : 'vote')
  })

  /** What the round of the running item is opened with. */
  opening = $derived.by((): Readonly<Record<string, string>> => {
    const activity = this.running?.fields.activity
    return (activity && activities[activity].about) ?? {}
  })

  /** The last result of what this moment is about. */
  lastRevealed = $derived.by(() => {
    if (this.openRound) return undefined
    const asked = (round: Rec<'round'>) =>
      Object.entries(this.opening).every(([name, value]) => (round.fields as Partial<Record<string, unknown>>)[name] === value)
    return this.rounds.all.findLast((round) => collectOf(round) === this.about && round.fields.state === 'revealed' && asked(round))
  })

  answerers(collect: Collect): Rec<'person'>[] {
    return this.board.all('person').filter((person) => mayAnswer(this.board, person, collect))
  }

  counter = $derived.by(() => (this.openRound && this.board.ready?.round === this.openRound.id ? this.board.ready : null))

  /** How many steps the journey has. */
  steps = $derived.by(() => stepsOf(this.board).length)

  screen = $derived.by(() => this.board.one('projector_state')?.fields)

  start(item: Rec<'agenda_item'>): void {
    this.board.act('start', item.id, this.#from())
  }

  /** What runs as this desk sees it, so that two desks that press at once do not skip an item. */
  #from(): { from: string | null } {
    return { from: this.running?.id ?? null }
  }

  next(): void {
    this.board.act('next', undefined, this.#from())
  }

  /** Starts the item before the running one again. */
  previous(): void {
    const at = this.running ? this.items.indexOf(this.running) : this.items.length
    const before = this.items[at - 1]
    if (before) this.start(before)
  }

  /** Gives more minutes to what people look at: the stage of a writing round, else the item. */
  extendNow(minutes: number): void {
    const timer = this.board.one('timer')?.fields
    if (timer?.stage_ends_at || timer?.stage_left_ms !== undefined) this.board.act('timer', undefined, { stage_minutes: minutes })
    else this.extend(minutes)
  }

  extend(minutes: number): void {
    if (this.running) this.board.act('extend', this.running.id, { minutes })
    else this.board.act('timer', undefined, { add_minutes: minutes })
  }

  toggleClock(): void {
    const timer = this.board.one('timer')?.fields
    if (timer?.state === 'running' || timer?.stage_ends_at) this.board.act('timer', undefined, { state: 'paused' })
    else if (timer?.stage_left_ms !== undefined) this.board.act('timer', undefined, { state: 'running' })
    else
      this.board.act(
        'timer',
        undefined,
        timer?.state === 'paused' ? { state: 'running' } : { state: 'running', minutes: this.running?.fields.minutes ?? 5 },
      )
  }

  /** Opens a round; about all steps when none are named. */
  open(collect: Collect, about: Values = {}): void {
    this.board.act('open', freshId(), { collect, ...about })
  }

  /** Lights up a step in the room and gives the talk its minutes. */
  talk(step: string, minutes: number): void {
    this.board.act('spotlight', step)
    this.board.act('timer', undefined, { state: 'running', minutes })
  }

  /** Takes the light off the step. */
  spotlightOff(): void {
    if (this.screen?.spotlight_step_id) this.board.act('spotlight')
  }

  skip(item: Rec<'agenda_item'>): void {
    this.board.act('skip', item.id)
  }

  /** Moves an item one place up (−1) or down (1); gives its new place from 1, 0 when it stays. */
  shift(item: Rec<'agenda_item'>, by: -1 | 1): number {
    const at = this.items.findIndex((other) => other.id === item.id)
    const to = at + by
    if (at < 0 || to < 0 || to >= this.items.length) return 0
    this.board.move(item.id, null, by > 0 ? this.items[to]?.id : (this.items[to - 1]?.id ?? null))
    return to + 1
  }

  /** Puts an item in the place of another. */
  drop(id: string, onto: string): void {
    const from = this.items.findIndex((item) => item.id === id)
    const to = this.items.findIndex((item) => item.id === onto)
    if (from < 0 || to < 0 || from === to) return
    this.board.move(id, null, from < to ? onto : (this.items[to - 1]?.id ?? null))
  }

  setMinutes(item: Rec<'agenda_item'>, minutes: number): void {
    this.board.set<'agenda_item'>(item.id, { minutes })
  }

  goOn(stage: 'pair' | 'four' | 'all'): void {
    if (this.openRound) this.board.act('stage', this.openRound.id, { stage })
  }

  /** Whether the screen in the room shows the result of what this moment is about. */
  onScreen = $derived(!!this.screen && !this.screen.blank && collections[this.about].views.includes(this.screen.view ?? 'lobby'))

  /** Puts the result on the screen in the room; `named`: the screen says of which round. */
  putUp(named = false): void {
    const view = collections[this.about].views[0]
    if (view) this.show(view, named ? this.lastRevealed?.id : undefined)
  }

  reveal(): void {
    if (this.openRound) this.board.act('reveal', this.openRound.id)
  }

  cancel(): void {
    if (this.openRound) this.board.act('cancel', this.openRound.id)
  }

  /** Puts a view on the projector; `object` names the step or the half of a view that has two. */
  show(view: View, object?: string): void {
    this.board.act('show', undefined, object === undefined ? { view } : { view, object_ref: object })
  }

  /** Puts a page of a view on the projector and holds it there. */
  showPage(view: View, page: number): void {
    this.board.act('show', undefined, { view, page })
  }

  /** Holds the screen at a page of what it shows; without one its pages turn by themselves again. */
  turnTo(page: number | undefined): void {
    const { view = 'lobby', object_ref: object } = this.screen ?? {}
    this.board.act('show', undefined, { view, ...(object ? { object_ref: object } : {}), ...(page ? { page } : {}) })
  }

  blank(): void {
    this.board.act('blank', undefined, { on: !this.screen?.blank })
  }

  /** Takes away who came in and never did anything; who is here now stays. */
  sweep(): void {
    this.board.act('sweep', undefined, { keep: [...this.board.people].filter(([, where]) => where.online).map(([person]) => person) })
  }

  /** From now on whoever joins waits until the desk lets them in. */
  useLobby(): void {
    const shop = this.board.one('board')
    if (shop) this.board.set<'board'>(shop.id, { set_lobby: true })
  }

  /** Deals those who take part into so many groups; earlier groups end. */
  split(groups: number): void {
    this.board.act('split', undefined, { groups })
  }

  /** Everybody works together again. */
  gather(): void {
    this.board.act('gather')
  }

  /** Moves somebody into a group. */
  place(group: string, person: string): void {
    this.board.act('place', group, { person })
  }

  /** Says on which phases a group works. */
  worksOn(group: string, phases: string[]): void {
    this.board.act('place', group, { phases })
  }

  /** Gives somebody the floor; their hand goes down. */
  giveFloor(person: string): void {
    this.board.act('floor', person)
  }

  lowerHand(person: string): void {
    this.board.act('floor', person, { on: false })
  }

  /** Nobody has the floor any more. */
  floorFree(): void {
    this.board.act('floor')
  }

  remove(person: string): void {
    this.board.act('remove', person)
  }
}
