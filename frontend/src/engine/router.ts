import type { Role, Use } from './api'
import { leads } from './ops'

/** Which page an address means. */
export type Route =
  | { page: 'start' }
  | { page: 'join'; code: string }
  | { page: 'key' }
  | { page: 'board'; boardId: string; use: Use }
  | { page: 'summary'; boardId: string }
  | { page: 'nowhere' }

const uses = new Map<string, Use>([
  ['', 'me'],
  ['host', 'host'],
  ['screen', 'screen'],
  ['owner', 'owner'],
])

/**
 * Reads a path. Links: `/{CODE}` to join, `/k#…` for keys, `/b/{id}` with `/host`, `/screen` or `/owner` for the board, with `/summary` for
 * what came of it.
 */
export function routeOf(path: string): Route {
  const parts = path.split('/').filter(Boolean)
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 0) return { page: 'start' }
  if (parts.length === 1 && first === 'k') return { page: 'key' }
  if (parts.length === 1 && /^[A-Za-z0-9]{6}$/.test(first)) return { page: 'join', code: first.toUpperCase() }
  const board = first === 'b' && parts.length <= 3 && /^[\w-]+$/.test(second)
  if (board && third === 'summary') return { page: 'summary', boardId: second }
  const use = uses.get(third)
  if (board && use) return { page: 'board', boardId: second, use }
  return { page: 'nowhere' }
}

/** The page of a board for each use. */
export function boardPath(boardId: string, use: Use): string {
  return `/b/${boardId}${use === 'me' ? '' : `/${use}`}`
}

/** The page of the summary for who has its link alone. */
export const summaryPath = (boardId: string) => `/b/${boardId}/summary`

/** Which use a role has: those who lead sit at the desk, the projector looks, an owner has their own fixes, everybody else takes part. */
export function useOf(role: Role | (string & {})): Use {
  if (leads(role)) return 'host'
  if (role === 'owner') return 'owner'
  return role === 'projector' || role === 'screen' ? 'screen' : 'me'
}
