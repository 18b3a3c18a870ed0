/** The page as a program: whether it can be loaded again without a network, and whether the server has a newer one. */

/** The content policy takes a worker from this policy only, and it makes one address. */
interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: () => string }) => { createScriptURL: (address: string) => string }
}

/** After a restart everybody comes back at once; this question has time. */
const spread = 8000

/** The address of the script that runs in a page. */
export function entryIn(html: string): string | undefined {
  return /<script[^>]+src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1]
}

export class Shell {
  /** This page can be loaded again while offline. */
  kept = $state(false)
  /** The server has other pages than this one. */
  newer = $state(false)
  #begun = false

  /** Keeps the shell for later, where the browser can: not on plain http. */
  async keep(): Promise<void> {
    if (this.#begun) return
    this.#begun = true
    // A part of this page that the server no longer has.
    window.addEventListener('vite:preloadError', () => void this.look(0))
    if (!window.isSecureContext || !('serviceWorker' in navigator) || !import.meta.env.PROD) return
    const tell = () => (this.kept = navigator.serviceWorker.controller !== null)
    navigator.serviceWorker.addEventListener('controllerchange', tell)
    tell()
    try {
      await navigator.serviceWorker.register(workerAddress())
    } catch {
      // Refused (private window, policy of the company): then the page says that its tab must stay open.
    }
  }

  /** Asks for the page anew and looks whether it is still this one. */
  async look(wait = Math.random() * spread): Promise<void> {
    const here = entryIn(document.head.innerHTML)
    await new Promise((resolve) => setTimeout(resolve, wait))
    const answer = await fetch('/', { cache: 'no-store' }).catch(() => null)
    if (!answer?.ok) return
    const there = entryIn(await answer.text())
    if (here && there && here !== there) this.newer = true
  }
}

function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  return trustedTypes?.createPolicy('muntsaus-worker', { createScriptURL: () => '/sw.js' }).createScriptURL('') ?? '/sw.js'
}

export const shell = new Shell()
