package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// pngOf gives a purple PNG of a size.
func pngOf(wide, high int) string {
	p, out := image.NewRGBA(image.Rect(0, 0, wide, high)), bytes.Buffer{}
	for i := range p.Pix {
		p.Pix[i] = []byte{107, 63, 160, 255}[i%4]
	}
	if err := png.Encode(&out, p); err != nil {
		panic(err)
	}
	return out.String()
}

// brings posts a picture as it is.
func (c *cast) brings(seat, data string) answer {
	c.t.Helper()
	return c.ask("POST", "/api/boards/"+c.board.str("boardId")+"/pictures", data, append(bearerOf(seat), "Content-Type", "image/png")...)
}

// A picture comes in as the body or as a form, is drawn anew, and is given to whoever may see the board.
func TestAPictureOfThePersona(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	base := "/api/boards/" + c.board.str("boardId")
	id := c.brings(c.seats["participant"], pngOf(1200, 600)).want(t, 201).str("picture")
	body, kind := formOf(t, pngOf(8, 8))
	form := h.ask("POST", base+"/pictures", body, append(bearerOf(c.seats["facilitator"]), "Content-Type", kind)...).want(t, 201)
	if form.str("picture") == "" || form.str("picture") == id {
		t.Errorf("the second is %q", form.str("picture"))
	}
	got := h.ask("GET", base+"/pictures/"+id, "", bearerOf(c.seats["guest"])...).want(t, 200)
	p, err := jpeg.Decode(bytes.NewReader(got.body))
	if err != nil || p.Bounds().Size() != image.Pt(800, 400) {
		t.Fatalf("%v, %v", p, err)
	}
	if r, g, b, _ := p.At(400, 200).RGBA(); !near(r, 107) || !near(g, 63) || !near(b, 160) {
		t.Errorf("the colour is %v", color.RGBAModel.Convert(p.At(400, 200)))
	}
	h.ask("GET", base+"/pictures/nothing", "", bearerOf(c.seats["guest"])...).want(t, 404)
	h.ask("GET", base+"/pictures/"+c.note, "", bearerOf(c.seats["guest"])...).want(t, 404)
}

func near(got uint32, want int) bool { return int(got>>8) > want-8 && int(got>>8) < want+8 }

// The file of a board holds the picture, and what comes of it shows the same; the report shows it too.
func TestAPictureGoesAlongInAFile(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	base := "/api/boards/" + c.board.str("boardId")
	host := h.screen(c.board, c.board.str("seat"))
	host.hello("")
	host.push(1, fmt.Sprintf(`{"op":"put","kind":"persona","id":"persona-with-a-face","fields":{"name":"Sanne","image":%q}}`, c.picture),
		`{"op":"put","kind":"phase","id":"phase-with-one-step","fields":{"title":"Begin"}}`,
		`{"op":"put","kind":"step","id":"the-only-step-here","fields":{"title":"Bellen","phase_id":"phase-with-one-step"}}`)
	file := h.ask("GET", base+"/board.json", "", bearerOf(c.board.str("seat"))...).want(t, 200)
	made := h.ask("POST", "/api/boards/import", string(file.body)).want(t, 201)
	if left := made.json["leftOut"].([]any); len(left) != 0 {
		t.Errorf("left out: %v", left)
	}
	again := "/api/boards/" + made.str("boardId") + "/pictures/" + c.picture
	h.ask("GET", again, "", bearerOf(made.str("seat"))...).want(t, 200)
	h.ask("GET", again, "", bearerOf(c.board.str("seat"))...).want(t, 404)
	report := h.ask("GET", base+"/report?lang=nl", "", bearerOf(c.board.str("seat"))...).want(t, 200)
	if !bytes.Contains(report.body, []byte(`src="data:image/jpeg;base64,`)) {
		t.Error("the report shows no picture")
	}
	var whole any
	if err := json.Unmarshal(file.body, &whole); err != nil {
		t.Fatal(err)
	}
	copied := h.ask("POST", base+"/copy", `{}`, bearerOf(c.board.str("seat"))...).want(t, 201)
	h.ask("GET", "/api/boards/"+copied.str("boardId")+"/pictures/"+c.picture, "", bearerOf(copied.str("seat"))...).want(t, 200)
}

// What is no picture is said in the reader's language, and nothing is kept.
func TestPicturesThatAreNone(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	for name, bad := range map[string]struct {
		data, code, says string
		status           int
	}{
		"nothing":         {"", "bad_value", "PNG, JPEG of WebP", 400},
		"a text":          {"hello", "bad_value", "PNG, JPEG of WebP", 400},
		"a drawing":       {`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`, "bad_value", "PNG, JPEG of WebP", 400},
		"3 MB":            {pngOf(4, 4) + strings.Repeat("x", 3<<20), "too_long", "2 MB", 413},
		"2,1 MB":          {pngOf(4, 4) + strings.Repeat("x", 2<<20), "too_long", "2 MB", 413},
		"16,1 megapixels": {pngOf(4100, 3940), "too_long", "16 miljoen", 400},
	} {
		a := h.ask("POST", "/api/boards/"+c.board.str("boardId")+"/pictures", bad.data,
			append(bearerOf(c.seats["participant"]), "Accept-Language", "nl")...)
		if a.status != bad.status || a.code() != bad.code || !strings.Contains(string(a.body), bad.says) {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
	a := c.brings(c.seats["observer"], pngOf(4, 4))
	if a.status != 403 || a.code() != "not_allowed" {
		t.Errorf("an observer: %d %s", a.status, a.body)
	}
}
