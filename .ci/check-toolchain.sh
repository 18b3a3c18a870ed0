#!/usr/bin/env bash
# Says in plain sentences which of Go, Node and npm is missing or too old to build Muntsaus, and where to get it.
# Usage: check-toolchain.sh [go] [node]     (both when nothing is named)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The two files that already state the versions stay the only place for them.
need_go=$(sed -n 's/^go \([0-9][0-9.]*\).*/\1/p' go.mod)
need_node=$(sed -n 's/.*"node": *"[^0-9]*\([0-9][0-9.]*\).*/\1/p' frontend/package.json | head -n 1)
need_node=${need_node:-20.19}

at_least() { # at_least HAVE NEED
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

bad=0
say() {
  printf '%s\n' "$*" >&2
  bad=1
}

check_go() {
  local have
  if ! command -v go >/dev/null; then
    say "Go is not installed (or not on your PATH). Muntsaus needs Go $need_go or newer: https://go.dev/dl/ has an installer for every system."
    return
  fi
  # Asked inside the module, a newer-than-installed version is fetched by Go itself where that is switched on.
  have=$(go env GOVERSION 2>/dev/null || go version | cut -d ' ' -f 3)
  have=${have#go}
  have=${have%%[-+ ]*}
  if [[ $have =~ ^[0-9] ]] && ! at_least "$have" "$need_go"; then
    say "Go $have is installed, but Muntsaus needs Go $need_go or newer: https://go.dev/dl/ has an installer for every system."
  fi
}

check_node() {
  local have
  if ! command -v node >/dev/null; then
    say "Node.js is not installed (or not on your PATH). Muntsaus needs Node.js $need_node or newer to build its pages: https://nodejs.org/en/download has it for every system."
    return
  fi
  have=$(node --version)
  have=${have#v}
  if ! at_least "$have" "$need_node"; then
    say "Node.js $have is installed, but Muntsaus needs $need_node or newer to build its pages: https://nodejs.org/en/download has it for every system."
  fi
  if ! command -v npm >/dev/null; then
    say "npm is not installed. It comes with Node.js from https://nodejs.org/en/download; on Debian and Ubuntu it is the package npm."
  fi
}

[ $# -gt 0 ] || set -- go node
for tool in "$@"; do
  case $tool in
    go) check_go ;;
    node) check_node ;;
    *) say "unknown tool: $tool" ;;
  esac
done
exit "$bad"
