package report

import (
	"encoding/base64"
	"fmt"
	"strings"

	"muntsaus/boards"
)

const (
	rangeLatin = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC," +
		"U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2212,U+2215"
	rangeExt = "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF," +
		"U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0"
)

// faces are the static cuts inside the document: variable fonts become Type 3 in a PDF, static ones stay text.
var faces = []struct {
	family, style, file, chars string
	weight                     int
}{
	{"Atkinson Hyperlegible Next", "normal", "atkinson-hyperlegible-next-latin-400-normal", rangeLatin, 400},
	{"Atkinson Hyperlegible Next", "normal", "atkinson-hyperlegible-next-latin-ext-400-normal", rangeExt, 400},
	{"Atkinson Hyperlegible Next", "normal", "atkinson-hyperlegible-next-latin-700-normal", rangeLatin, 700},
	{"Atkinson Hyperlegible Next", "normal", "atkinson-hyperlegible-next-latin-ext-700-normal", rangeExt, 700},
	{"Atkinson Hyperlegible Next", "italic", "atkinson-hyperlegible-next-latin-400-italic", rangeLatin, 400},
	{"Atkinson Hyperlegible Next", "italic", "atkinson-hyperlegible-next-latin-ext-400-italic", rangeExt, 400},
	{"Fraunces", "normal", "fraunces-latin-600-normal", rangeLatin, 600},
	{"Fraunces", "normal", "fraunces-latin-ext-600-normal", rangeExt, 600},
	{"Fraunces", "italic", "fraunces-latin-600-italic", rangeLatin, 600},
}

var fontFaces = func() string {
	var b strings.Builder
	for _, f := range faces {
		data, err := files.ReadFile("fonts/" + f.file + ".woff2")
		if err != nil {
			panic(err) // embedded
		}
		fmt.Fprintf(&b, "@font-face{font-family:\"%s\";font-style:%s;font-weight:%d;"+
			"src:url(data:font/woff2;base64,%s) format(\"woff2\");unicode-range:%s}\n",
			f.family, f.style, f.weight, base64.StdEncoding.EncodeToString(data), f.chars)
	}
	return b.String()
}()

// footStyle gives the running foot: title and date at the left, the page number at the right. What people wrote goes into a
// CSS string here, the one place where text is not behind html/template; so every character but letters, digits and spaces is escaped.
func footStyle(v view) string {
	foot := boards.Isolated(clip(v.title(), 64))
	if d := v.date(v.workshop.Date); d != "" {
		foot += "   ·   " + d
	}
	if v.shape.Confidential {
		foot += "   ·   " + v.T("confidential")
	}
	return fmt.Sprintf("@page{@bottom-left{content:%s}@bottom-right{content:%s counter(page) %s counter(pages)}}\n",
		cssString(foot), cssString(v.T("page")+" "), cssString(" "+v.T("page.of")+" "))
}

// cssString writes text as a CSS string that nothing can leave.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\%06x", r)
	}
	b.WriteByte('"')
	return b.String()
}
