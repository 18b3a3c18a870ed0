#!/usr/bin/env bash
# Runs every fuzz target of the Go code, one after the other: fuzz.sh [seconds for each]. Stops at the first finding; the input that
# made it then stands in testdata/fuzz of its package, and is a test from there on.
set -euo pipefail
seconds=${1:-60}

grep -rlE --include='*_test.go' --exclude-dir=node_modules '^func Fuzz' . | sort | while read -r file; do
  for target in $(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' "$file"); do
    printf '\n%s %s\n' "$(dirname "$file")" "$target"
    go test "$(dirname "$file")" -run '^$' -fuzz "^$target\$" -fuzztime "${seconds}s" -fuzzminimizetime 50x -parallel "${PARALLEL:-1}"
  done
done
