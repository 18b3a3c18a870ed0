#!/usr/bin/env bash
# Compiles what others wrote and we use, with the race detector and without: the longest wait before the first test on a fresh machine,
# and it needs nothing of ours; also the tool that reads our code. Most of it is the SQLite of modernc.org. With everything in Go's cache it takes a moment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# -e: the pages may be in the making while we look, and are no part of this.
modules=$(go list -e -deps -test -f '{{with .Module}}{{if not .Main}}{{$.ImportPath}}{{end}}{{end}}' ./... | grep -v ' \[' | sort -u)
# shellcheck disable=SC2086 # a list
go build $modules
# shellcheck disable=SC2086
go build -race $modules
go build -C .ci/lint -o ../../bin/lint .
