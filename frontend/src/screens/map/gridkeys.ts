import { isSticky } from '../../engine/cards'
/**
 * The keys of the map. For a screen reader it is a grid: arrows walk over its places, one of them at a time is in the tab order;
 * Alt with an arrow carries what is there, Delete takes it away, O opens it.
 */
import { tick } from 'svelte'
import type { BoardState, KindName } from '../../engine/board.svelte'
import { moveCell, moveSticky, moveStep, remove } from '../../ui/board/doing'
import type { RowName } from '../../ui/board/layout'
import { mayDelete, mayEdit } from '../../engine/may'
import { isArrow, nextStop, type Stop } from '../../ui/board/moves'
import type { MapView } from '../../ui/board/view.svelte'

interface Spot extends Stop {
  element: HTMLElement
}

export interface GridKeys {
  press: (event: KeyboardEvent) => void
  /** Typing goes on in the next cell of the row. */
  nextCell: (event: Event) => void
  /** Makes this place the one way in by Tab. */
  enter: (element: HTMLElement | null) => void
  /** Finds another way in when the last one is gone. */
  keepEntry: () => void
  /** The focus stays on the map when somebody else takes away or moves what has it. Gives what ends that. */
  keepFocus: () => () => void
}

const read = (element: HTMLElement): Spot => ({
  row: (element.dataset['stop'] ?? 'head') as RowName,
  col: Number(element.dataset['col']),
  i: Number(element.dataset['i']),
  element,
})

const bare = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey

function show(element: HTMLElement | null | undefined): void {
  element?.focus()
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** `grid` gives the element of the map, undefined before it is there. */
export function gridKeys(board: BoardState, view: MapView, grid: () => HTMLElement | undefined): GridKeys {
  let entry: HTMLElement | null = null
  /** The place that has the focus, and where it was: the element may go with everything on it. */
  let held: Spot | undefined

  function enter(element: HTMLElement | null): void {
    if (entry?.isConnected) entry.tabIndex = -1
    entry = element
    if (entry) entry.tabIndex = 0
  }

  /** Where one goes on when a place is gone: in the same row, as near as can be, else in that column. */
  function nearest(gone: Spot): HTMLElement | undefined {
    const all = [...(grid()?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])].map(read)
    const far = (spot: Spot) => Math.abs(spot.col - gone.col) * 100 + Math.abs(spot.i - gone.i)
    const beside = all.filter((spot) => spot.row === gone.row || spot.col === gone.col)
    return beside.sort((a, b) => Number(b.row === gone.row) - Number(a.row === gone.row) || far(a) - far(b))[0]?.element
  }

  function keepFocus(): () => void {
    const map = grid()
    if (!map) return () => undefined
    const came = (event: FocusEvent) => {
      const element = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]')
      held = element ? read(element) : undefined
    }
    // Later: of an element that is taken away the observer hears first.
    const left = () => setTimeout(() => map.contains(document.activeElement) || (held = undefined))
    const gone = new MutationObserver(() => {
      if (!held || document.activeElement !== document.body) return
      const again = held.element.isConnected ? held.element : nearest(held)
      again?.focus({ preventScroll: true })
    })
    map.addEventListener('focusin', came)
    map.addEventListener('focusout', left)
    gone.observe(map, { childList: true, subtree: true })
    return () => {
      map.removeEventListener('focusin', came)
      map.removeEventListener('focusout', left)
      gone.disconnect()
    }
  }

  function keepEntry(): void {
    if (!entry?.isConnected)
      enter(grid()?.querySelector<HTMLElement>('[data-stop=head]') ?? grid()?.querySelector<HTMLElement>('[data-stop]') ?? null)
  }

  function go(from: Spot, key: Parameters<typeof nextStop>[2]): HTMLElement | undefined {
    const all = [...(grid()?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])].map(read)
    const here = all.find((spot) => spot.element === from.element)
    const to = here && nextStop(all, here, key)
    show(to?.element)
    return to?.element
  }

  /** What is at this place, when it is a record one may change. */
  function recordAt(element: HTMLElement): { id: string; kind: KindName } | undefined {
    const id = element.dataset['id'] ?? ''
    const kind = board.get(id)?.kind
    return kind && element.dataset['kind'] && mayEdit(board, id) ? { id, kind } : undefined
  }

  function carry(element: HTMLElement, key: string): void {
    const found = recordAt(element)
    if (!found) return
    const dx = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    const dy = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (found.kind === 'step' && dx) moveStep(board, view, found.id, dx)
    else if (isSticky(found.kind)) moveSticky(board, view, found.id, dx, dy)
    else if (found.kind === 'cell' && dx) moveCell(board, view, found.id, dx)
    void tick().then(() => show(grid()?.querySelector<HTMLElement>(`[data-id="${CSS.escape(found.id)}"]`)))
  }

  function openHere(element: HTMLElement): void {
    const id = element.dataset['id']
    const tile = element.closest('[data-dept]')?.querySelector<HTMLElement>('[aria-haspopup=listbox]')
    if (tile) tile.click()
    else if (id && board.get(id)) view.open(id)
  }

  /** What a key does here; undefined where it means nothing. */
  function meaning(event: KeyboardEvent, element: HTMLElement): (() => void) | undefined {
    const { key } = event
    if (event.altKey && key.startsWith('Arrow')) return () => carry(element, key)
    if (isArrow(key) && bare(event)) return () => void go(read(element), key)
    if (key === 'F2' || (key === ' ' && element.getAttribute('role') === 'button')) return () => element.click()
    if (key.toLowerCase() === 'o' && bare(event)) return () => openHere(element)
    const found = key === 'Delete' || key === 'Backspace' ? recordAt(element) : undefined
    if (!found || !mayDelete(board, found.id)) return undefined
    return () => {
      go(read(element), 'ArrowUp')
      remove(board, view, found.id)
    }
  }

  function press(event: KeyboardEvent): void {
    const element = event.target as HTMLElement
    if (!element.dataset['stop'] || event.defaultPrevented) return
    const act = meaning(event, element)
    if (!act) return
    event.preventDefault()
    act()
  }

  function nextCell(event: Event): void {
    const to = go(read(event.target as HTMLElement), (event as CustomEvent<number>).detail > 0 ? 'ArrowRight' : 'ArrowLeft')
    // Straight on with typing where there is text; a new card or a department is a choice.
    if (to?.getAttribute('role') === 'button') to.click()
  }

  return { press, nextCell, enter, keepEntry, keepFocus }
}
