/** What is still to be fetched ahead, oldest first. */
const waiting: (() => Promise<unknown>)[] = []

let begun = false

/**
 * A part of a page that nobody sees at first, in a file of its own. It is fetched when somebody asks for it, or before that when the page
 * stands and has nothing else to do: then it opens at once, also without a connection.
 */
export function comesLater<L extends () => Promise<unknown>>(load: L): L {
  waiting.push(load)
  if (!begun && typeof window !== 'undefined') {
    begun = true
    if (document.readyState === 'complete') idle(next)
    else window.addEventListener('load', () => idle(next), { once: true })
  }
  return load
}

/** Safari knows no idle moments; there two seconds have to do. */
function idle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then)
  else setTimeout(then, 2000)
}

function next(): void {
  const load = waiting.shift()
  begun = load !== undefined
  // Whoever asks for it asks again, and says what went wrong.
  void load?.()
    .catch(() => undefined)
    .then(() => idle(next))
}
