// Writes server/licences.txt anew: what is inside the program (Go modules, npm packages, typefaces, patterns), and the text of each
// licence once. Needs the modules and node_modules on this machine. `muntsaus licences` prints it.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const systems = ['linux', 'darwin', 'windows']

const go = (args, os) => execFileSync('go', args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...(os && { GOOS: os }) } }).trim()
const lines = (text) => text.split('\n').filter(Boolean)
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** The licence files of a folder, as one text with a plain shape: no carriage returns, no white space at the ends. */
function textIn(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((f) => f.isFile() && /^(licen[cs]e|copying|notice)/i.test(f.name))
  return names
    .map((f) => f.name)
    .sort(byName)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .map((text) => text.split(/^# Licenses of bundled dependencies/m)[0]) // of vite: what it carries for itself is not in the pages
    .map((text) => text.replace(/\r/g, '').replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, ''))
    .join('\n\n')
}

/** What the program imports on any of its systems: each module, with the folders of it that are used. */
function modules() {
  const found = new Map()
  for (const os of systems) {
    const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}'
    for (const line of lines(go(['list', '-deps', '-f', format, './server'], os))) {
      const [name, folder, used] = line.split('\t')
      found.set(name, (found.get(name) ?? new Set([folder])).add(used))
    }
  }
  return [...found].map(([name, folders]) => ({ name, text: [...new Set([...folders].sort(byName).map(textIn))].filter(Boolean).join('\n\n') }))
}

/** What the pages are made of: what package.json asks for and what that asks for, and the two builders, who leave a few lines in them. */
function packages() {
  const all = JSON.parse(readFileSync(join(root, 'frontend/package-lock.json'), 'utf8')).packages
  const builders = ['node_modules/vite', 'node_modules/rolldown']
  return Object.entries(all)
    .filter(([path, p]) => path && ((!p.dev && !p.devOptional) || builders.includes(path)))
    .map(([path, p]) => ({ name: `${path.replace(/^.*node_modules\//, '')} ${p.version}`, text: packageText(join(root, 'frontend', path), p.license) }))
}

function packageText(folder, licence) {
  return (existsSync(folder) && textIn(folder)) || `${licence}. This package brings no text of its own; the licence is in its package.json.`
}

const runtime = { name: 'Go: standard library and runtime', text: textIn(go(['env', 'GOROOT'])) }
const patterns = { name: 'Hyphenation patterns, Dutch and British English', text: textIn(join(root, 'boards/report/patterns')) }
const own = { name: 'Muntsaus', text: textIn(root) }
const parts = { 'The program': [own, runtime, ...modules(), patterns], 'The pages and their typefaces': packages() }

const texts = new Map()
for (const part of Object.values(parts).flat()) {
  if (!part.text) throw new Error(`${part.name} has no licence`)
  texts.set(part.text, [...(texts.get(part.text) ?? []), part.name])
}
const numbers = new Map([...texts.keys()].map((text, n) => [text, n + 1]))

const inside = new Set(Object.values(parts).flat().map((p) => p.name))
const named = lines(readFileSync(join(root, 'go.mod'), 'utf8')).map((line) => /^(?:\t|require )(\S+ v\S+)/.exec(line)?.[1])
const outside = named.filter((name) => name && !inside.has(name)).sort(byName)

const rule = '='.repeat(100)
const list = Object.entries(parts).flatMap(([head, of]) => ['', `${head}:`, ...[...new Set(of.map((p) => `  ${p.name} [${numbers.get(p.text)}]`))].sort(byName)])
const written = [...texts].flatMap(([text, names]) => ['', rule, `[${numbers.get(text)}] ${names.sort(byName).join(', ')}`, rule, '', text])
const foot = outside.length ? ['', `Named in go.mod and not inside: ${outside.join(', ')}.`] : []
writeFileSync(
  join(root, 'server/licences.txt'),
  ['What is inside this program, and under which licences. The number is that of the text below.', ...list, ...foot, ...written, ''].join('\n'),
)
