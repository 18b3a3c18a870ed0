import { expect, type Page } from '@playwright/test'
import { place } from './places'
import { Provider } from './provider'
import { Server, test } from './server'
import { dutch, watch } from './table'

const lease = (page: Page) => page.getByRole('button', { name: /Schade aan de leaseauto/ })

/** A picture for somebody to look at, on request. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

function settings(provider: Provider): Record<string, string> {
  return {
    MUNTSAUS_OIDC_ISSUER: provider.url,
    MUNTSAUS_OIDC_CLIENT_ID: provider.clientId,
    MUNTSAUS_OIDC_CLIENT_SECRET: provider.secret,
    MUNTSAUS_OIDC_DOMAINS: 'example.nl',
  }
}

test('whoever begins a workshop signs in at the organisation, and out again; joining asks for nothing', async ({ browser }) => {
  const provider = await Provider.start()
  const server = await Server.start(settings(provider), true)
  try {
    const problems: string[] = []
    const context = await dutch(browser)
    const page = await context.newPage()
    watch(page, problems)
    await page.goto(server.url)
    await expect(page.getByText('Om hier een workshop te beginnen log je in', { exact: false })).toBeVisible()
    await look(page, 'signin-asked')
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'signin-asked-phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await lease(page).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Log in en probeer het opnieuw' })).toBeVisible()

    await page.getByRole('link', { name: 'Inloggen' }).last().click()
    await page.getByRole('link', { name: 'Ga verder als Noor de Wit' }).click()
    const account = page.getByRole('button', { name: 'Ingelogd als Noor de Wit' })
    await expect(account).toBeVisible()
    await expect(page.getByText('Om hier een workshop te beginnen log je in', { exact: false })).toBeHidden()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/')
    const cookies = await context.cookies(server.url)
    const prefix = place() === 'https' ? '__Host-' : ''
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatchObject({ name: `${prefix}muntsaus_person`, httpOnly: true, sameSite: 'Strict', secure: place() === 'https' })
    await look(page, 'signin-done')
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'signin-done-phone')
    await page.setViewportSize({ width: 1440, height: 900 })

    await lease(page).click()
    await page.waitForURL(/\/b\/[^/]+\/host/)
    await page.goto(server.url)
    await account.click()
    await look(page, 'signin-menu')
    await page.getByRole('menuitem', { name: 'Uitloggen' }).click()
    await expect(page.getByText('Om hier een workshop te beginnen log je in', { exact: false })).toBeVisible()

    provider.away = true
    await server.kill()
    await server.start()
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Inloggen' }).last().click()
    await expect(page.getByRole('heading', { name: 'Je bent niet ingelogd' })).toBeVisible()
    await expect(page.getByText('De inlogdienst van je organisatie antwoordt niet', { exact: false })).toBeVisible()
    await look(page, 'signin-away')
    expect(problems).toEqual([])
  } finally {
    await server.stop()
    await provider.stop()
  }
})

test('an account from elsewhere hears so, in the language of the page', async ({ browser }) => {
  const provider = await Provider.start({ email: 'noor@elders.nl' })
  const server = await Server.start(settings(provider), true)
  try {
    const problems: string[] = []
    const page = await (await dutch(browser)).newPage()
    watch(page, problems)
    await page.goto(server.url)
    await page.getByRole('radio', { name: 'English' }).check({ force: true })
    await page.getByRole('link', { name: 'Sign in' }).last().click()
    await page.getByRole('link', { name: 'Ga verder als Noor de Wit' }).click()
    await expect(page.getByText('With this account you cannot begin a workshop here.', { exact: false })).toBeVisible()
    await page.getByRole('link', { name: 'To the start page' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' }).last()).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await server.stop()
    await provider.stop()
  }
})

test('a server with a passcode asks for it once, says when it is wrong, and goes on with the same wish', async ({ browser }) => {
  const server = await Server.start({ MUNTSAUS_CREATE_PASSCODE: 'münt saus' })
  try {
    const problems: string[] = []
    const page = await (await dutch(browser)).newPage()
    watch(page, problems)
    await page.goto(server.url)
    await lease(page).click()
    const field = page.getByLabel('Om op deze server een workshop te beginnen', { exact: false })
    await expect(field).toBeFocused()
    await look(page, 'passcode-asked')
    await field.fill('fout')
    await field.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Dit wachtwoord klopt niet' })).toBeVisible()
    await look(page, 'passcode-wrong')
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'passcode-wrong-phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await field.fill('münt saus')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.waitForURL(/\/b\/[^/]+\/host/)
    await expect(page.getByRole('heading', { name: 'Schade aan de leaseauto' }).first()).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await server.stop()
  }
})
