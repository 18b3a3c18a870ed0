import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** These run the same in a worker, a test or a server: they reach no page, no runes and no storage. */
const pure = [
  'ops',
  'text',
  'order',
  'apply',
  'predict',
  'drafts',
  'packing',
  'within',
  'replica',
  'undo',
  'restored',
  'names',
  'pains',
  'rights',
]
const mayImport = new Set(['./records.gen', './insight.gen', './rights.gen', ...pure.map((name) => `./${name}`)])
const page =
  /\b(window|document|localStorage|sessionStorage|indexedDB|navigator|location|WebSocket|setTimeout|setInterval|\$state|\$derived|\$effect)\b/

it.each(pure)('%s.ts is pure', (name) => {
  const source = readFileSync(join(process.cwd(), 'src/engine', `${name}.ts`), 'utf8')
  const imports = [...source.matchAll(/from '([^']+)'/g)].map((found) => found[1] ?? '')
  expect(imports.filter((from) => !mayImport.has(from))).toEqual([])
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '')
  expect(code.match(page)?.[0]).toBeUndefined()
})
