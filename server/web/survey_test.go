package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"mime/multipart"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// formOf makes a multipart form: a file, and texts in pairs.
func formOf(t testing.TB, file string, texts ...string) (body, kind string) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	part, err := w.CreateFormFile("file", "antwoorden.csv")
	must(t, err)
	_, err = part.Write([]byte(file))
	must(t, err)
	for i := 0; i < len(texts); i += 2 {
		must(t, w.WriteField(texts[i], texts[i+1]))
	}
	must(t, w.Close())
	return out.String(), w.FormDataContentType()
}

func (h *house) survey(board, seat, file string, texts ...string) answer {
	h.t.Helper()
	body, kind := formOf(h.t, file, texts...)
	return h.ask("POST", "/api/boards/"+board+"/survey", body, append(bearerOf(seat), "Content-Type", kind, "Accept-Language", "nl")...)
}

// zipOf makes an archive of one file that says how much it unpacks to.
func zipOf(t testing.TB, name string, says uint64) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	file, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: 3, UncompressedSize64: says})
	must(t, err)
	_, err = file.Write([]byte("abc"))
	must(t, err)
	must(t, w.Close())
	return out.String()
}

const answersOfClients = "Naam;Cijfer;Waarom dit cijfer?;Waar?\n" +
	"J. de Vries;8;Snel en duidelijk geholpen;Noodnummer bellen\n" +
	"Anna van den Berg;6;Te lang gewacht, helaas;Ergens anders\n" +
	"Piet Jansen;weet niet;Geen mening hierover, sorry;\n"

func TestSurveyIsLookedAtFirst(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	id := board.str("boardId")
	a := h.survey(id, board.str("seat"), answersOfClients).want(t, 200)
	if a.json["rows"] != 3.0 || a.json["delimiter"] != ";" || a.json["headerRows"] != 1.0 || len(a.str("sha256")) != 64 || a.json["leftOut"] == nil {
		t.Errorf("%s", a.body)
	}
	if bytes.Contains(a.body, []byte("Vries")) {
		t.Error("the preview tells who somebody is")
	}
	for i, want := range []string{"personal", "score", "comment"} {
		if got := a.json["columns"].([]any)[i].(map[string]any)["guess"]; got != want {
			t.Errorf("column %d is %v, want %s", i, got, want)
		}
	}
	if n := len(h.exported(board)); n == 0 || strings.Contains(h.exported(board), "Snel en duidelijk") {
		t.Error("a look keeps something")
	}
}

func (h *house) exported(board answer) string {
	h.t.Helper()
	return string(h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...).want(h.t, 200).body)
}

func TestSurveyBecomesQuotes(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id, seat := board.str("boardId"), board.str("seat")
	host := h.screen(board, seat)
	host.push(1, putOp("phase", "phase-0000000000001", `"title":"Melden"`), putOp("step", "step-00000000000001", `"title":"Noodnummer bellen","phase_id":"phase-0000000000001"`))
	wish := `{"comments":[2],"stepColumn":3,"source":"Formulier mei","date":"2026-05-01","consent":"given"}`
	a := h.survey(id, seat, answersOfClients, "mapping", wish).want(t, 201)
	if a.json["quotes"] != 3.0 || a.json["n"] != 0.0 || a.json["measurementId"] != nil {
		t.Errorf("%s", a.body)
	}
	file := h.exported(board)
	for _, want := range []string{`"text":"Snel en duidelijk geholpen"`, `"step_id":"step-00000000000001"`, `"source":"Formulier mei"`, `"consent":"given"`, `"date":"2026-05-01"`} {
		if !strings.Contains(file, want) {
			t.Errorf("no %s in the board", want)
		}
	}
	if strings.Contains(file, "Vries") {
		t.Error("somebody's name came along")
	}
	same := `{"consent":"given","date":"2026-05-01","source":"Formulier mei","stepColumn":3,"comments":[2]}`
	if a := h.survey(id, seat, answersOfClients, "mapping", same); a.status != 409 || a.code() != "already" {
		t.Errorf("the same file again: %d %s", a.status, a.body)
	}
	h.survey(id, seat, answersOfClients, "mapping", strings.Replace(wish, "[2]", `[2],"quoteRows":[3]`, 1)).want(t, 201)
}

func putOp(kind, id, fields string) string {
	return fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{%s}}`, kind, id, fields)
}

func TestSurveyBecomesAMeasurement(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id, seat := board.str("boardId"), board.str("seat")
	host := h.screen(board, seat)
	host.push(1, putOp("indicator", "indicator-000000001", `"name":"Cijfer","metric":"grade","question":"Welk cijfer?","scale_min":1,"scale_max":10`))
	wish := `{"score":{"column":1,"indicatorId":"indicator-000000001"},"source":"Formulier","date":"2026-05-01","consent":"none_needed"}`
	a := h.survey(id, seat, answersOfClients, "mapping", wish).want(t, 201)
	left := a.json["leftOut"].([]any)
	if a.json["n"] != 2.0 || a.str("measurementId") == "" || len(left) != 1 || left[0].(map[string]any)["reason"] != "not_a_number" || left[0].(map[string]any)["row"] != 4.0 {
		t.Errorf("%s", a.body)
	}
	if file := h.exported(board); !strings.Contains(file, `"counts":[0,0,0,0,0,1,0,1,0,0]`) || !strings.Contains(file, a.str("measurementId")) {
		t.Error(file)
	}
	if a := h.survey(id, seat, answersOfClients, "mapping", wish); a.code() != "already" {
		t.Errorf("again: %s", a.body)
	}
	host.push(2, fmt.Sprintf(`{"op":"del","id":%q}`, a.str("measurementId")))
	h.survey(id, seat, answersOfClients, "mapping", wish).want(t, 201) // it was taken away, so it may come again
	fractions := "Cijfer\n7,5\n4\n"
	h.survey(id, seat, fractions, "mapping", strings.Replace(wish, `"column":1`, `"column":0`, 1)).want(t, 201)
	if file := h.exported(board); !strings.Contains(file, `"value":5.75`) {
		t.Error("fractions have a mean")
	}
}

// What lies outside the scale of the number is no answer: one such row is named and left out, and a file with nothing else is refused by its
// first row, comments and all.
func TestScoresOutsideTheScaleAreNotCounted(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id, seat := board.str("boardId"), board.str("seat")
	h.screen(board, seat).push(1, putOp("indicator", "indicator-000000001", `"name":"Tevreden","metric":"csat","question":"Tevreden?","scale_min":1,"scale_max":5`))
	wish := `{"score":{"column":0,"indicatorId":"indicator-000000001"},"comments":[1],"source":"Formulier","date":"2026-05-01","consent":"given"}`
	before := h.exported(board)
	for name, scores := range map[string][2]string{"above": {"8", "9"}, "below": {"0", "-1"}, "between": {"7,5", "0,5"}} {
		a := h.survey(id, seat, "Cijfer;Waarom?\n"+scores[0]+";Snel en goed geholpen\n"+scores[1]+";Te lang gewacht\n", "mapping", wish).want(t, 400)
		if a.code() != "bad_value" || !strings.Contains(string(a.body), "rij 2 ") {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	if h.exported(board) != before {
		t.Error("half of a file that was refused is on the board")
	}
	a := h.survey(id, seat, "Cijfer;Waarom?\n4;Snel en goed geholpen\n9;Te lang gewacht\n5;\n", "mapping", wish).want(t, 201)
	left := at(a.json["leftOut"], 0)
	if a.json["n"] != 2.0 || at(left, "row") != 3.0 || at(left, "reason") != "outside_scale" || !strings.Contains(h.exported(board), `"counts":[0,0,0,1,1]`) {
		t.Errorf("%s", a.body)
	}
}

func TestSurveysThatAreRefused(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id, seat := board.str("boardId"), board.str("seat")
	wish := func(change string) string {
		return strings.Replace(`{"comments":[2],"source":"Formulier","date":"2026-05-01","consent":"given"}`, "[2]", change, 1)
	}
	for name, test := range map[string]struct {
		file, mapping string
		status        int
		code          string
	}{
		"nothing in it":      {" ", "", 400, "bad_value"},
		"a picture":          {"\x89PNG\r\n\x1a\n", "", 400, "bad_value"},
		"an old workbook":    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", 400, "bad_value"},
		"a damaged archive":  {"PK\x03\x04 and no more", "", 400, "bad_value"},
		"another archive":    {zipOf(t, "notes.txt", 5), "", 400, "bad_value"},
		"a bomb":             {zipOf(t, "xl/worksheets/sheet1.xml", 4<<30), "", 413, "too_long"},
		"too many columns":   {strings.Repeat("Cijfer;", 1001) + "\n8\n", "", 413, "too_long"},
		"heads alone":        {"Cijfer;Waarom?\n", "", 400, "bad_value"},
		"too many rows":      {"Cijfer;Nr\n" + strings.Repeat("8;1\n", 50_001), "", 413, "too_long"},
		"no JSON":            {answersOfClients, "{", 400, "bad_request"},
		"an unknown name":    {answersOfClients, wish(`[2],"x":1`), 400, "bad_request"},
		"names":              {answersOfClients, wish("[0]"), 400, "bad_value"},
		"no such column":     {answersOfClients, wish("[9]"), 400, "bad_value"},
		"nothing wanted":     {answersOfClients, wish("[]"), 400, "bad_value"},
		"no such step":       {answersOfClients, wish(`[2],"stepId":"step-00000000000009"`), 404, "not_found"},
		"no such number":     {answersOfClients, wish(`[2],"score":{"column":1,"indicatorId":"x"}`), 404, "not_found"},
		"a half column":      {answersOfClients, wish("[2.5]"), 400, "bad_request"},
		"no date":            {answersOfClients, strings.Replace(wish("[2]"), "2026-05-01", "mei", 1), 400, "bad_value"},
		"no source":          {answersOfClients, strings.Replace(wish("[2]"), "Formulier", " ", 1), 400, "bad_value"},
		"an unknown consent": {answersOfClients, strings.Replace(wish("[2]"), "given", "yes", 1), 400, "bad_value"},
	} {
		texts := []string{}
		if test.mapping != "" {
			texts = []string{"mapping", test.mapping}
		}
		a := h.survey(id, seat, test.file, texts...)
		problem, _ := a.json["error"].(map[string]any)
		sentence, _ := problem["message"].(string)
		if a.status != test.status || a.code() != test.code || len(sentence) < 20 || strings.Contains(sentence, "%!") {
			t.Errorf("%s: %d %s, want %d %s", name, a.status, a.body, test.status, test.code)
		}
	}
	if strings.Contains(h.exported(board), `"kind":"quote"`) {
		t.Error("half of something came along")
	}
	big := strings.Repeat("x", 20<<20+600<<10)
	if a := h.survey(id, seat, big); a.status != 413 || !strings.Contains(string(a.body), "20 MB") {
		t.Errorf("a big file: %d %.200s", a.status, a.body)
	}
	for _, body := range []string{"", "--x--\r\n", "--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{}\r\n--x--\r\n"} {
		if a := h.ask("POST", "/api/boards/"+id+"/survey", body, append(bearerOf(seat), "Content-Type", "multipart/form-data; boundary=x")...); a.code() != "bad_request" {
			t.Errorf("%q: %s", body, a.body)
		}
	}
	h.survey(id, seat, "Cijfer;Reden\n"+strings.Repeat("8;"+strings.Repeat("goed ", 100)+"\n", 20_000)).want(t, 200) // over 8 MB, and no problem
}
