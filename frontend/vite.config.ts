import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** Where the Go server listens during development. */
const server = 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [svelte()],
  // Component tests mount real components, so they need Svelte's browser build.
  ...(process.env.VITEST ? { resolve: { conditions: ['browser'] } } : {}),
  server: {
    proxy: {
      // changeOrigin stays off: the server compares Origin with Host, and both must be the dev address.
      '/api': { target: server, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    // The content policy allows no inline script, style or data: script, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
  },
})
