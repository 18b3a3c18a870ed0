#!/usr/bin/env bash
# Reads the Go code for mistakes: go vet, staticcheck, errcheck and bodyclose (.ci/lint), as one tool of `go vet`.
# Usage: lint.sh PACKAGE…
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

go build -C .ci/lint -o ../../bin/lint .
go vet -vettool="$PWD/bin/lint" "$@"
