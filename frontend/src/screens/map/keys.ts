import { tools } from '../../kinds/registry'
import type { MapView } from '../../ui/board/view.svelte'
import { toasts } from '../../ui/toasts.svelte'
import { words } from '../../words/words.svelte'
import type { BoardState } from '../../engine/board.svelte'

/** Whether keys belong to what has the focus. */
export function writing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role=listbox],[role=menu],dialog') !== null)
  )
}

interface Doing {
  find: () => void
  keys: () => void
  list: () => void
}

export function undo(board: BoardState, back: boolean): void {
  const outcome = back ? board.undo() : board.redo()
  if (outcome === 'skipped') toasts.say(words.t.board.undoSkipped)
  if (outcome === 'stopped') toasts.say(words.t.board.undoStopped)
}

/** The keys of the board, outside of what is being typed. True = it was ours. */
export function boardKey(event: KeyboardEvent, board: BoardState, view: MapView, doing: Doing): boolean {
  if (event.defaultPrevented || writing(event.target)) return false
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) return withControl(key, event.shiftKey, board, view, doing)
  if (event.altKey) return false
  const kind = tools.find(({ face }) => face.key.toLowerCase() === key)?.kind
  if (kind) {
    const step = view.targetStep()
    if (!step) return false
    if (view.mayAdd(kind)) view.beginSticky(kind, step)
    else toasts.say(words.t.board.toolLocked)
    return true
  }
  if (event.shiftKey && (event.code === 'Digit1' || key === '!')) view.fit()
  else if (key === 'f' || key === '/') doing.find()
  else if (key === '?') doing.keys()
  else if (key === 'l') doing.list()
  else if (key === 'escape' && view.panel) view.close()
  else if (key === 'escape' && view.selected) view.select(null, false)
  else return false
  return true
}

function withControl(key: string, shift: boolean, board: BoardState, view: MapView, doing: Doing): boolean {
  if (key === 'z') undo(board, !shift)
  else if (key === 'y') undo(board, false)
  else if (key === '+' || key === '=') view.zoomBy(1)
  else if (key === '-') view.zoomBy(-1)
  else if (key === '0') view.setZoom(1)
  else if (key === 'f') doing.find()
  else return false
  return true
}
