import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds on a page, or in one part of it, as short sentences. It is put into each document once and asked for what is wrong
 * alone: a second page to put results together, as `@axe-core/playwright` opens every time, is for pages with frames. Ours have none but
 * the summary, at the desk and by its link, which is a document of its own: whoever looks at the page around it names the part.
 */
export async function findings(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (part) => {
    if (!part && document.querySelector('iframe, frame')) throw new Error('a page with a frame: axe must look into it too')
    const run = (window as unknown as { axe: typeof axe }).axe.run
    const { violations } = await run(part ? { include: [[part]] } : document, { resultTypes: ['violations'], iframes: !part })
    return violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  }, within)
}
