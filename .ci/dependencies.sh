#!/usr/bin/env bash
# Writes docs/dependencies.md anew: what go.mod and package-lock.json bring, with version and licence. Needs the modules and
# node_modules on this machine. What each one named by us is for stands in docs/decisions.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

licence() { # licence FOLDER: by the words of its licence file
  local file
  file=$(find "$1" -maxdepth 1 -iname 'licen[cs]e*' -o -maxdepth 1 -iname 'copying*' | sort | head -n 1)
  [ -n "$file" ] || { echo unknown && return; }
  if grep -q 'Apache License' "$file"; then echo Apache-2.0
  elif grep -q 'Mozilla Public License' "$file"; then echo MPL-2.0
  elif grep -qE 'Permission is hereby granted|MIT License' "$file"; then echo MIT
  elif grep -q 'Redistribution and use' "$file"; then
    if grep -qE 'Neither the name|names? of (its|the) ' "$file"; then echo BSD-3-Clause; else echo BSD-2-Clause; fi
  else echo unknown; fi
}

row() { printf '| %s | %s | %s | %s |\n' "$@"; }

{
  echo "# Dependencies"
  echo
  echo "Made by \`make dependencies\`; do not edit. What each one named by us is for: [decisions](decisions.md#dependencies-one-sentence-each)."
  echo "\`make vuln\` looks for known flaws."
  echo
  echo "## Go"
  echo
  echo "| module | version | licence | |"
  echo "|---|---|---|---|"
  awk '/^\t[^ ]+ v/ { print $1 } /^require [^(]/ { print $2 }' go.mod | xargs go list -m -f '{{.Path}} {{.Version}} {{if .Indirect}}by-another{{else}}ours{{end}} {{.Dir}}' | sort |
    while read -r path version how folder; do
      row "$path" "$version" "$(licence "$folder")" "$([ "$how" = ours ] && echo "named by us" || true)"
    done
  echo
  echo "## npm, in the pages"
  echo
  echo "| package | version | licence | |"
  echo "|---|---|---|---|"
  node -e '
    const lock = require("./frontend/package-lock.json").packages, ours = require("./frontend/package.json").dependencies
    for (const [path, p] of Object.entries(lock)) {
      if (!path || p.dev || p.devOptional) continue
      const name = path.replace(/^.*node_modules\//, "")
      console.log(`| ${name} | ${p.version} | ${p.license ?? "unknown"} | ${ours[name] ? "named by us" : ""} |`)
    }' | sort -u
  echo
  echo "What builds and tests the pages stands in \`frontend/package.json\` and is not in them."
} >docs/dependencies.md
