import { forget, keep, kept } from '../engine/kept'

/** `device` follows the system's wish (light, dark, more contrast). */
export const themeNames = ['device', 'light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themeNames)[number]

const isTheme = (found: unknown): found is ThemeName => themeNames.includes(found as ThemeName)

/** The theme a person chose on this device; applied to the whole document, also before the first paint of App. */
export class Theme {
  #chosen = $state<ThemeName>(kept('session', 'theme', isTheme, kept('local', 'theme', isTheme, 'device')))

  /** What the system asks for where nobody chose; a test's document may not know. */
  #contrast = globalThis.matchMedia?.('(prefers-contrast: more)')

  constructor() {
    this.#apply()
    this.#contrast?.addEventListener('change', () => this.#apply())
  }

  get chosen(): ThemeName {
    return this.#chosen
  }

  choose(name: ThemeName): void {
    this.#chosen = name
    forget('session', 'theme')
    if (name === 'device') forget('local', 'theme')
    else keep('local', 'theme', name)
    this.#apply()
  }

  /** The next one, in this window alone: on a beamer in a bright room another reads better than on the desk beside it. */
  turn(): void {
    const order = ['light', 'contrast', 'dark'] as const
    const at = order.findIndex((name) => name === this.#chosen)
    const next = order[(at + 1) % order.length] ?? 'light'
    this.#chosen = next
    keep('session', 'theme', next)
    this.#apply()
  }

  #apply(): void {
    const theme = this.#chosen === 'device' ? (this.#contrast?.matches ? 'contrast' : '') : this.#chosen
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
  }
}

export const theme = new Theme()
