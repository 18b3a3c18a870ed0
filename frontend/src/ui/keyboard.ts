/**
 * How much of the page the keyboard of a phone covers, as `--keyboard` of the document: what stands at the foot stands above it. Browsers
 * that make the page itself smaller (see the viewport of index.html) leave it at 0.
 */
export function followKeyboard(): () => void {
  const seen = window.visualViewport
  if (!seen) return () => undefined
  const tell = () => {
    // Who zoomed in by hand sees a part of the page, and no keyboard lies over the rest.
    const covered = seen.scale > 1.01 ? 0 : Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop))
    document.documentElement.style.setProperty('--keyboard', `${covered}px`)
  }
  const when = ['resize', 'scroll'] as const
  for (const name of when) seen.addEventListener(name, tell)
  tell()
  return () => {
    for (const name of when) seen.removeEventListener(name, tell)
    document.documentElement.style.removeProperty('--keyboard')
  }
}
