import type { BoardState } from '../../engine/board.svelte'
import { words } from '../../words/words.svelte'
import type { MapView } from '../../ui/board/view.svelte'

/** Opens the list of departments beside what was pressed; those that usually stand in this lane first. */
export function pickDepartment(
  board: BoardState,
  view: MapView,
  from: HTMLElement,
  label: string,
  chosen: string | undefined,
  lane: 'front' | 'back',
  pick: (department: string) => void,
): void {
  const usual = (stage: string | undefined) =>
    lane === 'front' ? stage === 'front' || stage === 'partner' : stage === 'back' || stage === 'support'
  const departments = [...board.all('department')].sort((a, b) => Number(usual(b.fields.stage)) - Number(usual(a.fields.stage)))
  const options = departments.map(({ id, fields }) => ({
    value: id,
    label: fields.name ?? '',
    code: fields.code ?? '',
    pattern: fields.pattern ?? 0,
    note: fields.stage ? words.label('department', 'stage', fields.stage) : '',
  }))
  const none = lane === 'front' && chosen ? [{ value: '', label: words.t.board.map.noDepartment }] : []
  view.picking = { at: from.getBoundingClientRect(), label, options: [...options, ...none], chosen, pick, from }
}
