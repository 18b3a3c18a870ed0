package print

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
)

// smallPDF has the shape of Chromium's: an info object, a page's text and a table.
func smallPDF(t testing.TB, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	objects := []object{
		{number: 1, body: []byte("1 0 obj\n<</Title <FEFF0061>\n/Creator (Mozilla/5.0 \\(X11; \\) \\(KHTML, like Gecko\\))\n/Producer (Skia)>>\nendobj\n")},
		{number: 2, body: fmt.Appendf(nil, "2 0 obj\n<</Filter /FlateDecode\n/Length %d>> stream\n%s\nendstream\nendobj\n", packed.Len(), packed.Bytes())},
	}
	return putTogether(objects, []byte("trailer\n<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>\n"))
}

func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	objects, _, err := takeApart(pdf)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(objects[1].body, []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}

// F2: what is copied from the paper has no soft hyphens; the file says who made it.
func TestF2SoftHyphensAreNotCopied(t *testing.T) {
	pdf := smallPDF(t, "/Span<</ActualText <FEFF00AD> >> BDC <0012> Tj EMC <0001> Tj")
	done := finish(pdf, []byte(`<meta name="author" content="Zorg &amp; Zo">`))
	if got := textOf(t, done); got != "/Span<</ActualText <> >> BDC <0012> Tj EMC <0001> Tj" {
		t.Errorf("the text is %q", got)
	}
	if !bytes.Contains(done, []byte("/Creator "+pdfText("Muntsaus")+"\n/Author "+pdfText("Zorg & Zo")+"\n/Producer")) {
		t.Errorf("%s", done)
	}
}

// What has not the shape we know is handed out as it is.
func TestAnotherShapeStaysAsItIs(t *testing.T) {
	whole := smallPDF(t, "a")
	for _, pdf := range []string{"", "%PDF", "startxref\n1\n", strings.Replace(string(whole), "xref\n0 3", "xref\n0 9", 1), strings.Replace(string(whole), "2 0 obj", "7 0 obj", 1)} {
		if got := finish([]byte(pdf), nil); string(got) != pdf {
			t.Errorf("%q became %q", pdf, got)
		}
	}
}

func FuzzFinish(f *testing.F) {
	f.Add(smallPDF(f, "/ActualText <FEFF00AD>"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		if again := finish(finish(pdf, nil), nil); len(again) > 10*len(pdf)+1000 {
			t.Fatal(len(again))
		}
	})
}
