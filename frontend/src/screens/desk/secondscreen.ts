import { heldKeys } from '../../engine/secrets'

/** What a browser that knows about screens tells of one (Window Management; on https, after asking). */
interface Place {
  availLeft: number
  availTop: number
  availWidth: number
  availHeight: number
}

interface Screens {
  screens: Place[]
  currentScreen: Place
}

/** The other screen of this laptop; undefined where the browser does not tell, or there is none. */
async function other(): Promise<Place | undefined> {
  const ask = (window as { getScreenDetails?: () => Promise<Screens> }).getScreenDetails
  if (!ask || !(screen as { isExtended?: boolean }).isExtended) return undefined
  const found = await ask.call(window).catch(() => undefined)
  return found?.screens.find((one) => one !== found.currentScreen)
}

/** Opens the projector in a window of its own, on the second screen where that is known. F then makes it fill that screen. */
export async function openProjector(boardId: string): Promise<void> {
  const key = heldKeys(boardId)?.projectorKey
  if (!key) return
  const place = await other()
  const where = place && `popup,left=${place.availLeft},top=${place.availTop},width=${place.availWidth},height=${place.availHeight}`
  window.open(`/k#${key}`, '_blank', where ? `${where},noopener` : 'noopener')
}
