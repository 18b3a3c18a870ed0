import { api, type Agenda, type BoardLanguage, type Renewable } from './api'
import { keep, kept } from './kept'
import { heldKeys } from './secrets'

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
  summaryKey?: string | undefined
}

const places = {
  join: 'joinCode',
  facilitator: 'facilitatorKey',
  co_facilitator: 'cofacilitatorKey',
  projector: 'projectorKey',
  summary: 'summaryKey',
} as const

const isList = (found: unknown): found is string[] => Array.isArray(found) && found.every((one) => typeof one === 'string')

/** The share sheet: anybody may open it, App draws it once. The board keeps `seated` up to date while it is open. */
export class Sharing {
  now = $state<Shared | null>(null)
  seated = $state<Seated[]>([])
  /** The board people are invited to; its sheet may stand above the other one. */
  inviting = $state<string | null>(null)
  /** The board that is made into a new one; `next`: the next session of its series; `moment`: as it was; `template`: kept for new ones. */
  copying = $state<{ boardId: string; title: string; next?: true; moment?: number; template?: true } | null>(null)

  /** The boards whose invitation was taken along on this device, the latest last. */
  invited = $state.raw<readonly string[]>(kept('local', 'invited', isList, []))

  invite(boardId: string): void {
    this.invited = [...this.invited.filter((other) => other !== boardId), boardId].slice(-50)
    keep('local', 'invited', this.invited)
  }

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

  /** Ends an old link or code; what takes its place is shown in the sheet that is open. Says whether own personal links ended with it. */
  async renew(use: Renewable): Promise<boolean> {
    const about = this.now
    if (!about) return false
    const { joinCode, key, ownLinksEnded } = await api.renew(about.boardId, use)
    if (this.now?.boardId !== about.boardId) return ownLinksEnded === true
    if (joinCode) this.now = { ...this.now, joinCode }
    if (key) this.now = { ...this.now, [places[use]]: key }
    return ownLinksEnded === true
  }

  close(): void {
    this.now = null
  }
}

export const sharing = new Sharing()
