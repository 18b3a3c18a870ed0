import { routeOf, type Route } from './router'

/** Where we are. One instance; pages ask it to go elsewhere, links on this site go through it by themselves. */
export class Router {
  #path = $state(location.pathname)
  readonly route: Route = $derived(routeOf(this.#path))

  constructor() {
    window.addEventListener('popstate', () => (this.#path = location.pathname))
    document.addEventListener('click', (event) => this.#follow(event))
  }

  /** `replace` leaves no way back, for pages that only pass through (a key, a finished form). */
  go(to: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', to)
    else history.pushState(null, '', to)
    this.#path = location.pathname
    window.scrollTo(0, 0)
  }

  /** Plain clicks on our own links stay in the page; everything else is the browser's. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest?.('a[href]')
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.pathname.startsWith('/api/') || routeOf(link.pathname).page === 'nowhere' || link.hash) return
    event.preventDefault()
    this.go(link.pathname + link.search)
  }
}

export const router = new Router()
