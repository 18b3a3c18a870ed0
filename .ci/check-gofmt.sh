#!/usr/bin/env bash
# Fails with the names of Go files that gofmt would change.
# Usage: check-gofmt.sh FILE…
set -euo pipefail

unformatted=$(gofmt -l "$@")
[ -z "$unformatted" ] || {
  printf 'not formatted (make fmt does it):\n%s\n' "$unformatted" >&2
  exit 1
}
