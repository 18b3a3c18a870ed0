#!/usr/bin/env bash
# Builds the image of our Dockerfile where there is no Docker, and holds a workshop in it: buildah with chroot isolation, on base images made by
# debootstrap under the names the Dockerfile asks for. Node and Go in them are those of this machine. Needs root, buildah and debootstrap.
# Usage: container.sh [DOCKERFILE…]     others are built too and their sizes told; BASE=folder that debootstrap made
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d "${TMPDIR:-/tmp}/container.XXXXXX")
port=18190
container=
server=

b() { buildah --root "$work/root" --runroot "$work/run" --storage-driver overlay "$@"; }
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  b rm --all >/dev/null 2>&1 || true
  b rmi --all --force >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT
say() { printf '\n== %s  %s\n' "$(date +%T)" "$*"; }

say "base images"
base=${BASE:-$work/bookworm}
[ -d "$base" ] || debootstrap --variant=minbase bookworm "$base" >/dev/null
rm -f "$base"/var/cache/apt/archives/*.deb "$base"/var/lib/apt/lists/*_* 2>/dev/null || true
library=docker.io/library

c=$(b from scratch)
b copy --quiet "$c" "$base" / >/dev/null
b config --cmd bash --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$c"
b commit --quiet --rm "$c" $library/debian:bookworm-slim >/dev/null

c=$(b from --pull-never $library/debian:bookworm-slim)
b copy --quiet "$c" "$(command -v node)" /usr/local/bin/node >/dev/null
b copy --quiet "$c" "$(npm root -g)/npm" /usr/local/lib/node_modules/npm >/dev/null
b run --isolation chroot "$c" -- ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
b copy --quiet "$c" /etc/ssl/certs /etc/ssl/certs >/dev/null
b commit --quiet --rm "$c" $library/node:22-bookworm-slim >/dev/null

c=$(b from --pull-never $library/debian:bookworm-slim)
b copy --quiet "$c" "$(go env GOROOT)" /usr/local/go >/dev/null
b copy --quiet "$c" /etc/ssl/certs /etc/ssl/certs >/dev/null
b config --env GOPATH=/go --env PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$c"
b commit --quiet --rm "$c" $library/golang:1.26-bookworm >/dev/null
echo "node $(node --version), $(go version)"

# What this machine has fetched and compiled before need not be fetched and compiled again.
caches=(-v "$(go env GOMODCACHE):/go/pkg/mod" -v "$(go env GOCACHE):/root/.cache/go-build" -v "$(npm config get cache):/root/.npm")
for file in Dockerfile "$@"; do
  say "build from $file"
  b build --quiet --format docker --isolation chroot --pull-never "${caches[@]}" --file "$file" --tag "muntsaus:$(echo "$file" | tr -c 'A-Za-z0-9\n' -)" . >/dev/null
done
b images --format '{{.Name}}:{{.Tag}} {{.Size}}'

say "started as its user, without capabilities"
container=$(b from --pull-never muntsaus:Dockerfile)
b run --isolation chroot --cap-drop all --env MUNTSAUS_LISTEN=127.0.0.1:$port "$container" -- /usr/local/bin/muntsaus serve 2>"$work/log" &
run=$!
until curl -fsS "http://127.0.0.1:$port/healthz" 2>/dev/null; do
  kill -0 $run 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.2
done
echo
server=$(pgrep -u 10001 -x muntsaus)
grep -E '^(Uid|NoNewPrivs|CapEff)' "/proc/$server/status"
b run --isolation chroot "$container" -- /usr/local/bin/muntsaus health --url "http://127.0.0.1:$port/healthz" && echo "its own health check: well"

say "a workshop"
go build -o "$work/workshop" ./bench/workshop
"$work/workshop" -url "http://127.0.0.1:$port" -keep "$work/seen.json" -pdf "$work/report.pdf"
command -v pdffonts >/dev/null && pdffonts "$work/report.pdf" | head -n 6
grep -h 'sandbox' "$work/log" || true

say "SIGTERM"
from=$(date +%s%N)
kill -TERM "$server"
wait $run && echo "ended with 0 after $((($(date +%s%N) - from) / 1000000)) ms"
server=
b run --isolation chroot "$container" -- /bin/ls -l /data
