import type { Leading } from '../../engine/leading.svelte'
import type { ForWhom } from '../../engine/ops'
import type { Collect } from '../../engine/rounds.svelte'
import { words } from '../../words/words.svelte'
import type { Before, DeskFace, Option } from './face'

/** What the desk's side of rounds has in common. */

/** Without people there is nobody to ask. */
export const noPeople = (leading: Leading, collect: Collect): string =>
  leading.answerers(collect).length === 0 ? words.t.rounds.desk.noPeople : ''

/** Before it opens: what it is, and in place of the button why it cannot. */
export function explained(collect: Collect, obstacle: string): Before {
  return { lines: [words.t.rounds.desk.about[collect]], below: obstacle, amber: true }
}

/** What most rounds say on the desk while they are open and afterwards. */
export const usualWords: Pick<DeskFace, 'reveal' | 'blind' | 'cancel' | 'again'> = {
  reveal: () => words.t.stage.reveal,
  blind: () => words.t.rounds.desk.blind,
  cancel: () => words.t.rounds.desk.cancelSure,
  again: () => words.t.rounds.desk.again,
}

/** What somebody may say of a thing on a scale, and that they do not know. `say` gets no value then. */
export const onScale = (
  points: readonly number[],
  say: (item: string, to: ForWhom, answer: { value?: number }) => ReturnType<Option['say']>,
): Option[] => [
  ...points.map((value) => ({ label: words.number(value), say: (item: string, to: ForWhom) => say(item, to, { value }) })),
  { label: words.t.rounds.unknown, say: (item, to) => say(item, to, {}) },
]
