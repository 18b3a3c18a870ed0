#!/usr/bin/env bash
# In a workbook _x0041_ inside a text stands for the letter A (ECMA-376, ST_Xstring), so who means those seven characters writes
# _x005F_x0041_. excelize v2.10.1 does that in its stream writer and not in SetCellStr: the same text comes back as itself from one
# and as "A" from the other. A text over 32,767 characters is cut by both, and neither says so.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat >go.mod <<'GO'
module finding

go 1.26
GO
export GOFLAGS=-mod=mod GOTOOLCHAIN=local
go get github.com/xuri/excelize/v2@v2.10.1 2>/dev/null
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	file, long := excelize.NewFile(), strings.Repeat("a", 40_000)
	must(file.SetCellStr("Sheet1", "A1", "_x0041_"))
	fmt.Println("SetCellStr, 40,000 letters: error", file.SetCellStr("Sheet1", "A2", long))
	_, err := file.NewSheet("Stream")
	must(err)
	stream, err := file.NewStreamWriter("Stream")
	must(err)
	must(stream.SetRow("A1", []any{"_x0041_"}))
	fmt.Println("SetRow, 40,000 letters: error", stream.SetRow("A2", []any{long}))
	must(stream.Flush())
	var saved bytes.Buffer
	must(file.Write(&saved))

	again, err := excelize.OpenReader(&saved)
	must(err)
	for _, sheet := range []string{"Sheet1", "Stream"} {
		short, err := again.GetCellValue(sheet, "A1")
		must(err)
		rest, err := again.GetCellValue(sheet, "A2")
		must(err)
		fmt.Printf("%s: %q, %d letters\n", sheet, short, len(rest))
	}
}
GO
go run . | tee seen
cat >expected <<'TXT'
SetCellStr, 40,000 letters: error <nil>
SetRow, 40,000 letters: error <nil>
Sheet1: "A", 32767 letters
Stream: "_x0041_", 32767 letters
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
