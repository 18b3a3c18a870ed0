import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'
import { smallScreen } from './src/ui/board/small'

/** A page of the program: its file in the build, and the modules it shows first, each with the screens it is for (undefined = all). */
interface Page {
  readonly file: string
  readonly shows: Readonly<Record<string, string | undefined>>
}

const large = `not all and (${smallScreen})`
const small = `(${smallScreen})`

/** The service worker, which is a program of its own. */
const worker = /[\\/]src[\\/]shell[\\/](worker|serve)\.ts$/

/** What each page shows first; a test of the server says which address gets which page. */
const pages: readonly Page[] = [
  { file: 'index.html', shows: { 'screens/lobby/Start.svelte': undefined } },
  { file: 'join.html', shows: { 'screens/lobby/Joining.svelte': undefined } },
  { file: 'key.html', shows: { 'screens/lobby/KeyPage.svelte': undefined } },
  {
    file: 'board-me.html',
    shows: {
      'BoardPage.svelte': undefined,
      'screens/participant/Participant.svelte': undefined,
      'screens/map/MapArea.svelte': large,
      'screens/phone/PhoneScreen.svelte': small,
    },
  },
  {
    file: 'board-host.html',
    shows: { 'BoardPage.svelte': undefined, 'screens/desk/DeskScreen.svelte': undefined, 'screens/map/MapArea.svelte': undefined },
  },
  {
    file: 'board-screen.html',
    shows: {
      'BoardPage.svelte': undefined,
      'screens/projector/ProjectorScreen.svelte': undefined,
      'screens/projector/Projector.svelte': undefined,
    },
  },
]

/** The sets of modules that somebody waits for: each page, and where a phone is shown something else each of the two. */
const loads = [
  ...new Set(
    pages.flatMap(({ shows }) =>
      [small, large].map((screen) =>
        Object.keys(shows)
          .filter((module) => (shows[module] ?? screen) === screen)
          .join(),
      ),
    ),
  ),
].map((modules) => modules.split(','))

const idOf = (module: string) => fileURLToPath(new URL(`src/${module}`, import.meta.url))

/** Every module that these import, straight or by way of others. */
function closure(ids: Iterable<string>, importsOf: (id: string) => readonly string[]): Set<string> {
  const all = new Set(ids)
  for (const id of all) for (const imported of importsOf(id)) all.add(imported)
  return all
}

/**
 * Divides the modules that pages show first over files, so that a page fetches what it shows first and nothing of what only other pages
 * do, and names those files in the page, so that none of them waits for another.
 */
export function firstShown(): { groups: Rolldown.CodeSplittingGroup[]; plugin: Plugin } {
  /** By module, the loads that wait for it, as digits. A module that is missing here comes when somebody asks for it. */
  const waiting = new Map<string, string>()

  // What every page starts with comes first, then what most loads share: what a module imports stands in a group before its own.
  const start = { name: 'start', tags: ['$initial' as const], test: (id: string) => !worker.test(id), priority: loads.length + 2 }
  const shared = loads.map((_, n): Rolldown.CodeSplittingGroup => {
    const by = loads.length - n
    return {
      name: (id) => (waiting.get(id)?.length === by ? `first${waiting.get(id)}` : null),
      priority: by + 1,
      debugName: `first shown, shared by ${by}`,
    }
  })

  const plugin: Plugin = {
    name: 'first-shown',
    apply: 'build',
    enforce: 'post',
    buildEnd() {
      loads.forEach((modules, n) => {
        for (const id of closure(modules.map(idOf), (id) => this.getModuleInfo(id)?.importedIds ?? []))
          waiting.set(id, `${waiting.get(id) ?? ''}${n}`)
      })
    },
    generateBundle(_, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') return this.error('there is no page in this build')
      const html = String(index.source)
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
      const font = Object.keys(bundle).find((name) => /atkinson[^/]*-latin-wght-normal/.test(name)) ?? this.error('there is no typeface')
      const chunkOf = (module: string) =>
        chunks.find((one) => one.moduleIds.includes(idOf(module)))?.fileName ?? this.error(`${module} is in no file of this build`)
      const filesOf = (modules: readonly string[]) =>
        closure(modules.map(chunkOf), (name) => chunks.find((one) => one.fileName === name)?.imports ?? [])

      for (const { file, shows } of pages) {
        const source = html.replace('</head>', `  ${[...links(shows, filesOf, chunks), fontLink(font)].join('\n    ')}\n  </head>`)
        if (file === 'index.html') index.source = source
        else this.emitFile({ type: 'asset', fileName: file, source })
      }
    },
  }
  return { groups: [start, ...shared], plugin }
}

const fontLink = (name: string) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}">`

/** The elements that make a browser fetch these modules and their styles, on the screens they are for. */
function links(
  shows: Page['shows'],
  filesOf: (modules: readonly string[]) => Set<string>,
  chunks: readonly Rolldown.OutputChunk[],
): string[] {
  const on = (screen: string) => filesOf(Object.keys(shows).filter((module) => (shows[module] ?? screen) === screen))
  const [phone, laptop] = [on(small), on(large)]
  return [...new Set([...phone, ...laptop])].flatMap((name) => {
    const chunk = chunks.find((one) => one.fileName === name)
    if (!chunk || chunk.isEntry) return []
    const media = phone.has(name) && laptop.has(name) ? '' : ` media="${phone.has(name) ? small : large}"`
    const styles = [...(chunk.viteMetadata?.importedCss ?? [])]
    return [
      `<link rel="modulepreload" crossorigin href="/${name}"${media}>`,
      ...styles.map((style) => `<link rel="preload" as="style" crossorigin href="/${style}"${media}>`),
    ]
  })
}
