import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { takesPart } from '../../engine/rounds.svelte'
import { itemOf } from './ballot'

/** One item on the ballot, with what it came out as once revealed. */
export interface BallotItem {
  id: string
  text: string
  /** Numbers of the steps it belongs to, in the journey's order. */
  step: number
  severity: number | undefined
  evidence: 'known' | 'assumed' | 'unknown' | undefined
}

/** The vote as one person sees it: the ballot in an order of their own, their dots, and the result once it is shown. */
export class Voting {
  #board: BoardState
  #last: string[] = []

  constructor(board: BoardState) {
    this.#board = board
  }

  /** The open round, else the last one that was revealed. */
  round = $derived.by((): Rec<'round'> | undefined => {
    const rounds = this.#board.all('round').filter((round) => round.fields.collect === 'vote')
    const newest = (state: string) =>
      rounds.filter((round) => round.fields.state === state).sort((a, b) => (b.fields.number ?? 0) - (a.fields.number ?? 0))[0]
    return newest('open') ?? newest('revealed')
  })

  open = $derived(this.round?.fields.state === 'open')

  items = $derived.by((): BallotItem[] => {
    const ids = this.round?.fields.item_ids ?? []
    return ids.flatMap((id) => this.#item(id) ?? [])
  })

  /** Everybody has another order, so that the first on the list gets no more dots than the last. */
  shuffled = $derived.by((): BallotItem[] => {
    const seed = `${this.#board.you?.personId ?? ''} ${this.round?.id ?? ''}`
    return [...this.items].sort((a, b) => lot(seed + a.id) - lot(seed + b.id))
  })

  mine = $derived.by((): Map<string, Rec<'vote'>> => {
    const votes = this.#board.mine('vote').filter((vote) => vote.fields.round_id === this.round?.id)
    return new Map(votes.map((vote) => [vote.fields.item_id ?? '', vote]))
  })

  dots = $derived(this.round?.fields.dots ?? 0)
  most = $derived(this.round?.fields.max_per_item ?? 1)
  given = $derived([...this.mine.values()].reduce((sum, vote) => sum + (vote.fields.count ?? 0), 0))
  left = $derived(Math.max(this.dots - this.given, 0))

  /** Who may vote: a participant with a department; others where the board says so. */
  mayVote = $derived.by(() => takesPart(this.#board, 'vote'))

  ready = $derived.by(() => this.#board.mine('ready').some((ready) => ready.fields.round_id === this.round?.id))

  on(item: string): number {
    return this.mine.get(item)?.fields.count ?? 0
  }

  /** Gives (1) or takes (−1) one dot. What goes over the budget or the cap is not sent. */
  change(item: string, by: 1 | -1): void {
    const round = this.round
    const count = this.on(item) + by
    if (!round || !this.open || count < 0 || count > this.most || (by > 0 && this.left === 0)) return
    const before = this.mine.get(item)
    this.#board.put('vote', { round_id: round.id, item_id: item, count }, before ? { id: before.id } : {})
    if (by > 0) this.#last.push(item)
    else this.#last.splice(this.#last.lastIndexOf(item), this.#last.includes(item) ? 1 : 0)
  }

  /** Takes back the dot that was given last on this page, else any. */
  takeBack(): void {
    const item = this.#last.pop() ?? [...this.mine].find(([, vote]) => (vote.fields.count ?? 0) > 0)?.[0]
    if (item === undefined) return
    this.change(item, -1)
  }

  sayReady(on: boolean): void {
    if (this.round) this.#board.act('ready', this.round.id, { ready: on })
  }

  #item(id: string): BallotItem | undefined {
    const item = itemOf(this.#board, id)
    if (!item) return undefined
    const pain = this.#board.get(id, 'pain')?.fields
    return { id, ...item, severity: pain?.severity, evidence: pain?.evidence_level }
  }
}

/** A number that looks random but is the same on every screen of this person. */
export function lot(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  // One more stir: FNV alone keeps similar endings close together.
  h ^= h >>> 15
  return Math.imul(h, 2246822507) >>> 0
}
