package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

func unzipped(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	files := map[string][]byte{}
	for _, f := range r.File {
		file, err := f.Open()
		must(t, err)
		files[f.Name], err = io.ReadAll(file)
		must(t, err)
	}
	return files
}

func TestArchiveHoldsEveryFile(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	files := unzipped(t, h.ask("GET", "/api/boards/"+board.str("boardId")+"/archive.zip", "", bearerOf(board.str("seat"))...).want(t, 200).body)
	for _, line := range filesOf(h, board.str("boardId"), board.str("seat")) {
		if name := line["name"].(string); line["use"] != "archive" && line["use"] != "own" && len(files[name]) == 0 {
			t.Errorf("%s is not in the archive", name)
		}
	}
	if note := string(files["LEES-MIJ.txt"]); !strings.Contains(note, ".pdf") || !strings.Contains(note, ".png") { // this house cannot draw
		t.Errorf("what is missing is not told: %q", note)
	}
}

func TestMapAsAPicture(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), withPrinter(t, ""))
	board := h.create("lease")
	a := h.printed("/api/boards/"+board.str("boardId")+"/journey.png", board.str("seat")).want(t, 200)
	picture, err := png.DecodeConfig(bytes.NewReader(a.body))
	must(t, err)
	if picture.Width < 2000 || picture.Height < 500 {
		t.Errorf("%d × %d", picture.Width, picture.Height)
	}
}

// What is sealed, hidden or a key stands in no file that can be taken along: none that is read, and none that is drawn.
func TestNoFileHoldsASecret(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), withPrinter(t, ""))
	board := h.create("blank")
	id, seat := board.str("boardId"), board.str("seat")
	ann := h.join(board, "Ann")
	host, page := h.screen(board, seat), h.screen(board, ann.str("seat"))
	host.push(1, putOp("phase", "phase-0000000000001", `"title":"Melden"`), putOp("step", "step-00000000000001", `"title":"Noodnummer bellen","phase_id":"phase-0000000000001"`))
	before := h.taken(filesOf(h, id, seat)["picture"], seat)
	host.push(2, putOp("roleplay", newID(), `"step_id":"step-00000000000001","secret_card":"KLANTKAART wil eigenlijk een taxi"`),
		putOp("pain", "pain-00000000000001", `"text":"WEGGELATEN: dit gaat niet mee","step_id":"step-00000000000001"`),
		putOp("quote", "quote-0000000000001", `"text":"WEGGELATEN: dit ook niet","consent":"given"`))
	host.push(3, putOp("report", newID(), `"hidden_ids":["pain-00000000000001","quote-0000000000001"]`))
	host.push(4, fmt.Sprintf(`{"op":"act","do":"open","id":%q,"args":{"collect":"writing"}}`, newID()))
	page.push(1, putOp("note", "note-00000000000001", `"text":"GEHEIMBRIEFJE van Ann","step_id":"step-00000000000001"`))
	page.push(2, putOp("reflection", newID(), `"text":"SPIEGELMOMENT van Ann"`))
	files := filesOf(h, id, seat)
	whole := files["board"]["name"].(string) // the file that opens again has what was left out, for who leads alone
	all := map[string][]byte{}
	for use, line := range files {
		if use != "archive" {
			all[use] = h.taken(line, seat)
		}
	}
	if !bytes.Contains(all["board"], []byte("WEGGELATEN")) {
		t.Error("the file that opens again lost what was left out")
	}
	for _, use := range []string{"summary", "drawing"} { // else the silence of what is drawn would prove nothing
		if !bytes.Contains(unpacked(t, all[use]), []byte("Noodnummer")) {
			t.Errorf("%s does not say what it may", use)
		}
	}
	for name, data := range unzipped(t, h.taken(files["archive"], seat)) {
		all[name] = data
	}
	for name, data := range all {
		data = unpacked(t, data)
		for _, secret := range []string{"GEHEIMBRIEFJE", "SPIEGELMOMENT", "KLANTKAART", "WEGGELATEN", seat, ann.str("seat"), board.str("facilitatorKey"), board.str("projectorKey")} {
			if bytes.Contains(data, []byte(secret)) && !(secret == "WEGGELATEN" && (name == whole || name == "board")) {
				t.Errorf("%s holds %.12s…", name, secret)
			}
		}
	}
	if !samePicture(t, before, all["picture"]) {
		t.Error("the picture shows something of what is secret")
	}
}

// taken gives a file of the list; what must be drawn is asked for until the browser had its turn.
func (h *house) taken(line map[string]any, seat string) []byte {
	h.t.Helper()
	return h.printed(line["href"].(string), seat).want(h.t, 200).body
}

// samePicture says whether every point of two pictures has the same colour.
func samePicture(t *testing.T, a, b []byte) bool {
	t.Helper()
	first, err := png.Decode(bytes.NewReader(a))
	must(t, err)
	second, err := png.Decode(bytes.NewReader(b))
	must(t, err)
	if first.Bounds() != second.Bounds() {
		return false
	}
	for y := range first.Bounds().Dy() {
		for x := range first.Bounds().Dx() {
			if first.At(x, y) != second.At(x, y) {
				return false
			}
		}
	}
	return true
}
