// How many bytes of script and style a page fetches the first time, by gzip and brotli, in a real browser and from a real server:
//
//   node bench/firstload.mjs [program …]        one or more programs (bin/muntsaus) to compare; absent = the one of this folder
//
// "stands" is what was asked for until the screen is there, "quiet" all that followed until nothing came for two seconds: what is
// fetched ahead, so that it opens also without a connection. Typefaces and pictures are not counted.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { brotliCompressSync, gzipSync } from 'node:zlib'

// The browser's driver is a package of the pages.
const { chromium } = createRequire(new URL('../frontend/package.json', import.meta.url))('@playwright/test')

const programs = process.argv.slice(2)
if (programs.length === 0) programs.push(new URL('../bin/muntsaus', import.meta.url).pathname)

async function started(program, data) {
  const child = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface({ input: child.stderr })) {
    const said = line.startsWith('{') ? JSON.parse(line) : {}
    if (said.msg === 'listening') {
      child.stderr.resume()
      return { child, url: said.url }
    }
  }
  throw new Error(`${program} did not start`)
}

async function post(url, path, body) {
  const answer = await fetch(url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** The pages, with what is there when the screen stands. */
async function pages(url) {
  const made = await post(url, '/api/boards', { template: 'lease', agenda: '2h', language: 'nl', title: 'Meten', name: 'Mo' })
  const { departments } = await (await fetch(`${url}/api/join/${made.joinCode}`)).json()
  const seat = (name) => ({ path: `/api/join/${made.joinCode}`, body: { name, departmentId: departments[0].id }, use: 'me' })
  const laptop = { width: 1440, height: 900 }
  return [
    { name: 'start', view: laptop, to: '/', stands: 'main, form, #app > *' },
    { name: 'participant', view: laptop, take: seat('Ann'), to: `/b/${made.boardId}`, stands: '[role=grid]' },
    { name: 'phone', view: { width: 390, height: 844 }, take: seat('Bo'), to: `/b/${made.boardId}`, stands: 'article h2' },
    { name: 'projector', view: { width: 1920, height: 1080 }, to: `/k#${made.projectorKey}`, stands: 'main.canvas .view > *' },
    { name: 'desk', view: laptop, to: `/k#${made.facilitatorKey}`, stands: '.desk' },
  ]
}

/** Counts one page in a browser that has never seen it. */
async function count(browser, url, page) {
  const context = await browser.newContext({ viewport: page.view, serviceWorkers: 'block', locale: 'nl-NL' })
  const tab = await context.newPage()
  if (page.take) {
    await context.request.post(url + page.take.path, { data: page.take.body, headers: { 'X-Seat': page.take.use, Origin: url } })
  }
  const asked = new Map()
  let last = Date.now()
  tab.on('response', (response) => {
    last = Date.now()
    const path = new URL(response.url()).pathname
    if (/\.(js|css)$/.test(path))
      asked.set(
        path,
        response.body().catch(() => Buffer.alloc(0)),
      )
  })
  await tab.goto(url + page.to)
  await tab.locator(page.stands).first().waitFor({ timeout: 30000 })
  const stands = asked.size
  while (Date.now() - last < 2000) await new Promise((done) => setTimeout(done, 100))
  const bodies = await Promise.all(asked.values())
  await context.close()
  const sum = (list, pack) => list.reduce((bytes, body) => bytes + pack(body).length, 0) / 1024
  const both = (list) => [sum(list, (body) => gzipSync(body, { level: 9 })), sum(list, (body) => brotliCompressSync(body))]
  return { stands: both(bodies.slice(0, stands)), quiet: both(bodies), files: bodies.length }
}

for (const program of programs) {
  const data = mkdtempSync(join(tmpdir(), 'muntsaus-firstload-'))
  const { child, url } = await started(program, data)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  console.log(
    `\n${program}\n${'KB'.padEnd(12)} ${'stands gzip'.padStart(12)} ${'brotli'.padStart(8)} ${'quiet gzip'.padStart(12)} ${'brotli'.padStart(8)} files`,
  )
  for (const page of await pages(url)) {
    const { stands, quiet, files } = await count(browser, url, page)
    const [a, b, c, d] = [...stands, ...quiet].map((kb) => kb.toFixed(1))
    console.log(
      `${page.name.padEnd(12)} ${a.padStart(12)} ${b.padStart(8)} ${c.padStart(12)} ${d.padStart(8)} ${String(files).padStart(5)}`,
    )
  }
  await browser.close()
  child.kill('SIGTERM')
  await new Promise((gone) => child.once('exit', gone))
  rmSync(data, { recursive: true, force: true })
}
