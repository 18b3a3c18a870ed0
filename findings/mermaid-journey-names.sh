#!/usr/bin/env bash
# A step of a Mermaid journey is `name: score: people`. Names are free text to whoever writes them; to mermaid 12.3.0 some of them
# mean something else, and no error says so: a colon cuts the name, and what was the score becomes a person; a name that begins with
# "title " is no step at all and renames the diagram. #58; (the entity of a colon) survives as a placeholder that is drawn as a colon.
# Names that begin with section or journey, or hold a # or a bare ; are refused, which at least is seen.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact mermaid@12.3.0 jsdom@26.1.0 2>/dev/null
cat >read.mjs <<'JS'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<body></body>')
Object.assign(globalThis, { window, document: window.document, Element: window.Element })
const { default: mermaid } = await import('mermaid')
mermaid.initialize({ startOnLoad: false })
for (const name of ['Klant belt', 'Klant: belt', 'title van het dossier', 'Klant#58; belt']) {
  const source = `journey\n  title Schade\n  section Melden\n    ${name}: 3: Anna\n`
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
  const steps = db.getTasks().map(({ task, score, people }) => ({ task, score, people }))
  console.log(`${name}  →  ${JSON.stringify(steps)}  title: ${db.getDiagramTitle()}`)
}
JS
node read.mjs | tee seen
cat >expected <<'TXT'
Klant belt  →  [{"task":"Klant belt","score":3,"people":["Anna"]}]  title: Schade
Klant: belt  →  [{"task":"Klant","score":null,"people":["3"]}]  title: Schade
title van het dossier  →  []  title: van het dossier: 3: Anna
Klant#58; belt  →  [{"task":"Klantﬂ°°58¶ß belt","score":3,"people":["Anna"]}]  title: Schade
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
