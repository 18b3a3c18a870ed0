import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(process.cwd(), 'src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|testing|^words\//.test(name))

/** The sections that a part brings. */
const sectionsOf = (part: string) =>
  [...readFileSync(join(root, 'words/nl', `of.${part}.ts`), 'utf8').matchAll(/export \{ (.+?) \}/g)].flatMap((found) =>
    (found[1] ?? '').split(', '),
  )

/** Who says them, beside the screen they are for: only where that screen is shown, or there is a reason here. */
const speakers: Record<string, readonly RegExp[]> = {
  desk: [
    /^screens\/desk\//,
    /^kinds\/(board|department)\//, // sheets of the desk
    /^rounds\/\w+\/index\.ts$|^ui\/rounds\/(desk|steps)\.ts$/, // what the desk asks of a round
    /^screens\/frame\/TopBar\.svelte$/, // the bar of the desk
    /^screens\/map\/(Picker|KeySheet)\.svelte$/, // what is offered on the desk's map
  ],
  projector: [
    /^screens\/projector\//,
    /^ui\/projector\//,
    /^activities\//,
    /^rounds\/\w+\/(index|pictures|notes)\.ts$|View\.svelte$/, // the question and the pictures of a round
    /^kinds\/\w+\/(Actions|\w+View)\.svelte$/,
  ],
  share: [/^screens\/lobby\/(Share|ShareLinks|InvitationSheet|AddressPick|KeyBlock|RenewButton)\.svelte$/],
}

describe('the words of a screen', () => {
  it('come in one language: nothing holds a whole dictionary', () => {
    const holds = (file: string) => /import (?!type).*words\/(nl|en)['/]/.test(readFileSync(join(root, file), 'utf8'))
    expect(sources.filter(holds)).toEqual([])
  })

  it.each(Object.entries(speakers))('of part %s are said where it was loaded', (part, allowed) => {
    const section = new RegExp(String.raw`words\.t\.(${sectionsOf(part).join('|')})\b`)
    const said = sources.filter((file) => section.test(readFileSync(join(root, file), 'utf8')))
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((file) => !allowed.some((place) => place.test(file)))).toEqual([])
  })
})
