import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type BrowserContext, type Page } from '@playwright/test'

export const folder = new URL('../../../docs/screens/', import.meta.url).pathname
export const laptop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }
export const beamer = { width: 1920, height: 1080 }
export const most = 300 * 1024
export const still = { reducedMotion: 'reduce' as const }

/** Pictures of flat colours lose nothing to a palette; without ImageMagick they stay as they are. */
export function lighten(file: string): void {
  if (statSync(file).size < 100 * 1024) return
  try {
    execFileSync('convert', [file, '-dither', 'None', '-colors', '255', '-strip', `PNG8:${file}`], { stdio: 'ignore' })
  } catch {
    // A picture too many bytes long is better than none.
  }
}

/** A picture; too big a PNG is a mistake of the page, not of the format. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' })
  lighten(file)
  expect(statSync(file).size, name).toBeLessThanOrEqual(most)
}

/** The addresses of a laptop in a meeting room; those of the machine that takes the pictures say nothing. */
export async function inTheRoom(context: BrowserContext): Promise<BrowserContext> {
  const addresses = [
    { url: 'http://192.168.1.24:8080', name: 'wlan0', kind: 'wifi' },
    { url: 'http://10.0.0.7:8080', name: 'eth0', kind: 'cable' },
  ]
  await context.route('**/api/addresses', (route) => route.fulfill({ json: { addresses } }))
  return context
}
