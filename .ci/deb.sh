#!/usr/bin/env bash
# Makes a Debian package with the program, its hardened systemd unit (docs/muntsaus.service) and a file of settings, in dist-release/.
# Usage: deb.sh [amd64|arm64]      PROGRAM=… VERSION=… pack another program, such as an earlier one. The pages must be built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

nfpm=github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.48.0

ARCH=${1:-amd64}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
VERSION=${VERSION:-0.0.0+git$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S).$(git log -1 --format=%h --abbrev=7)}
STAGE=$(mktemp -d)
trap 'rm -rf "$STAGE"' EXIT
export ARCH VERSION STAGE SOURCE_DATE_EPOCH

mkdir -p dist-release
if [ -n "${PROGRAM:-}" ]; then
  cp "$PROGRAM" "$STAGE/muntsaus"
else
  CGO_ENABLED=0 GOOS=linux GOARCH=$ARCH go build -trimpath -buildvcs=true -ldflags='-s -w' -o "$STAGE/muntsaus" ./server
fi
# A package has a user of its own that stays, where the unit made one for the time it runs.
sed -e '1d' -e 's|^ExecStart=/usr/local/bin/|ExecStart=/usr/bin/|' -e 's|^DynamicUser=yes|User=muntsaus\nGroup=muntsaus|' \
  docs/muntsaus.service >"$STAGE/muntsaus.service"
{
  echo "Muntsaus: Apache-2.0, /usr/share/common-licenses/Apache-2.0 (what else is inside: muntsaus licences)"
} >"$STAGE/copyright"
go run "$nfpm" package --config .ci/deb/nfpm.yaml --packager deb --target "dist-release/muntsaus_${VERSION}_$ARCH.deb"
