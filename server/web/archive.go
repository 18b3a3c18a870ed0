package web

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/print"
)

func init() { // here, because the archive holds the others
	exports = append(exports, export{path: "archive.zip", use: "archive", format: "zip", kind: "application/zip", what: along,
		make: takeaway.archive})
}

// archive is everything that can be taken along in one file, for whoever keeps it for years. What the browser that draws cannot make now is
// missing, and a file in it says so.
func (t takeaway) archive() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	var missing []string
	for _, e := range exports {
		if e.use == "own" || e.use == "archive" {
			continue
		}
		data, err := e.make(t)
		if err != nil && e.drawn() && !errors.Is(err, errHungUp) {
			missing = append(missing, e.name(t.shop))
			continue
		}
		if err == nil {
			err = packed(w, e.name(t.shop), data, time.UnixMilli(t.at))
		}
		if err != nil {
			return nil, err
		}
	}
	if err := t.tellMissing(w, missing); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

func packed(w *zip.Writer, name string, data []byte, at time.Time) error {
	file, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at.UTC()})
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return err
}

// tellMissing names what could not be made, in a file beside the others.
func (t takeaway) tellMissing(w *zip.Writer, missing []string) error {
	if len(missing) == 0 {
		return nil
	}
	text := "This could not be made now. Save it later from the page:\n"
	if t.language == "nl" {
		text = "Dit kon nu niet worden gemaakt. Bewaar het later vanaf de pagina:\n"
	}
	for _, name := range missing {
		text += "- " + name + "\n"
	}
	return packed(w, "LEES-MIJ.txt", []byte(text), time.UnixMilli(t.at))
}

// picture takes a picture of the drawn map.
func (t takeaway) picture() ([]byte, error) {
	if t.server.Printer == nil {
		return nil, errNoPicture
	}
	return t.get("png", func(ctx context.Context, begun func(edition)) ([]byte, error) {
		from := time.Now()
		png, err := t.server.Printer.Picture(ctx, func(ctx context.Context) ([]byte, error) { return t.made(framed)(ctx, begun) })
		if ctx.Err() != nil {
			return nil, errHungUp
		}
		t.server.Metrics.report("png", from, outcomeOf(err))
		switch {
		case err == nil, errors.Is(err, boards.ErrGone):
			return png, err
		case errors.Is(err, print.ErrNoBrowser):
			return nil, errNoPicture
		}
		t.server.Logger.Error("no picture", "err", err)
		return nil, errPrintBusy
	})
}

// framed gives the drawn map as a page of its own size.
func framed(b *boards.Board, language string) ([]byte, error) {
	drawing, err := report.SVG(b, language)
	if err != nil {
		return nil, err
	}
	_, drawing, _ = bytes.Cut(drawing, []byte("?>\n"))
	page := []byte(`<!doctype html><meta charset="utf-8"><style>html,body{margin:0;width:max-content}svg{display:block}</style>`)
	return append(page, drawing...), nil
}

var errNoPicture = &problem{503, "unavailable", [2]string{
	"Deze server kan geen plaatje maken. Bewaar de tekening als SVG: die opent in elke browser.",
	"This server cannot make a picture. Save the drawing as SVG: every browser opens that."}}
