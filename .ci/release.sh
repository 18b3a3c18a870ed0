#!/usr/bin/env bash
# Builds what is handed out into dist-release/: a program with the pages inside per system, a list of what is in each part (SBOM, CycloneDX)
# and SHA256SUMS. The same commit gives the same bytes in any folder: no paths, and no time but that of the commit.
# Usage: release.sh [OS/ARCH…]     (all six when nothing is named). The pages must be built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

gomod=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

[ $# -gt 0 ] || set -- linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH CGO_ENABLED=0 TZ=UTC LC_ALL=C
[ -z "$(git status --porcelain)" ] || echo "There are changes that no commit has: these programs say so (+dirty)." >&2

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
(unset GOOS GOARCH; GOBIN=$tools go install "$gomod") # for this machine, whatever the programs are for

out=dist-release
rm -rf "$out" && mkdir "$out"

for target in "$@"; do
  name=$out/muntsaus-${target/\//-}
  [[ $target == windows/* ]] && name=$name.exe
  echo "$name"
  GOOS=${target%/*} GOARCH=${target#*/} go build -trimpath -buildvcs=true -ldflags='-s -w' -o "$name" ./server
done

for target in "$@"; do
  list=$out/muntsaus-${target/\//-}.cdx.json
  GOOS=${target%/*} GOARCH=${target#*/} "$tools/cyclonedx-gomod" app -json -licenses -noserial -output-version 1.6 -main server -output "$list" .
  node .ci/sbom.mjs "$list"
done
npm --prefix frontend sbom --sbom-format=cyclonedx --package-lock-only >"$out/muntsaus-pages.cdx.json"
node .ci/sbom.mjs "$out/muntsaus-pages.cdx.json" frontend/package-lock.json

(cd "$out" && sha256sum -- muntsaus-* >SHA256SUMS.part && mv SHA256SUMS.part SHA256SUMS && cat SHA256SUMS)
