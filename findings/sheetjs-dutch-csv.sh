#!/usr/bin/env bash
# A Dutch spreadsheet writes CSV with semicolons and decimal commas. SheetJS (xlsx@0.18.5) finds the semicolon by itself and then reads
# the cells as an American would: 7,5 becomes the number 75, the answer 3-5 the 5th of March 2001 (day
# 36955), 9-11-25 the 11th of September (day 45911); while 29-11-25 below it, impossible month first, stays a
# text. Nothing is reported. With { raw: true } every cell stays the text it was.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact xlsx@0.18.5
cat >read.cjs <<'JS'
const XLSX = require('xlsx')
const source = Buffer.from('Datum;Cijfer;Hoe vaak?\r\n9-11-25;7,5;3-5\r\n29-11-25;8,0;6-10\r\n')
for (const raw of [false, true]) {
  const sheet = XLSX.read(source, { type: 'buffer', raw }).Sheets.Sheet1
  console.log(raw ? 'raw: true' : 'as it comes')
  for (const row of XLSX.utils.sheet_to_json(sheet, { header: 1 })) console.log('  ' + JSON.stringify(row))
}
JS
TZ=UTC node read.cjs | tee seen
cat >expected <<'TXT'
as it comes
  ["Datum","Cijfer","Hoe vaak?"]
  [45911,75,36955]
  ["29-11-25",80,37052]
raw: true
  ["Datum","Cijfer","Hoe vaak?"]
  ["9-11-25","7,5","3-5"]
  ["29-11-25","8,0","6-10"]
TXT
diff expected seen || { echo "The behaviour has changed." >&2; exit 1; }
