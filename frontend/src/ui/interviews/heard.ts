import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { words } from '../../words/words.svelte'

/** An answer with its question. */
export interface Heard {
  question: string
  text: string
}

/** What one customer told, as far as it fits on the screen in the room at once. */
export interface TalkPage {
  talk: Rec<'interview'>
  /** Which talk this is, from 1. */
  n: number
  of: number
  heard: readonly Heard[]
}

/** So much can be read from the back row: answers, and letters of all of them. An answer alone may be longer. */
const most = { answers: 4, letters: 420 }

/** The questions of the guide that were answered. */
export const heardIn = (talk: Rec<'interview'>): Heard[] =>
  words.options('interview', 'answers').flatMap(({ label }, at) => {
    const text = talk.fields.answers?.[at]?.trim()
    return text ? [{ question: label, text }] : []
  })

/** The talks that were held and in which something was said. */
export const talksHeard = (board: BoardState): Rec<'interview'>[] =>
  board.all('interview').filter((talk) => talk.fields.status === 'done' && talk.fields.answers?.some((answer) => answer.trim()))

/** One talk after the other, each over as many pages as its answers take. */
export function talkPages(board: BoardState): TalkPage[] {
  const talks = talksHeard(board)
  return talks.flatMap((talk, i) => fitting(heardIn(talk)).map((heard) => ({ talk, n: i + 1, of: talks.length, heard })))
}

function fitting(all: readonly Heard[]): Heard[][] {
  const pages: Heard[][] = []
  let letters = 0
  for (const one of all) {
    const last = pages.at(-1)
    letters += one.text.length
    if (last && last.length < most.answers && letters <= most.letters) last.push(one)
    else {
      pages.push([one])
      letters = one.text.length
    }
  }
  return pages
}
