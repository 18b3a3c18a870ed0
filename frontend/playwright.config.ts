import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { resolverRules } from './e2e/places'

/**
 * The browser: the one named in CHROMIUM, else the first of these. The headless shell is Chromium without the windows of a desktop
 * around its pages, and needs a third less of the machine. Debian's wrapper comes last, as it switches rasterising on the GPU on,
 * which a machine without one pays for with a whole core.
 */
const browsers = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * Several people at one board, the real server, the system's Chromium. Every test has a server of its own, so two run side by side: much
 * of a test is waiting.
 *
 * The limits below are there to end a test that hangs, on a machine that is busy with other things too. None of them says how quick
 * something must be. What fails is done once more to film it, and is red all the same.
 */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'screens/**',
  workers: 2,
  fullyParallel: true,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  retries: 1,
  failOnFlakyTests: true,
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
    actionTimeout: 60_000,
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? browsers.find((path) => existsSync(path)) ?? '/usr/bin/chromium',
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
