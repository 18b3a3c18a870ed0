/**
 * What this device keeps between visits, as JSON in local or session storage. Storage may be refused (private window, full):
 * then reading gives the fallback and writing does nothing, because none of it is the board itself.
 */
type Place = 'local' | 'session'

const prefix = 'muntsaus.'

function storage(place: Place): Storage | null {
  try {
    return place === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

export function keep(place: Place, name: string, value: unknown): void {
  try {
    storage(place)?.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Full or refused; see above.
  }
}

/** `check` decides whether what was found can be trusted: another version may have written it. */
export function kept<Value>(place: Place, name: string, check: (found: unknown) => found is Value, fallback: Value): Value {
  try {
    const text = storage(place)?.getItem(prefix + name)
    if (!text) return fallback
    const found: unknown = JSON.parse(text)
    return check(found) ? found : fallback
  } catch {
    return fallback
  }
}

export function forget(place: Place, name: string): void {
  try {
    storage(place)?.removeItem(prefix + name)
  } catch {
    // Refused; there was nothing to forget.
  }
}
