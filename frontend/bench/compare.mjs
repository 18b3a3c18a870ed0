// How far the screens of two programs differ, on boards that a third one wrote:
//
//   node bench/compare.mjs THEN NOW [folder]      two programs (bin/muntsaus); the pictures of what differs go to the folder
//
// Both open the same folder of server/testdata/versions as the same people, one after the other. For each page it prints how many
// pixels differ and, as x,y and size, the smallest box that holds them.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'

const [then, now, out] = process.argv.slice(2)
if (!now) throw new Error('usage: node bench/compare.mjs THEN NOW [folder]')
const written = new URL('../../server/testdata/versions/959f968/', import.meta.url).pathname
const boards = JSON.parse(readFileSync(join(written, 'seats.json'), 'utf8'))
const laptop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** What is looked at: an address, the seat it is opened with, and the size of the window. */
const pages = [
  { name: 'start', path: '/', view: laptop },
  { name: 'start-phone', path: '/', view: phone },
  ...boards.flatMap(({ boardId, seat, people }, n) => [
    { name: `desk-${n + 1}`, path: `/b/${boardId}/host`, cookie: [`ms_${boardId}_host`, seat], view: laptop },
    { name: `map-${n + 1}`, path: `/b/${boardId}`, cookie: [`ms_${boardId}_me`, people.Ann], view: laptop },
    { name: `phone-${n + 1}`, path: `/b/${boardId}`, cookie: [`ms_${boardId}_me`, people.Bob], view: phone },
  ]),
]

async function started(program, data) {
  const args = ['serve', '--listen', '127.0.0.1:0', '--data', data, '--keep-days', '0', '--keep-most', '0']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface({ input: child.stderr })) {
    const said = line.startsWith('{') ? JSON.parse(line) : {}
    if (said.msg === 'listening') {
      child.stderr.resume()
      return { child, url: said.url }
    }
  }
  throw new Error(`${program} did not start`)
}

/** Takes all pictures of one program. */
async function pictures(browser, program) {
  const data = mkdtempSync(join(tmpdir(), 'muntsaus-compare-'))
  for (const file of ['muntsaus.db', 'muntsaus.db-wal']) copyFileSync(join(written, file), join(data, file))
  const { child, url } = await started(program, data)
  const taken = new Map()
  try {
    for (const { name, path, cookie, view } of pages) {
      const context = await browser.newContext({
        viewport: view,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      })
      if (cookie) await context.addCookies([{ name: cookie[0], value: cookie[1], url }])
      const page = await context.newPage()
      await page.goto(url + path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready)
      taken.set(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
      await context.close()
    }
  } finally {
    child.kill('SIGKILL')
    await new Promise((gone) => child.once('exit', gone))
    rmSync(data, { recursive: true, force: true })
  }
  return taken
}

/** Counts the pixels that differ by more than the last bits of a colour, in the browser, which can read its own pictures. */
function differing(page, one, other) {
  return page.evaluate(
    async (sources) => {
      const read = async (source) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
        const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        pen.drawImage(picture, 0, 0)
        return pen.getImageData(0, 0, picture.width, picture.height)
      }
      const [a, b] = await Promise.all(sources.map(read))
      let count = 0
      let box = [Infinity, Infinity, -1, -1]
      for (let i = 0; i < a.data.length; i += 4) {
        if ([0, 1, 2].every((k) => Math.abs(a.data[i + k] - b.data[i + k]) <= 2)) continue
        const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)]
        box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
        count++
      }
      return { count, all: a.width * a.height, box: count ? `${box[0]},${box[1]} ${box[2] - box[0] + 1}×${box[3] - box[1] + 1}` : '' }
    },
    [one.toString('base64'), other.toString('base64')],
  )
}

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const [before, after] = [await pictures(browser, then), await pictures(browser, now)]
  const page = await browser.newPage()
  console.log('| page | pixels that differ | share | within |\n|---|---|---|---|')
  for (const { name } of pages) {
    const { count, all, box } = await differing(page, before.get(name), after.get(name))
    console.log(`| ${name} | ${count} | ${((100 * count) / all).toFixed(2)} % | ${box} |`)
    if (!out || count === 0) continue
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, `${name}-then.png`), before.get(name))
    writeFileSync(join(out, `${name}-now.png`), after.get(name))
  }
} finally {
  await browser.close()
}
