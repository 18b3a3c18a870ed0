import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** Makes the pictures of docs/screens: the same browser and server as the tests, another folder. */
export default defineConfig(base, { testDir: 'e2e/screens', testIgnore: [], timeout: 600_000 })
