let pressing = false
if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (pressing = true), true)
  for (const over of ['pointerup', 'pointercancel'] as const) window.addEventListener(over, () => (pressing = false), true)
}

/**
 * Runs when no button is down. A field that is left by pressing something else must not move that thing away between press and
 * release: the click would land beside it.
 */
export function afterPress(run: () => void): void {
  if (!pressing) return run()
  const later = () => {
    for (const over of ['pointerup', 'pointercancel'] as const) window.removeEventListener(over, later, true)
    setTimeout(run, 0)
  }
  for (const over of ['pointerup', 'pointercancel'] as const) window.addEventListener(over, later, true)
}
