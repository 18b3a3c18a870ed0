#!/usr/bin/env bash
# golang.org/x/net/html/charset is what Go programs guess the encoding of a text with. It looks at the first 1,024 bytes: when those
# are plain ASCII it says windows-1252, whatever follows. A survey export with English headers and its first accent further down is
# such a file, and its quotes come out as "cafÃ©". Also when byte 1,024 cuts a letter in two.
# Seen with golang.org/x/net v0.62.0.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat >go.mod <<'GO'
module finding

go 1.26
GO
export GOFLAGS=-mod=mod GOTOOLCHAIN=local
go get golang.org/x/net@v0.62.0 2>/dev/null
cat >main.go <<'GO'
package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

func main() {
	rows := strings.Repeat("1,7,fine\n", 200)
	show("accent in the first line", "id,score,caf\u00e9\n"+rows)
	show("accent behind 1,024 bytes", "id,score,remark\n"+rows+"2,8,caf\u00e9\n")
	show("byte 1,024 inside the accent", strings.Repeat("x", 1020)+"caf\u00e9\n")
}

func show(what, source string) {
	_, name, certain := charset.DetermineEncoding([]byte(source)[:1024], "text/csv")
	reader, err := charset.NewReader(strings.NewReader(source), "text/csv")
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		panic(err)
	}
	_, rest, _ := strings.Cut(string(text), "caf")
	letters, _, _ := strings.Cut(rest, "\n")
	fmt.Printf("%-28s  %-12s  certain: %v  read as caf%s\n", what, name, certain, letters)
}
GO
go run . | tee seen
cat >expected <<'TXT'
accent in the first line      utf-8         certain: false  read as café
accent behind 1,024 bytes     windows-1252  certain: false  read as cafÃ©
byte 1,024 inside the accent  windows-1252  certain: false  read as cafÃ©
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
