/** The service worker; the build gives it the list of files. Only where the browser allows one: https and this machine itself. */
import { answerOf, keepAll, type Keeping } from './serve'

/** What is used of a worker's world; its types cannot live beside those of a page. */
interface World {
  location: Location
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (type: string, on: (event: Happening) => void) => void
}

interface Happening {
  request: Request
  waitUntil: (work: Promise<unknown>) => void
  respondWith: (answer: Promise<Response>) => void
}

declare const __SHELL_FILES__: string[]
declare const __SHELL_VERSION__: string

const world = globalThis as unknown as World
const prefix = 'muntsaus-shell-'
const mine = prefix + __SHELL_VERSION__

const keeping: Keeping = {
  find: (address) => caches.match(address),
  keep: async (address, answer) => (await caches.open(mine)).put(address, answer),
  fetch: (request) => fetch(request),
}

async function install(): Promise<void> {
  await keepAll(__SHELL_FILES__, world.location.origin, keeping)
  await world.skipWaiting()
}

/** The version before this one stays: pages that are open may still want a part of it. */
async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine)
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
  await world.clients.claim()
}

world.addEventListener('install', (event) => event.waitUntil(install()))
world.addEventListener('activate', (event) => event.waitUntil(activate()))
world.addEventListener('fetch', (event) => {
  const answer = answerOf(event.request, world.location.origin, keeping)
  if (answer) event.respondWith(answer)
})
