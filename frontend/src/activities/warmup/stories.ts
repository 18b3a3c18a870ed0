import type { BoardState } from '../../engine/board.svelte'
import type { Rec } from '../../engine/ops'
import { stepsOf } from '../../engine/journey'

/** What people told, in the order in which they told it. */
export const storiesTold = (board: BoardState): Rec<'story'>[] => board.all('story').filter((story) => !!story.fields.text)

/** About somebody who was glad; the others are about somebody who was not. */
export const isGood = (story: Rec<'story'>): boolean => ['enthusiast', 'good_example'].includes(story.fields.kind ?? '')

/** The pain that was made of a story. */
export const painOf = (board: BoardState, story: Rec<'story'>): Rec<'pain'> | undefined =>
  board.all('pain').find((pain) => pain.fields.story_id === story.id)

/** The step a story belongs to; undefined = none. */
export const stepOfStory = (board: BoardState, story: Rec<'story'>) => stepsOf(board, [story.fields.step_id ?? ''])[0]

/** The steps that nobody will tell about, by the server's count. */
export const forgotten = (board: BoardState) => stepsOf(board, board.insight?.forgetZone ?? [])

/** One page a story, and one for the balance. */
export const storyPages = (board: BoardState): number => storiesTold(board).length + 1
