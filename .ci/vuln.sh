#!/usr/bin/env bash
# Looks for known flaws: govulncheck for the Go code (only what is reached counts), npm audit for what is in the pages.
#   exit 0  none known     exit 1  some found     exit 2  a database of flaws could not be reached: nothing is known then
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
found=0 unknown=0
out=$(mktemp)
trap 'rm -f "$out"' EXIT

unreachable() {
  echo "Not checked: the database of $1 could not be reached from here. Run this again where it can."
  unknown=1
}

echo "=== govulncheck"
go run golang.org/x/vuln/cmd/govulncheck@latest ./... >"$out" 2>&1
case $? in
  0) cat "$out" ;;
  *)
    cat "$out"
    if grep -q 'Vulnerability #' "$out"; then found=1; else unreachable "Go (vuln.go.dev)"; fi
    ;;
esac

echo "=== npm audit"
npm --prefix frontend audit --omit=dev >"$out" 2>&1
case $? in
  0) cat "$out" ;;
  *)
    cat "$out"
    if grep -q 'audit endpoint returned an error\|ENOTFOUND\|ECONNREFUSED\|ETIMEDOUT' "$out"; then unreachable "npm"; else found=1; fi
    ;;
esac

[ "$found" -eq 0 ] || exit 1
[ "$unknown" -eq 0 ] || exit 2
