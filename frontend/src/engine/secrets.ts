import type { Agenda, BoardLanguage, MadeBoard } from './api'
import { forget, keep, kept } from './kept'

/** What the share sheet needs of a board that was just made. */
export interface FreshKeys {
  title: string
  /** Unknown for an imported board. */
  agenda?: Agenda | undefined
  language?: BoardLanguage | undefined
  joinCode: string
  facilitatorKey: string
  cofacilitatorKey: string
  projectorKey: string
}

const name = (boardId: string) => `keys.${boardId}`

function isKeys(found: unknown): found is FreshKeys {
  const keys = found as Partial<FreshKeys> | null
  return typeof keys?.joinCode === 'string' && typeof keys.facilitatorKey === 'string'
}

/**
 * The keys survive a reload until their owner says they are kept; in this tab only (session storage), because whoever holds
 * them leads the workshop.
 */
export function holdKeys(made: MadeBoard, about: Pick<FreshKeys, 'title' | 'agenda' | 'language'>): void {
  const { boardId, joinCode, facilitatorKey, cofacilitatorKey, projectorKey } = made
  keep('session', name(boardId), { ...about, joinCode, facilitatorKey, cofacilitatorKey, projectorKey } satisfies FreshKeys)
}

export function heldKeys(boardId: string): FreshKeys | null {
  return kept<FreshKeys | null>('session', name(boardId), isKeys, null)
}

export function dropKeys(boardId: string): void {
  forget('session', name(boardId))
}

const ownersName = (boardId: string) => `owners.${boardId}`

const isTexts = (found: unknown): found is Record<string, string> =>
  typeof found === 'object' && found !== null && Object.values(found).every((one) => typeof one === 'string')

/** The keys of personal links that were made in this tab, by the name they are for; the server keeps none that can be shown again. */
export const heldOwnerKeys = (boardId: string): Record<string, string> => kept('session', ownersName(boardId), isTexts, {})

export const holdOwnerKeys = (boardId: string, keys: Record<string, string>): void => keep('session', ownersName(boardId), keys)
