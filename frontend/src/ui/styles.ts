/** How long a style that did not come waits before it is asked for again, ms. */
const pause = 3000

/**
 * Has the browser ask again for styles that did not come. The part they belong to is fetched again when somebody opens it, but what Vite
 * puts before an import asks for each style once in the life of a page: the part would then stand there without any.
 */
export function askAgainForStyles(): () => void {
  const again = ({ target: link }: Event) => {
    if (!(link instanceof HTMLLinkElement) || link.rel !== 'stylesheet') return
    link.remove()
    setTimeout(() => document.head.append(link.cloneNode()), pause)
  }
  document.addEventListener('error', again, true) // an element that did not load tells nobody above it
  return () => document.removeEventListener('error', again, true)
}
