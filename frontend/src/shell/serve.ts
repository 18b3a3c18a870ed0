/**
 * What the service worker answers. It keeps the shell of the pages alone: the page, its scripts, styles and typefaces. Nothing of a
 * board ever passes through here.
 */
export interface Keeping {
  /** What was kept under this address. */
  find: (address: string) => Promise<Response | undefined>
  keep: (address: string, answer: Response) => Promise<void>
  fetch: (request: Request) => Promise<Response>
}

/** A network that says nothing is no network. */
const patience = 4000

/** undefined = not ours: the browser asks the server as always. */
export function answerOf(request: Request, origin: string, at: Keeping): Promise<Response> | undefined {
  const { origin: from, pathname } = new URL(request.url)
  if (request.method !== 'GET' || from !== origin) return undefined
  if (pathname.startsWith('/assets/') || pathname === '/mark.svg') return asset(request, pathname, at)
  const file = pathname.slice(pathname.lastIndexOf('/') + 1).includes('.')
  return request.mode === 'navigate' && !pathname.startsWith('/api/') && !pathname.startsWith('/signin/') && !file
    ? page(request, at)
    : undefined
}

/** The server's page where it answers, so that a new version comes at once; else the one that was kept. */
async function page(request: Request, at: Keeping): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  const coming = at.fetch(request)
  const answer = await Promise.race([coming, late]).catch(() => undefined)
  if (answer && answer.status < 500) return answer
  return (await at.find('/')) ?? answer ?? coming
}

/** Their names carry a hash, so what was kept is what was asked. */
async function asset(request: Request, pathname: string, at: Keeping): Promise<Response> {
  const kept = await at.find(pathname)
  if (kept) return kept
  const answer = await at.fetch(request)
  if (answer.ok) await at.keep(pathname, answer.clone()).catch(() => undefined)
  return answer
}
