import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { screenOf } from '../../ui/projector/picture'

/** The six lamps of an off-menu test, each with the field of its note. */
export const lamps = [
  { check: 'check_fallback', note: 'note_fallback' },
  { check: 'check_ask_back', note: 'note_ask_back' },
  { check: 'check_alternative', note: 'note_alternative' },
  { check: 'check_mandate', note: 'note_mandate' },
  { check: 'check_backstage_agreed', note: 'note_backstage_agreed' },
  { check: 'check_tone', note: 'note_tone' },
] as const

/** The five things observers tick. */
export const seen = ['contact', 'asked_back', 'suggested', 'tone', 'initiative'] as const

/** All tests, the newest first. */
export const testsOf = (board: BoardState): readonly Rec<'offmenu_test'>[] => [...board.all('offmenu_test')].sort((a, b) => b.at - a.at)

/** The scene that is played: the last one made. */
export const sceneOf = (board: BoardState): Rec<'roleplay'> | undefined => [...board.all('roleplay')].sort((a, b) => b.at - a.at)[0]

/** What the screen names, else the newest. */
export function testShown(board: BoardState): Rec<'offmenu_test'> | undefined {
  const named = board.get(screenOf(board)?.object_ref ?? '', 'offmenu_test')
  return named ?? testsOf(board)[0]
}

export const lit = (test: Rec<'offmenu_test'>): number => lamps.filter((lamp) => test.fields[lamp.check] === true).length

export const judged = (test: Rec<'offmenu_test'>): number => lamps.filter((lamp) => test.fields[lamp.check] !== undefined).length

/** 0–2 not ready, 3–4 partly, 5–6 ready (method.md 3.4.13). */
export const bandOf = (yes: number): 'not' | 'partly' | 'ready' => (yes >= 5 ? 'ready' : yes >= 3 ? 'partly' : 'not')

/** How often each of the five was seen in a scene, and by how many. */
export function seenIn(board: BoardState, scene: string): { n: number; counts: number[] } {
  const all = board.hanging(scene, 'observation')
  return { n: all.length, counts: seen.map((what) => all.filter((one) => one.fields[what] === true).length) }
}
