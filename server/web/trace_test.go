package web

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// traces are the ways in which a mark of plain letters and digits can lie in bytes, by name.
func traces(mark string) map[string][]byte {
	all := map[string][]byte{
		"plain": []byte(mark),
		"hex":   []byte(hex.EncodeToString([]byte(mark))),
		"HEX":   []byte(strings.ToUpper(hex.EncodeToString([]byte(mark)))),
	}
	for shift := range 3 { // where it begins in a group of three bytes
		packed := base64.StdEncoding.EncodeToString(append(make([]byte, shift), mark...))
		inner := packed[(shift*8+5)/6 : (shift+len(mark))*8/6]
		all[fmt.Sprint("base64 at ", shift)] = []byte(inner)
		all[fmt.Sprint("base64url at ", shift)] = []byte(strings.NewReplacer("+", "-", "/", "_").Replace(inner))
	}
	for name, form := range map[string]string{"JSON": `\u%04x`, "JSON in capitals": `\u%04X`, "URL": "%%%02x", "URL in capitals": "%%%02X", "HTML": "&#%d;", "HTML in hex": "&#x%x;"} {
		var out strings.Builder
		for _, c := range mark {
			fmt.Fprintf(&out, form, c)
		}
		all[name] = []byte(out.String())
	}
	var big, little []byte
	for _, u := range utf16.Encode([]rune(mark)) {
		big, little = append(big, byte(u>>8), byte(u)), append(little, byte(u), byte(u>>8))
	}
	all["UTF-16BE"], all["UTF-16LE"] = big, little
	return all
}

// trace is one form of one mark.
type trace struct {
	name, way string
	form      []byte
}

// finder looks for many forms in one pass: dozens of marks in hundreds of channels, each in all its forms, are many passes else. It
// keeps the forms by their first eight bytes; begins says for the first two of them whether there is any.
type finder struct {
	forms  map[uint64][]trace
	begins [1 << 16]bool
}

// lookFor gives a finder of marks, which have a name.
func lookFor(marks ...map[string]string) *finder {
	f := &finder{forms: map[uint64][]trace{}}
	for name, mark := range allMarks(marks...) {
		for way, form := range traces(mark) {
			head := binary.BigEndian.Uint64(form)
			f.forms[head] = append(f.forms[head], trace{name, way, form})
			f.begins[head>>48] = true
		}
	}
	return f
}

// in gives every form that lies in data, once.
func (f *finder) in(data []byte) (hits []trace) {
	seen := map[string]bool{}
	for i := 0; i+8 <= len(data); i++ {
		if !f.begins[int(data[i])<<8|int(data[i+1])] {
			continue
		}
		for _, one := range f.forms[binary.BigEndian.Uint64(data[i:])] {
			if key := one.name + " " + one.way; !seen[key] && bytes.HasPrefix(data[i:], one.form) {
				seen[key] = true
				hits = append(hits, one)
			}
		}
	}
	return hits
}

// found gives the ways in which a mark lies in data.
func found(data []byte, mark string) (ways []string) {
	for _, hit := range lookFor(map[string]string{"": mark}).in(data) {
		ways = append(ways, hit.way)
	}
	return ways
}

// unpacked gives data with everything packed inside it laid open: the files of a zip, the streams of a PDF and its text.
func unpacked(t *testing.T, data []byte) []byte {
	t.Helper()
	open := bytes.NewBuffer(bytes.Clone(data))
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		must(t, err)
		for _, f := range files.File {
			in, err := f.Open()
			must(t, err)
			_, err = io.Copy(open, in)
			must(t, err)
		}
	case bytes.HasPrefix(data, []byte("%PDF-")):
		for _, part := range bytes.Split(data, []byte("stream"))[1:] {
			if in, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(part, "\r\n"))); err == nil {
				_, _ = io.Copy(open, in) // what follows the stream is not part of it
			}
		}
		path := filepath.Join(t.TempDir(), "report.pdf")
		must(t, os.WriteFile(path, data, 0o600))
		text, err := exec.Command("pdftotext", "-raw", path, "-").Output()
		must(t, err)
		open.Write(text)
		open.WriteString(strings.Join(strings.Fields(string(text)), "")) // a mark may be broken over lines
	}
	return open.Bytes()
}

// What looks for marks finds one in every disguise, also in the middle of other things; else its silence would prove nothing.
func TestMarksAreFoundInEveryDisguise(t *testing.T) {
	t.Parallel()
	const mark = "kanarie7Qx9ZpL0w"
	within := func(data string) []byte { return []byte("before " + data + " after") }
	each := func(form string) []byte {
		var out strings.Builder
		for _, c := range mark {
			fmt.Fprintf(&out, form, c)
		}
		return within(out.String())
	}
	disguises := map[string][]byte{"plain": within(mark), "JSON": each(`\u%04x`), "JSON in capitals": each(`\u%04X`),
		"hex": within(hex.EncodeToString([]byte("x" + mark + "y"))), "HEX": within(strings.ToUpper(hex.EncodeToString([]byte(mark)))),
		"URL": within(
			"%6b%61%6e%61%72%69%65%37%51%78%39%5a%70%4c%30%77",
		), "URL in capitals": within("%6B%61%6E%61%72%69%65%37%51%78%39%5A%70%4C%30%77"),
		"UTF-16LE": []byte(
			"k\x00a\x00n\x00a\x00r\x00i\x00e\x007\x00Q\x00x\x009\x00Z\x00p\x00L\x000\x00w\x00",
		), "UTF-16BE": []byte("\x00k\x00a\x00n\x00a\x00r\x00i\x00e\x007\x00Q\x00x\x009\x00Z\x00p\x00L\x000\x00w"),
		"HTML":        within("&#107;&#97;&#110;&#97;&#114;&#105;&#101;&#55;&#81;&#120;&#57;&#90;&#112;&#76;&#48;&#119;"),
		"HTML in hex": within("&#x6b;&#x61;&#x6e;&#x61;&#x72;&#x69;&#x65;&#x37;&#x51;&#x78;&#x39;&#x5a;&#x70;&#x4c;&#x30;&#x77;")}
	for shift, before := range []string{"", "?", "??"} {
		text := before + mark + ">>>"
		disguises[fmt.Sprint("base64 at ", shift)] = within(base64.StdEncoding.EncodeToString([]byte(text)))
		disguises[fmt.Sprint("base64url at ", shift)] = within(base64.RawURLEncoding.EncodeToString([]byte(text)))
	}
	for way := range traces(mark) {
		if len(found(disguises[way], mark)) == 0 {
			t.Errorf("not found as %s: %q", way, disguises[way])
		}
	}
	if ways := found(within("kanarie7Qx9ZpL0v"), mark); len(ways) > 0 {
		t.Errorf("another mark was taken for it: %v", ways)
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	f, err := z.Create("xl/sharedStrings.xml")
	must(t, err)
	_, err = f.Write(within(strings.Repeat(mark, 3)))
	must(t, err)
	must(t, z.Close())
	if len(found(packed.Bytes(), mark)) > 0 || len(found(unpacked(t, packed.Bytes()), mark)) == 0 {
		t.Error("a packed file is not laid open")
	}
}
