import type { Role } from '../../engine/api'
import { keep, kept } from '../../engine/kept'

/** What a board told of itself when it was last seen here. */
export interface Stands {
  covered?: [number, number]
  /** 2026-12-14; past days are not shown. */
  lookBack?: string
  action?: { text: string; due?: string }
}

/** A workshop this device took part in. The seat itself is a cookie; this is only the way back. */
export interface MyWorkshop {
  boardId: string
  title: string
  role: Role
  /** When it was last opened here, ms. */
  at: number
  /** The first session of its series; absent = it is that itself, or alone. */
  series?: string
  /** How it stood then: top pains covered of how many, the next day of looking back, and what this person does next. */
  stands?: Stands
}

function isList(found: unknown): found is MyWorkshop[] {
  return (
    Array.isArray(found) &&
    found.every((entry: Partial<MyWorkshop> | null) => typeof entry?.boardId === 'string' && typeof entry.title === 'string')
  )
}

/** More than anybody scrolls through. */
const most = 30

/** “Mijn workshops op dit apparaat”: newest first, one entry per board and role. */
export class MyWorkshops {
  list = $state<MyWorkshop[]>(kept('local', 'workshops', isList, []))

  remember(entry: MyWorkshop): void {
    const before = this.list.find((other) => same(other, entry))
    const kept = before?.stands && !entry.stands ? { ...entry, stands: before.stands } : entry
    this.#save([kept, ...this.list.filter((other) => !same(other, entry))])
  }

  /** How the board stands now; only where that changed. */
  stand(boardId: string, role: Role, stands: Stands): void {
    const found = this.list.find((entry) => entry.boardId === boardId && entry.role === role)
    if (!found || JSON.stringify(found.stands) === JSON.stringify(stands)) return
    this.#save(this.list.map((entry) => (entry === found ? { ...entry, stands } : entry)))
  }

  /** The board was renamed: the list follows. */
  rename(boardId: string, title: string): void {
    this.#save(this.list.map((entry) => (entry.boardId === boardId ? { ...entry, title } : entry)))
  }

  remove(entry: MyWorkshop): void {
    this.#save(this.list.filter((other) => !same(other, entry)))
  }

  /** The board itself is gone. */
  forget(boardId: string): void {
    this.#save(this.list.filter((other) => other.boardId !== boardId))
  }

  #save(list: MyWorkshop[]): void {
    this.list = list.sort((a, b) => b.at - a.at).slice(0, most)
    keep('local', 'workshops', this.list)
  }
}

/** What the sessions of one series have in common. */
const seriesOf = (entry: MyWorkshop) => entry.series ?? entry.boardId

/** An entry of the list, and its place in a series: of how many, and whether it is one of the earlier ones. */
export interface Listed {
  entry: MyWorkshop
  of: number
  earlier: boolean
}

/** The list with the sessions of one series below each other, where the newest of them stands. */
export function inSeries(list: readonly MyWorkshop[]): Listed[] {
  const listed: Listed[] = []
  const told = new Set<MyWorkshop>()
  for (const entry of list.filter((one) => !told.has(one))) {
    const sessions = list.filter((one) => !told.has(one) && seriesOf(one) === seriesOf(entry) && one.role === entry.role)
    sessions.forEach((one, i) => {
      told.add(one)
      listed.push({ entry: one, of: sessions.length, earlier: i > 0 })
    })
  }
  return listed
}

const same = (a: MyWorkshop, b: MyWorkshop) => a.boardId === b.boardId && a.role === b.role

export const mine = new MyWorkshops()
