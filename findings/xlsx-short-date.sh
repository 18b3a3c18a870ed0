#!/usr/bin/env bash
# The built-in date style 14 of a workbook is "the short date of whoever looks": 9-11-2025 for a Dutch reader, 11/9/2025 for an
# American one. The file does not say which, so each library chooses. The same cell, 9 November 2025: excelize v2.10.1 gives the text
# 11-09-25 (month first, dashes, which a Dutch reader takes for 11 September), SheetJS (xlsx 0.18.5) the text 11/9/25, exceljs 4.4.0 a
# moment in UTC. Read the number and the style, never the text.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact xlsx@0.18.5 exceljs@4.4.0
cat >go.mod <<'GO'
module finding

go 1.26
GO
export GOFLAGS=-mod=mod GOTOOLCHAIN=local
go get github.com/xuri/excelize/v2@v2.10.1 2>/dev/null
cat >main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	file := excelize.NewFile()
	must(file.SetCellValue("Sheet1", "A1", time.Date(2025, 11, 9, 0, 0, 0, 0, time.UTC)))
	style, err := file.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	must(file.SetCellStyle("Sheet1", "A1", "A1", style))
	must(file.SaveAs("one.xlsx"))
	again, err := excelize.OpenFile("one.xlsx")
	must(err)
	rows, err := again.GetRows("Sheet1")
	must(err)
	raw, err := again.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	must(err)
	fmt.Printf("excelize v2.10.1  %s  (raw %s)\n", rows[0][0], raw[0][0])
}
GO
cat >read.cjs <<'JS'
const XLSX = require('xlsx')
const ExcelJS = require('exceljs')
const cell = XLSX.readFile('one.xlsx').Sheets.Sheet1.A1
console.log(`xlsx 0.18.5       ${cell.w}  (raw ${cell.v})`)
const book = new ExcelJS.Workbook()
book.xlsx.readFile('one.xlsx').then(() => {
  const { value, numFmt } = book.worksheets[0].getCell('A1')
  console.log(`exceljs 4.4.0     ${value.toISOString()}  (style ${numFmt})`)
})
JS
{ go run . && node read.cjs; } | tee seen
cat >expected <<'TXT'
excelize v2.10.1  11-09-25  (raw 45970)
xlsx 0.18.5       11/9/25  (raw 45970)
exceljs 4.4.0     2025-11-09T00:00:00.000Z  (style mm-dd-yy)
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
