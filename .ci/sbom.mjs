// Makes lists of parts (CycloneDX) that are the same whenever they are made: the time is that of the commit, and there is no serial number.
//
//   node sbom.mjs LIST           such a list
//   node sbom.mjs LIST LOCK      and of what package-lock.json names only what is in the pages: npm leaves out more than what builds them
import { readFileSync, writeFileSync } from 'node:fs'

const [file, lock] = process.argv.slice(2)
const list = JSON.parse(readFileSync(file, 'utf8'))
list.metadata.timestamp = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString().replace('.000Z', 'Z')
delete list.serialNumber
if (lock) {
  const packages = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages).filter(([path, p]) => path && !p.dev && !p.devOptional)
  const inside = new Set(packages.map(([path, p]) => `${path.replace(/^.*node_modules\//, '')}@${p.version}`))
  list.components = list.components.filter((c) => inside.has(c['bom-ref']))
  const kept = new Set([list.metadata.component['bom-ref'], ...list.components.map((c) => c['bom-ref'])])
  list.dependencies = list.dependencies
    .filter((d) => kept.has(d.ref))
    .map((d) => ({ ...d, dependsOn: d.dependsOn.filter((ref) => kept.has(ref)) }))
  if (list.components.length < Object.keys(JSON.parse(readFileSync(lock, 'utf8')).packages[''].dependencies).length) {
    throw new Error('packages of the pages are missing from the list')
  }
}
writeFileSync(file, JSON.stringify(list, null, 2) + '\n')
