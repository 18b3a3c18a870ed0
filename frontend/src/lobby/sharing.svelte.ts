import type { Agenda, BoardLanguage } from '../api'
import { heldKeys } from './keys'

/** People of one department that are in, for the foot of the sheet. */
export interface Seated {
  code: string
  name: string
  pattern: number
  count: number
}

export interface Shared {
  boardId: string
  title: string
  joinCode: string
  agenda?: Agenda | undefined
  language?: BoardLanguage | undefined
  projectorKey?: string | undefined
  facilitatorKey?: string | undefined
  cofacilitatorKey?: string | undefined
}

/** The share sheet: anybody may open it, App draws it once. The board keeps `seated` up to date while it is open. */
export class Sharing {
  now = $state<Shared | null>(null)
  seated = $state<Seated[]>([])

  /** Adds the keys of a board that was just made here, as long as they are not kept yet. */
  open(about: Shared): void {
    const keys = heldKeys(about.boardId)
    this.now = keys ? { ...keys, ...about } : about
  }

  /** After making a board: the sheet stands above the desk (`/b/{id}/host?share`), also after a reload. */
  openFresh(boardId: string): void {
    const keys = heldKeys(boardId)
    if (keys) this.now = { boardId, ...keys }
  }

  close(): void {
    this.now = null
  }
}

export const sharing = new Sharing()
