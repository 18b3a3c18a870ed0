#!/bin/sh
# The rows of docs/faults.md, tried on 959f968 (or the commit named) and on this tree: red there, green here.
#
#   bench/redgreen.sh [commit]
#   TREE=folder bench/redgreen.sh [commit]      keeps the built tree of the commit there, and finds it again
#
# Builds the commit in a folder of its own, runs bench/rows against both programs (over the wire, then in a browser), and those tests of
# today there that find what they import. Loopback only; ends by itself after about ten minutes; needs git, Go, Node, Chromium and poppler.
set -eu
export NO_COLOR=1 FORCE_COLOR=0
cd "$(dirname "$0")/.."
commit=${1:-959f968}
if [ -n "${TREE:-}" ]; then
  then=$TREE
else
  then=$(mktemp -d)
  trap 'git worktree remove --force "$then/tree" 2>/dev/null; rm -rf "$then"' EXIT
fi
tree=$then/tree
if [ ! -x "$tree/bin/patient" ]; then
  mkdir -p "$then"
  git worktree add -q --detach "$tree" "$commit"
  make --no-print-directory -C "$tree" build >"$then/build.log" 2>&1 || { tail -20 "$then/build.log"; exit 1; }
  # F8 hides what is on paper: on a busy machine it gave up after 20 s. The same tree with more patience tells F2, F3, F4, F8 and Q8.
  sed -E -i.kept 's/^(\t(timeLimit|startTime|waitTime) *= )[0-9]+ \* time\.Second/\1300 * time.Second/' "$tree/server/print/printer.go"
  (cd "$tree" && go build -o bin/patient ./server) || exit 1
  mv "$tree/server/print/printer.go.kept" "$tree/server/print/printer.go"
fi
make --no-print-directory build
status=0
printf 'Over the wire, on %s and on this tree:\n\n' "$commit"
go run ./bench/rows -then "$tree/bin/muntsaus" -patient "$tree/bin/patient" -now bin/muntsaus || status=$?
printf '\nIn a browser:\n\n'
node bench/rows/pages.mjs --then "$tree/bin/muntsaus" --now bin/muntsaus || status=$?

# tests runs some here, where they must pass, or on the commit, where they must not.
tests() { # where, what fails or passes, command
  where=$1 wanted=$2
  shift 2
  printf '\n%s\n' "$where"
  "$@" >"$then/tests.log" 2>&1 && ended=passed || ended=failed
  grep -E '(×|✓) |AssertionError|^ *(---|ok|FAIL|[a-z_]+_test\.go)|reading|[0-9]+ (passed|failed)' "$then/tests.log" |
    sed 's/^ *//' | sort -u | head -40
  if [ $ended != "$wanted" ]; then
    tail -20 "$then/tests.log"
    status=1
  fi
}

pages=$tree/frontend
for name in board socket; do cp "frontend/src/engine/$name.test.ts" "$pages/src/board/$name.today.test.ts"; done
cp bench/rows/paste.test.ts "$pages/src/map/paste.today.test.ts"
cp bench/rows/then/polls_test.go.txt "$tree/boards/insight/polls_today_test.go"
some='M11|M14|P1|P2|Q4'
same="src/engine/board.test.ts src/engine/socket.test.ts src/ui/board/paste.test.ts"
here() { (cd frontend && npx vitest run $same --reporter verbose -t "$some"); }
there() { (cd "$pages" && npx vitest run today.test.ts -t "$some"); }
tests "$some here:" passed here
tests "$some on $commit (each × is red, by an assertion):" failed there
tests "N1, N2 here:" passed go test ./boards/... -count=1 -run 'TestN[12]' -v
tests "N1, N2 on $commit, by a test of its functions:" failed go test -C "$tree" ./boards/insight -count=1 -run 'TestN[12]'
m10() { (cd frontend && MUNTSAUS_PROGRAM="$1" npx playwright test e2e/page.spec.ts -g M10 --project=local --retries=0); }
tests "M10 here:" passed m10 "$PWD/bin/muntsaus"
tests "M10 on $commit:" failed m10 "$tree/bin/muntsaus"
exit $status
