/**
 * What has the focus may go when somebody else does something: a round is revealed, an item starts. Then the focus goes on at the top of
 * the part it was in (an element that takes it, `tabindex="-1"`), not at the top of the page. For `{@attach keepFocus}`.
 */
export function keepFocus(part: HTMLElement): () => void {
  let held: Element | null = null
  const came = (event: FocusEvent) => (held = event.target as Element)
  // Later: of an element that is taken away the observer hears first.
  const left = () => setTimeout(() => part.contains(document.activeElement) || (held = null))
  const gone = new MutationObserver(() => {
    if (!held || held.isConnected) return
    held = null
    // Whoever has a better place for it was asked first.
    setTimeout(() => part.isConnected && document.activeElement === document.body && part.focus({ preventScroll: true }))
  })
  part.addEventListener('focusin', came)
  part.addEventListener('focusout', left)
  gone.observe(part, { childList: true, subtree: true })
  return () => {
    part.removeEventListener('focusin', came)
    part.removeEventListener('focusout', left)
    gone.disconnect()
  }
}
