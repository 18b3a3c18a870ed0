import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Attachment } from 'svelte/attachments'
import type { BoardState } from '../../engine/board.svelte'
import type { KindName } from '../../engine/records.gen'
import { dropInPhase } from '../../ui/board/doing'
import type { MapView } from '../../ui/board/view.svelte'

/** What is being dragged. */
export interface Dragged {
  id: string
  kind: KindName
  lane?: string | undefined
}

type Side = 'left' | 'right'

interface Source extends Dragged {
  may: boolean
  view: MapView
}

/** Makes an element something one can pick up. */
export function dragging(source: () => Source): Attachment<HTMLElement> {
  return (element) =>
    draggable({
      element,
      canDrag: () => source().may,
      getInitialData: () => {
        const { id, kind, lane } = source()
        return { id, kind, lane }
      },
      onDragStart: () => {
        const { id, kind, view } = source()
        view.hold(id, kind)
      },
      onDrop: () => {
        source().view.letGo()
      },
    })
}

/** Makes an element a place to drop on. `takes` says where it would land, or false. */
export function dropping(
  takes: (data: Dragged, side: Side) => { step: string; side?: Side } | false,
  drop: (data: Dragged, side: Side) => void,
  view: MapView,
): Attachment<HTMLElement> {
  return (element) => {
    const side = (x: number): Side => {
      const box = element.getBoundingClientRect()
      return x < box.left + box.width / 2 ? 'left' : 'right'
    }
    const read = (data: Record<string | symbol, unknown>) => data as unknown as Dragged
    return dropTargetForElements({
      element,
      // What somebody else moved meanwhile is held no more, whatever the hand still does.
      canDrop: ({ source, input }) => view.drag !== null && takes(read(source.data), side(input.clientX)) !== false,
      onDrag: ({ source, location }) => {
        const at = takes(read(source.data), side(location.current.input.clientX))
        if (!at) return
        if (view.over?.step !== at.step || view.over.side !== at.side) view.over = at
      },
      onDragLeave: () => (view.over = null),
      onDrop: ({ source, location }) => {
        drop(read(source.data), side(location.current.input.clientX))
        view.over = null
      },
    })
  }
}

/** A phase takes steps at its end: on its name, and where its first step would stand. */
export const ontoPhase = (board: BoardState, view: MapView, phase: string): Attachment<HTMLElement> =>
  dropping(
    ({ kind }) => kind === 'step' && board.get(phase) !== undefined && { step: phase },
    ({ id }) => dropInPhase(board, view, id, phase),
    view,
  )
