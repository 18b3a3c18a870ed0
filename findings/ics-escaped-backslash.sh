#!/usr/bin/env bash
# RFC 5545, 3.3.11: in TEXT a backslash is written \\ and a line break \n. So `C:\\nieuw` is C:\nieuw, a folder, on one line.
# Seen: arran4/golang-ical v0.3.4, emersion/go-ical (2025-03-29) and ical.js 2.2.1 read it so; node-ical 0.27.2 keeps one
# backslash and breaks the line behind it. So a backslash before an n in a calendar does not survive everywhere.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact ical.js@2.2.1 node-ical@0.27.2
cat >go.mod <<'GO'
module finding

go 1.26
GO
export GOFLAGS=-mod=mod GOTOOLCHAIN=local
go get github.com/arran4/golang-ical@v0.3.4 github.com/emersion/go-ical@v0.0.0-20250329121855-f41e73efc392 2>/dev/null

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//finding//EN BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z \
  'DTSTART;VALUE=DATE:20261129' 'SUMMARY:C:\\nieuw' END:VEVENT END:VCALENDAR >one.ics

cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	arran "github.com/arran4/golang-ical"
	emersion "github.com/emersion/go-ical"
)

func main() {
	open := func() *os.File {
		file, err := os.Open("one.ics")
		if err != nil {
			panic(err)
		}
		return file
	}
	a, err := arran.ParseCalendar(open())
	if err != nil {
		panic(err)
	}
	fmt.Printf("golang-ical v0.3.4   %q\n", a.Events()[0].GetProperty(arran.ComponentPropertySummary).Value)
	e, err := emersion.NewDecoder(open()).Decode()
	if err != nil {
		panic(err)
	}
	text, err := e.Events()[0].Props.Text("SUMMARY")
	fmt.Printf("go-ical 2025-03-29   %q\n", text)
	if err != nil {
		panic(err)
	}
}
GO
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import ical from 'node-ical'
const source = readFileSync('one.ics', 'utf8')
const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent('vevent')
console.log('ical.js 2.2.1        ' + JSON.stringify(event.getFirstPropertyValue('summary')))
const other = Object.values(ical.sync.parseICS(source)).find((one) => one.type === 'VEVENT')
console.log('node-ical 0.27.2     ' + JSON.stringify(other.summary))
JS
{ go run . && node read.mjs; } | tee seen
cat >expected <<'TXT'
golang-ical v0.3.4   "C:\\nieuw"
go-ical 2025-03-29   "C:\\nieuw"
ical.js 2.2.1        "C:\\nieuw"
node-ical 0.27.2     "C:\\\nieuw"
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
