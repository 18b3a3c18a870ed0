import type { Component } from 'svelte'
import type { Use } from './engine/api'

type BoardPage = Component<{ boardId: string; use: Use }>

/** A glob and not a plain import, so that the lobby builds and runs without the board. */
const found = import.meta.glob<{ default: BoardPage }>('./BoardPage.svelte')

/** The board in a chunk of its own: nobody waits for it on the start page. Null = this build has none. */
export async function loadBoardPage(): Promise<BoardPage | null> {
  const load = found['./BoardPage.svelte']
  return load ? (await load()).default : null
}
