import type { Attachment } from 'svelte/attachments'

/** Drag with the middle button, or with space held down, to move a scrolling area. `space` off: the desk needs that key for its clock. */
export function panning(space: boolean): Attachment<HTMLElement> {
  return (element) => {
    let held = false
    let from: { x: number; y: number; left: number; top: number } | null = null

    const writing = (target: EventTarget | null) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(target.tagName)
    const show = () => element.classList.toggle('panning', held || from !== null)

    const keydown = (event: KeyboardEvent) => {
      if (
        !space ||
        event.key !== ' ' ||
        writing(event.target) ||
        (event.target as HTMLElement).dataset.stop ||
        document.querySelector('dialog[open]')
      )
        return
      held = true
      event.preventDefault()
      show()
    }
    const keyup = (event: KeyboardEvent) => {
      if (event.key === ' ') held = false
      show()
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 1 && !(held && event.button === 0)) return
      event.preventDefault()
      event.stopPropagation()
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop }
      element.setPointerCapture(event.pointerId)
      show()
    }
    const move = (event: PointerEvent) => {
      if (from) element.scrollTo(from.left - (event.clientX - from.x), from.top - (event.clientY - from.y))
    }
    const up = () => {
      from = null
      show()
    }

    window.addEventListener('keydown', keydown)
    window.addEventListener('keyup', keyup)
    element.addEventListener('pointerdown', down, { capture: true })
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    return () => {
      window.removeEventListener('keydown', keydown)
      window.removeEventListener('keyup', keyup)
      element.removeEventListener('pointerdown', down, { capture: true })
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
    }
  }
}
