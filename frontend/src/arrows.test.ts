import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The arrows between the folders of the pages, the twin of server/arrows_test.go: engine ← ui ← kinds, rounds, activities ←
 * screens, `words` beside `ui`. Each folder may import what stands here, and itself. A folder of one thing (`kinds/pain`) never
 * imports another of its sort (`kinds/note`); what two of them share goes down to `ui`. What lies loose in src/ wires
 * everything and is imported by nobody.
 */
const low = ['engine', 'shell', 'words', 'ui'] as const
const things = ['kinds', 'rounds', 'activities'] as const
const arrows: Record<string, readonly string[]> = {
  engine: [],
  shell: [],
  words: ['engine'],
  ui: ['engine', 'shell', 'words'],
  // One thing of the workshop, and the lists of all things of a sort.
  'kinds/*': low,
  'rounds/*': low,
  'activities/*': low,
  kinds: [...low, 'kinds/*'],
  rounds: [...low, 'rounds/*'],
  activities: [...low, 'activities/*'],
  // The frame is what every screen of a board stands in.
  'screens/frame': [...low, ...things, 'kinds/*', 'rounds/*', 'activities/*'],
  'screens/*': [...low, ...things, 'kinds/*', 'rounds/*', 'activities/*', 'screens/frame'],
}

const root = join(process.cwd(), 'src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|testing/.test(name))
  .map((name) => name.replaceAll('\\', '/'))

/** What a file imports from src/, statically or later, as paths below it. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((found) =>
    relative(root, normalize(join(root, dirname(file), found[1] ?? ''))).replaceAll('\\', '/'),
  )
}

const sorts: readonly string[] = [...things, 'screens']

/** The folder a path belongs to: `kinds/pain` for what is in it, `kinds` for what lies beside, '' for src/ itself. */
function folder(path: string): string {
  const [first = '', second = ''] = path.split('/').slice(0, -1)
  return sorts.includes(first) && second ? `${first}/${second}` : first
}

const row = (of: string) => arrows[of] ?? arrows[of.replace(/\/.*/, '/*')]
const matches = (rule: string, to: string) => rule === to || (rule.endsWith('/*') && to.startsWith(rule.slice(0, -1)))

function forbidden(from: string, to: string): boolean {
  return from !== '' && from !== to && !row(from)?.some((rule) => matches(rule, to))
}

describe('arrows between folders', () => {
  it('has a row for every folder', () => {
    expect([...new Set(sources.map(folder))].filter((name) => name !== '' && !row(name))).toEqual([])
  })

  it('has none that is forbidden', () => {
    const found = sources.flatMap((file) =>
      imports(file)
        .filter((to) => forbidden(folder(file), folder(to)))
        .map((to) => `${file} imports ${to}`),
    )
    expect(found).toEqual([])
  })

  it('has no two folders that import each other, of any depth', () => {
    const seen = new Set<string>()
    for (const file of sources) for (const to of imports(file)) seen.add(`${dirname(file)} ${dirname(to)}`)
    const pairs = [...seen].filter((pair) => {
      const [a = '', b = ''] = pair.split(' ')
      return a < b && seen.has(`${b} ${a}`)
    })
    expect(pairs).toEqual([])
  })

  it('uses no glob: every import has a name', () => {
    expect(sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('import.meta.glob'))).toEqual([])
  })

  it.each([
    ['engine', 'words'],
    ['kinds/pain', 'kinds/note'],
    ['rounds/vote', 'rounds'],
    ['ui', 'kinds/pain'],
    ['screens/desk', 'screens/map'],
    ['screens/frame', 'screens/desk'],
  ])('%s may not import %s', (from, to) => expect(forbidden(from, to)).toBe(true))
})
