import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { beamer, folder, laptop, lighten, phone } from './shoot'

type Language = 'nl' | 'en'
interface Size {
  width: number
  height: number
}

/** A state of a screen in every size, Dutch in the light and English in the dark, on one sheet. */
const sizes: readonly Size[] = [beamer, laptop, phone]
const looks = [
  { language: 'nl', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const

/** Where the single pictures go as they are; kept when FULL_SCREENS names a folder. */
const kept = process.env['FULL_SCREENS']
const singles = kept ?? mkdtempSync(join(tmpdir(), 'muntsaus-screens-'))

export function forgetSingles(): void {
  if (!kept) rmSync(singles, { recursive: true, force: true })
}

/** Speaks a language on this page as it stands, whatever lies on it: pressed by script, because a sheet keeps a hand from the menu. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(async (wanted) => {
    if (document.documentElement.lang === wanted) return
    const choice = document.querySelector<HTMLInputElement>(`input[type=radio][lang=${wanted}]`)
    if (choice) return choice.click()
    ;[...document.querySelectorAll<HTMLElement>('header [aria-haspopup=menu]')].at(-1)?.click()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const name = wanted === 'nl' ? 'Nederlands' : 'English'
    ;[...document.querySelectorAll<HTMLElement>('[role^=menuitem]')].find((item) => item.textContent.trim() === name)?.click()
  }, language)
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
}

interface Wish {
  sizes?: readonly Size[]
  /** What the picture's name begins with, of which it is one; else `ends`. */
  series?: string
  /** How the language of this page is changed, where it has no menu. */
  speak?: (language: Language) => Promise<void>
}

/** Takes the pictures of a state and lays them on one sheet in docs/screens. */
export async function contact(page: Page, name: string, wish: Wish = {}): Promise<void> {
  mkdirSync(singles, { recursive: true })
  const taken = wish.sizes ?? sizes
  const say = wish.speak ?? ((language: Language) => speak(page, language))
  const rows: string[][] = []
  for (const { language, colorScheme } of looks) {
    await say(language)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const row: string[] = []
    for (const size of taken) {
      await page.setViewportSize(size)
      await page.evaluate(() => document.fonts.ready)
      const path = join(singles, `${name}-${size.width}-${language}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      row.push(path)
    }
    rows.push(row)
  }
  await say('nl')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(taken === sizes ? laptop : (taken[0] ?? laptop))
  await lay(page, rows, join(folder, `${wish.series ?? 'ends'}-${name}.png`))
}

/** Takes one picture of a page for a sheet, and says where it is. */
export async function single(page: Page, name: string): Promise<string> {
  mkdirSync(singles, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  const path = join(singles, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}

/** Rows of pictures, all as high as each other, as one picture. */
export async function lay(page: Page, rows: readonly string[][], to: string): Promise<void> {
  const sheet = await page.context().newPage()
  const height = (rows[0]?.length ?? 0) > 3 ? 270 : 340
  const image = (path: string) => `<img height="${height}" src="data:image/png;base64,${readFileSync(path).toString('base64')}">`
  await sheet.setViewportSize({ width: 1600, height: 800 })
  await sheet.setContent(
    `<body style="margin:0"><main style="display:inline-block;padding:6px;background:#8a8f8c;white-space:nowrap">${rows
      .map((row) => `<div>${row.map(image).join(' ')}</div>`)
      .join('')}</main>`,
  )
  await sheet.locator('main').screenshot({ path: to })
  await sheet.close()
  lighten(to)
}
