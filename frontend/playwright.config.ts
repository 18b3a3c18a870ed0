import { defineConfig } from '@playwright/test'
import { resolverRules } from './e2e/places'

/** Several people at one board, the real server, Debian's Chromium. One worker: the tests share two cores with the server. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'screens/**',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  // The whole workshop also on plain http in a network, which browsers do not trust, and on https; see e2e/places.ts.
  projects: [
    { name: 'local' },
    { name: 'lan', testMatch: /\/workshop\.spec\.ts/ },
    { name: 'https', testMatch: /\/(workshop|signin)\.spec\.ts/ },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--host-resolver-rules=${resolverRules}`,
      ],
    },
  },
})
