import { svelte } from '@sveltejs/vite-plugin-svelte'
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstShown } from './firstshown'

/** Where the Go server listens during development. */
const server = 'http://127.0.0.1:8080'

/** Rare letters come with the page that needs them. */
const rare = /-(latin-ext|vietnamese)-.*\.woff2$/

/** Words come in one language. */
const words = /[\\/]src[\\/]words[\\/](nl|en|de)\b/

/** Gives the service worker its list of files and a version that changes with any of them. */
function shellFiles(): Plugin {
  return {
    name: 'shell-files',
    apply: 'build',
    enforce: 'post', // files that hold nothing but styles are gone by then
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

const first = firstShown()

const shortOf = (name: string) => name.split('~', 1)[0] ?? name

export default defineConfig({
  plugins: [svelte(), shellFiles(), first.plugin],
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
        // Of a group that was divided only the first word: the bundler puts the names of all that need it behind that.
        chunkFileNames: ({ name }) => `assets/${shortOf(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortOf(name.replace(/\.\w+$/, ''))}-[hash][extname]`,
        // The many small things that later screens share (icons, tables) are one file instead of dozens.
        codeSplitting: {
          groups: [
            ...first.groups,
            {
              name: 'later',
              test: (id) => !words.test(id),
              minShareCount: 2,
              maxModuleSize: 4096,
              entriesAware: true,
              entriesAwareMergeThreshold: 6000,
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
