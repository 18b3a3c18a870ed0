#!/usr/bin/env bash
# A CSV file of UTF-8 may begin with a byte order mark, and its first cell may stand in quotes, as in every export of LimeSurvey. Both are
# valid. Four readers, three answers: encoding/csv of Go 1.26 and csv-parse 6.1.0 refuse the file (the quote does not begin the cell, the
# mark does), d3-dsv 3.0.1 says nothing and cuts the first head at its comma, so that every column stands one too far; papaparse 5.5.3 reads
# it. Take the mark away before the reader sees it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact papaparse@5.5.3 csv-parse@6.1.0 d3-dsv@3.0.1
printf '\xef\xbb\xbf"Antwoord, nr","Cijfer"\r\n"1","8"\r\n' >one.csv
cat >main.go <<'GO'
package main

import (
	"encoding/csv"
	"fmt"
	"os"
)

func main() {
	file, err := os.Open("one.csv")
	if err != nil {
		panic(err)
	}
	rows, err := csv.NewReader(file).ReadAll()
	fmt.Printf("encoding/csv       %d rows, error: %v\n", len(rows), err)
}
GO
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { parse } from 'csv-parse/sync'
import { csvParseRows } from 'd3-dsv'
const source = readFileSync('one.csv', 'utf8')
try {
  console.log(`csv-parse 6.1.0    ${JSON.stringify(parse(source))}`)
} catch (fault) {
  console.log(`csv-parse 6.1.0    error: ${fault.code}`)
}
console.log(`papaparse 5.5.3    ${JSON.stringify(Papa.parse(source, { skipEmptyLines: true }).data[0])}`)
console.log(`d3-dsv 3.0.1       ${JSON.stringify(csvParseRows(source)[0]).replace('\ufeff', '<mark>')}`)
JS
{ GOTOOLCHAIN=local go run main.go && node read.mjs; } | tee seen
cat >expected <<'TXT'
encoding/csv       0 rows, error: parse error on line 1, column 4: bare " in non-quoted-field
csv-parse 6.1.0    error: INVALID_OPENING_QUOTE
papaparse 5.5.3    ["Antwoord, nr","Cijfer"]
d3-dsv 3.0.1       ["<mark>\"Antwoord"," nr\"","Cijfer"]
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
