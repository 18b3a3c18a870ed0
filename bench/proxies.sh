#!/bin/sh
# Holds a small workshop through nginx and Caddy as docs/proxies sets them up: https by an authority of our own and plain http, by websocket,
# by a stream of events and by answers that wait. Takes the two from the machine, or from Debian's packages into a temporary folder that
# goes afterwards. By hand, about four minutes (-only caddy for some); .ci does not run it. Traefik is in no package here and is not run.
set -eu
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
find_or_fetch() { # program package…
	program=$1
	shift
	path=$(command -v "$program" || ls "/usr/sbin/$program" 2>/dev/null || true)
	if [ -z "$path" ]; then
		(cd "$dir" && apt-get download -q "$@" >&2 && for deb in ./*.deb; do dpkg -x "$deb" "$dir/root"; done) || true
		path=$(find "$dir" -name "$program" -type f -perm -1 2>/dev/null | head -n 1)
	fi
	echo "$path"
}
nginx=$(find_or_fetch nginx nginx)
caddy=$(find_or_fetch caddy caddy)
go build -o "$dir/muntsaus" ./server
go build -o "$dir/proxies" ./bench/proxies
"$dir/proxies" -program "$dir/muntsaus" -nginx "$nginx" -caddy "$caddy" "$@"
