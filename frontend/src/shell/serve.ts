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

/** Whether it is what was asked for: a network where one must sign in answers everything with a page of its own. */
const proper = (answer: Response) => answer.ok && !answer.redirected && !(answer.headers.get('Content-Type') ?? '').startsWith('text/html')

/** Keeps all files of the shell, or none when something in between answered for one: then the browser tries again another time. */
export async function keepAll(files: readonly string[], origin: string, at: Keeping): Promise<void> {
  const answers = await Promise.all(
    files.map(async (file) => [file, await at.fetch(new Request(origin + file, { cache: 'reload' }))] as const),
  )
  for (const [file, answer] of answers) {
    const right = file === '/' ? answer.ok && isOurs(await answer.clone().text(), files) : proper(answer)
    if (!right) throw new Error(`${file} is not ours`)
  }
  await Promise.all(answers.map(([file, answer]) => at.keep(file, answer)))
}

/** Our page names a script of this very shell. */
const isOurs = (page: string, files: readonly string[]) => files.some((file) => file.endsWith('.js') && page.includes(`"${file}"`))

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
  if (kept && proper(kept)) return kept
  const answer = await at.fetch(request)
  if (proper(answer)) await at.keep(pathname, answer.clone()).catch(() => undefined)
  return answer
}
