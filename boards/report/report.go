// Package report makes the summary of a workshop: one self-contained HTML document that is the web page, the file to keep and
// the source of the PDF. It shows the numbers of package insight and computes none of its own. Layout: method.md 5.
//
// The document holds no script and makes no request: one <style> (named by its hash in the policy), no style attributes, fonts
// as data. Every text of the board passes through html/template; positions come from our own numbers only.
//
// The sections are listed in sections.go, each with its own file and its own template in pages/; how they look is in report.css.
package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"html/template"
	"slices"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// Options say for whom the report is made.
type Options struct {
	Language string    // "nl" or "en"; empty: the language of the board
	Now      time.Time // when it is made; dates on the board decide everything else
	Base     string    // address of the live board; empty: no link
	Version  string    // of the program, for the annex; may be empty
}

// ErrEmpty says that the board has no workshop record: there is nothing to make a report of.
var ErrEmpty = errors.New("report: the board is empty")

//go:embed pages/*.html report.css fonts/*.woff2 patterns/*.txt
var files embed.FS

var pages = template.Must(template.New("report").ParseFS(files, "pages/*.html"))

// document is the frame around the sections.
type document struct {
	words
	Title, Author string
	Lead          lead
	Style         template.CSS
	Parts         []template.HTML
}

// HTML makes the report. in is the insight of the same board; nil lets it be computed here.
func HTML(b *boards.Board, in *insight.Insight, o Options) ([]byte, error) {
	if b.Count("board") == 0 {
		return nil, ErrEmpty
	}
	b, left := boards.Shaped(b)
	if in == nil || len(left) > 0 {
		in = insight.Of(b)
	}
	v := look(b, in, o)
	v.left, v.plan = left, planMap(v)
	told := slices.DeleteFunc(slices.Clone(Sections), func(s Section) bool { return !v.shape.Tells(s.Name) || !s.has(v) })
	for _, section := range told {
		v.sections = append(v.sections, section.Name)
	}
	d := document{words: v.words, Title: v.title(), Author: v.author(), Lead: v.lead(), Style: styleOf(v)}
	for _, section := range told {
		part, err := section.print(v)
		if err != nil {
			return nil, err
		}
		d.Parts = append(d.Parts, part)
	}
	var out bytes.Buffer
	if err := pages.ExecuteTemplate(&out, "document.html", d); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var styleStart, styleEnd = []byte("<style>"), []byte("</style>")

// Policy gives the Content-Security-Policy under which a report is served: nothing but its own style, fonts and pictures, in a
// sandbox where a link may open a new tab.
func Policy(doc []byte) string { return policy(doc, "allow-popups") }

// FramePolicy is that of a report inside a page of ours that has it printed: the page may reach its window, and the window may ask for a
// printer. Nothing in it runs here either: the sandbox lets no script in, and no source of scripts is named.
func FramePolicy(doc []byte) string {
	return policy(doc, "allow-popups allow-modals allow-same-origin")
}

func policy(doc []byte, box string) string {
	_, rest, _ := bytes.Cut(doc, styleStart)
	style, _, _ := bytes.Cut(rest, styleEnd)
	sum := sha256.Sum256(style)
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox " + box
}
