// The rows of docs/faults.md that only pages show, tried in a browser on built programs: what was seen on an earlier one, and what is
// right now. What a row presses is called the same in both; bench/redgreen.sh runs it.
//
//   node bench/rows/pages.mjs --now bin/muntsaus [--then <program>] [--only T2,M5]
//
// Red: the fault is there. Green: it is not. Ends by itself.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

// The browser's driver is a package of the pages.
const { chromium, devices } = createRequire(new URL('../../frontend/package.json', import.meta.url))('@playwright/test')

const text = { type: 'string' }
const { values } = parseArgs({ options: { now: { ...text, default: 'bin/muntsaus' }, then: text, only: text } })

async function started(program) {
  const data = mkdtempSync(join(tmpdir(), 'rows'))
  const child = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] })
  const end = async () => {
    const over = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await over
    rmSync(data, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: child.stderr })) {
    const said = line.startsWith('{') ? JSON.parse(line) : {}
    if (said.msg === 'listening') {
      child.stderr.resume()
      return { url: said.url, end }
    }
  }
  throw new Error(`${program} does not listen`)
}

let made = 0
const id = () => `rows-${Date.now().toString(36)}-${String(++made).padStart(8, '0')}`

/** A board with whoever leads it, and people who join it. */
class House {
  contexts = []

  constructor(browser, url) {
    Object.assign(this, { browser, url })
  }

  async context(options = {}) {
    const context = await this.browser.newContext({
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    context.setDefaultTimeout(30_000)
    this.contexts.push(context)
    return context
  }

  async board() {
    this.host = await this.context()
    const data = { template: 'lease', agenda: '2h', language: 'nl', title: 'Proef', name: 'Noor' }
    this.made = await (await this.host.request.post(`${this.url}/api/boards`, { data })).json()
    this.desk = await this.host.newPage()
    await this.desk.goto(`${this.url}/b/${this.made.boardId}/host`)
    const all = await this.records()
    const phases = all.filter((one) => one.kind === 'phase')
    this.steps = phases.flatMap((phase) => all.filter((one) => one.kind === 'step' && one.fields.phase_id === phase.id))
  }

  async records() {
    return (await (await this.host.request.get(`${this.url}/api/boards/${this.made.boardId}/board.json`)).json()).records
  }

  /** Waits until the board is as wished; false after so many seconds. */
  async becomes(is, seconds = 15) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100)))
      if (is(await this.records())) return true
    return false
  }

  async join(name, { phone = false, prepare } = {}) {
    const context = await this.context(phone ? devices['Pixel 7'] : {})
    const at = `${this.url}/api/join/${this.made.joinCode}`
    const { departments } = await (await context.request.get(at)).json()
    await context.request.post(at, { data: { name, departmentId: departments[0].id } })
    const page = await context.newPage()
    page.sent = []
    page.heard = []
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => page.sent.push(String(payload)))
      socket.on('framereceived', ({ payload }) => page.heard.push(String(payload)))
    })
    await prepare?.(page)
    await page.goto(`${this.url}/b/${this.made.boardId}`)
    return page
  }

  /** Pushes over the wire as whoever leads. */
  push(...ops) {
    return this.pushAs(this.desk, 'host', ops)
  }

  async pushAs(page, use, ops) {
    await page.evaluate(
      ([board, use, client, ops]) =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/boards/${board}/live?as=${use}`)
          socket.onopen = () => {
            socket.send(JSON.stringify({ type: 'hello', client }))
            socket.send(JSON.stringify({ type: 'push', n: 1, ops }))
          }
          socket.onmessage = ({ data }) => {
            const frame = JSON.parse(data)
            if (frame.type === 'refused') reject(new Error(`${frame.code}: ${frame.message}`))
            if (frame.type !== 'yours') return
            socket.close()
            resolve()
          }
        }),
      [this.made.boardId, use, id(), ops],
    )
  }

  async fix(fields = {}) {
    const fix = id()
    await this.push({ op: 'put', kind: 'fix', id: fix, fields: { text: 'Bel de klant terug', ...fields } })
    return fix
  }

  async pain(said, step = this.steps[0].id) {
    const pain = id()
    await this.push({ op: 'put', kind: 'pain', id: pain, fields: { text: said, step_id: step } })
    return pain
  }

  async end() {
    for (const context of this.contexts) await context.close()
  }
}

const field = (records, wanted, name) => records.find((one) => one.id === wanted)?.fields[name]

/** Opens the one fix there is. */
async function edited(page) {
  await page.getByRole('tab', { name: /Oplossingen/ }).click()
  await page.getByRole('button', { name: /^Wijzig: / }).click()
  const row = page.getByRole('group', { name: /^Wijzig: / })
  await row.getByRole('textbox', { name: 'Eerste stap' }).waitFor()
  return row
}

/** A date is typed digit by digit. */
async function typedDate(house) {
  const fix = await house.fix()
  const ann = await house.join('Ann')
  const date = (await edited(ann)).getByLabel('Datum', { exact: true })
  await date.focus()
  for (const digit of '12012027') await ann.keyboard.press(digit)
  await ann.keyboard.press('Tab')
  await ann.getByRole('textbox', { name: 'Eerste stap' }).focus() // left, whichever part of the date Tab went to
  await house.becomes((all) => String(field(all, fix, 'due_date')).startsWith('2027'))
  const days = ann.sent.flatMap((frame) => [...frame.matchAll(/"due_date":"([^"]*)"/g)].map((found) => found[1]))
  return days.length === 1 && days[0].startsWith('2027') ? '' : `stored on the way: ${days.join(', ')}`
}

/** The round ends while somebody writes. */
async function halfWritten(house) {
  const ann = await house.join('Ann')
  const round = id()
  await house.push({ op: 'act', do: 'open', id: round, args: { collect: 'writing' } })
  await ann.getByRole('tab', { name: /Schrijven/ }).click()
  const words = 'Nog niet af'
  await ann.locator('form textarea').first().fill(words)
  const there = () =>
    ann.evaluate(
      (wanted) =>
        document.body.innerText.includes(wanted) || [...document.querySelectorAll('textarea')].some((one) => one.value.includes(wanted)),
      words,
    )
  if (!(await there())) throw new Error('nothing was written')
  await house.push({ op: 'act', do: 'reveal', id: round })
  await ann.waitForFunction(() => !document.querySelector('form textarea')).catch(() => undefined)
  if (await there()) return ''
  await ann.reload()
  await ann.getByRole('tab', { name: /Kaart/ }).waitFor()
  return (await there()) ? '' : 'the words are gone, also after a reload'
}

/** Two pages link a pain to one fix; one of them has no line meanwhile. */
async function twoLists(house) {
  const [first, second] = [await house.pain('De klant belt drie keer'), await house.pain('Niemand is eigenaar van de schade')]
  const fix = await house.fix()
  let away = false
  const kept = []
  const prepare = (page) =>
    page.routeWebSocket(/\/live/, (socket) => {
      const server = socket.connectToServer()
      const pass = (to) => (message) => (away ? kept.push(() => to.send(message)) : to.send(message))
      socket.onMessage(pass(server))
      server.onMessage(pass(socket))
    })
  const [ann, bas] = [await house.join('Ann'), await house.join('Bas', { prepare })]
  const link = (row, label) => row.getByRole('combobox', { name: 'Koppel een pijnpunt' }).selectOption({ label })
  const [one, other] = [await edited(ann), await edited(bas)]
  away = true
  await link(one, 'De klant belt drie keer')
  await house.becomes((all) => field(all, fix, 'pain_ids')?.includes(first))
  await link(other, 'Niemand is eigenaar van de schade')
  away = false
  for (const send of kept) send()
  await house.becomes((all) => field(all, fix, 'pain_ids')?.includes(second))
  const linked = field(await house.records(), fix, 'pain_ids') ?? []
  return linked.includes(first) && linked.includes(second) ? '' : `of two links ${linked.length} is left`
}

/** Another types in the field that one has the caret in the middle of. */
async function twoCarets(house) {
  const fix = await house.fix({ first_step: 'bel de klant' })
  const ann = await house.join('Ann')
  const line = (await edited(ann)).getByRole('textbox', { name: 'Eerste stap' })
  await line.focus()
  await line.evaluate((node) => node.setSelectionRange(3, 3))
  await house.push({ op: 'text', id: fix, field: 'first_step', base: 1, splices: [[12, 0, ' morgen']] })
  await ann.waitForFunction((node) => node.value.includes('morgen'), await line.elementHandle())
  await ann.keyboard.type(' nu')
  await house.becomes((all) => field(all, fix, 'first_step')?.includes('nu'))
  const said = field(await house.records(), fix, 'first_step')
  return said === 'bel nu de klant morgen' ? '' : `typed behind “bel”, it says “${said}”`
}

/** A phone writes at a step that is deleted meanwhile. */
async function stepThatGoes(house) {
  const phone = await house.join('Bas', { phone: true })
  await phone.getByRole('button', { name: 'volgende' }).click()
  await phone.getByText(`stap 2 van ${house.steps.length}`).waitFor()
  await phone.getByRole('button', { name: 'Pijn', exact: true }).click()
  const sheet = phone.getByRole('dialog')
  await sheet.getByRole('textbox').fill('Niemand weet hoe lang het duurt')
  await house.push({ op: 'del', id: house.steps[1].id })
  await phone.getByText(`van ${house.steps.length - 1}`).first().waitFor({ state: 'attached' }).catch(() => undefined)
  const save = sheet.getByRole('button', { name: 'Zet op het bord' })
  if (await save.isDisabled()) return ''
  await save.click()
  await house.becomes((all) => all.some((one) => one.fields.text === 'Niemand weet hoe lang het duurt'))
  const pain = (await house.records()).find((one) => one.fields.text === 'Niemand weet hoe lang het duurt')
  const step = house.steps.findIndex((one) => one.id === pain?.fields.step_id)
  return pain ? `written at step 2, it stands at what was step ${step + 1}` : ''
}

/** A card is held while somebody else moves it. */
async function heldCard(house) {
  const [ann, card] = [await house.join('Ann'), id()]
  const fields = { text: 'Steeds iemand anders', step_id: house.steps[0].id }
  await house.pushAs(ann, 'me', [{ op: 'put', kind: 'pain', id: card, fields }]) // one picks up one's own
  await ann.locator(`[data-id="${card}"]`).hover()
  await ann.mouse.down()
  await ann.mouse.move(700, 400, { steps: 4 })
  await ann.mouse.move(720, 410, { steps: 4 })
  await ann.locator('.dragged').waitFor({ state: 'attached' })
  await house.push({ op: 'move', id: card, parent: house.steps[2].id, after: null })
  const letGo = await ann.waitForFunction(() => !document.querySelector('.dragged'), undefined, { timeout: 8000 }).then(
    () => true,
    () => false,
  )
  return letGo ? '' : 'it is moved, and stays pale in the hand'
}

/** More lines than a paste takes. */
async function longPaste(house) {
  const ann = await house.join('Ann')
  await ann.getByRole('grid').getByText(house.steps[1].fields.title).click()
  const area = ann.locator('textarea:focus')
  await area.evaluate((node) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', Array.from({ length: 75 }, (_, n) => `Klant wacht op bericht nummer ${n + 1}`).join('\n'))
    node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const offer = ann.getByText(/Elke regel wordt een stap/).first()
  await offer.waitFor()
  const said = await offer.evaluate((node) => node.closest('[role=dialog], .offer, form')?.innerText ?? node.innerText)
  if (/\b75\b/.test(said)) return ''
  return `75 lines were pasted, the page says: ${said.replaceAll('\n', ' · ')}`
}

/** More letters than a field takes. */
async function longText(house) {
  await house.fix()
  const ann = await house.join('Ann')
  const line = (await edited(ann)).locator('textarea').first()
  await line.focus()
  await ann.keyboard.press('ControlOrMeta+a')
  await ann.keyboard.insertText('klant '.repeat(33) + 'ok')
  const lost = await ann.waitForFunction((node) => node.value.length < 190, await line.elementHandle(), { timeout: 8000 }).then(
    () => true,
    () => false,
  )
  return lost ? `of 200 letters the field keeps “${(await line.inputValue()).slice(0, 40)}”` : ''
}

const rows = [
  ['T2', typedDate],
  ['M2', halfWritten],
  ['M5', twoLists],
  ['M6', twoCarets],
  ['M9', stepThatGoes],
  ['M13', heldCard],
  ['P3', longPaste],
  ['P4', longText],
]

async function tried(browser, url, probe) {
  const house = new House(browser, url)
  try {
    await house.board()
    const seen = await probe(house)
    return seen ? `red: ${seen}` : 'green'
  } catch (fault) {
    return `not tried: ${String(fault.message).split('\n')[0]}`
  } finally {
    await house.end()
  }
}

const chosen = rows.filter(([row]) => !values.only || values.only.split(',').includes(row))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
})
const [then, now] = [values.then && (await started(values.then)), await started(values.now)]
let left = 0
console.log('| row | then | now |\n|---|---|---|')
for (const [row, probe] of chosen) {
  const before = then ? await tried(browser, then.url, probe) : '–'
  const after = await tried(browser, now.url, probe)
  if (after !== 'green') left++
  console.log(`| ${row} | ${before} | ${after} |`)
}
await browser.close()
for (const server of [then, now]) await server?.end?.()
if (left) console.error(`rows: ${left} are not green now`)
process.exitCode = left ? 1 : 0
