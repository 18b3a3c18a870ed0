package survey

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// withSheet gives a workbook whose sheet is this XML.
func withSheet(t testing.TB, sheet string, shared ...any) []byte {
	t.Helper()
	whole := workbook(t, nil, shared)
	from, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		w, err := to.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if part.Name == "xl/worksheets/sheet1.xml" {
			_, err = io.WriteString(w, sheet)
		} else {
			var r io.ReadCloser
			if r, err = part.Open(); err == nil {
				_, err = io.Copy(w, r)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bothWays reads the first sheet in our own way and in that of excelize.
func bothWays(t testing.TB, data []byte) (ours []row, ok bool, theirs []row) {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if theirs, err = anySheet(file, "Sheet1", formats{}); err != nil {
		t.Fatal(err)
	}
	if ours, ok, err = plainSheet(file, "Sheet1"); err != nil {
		t.Fatal(err)
	}
	for i := range ours {
		ours[i].cells = trimmed(ours[i].cells)
	}
	return ours, ok, theirs
}

const (
	before = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>`
	after = `</sheetData><pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/></worksheet>`
)

// What we read ourselves is what excelize reads. plain: it is read by us at all.
func TestPlainSheetReadsAsExcelizeDoes(t *testing.T) {
	for name, c := range map[string]struct {
		rows  string
		plain bool
	}{
		"numbers":           {`<row r="1" spans="1:2"><c r="A1"><v>7</v></c><c r="B1" s="3"><v>7.5</v></c></row>`, true},
		"texts":             {`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>a&amp;b</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> c </t></is></c></row>`, true},
		"rich text":         {`<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Twee </t></r><r><t>keer</t></r></is></c></row>`, true},
		"truths and errors": {`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>`, true},
		"formulas":          {`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>"&lt;"</f></c><c r="C1"><v>3</v></c></row>`, true},
		"gaps":              {`<row r="3"><c r="B3"/><c r="D3"><v>1</v></c><c r="F3" s="1"/></row><row r="9"/><row r="12"><c r="A12"><v>2</v></c></row>`, true},
		"rows not numbered": {`<row><c r="A1"><v>1</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row><c r="A5"><v>5</v></c></row>`, true},
		"line ends":         {"<row r=\"1\">\r\n <c r=\"A1\" t=\"str\"><v>a\r\nb&#10;c&#233;</v></c>\n</row>\n", true},
		"a comment":         {`<row r="1"><!-- written by hand --><c r="A1"><v>1</v></c></row>`, true},
		"nothing":           {``, true},
		"cells not named":   {`<row r="1"><c><v>1</v></c><c/><c><v>3</v></c></row>`, false},
		"rows turned round": {`<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`, false},
		"escaped letters":   {`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000A_b</t></is></c></row>`, false},
		"pronounced":        {`<row r="1"><c r="A1" t="inlineStr"><is><t>客</t><rPh sb="0" eb="1"><t>キャク</t></rPh></is></c></row>`, false},
		"a day as a text":   {`<row r="1"><c r="A1" t="d"><v>2026-03-10T09:00:00</v></c></row>`, false},
		"text not shared":   {`<row r="1"><c r="A1" t="s"><v>99</v></c></row>`, false},
		"CDATA":             {`<row r="1"><c r="A1" t="str"><v><![CDATA[<b>]]></v></c></row>`, false},
		"tags that cross":   {`<row r="1"><c r="A1"><f>1</v></f><v>1</v></c></row>`, false},
		"unknown entity":    {`<row r="1"><c r="A1" t="str"><v>a&nbsp;b</v></c></row>`, false},
		"cut off":           {`<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2`, false},
	} {
		t.Run(name, func(t *testing.T) {
			ours, plain, theirs := bothWays(t, withSheet(t, before+c.rows+after, "gedeeld", "twee"))
			if plain != c.plain {
				t.Errorf("read by us: %v", plain)
			}
			if plain && !(len(ours) == 0 && len(theirs) == 0) && !reflect.DeepEqual(ours, theirs) {
				t.Errorf("%v\n%v of excelize", ours, theirs)
			}
		})
	}
}

func TestPlainSheetOfOtherPrograms(t *testing.T) {
	prefixed := strings.NewReplacer("<?", "<?", "</", "</x:", "<", "<x:", "xmlns=", "xmlns:x=").
		Replace(before + `<row r="1"><c r="A1" t="s"><v>1</v></c></row>` + after)
	for name, c := range map[string]struct {
		sheet string
		plain bool
	}{
		"names with a prefix": {prefixed, true},
		"another encoding":    {strings.Replace(before, "UTF-8", "ISO-8859-1", 1) + after, false},
		"a document type":     {strings.Replace(before, "<worksheet", "<!DOCTYPE x><worksheet", 1) + after, false},
		"not UTF-8":           {before + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>caf\xe9</v></c></row>" + after, false},
		"no rows at all":      {`<worksheet/>`, false},
	} {
		t.Run(name, func(t *testing.T) {
			ours, plain, theirs := bothWays(t, withSheet(t, c.sheet, "gedeeld", "twee"))
			if plain != c.plain || plain && !reflect.DeepEqual(ours, theirs) {
				t.Errorf("read by us: %v, %v\n%v of excelize", plain, ours, theirs)
			}
		})
	}
}

// TestPlainSheetsAreReadAlike makes sheets of every sort of cell.
func TestPlainSheetsAreReadAlike(t *testing.T) {
	text := rapid.StringMatching(`( |[a-zé]|&amp;|&lt;|&#10;|-){0,6}`)
	cell := rapid.Custom(func(t *rapid.T) string {
		said := text.Draw(t, "text")
		return rapid.SampledFrom([]string{
			`<c r="%s"><v>` + fmt.Sprint(rapid.Float64().Draw(t, "number")) + `</v></c>`,
			`<c r="%s" t="s"><v>` + fmt.Sprint(rapid.IntRange(0, 2).Draw(t, "shared")) + `</v></c>`,
			`<c r="%s" t="str"><f>A1&amp;"x"</f><v>` + said + `</v></c>`,
			`<c r="%s" t="inlineStr"><is><t xml:space="preserve">` + said + `</t></is></c>`,
			`<c s="1" r="%s" t="inlineStr"><is><r><t>` + said + `</t></r><r><rPr/><t>` + said + `</t></r></is></c>`,
			`<c r="%s" t="b"><v>1</v></c>`,
			`<c r="%s"/>`,
			`<c r="%s"><f>1</f></c>`,
		}).Draw(t, "cell")
	})
	rapid.Check(t, func(rt *rapid.T) {
		var sheet strings.Builder
		at := 0
		for range rapid.IntRange(0, 6).Draw(rt, "rows") {
			at += rapid.IntRange(1, 3).Draw(rt, "rows on")
			fmt.Fprintf(&sheet, `<row r="%d">`, at)
			column := 0
			for range rapid.IntRange(0, 5).Draw(rt, "cells") {
				column += rapid.IntRange(1, 3).Draw(rt, "columns on")
				name, _ := excelize.CoordinatesToCellName(column, at)
				fmt.Fprintf(&sheet, cell.Draw(rt, "cell"), name)
			}
			sheet.WriteString("</row>")
		}
		ours, plain, theirs := bothWays(t, withSheet(t, before+sheet.String()+after, "gedeeld", "", "<drie>"))
		if !plain {
			rt.Fatal("not read by us")
		}
		if len(ours)+len(theirs) > 0 && !reflect.DeepEqual(ours, theirs) {
			rt.Fatalf("%v\n%v of excelize", ours, theirs)
		}
	})
}
