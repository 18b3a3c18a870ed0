import { svelte } from '@sveltejs/vite-plugin-svelte'
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { smallScreen } from './src/ui/board/small'

/** Where the Go server listens during development. */
const server = 'http://127.0.0.1:8080'

/** Rare letters come with the page that needs them. */
const rare = /-(latin-ext|vietnamese)-.*\.woff2$/

/** Words come in one language, and what only the desk and the screen in the room show is not loaded by everybody. */
const apart =
  /[\\/]src[\\/](words[\\/](nl|en)|screens[\\/](desk|projector)|ui[\\/]projector|kinds[\\/](board|department))[\\/]|[\\/](pictures|curveplan|gapplan|notes)\.ts|View\.svelte|words[\\/]de\.ts/

/** Gives the service worker its list of files and a version that changes with any of them. */
function shellFiles(): Plugin {
  return {
    name: 'shell-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') return this.error('there is no service worker in this build')
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map') && !rare.test(name))
      const all = ['/', '/mark.svg', ...files.sort().map((name) => `/${name}`)]
      const version = createHash('sha256').update(all.join()).update(worker.code).digest('hex').slice(0, 12)
      worker.code = worker.code.replace('__SHELL_FILES__', JSON.stringify(all)).replace('__SHELL_VERSION__', JSON.stringify(version))
    },
  }
}

/** What each page of a board shows first: its modules are named in the page itself, so that none of them waits for another. */
const shownFirst: Record<string, readonly string[]> = {
  me: ['BoardPage.svelte', 'screens/participant/Participant.svelte', 'screens/map/MapArea.svelte', 'screens/phone/PhoneScreen.svelte'],
  host: ['BoardPage.svelte', 'screens/desk/DeskScreen.svelte', 'screens/map/MapArea.svelte'],
  screen: ['BoardPage.svelte', 'screens/projector/ProjectorScreen.svelte', 'screens/projector/Projector.svelte'],
}

/** What is shown on some screens only, with the media query of those. */
const shownOn: Record<string, string> = {
  'me screens/map/MapArea.svelte': `not all and (${smallScreen})`,
  'me screens/phone/PhoneScreen.svelte': `(${smallScreen})`,
}

/** One page of the same program for every use of a board (`board-me.html`), which the server gives for its addresses. */
function boardPages(): Plugin {
  return {
    name: 'board-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') return this.error('there is no page in this build')
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
      const font = Object.keys(bundle).find((name) => /atkinson[^/]*-latin-wght-normal/.test(name))
      for (const [use, modules] of Object.entries(shownFirst)) {
        const first = new Map<Rolldown.OutputChunk, string | undefined>() // with the screens it is for; undefined = all
        const take = (chunk: Rolldown.OutputChunk | undefined, media?: string): void => {
          if (!chunk || chunk.isEntry) return
          if (first.has(chunk)) {
            if (first.get(chunk) !== media) first.set(chunk, undefined)
            return
          }
          first.set(chunk, media)
          for (const name of chunk.imports)
            take(
              chunks.find((one) => one.fileName === name),
              media,
            )
        }
        for (const module of modules) {
          const chunk = chunks.find((one) => one.moduleIds.some((id) => id.endsWith(`/src/${module}`)))
          if (!chunk) return this.error(`${module} is in no file of this build`)
          take(chunk, shownOn[`${use} ${module}`])
        }
        const on = (media: string | undefined) => (media ? ` media="${media}"` : '')
        const styles = new Map(
          [...first].flatMap(([chunk, media]) => [...(chunk.viteMetadata?.importedCss ?? [])].map((name) => [name, media])),
        )
        const links = [
          ...[...first].map(([chunk, media]) => `<link rel="modulepreload" crossorigin href="/${chunk.fileName}"${on(media)}>`),
          ...[...styles].map(([name, media]) => `<link rel="preload" as="style" crossorigin href="/${name}"${on(media)}>`),
          ...(font ? [`<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}">`] : []),
        ]
        const source = String(index.source).replace('</head>', `  ${links.join('\n    ')}\n  </head>`)
        this.emitFile({ type: 'asset', fileName: `board-${use}.html`, source })
      }
    },
  }
}

export default defineConfig({
  plugins: [svelte(), shellFiles(), boardPages()],
  // Component tests mount real components, so they need Svelte's browser build.
  ...(process.env.VITEST ? { resolve: { conditions: ['browser'] } } : {}),
  server: {
    proxy: {
      // changeOrigin stays off: the server compares Origin with Host, and both must be the dev address.
      '/api': { target: server, ws: true },
      '/signin': { target: server },
    },
  },
  build: {
    outDir: 'dist',
    // The content policy allows no inline script, style or data: script, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/shell/worker.ts' },
      output: {
        // The worker stands at the top, under a name that stays: it speaks for every page below it.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        // The start page is one file, and the many small things that screens share (icons, tables) are another instead of dozens.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], test: (id) => !/[\\/]src[\\/]shell[\\/](worker|serve)\.ts$/.test(id), priority: 2 },
            {
              name: 'small',
              test: (id) => !apart.test(id),
              minShareCount: 2,
              maxModuleSize: 4096,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    // A test that needs a document says so in its first line: // @vitest-environment jsdom. Making one costs more than most tests.
    environment: 'node',
    pool: 'threads',
    include: ['src/**/*.test.ts'],
    // They end a test that hangs, on a machine that is busy with other things too; no test says with them how quick something must be.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['src/words/testing/all.ts'],
  },
})
