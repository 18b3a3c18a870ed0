#!/bin/sh
# The rows of docs/faults.md, tried on 959f968 (or the commit named) and on this tree: red there, green here.
#
#   bench/redgreen.sh [commit]
#
# Builds the commit in a folder of its own, runs bench/rows against both programs, and those tests of today's pages there that find
# what they import. Loopback only; ends by itself after about ten minutes; needs git, Go, Node, Chromium and poppler.
set -eu
cd "$(dirname "$0")/.."
commit=${1:-959f968}
then=$(mktemp -d)
trap 'git worktree remove --force "$then/tree" 2>/dev/null; rm -rf "$then"' EXIT
git worktree add -q --detach "$then/tree" "$commit"
make --no-print-directory -C "$then/tree" build >"$then/build.log" 2>&1 || { tail -20 "$then/build.log"; exit 1; }
make --no-print-directory build
status=0
go run ./bench/rows -then "$then/tree/bin/muntsaus" -now bin/muntsaus || status=$?

# Tests of today's pages whose imports are the same there, and the lines of a paste.
pages="$then/tree/frontend"
for name in board socket; do cp "frontend/src/engine/$name.test.ts" "$pages/src/board/$name.today.test.ts"; done
cp bench/rows/paste.test.ts "$pages/src/map/paste.today.test.ts"
printf '\nM11, M14, P1, P2, Q4 on %s (each × is red, by an assertion):\n' "$commit"
(cd "$pages" && npx vitest run today.test.ts -t 'M11|M14|P1|P2|Q4' 2>&1 | grep -E '(×|✓) |AssertionError' | sed 's/^ *//') || true
printf '\nM10 on %s:\n' "$commit"
(cd frontend && MUNTSAUS_PROGRAM="$then/tree/bin/muntsaus" npx playwright test e2e/page.spec.ts -g M10 --project=local --retries=0 2>&1 |
  grep -E 'reading|passed|failed' | sort -u) || true
exit $status
