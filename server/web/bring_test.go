package web

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

func (h *house) bring(file string) answer {
	h.t.Helper()
	body, kind := formOf(h.t, file)
	return h.ask("POST", "/api/boards/import", body, "Content-Type", kind, "Accept-Language", "nl")
}

// journeyOn tells the phases and steps of a board, as its file has them.
func (h *house) journeyOn(board answer) string {
	h.t.Helper()
	var file struct {
		Records []struct {
			ID, Kind string
			Fields   map[string]any
		}
	}
	must(h.t, json.Unmarshal([]byte(h.exported(board)), &file))
	names, orders, lines := map[string]any{}, map[string]string{}, []string{}
	for _, r := range file.Records {
		switch r.Kind {
		case "phase":
			names[r.ID] = r.Fields["title"]
			orders[r.ID], _ = r.Fields["order"].(string)
		case "department":
			names[r.ID] = r.Fields["name"]
		case "step":
			department, _ := r.Fields["front_department_id"].(string)
			phase := r.Fields["phase_id"].(string)
			lines = append(lines, fmt.Sprint(orders[phase], " ", r.Fields["order"], "\t", names[phase], "|", r.Fields["title"], "|", names[department], "|", r.Fields["channel"], "|", r.Fields["wait_minutes"]))
		}
	}
	slices.Sort(lines)
	for i, line := range lines {
		_, lines[i], _ = strings.Cut(line, "\t")
	}
	return strings.Join(lines, "\n")
}

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../boards/incoming/testdata/" + name)
	must(t, err)
	return string(data)
}

func TestJourneysComeIn(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	for name, want := range map[string]string{
		"journey.mmd": "Melden|Noodnummer bellen|Alarmcentrale|<nil>|<nil>\nMelden|Formulier invullen|Schade|<nil>|<nil>\n" +
			"Herstel|Bellen om 10:30|Klantcontact|<nil>|<nil>\nHerstel|Auto ophalen|Herstelbedrijf|<nil>|<nil>",
		"steps.csv": "Melden|Noodnummer bellen|Alarmcentrale|phone|35\nMelden|Schadeformulier invullen|Schadeafdeling|web|25\n" +
			"Herstel|Auto naar het herstelbedrijf|Herstelbedrijf|on_site|30",
	} {
		board := h.bring(sample(t, name)).want(t, 201)
		if got := h.journeyOn(board); got != want || board.json["leftOut"] == nil {
			t.Errorf("%s:\n%s\nwant\n%s\n%v", name, got, want, board.json["leftOut"])
		}
	}
}

// A preview says what would come in and what would not, and makes nothing; the file itself then does just that.
func TestAFileIsLookedAtBeforeItComesIn(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	look := func(file string) answer {
		body, kind := formOf(t, file)
		return h.ask("POST", "/api/boards/import?preview=1", body, "Content-Type", kind, "Accept-Language", "nl")
	}
	file := "Fase;Stap;Afdeling;Kleur\nMelden;Bellen;Schade;rood\nMelden;" + strings.Repeat("lang ", 40) + ";Schade;blauw\nHerstel;Ophalen;Garage;\n"
	seen := look(file).want(t, 200)
	if got := fmt.Sprintf("%v %v %d %v", seen.json["departments"], at(list(seen.json["phases"])[0], "title"), len(list(at(list(seen.json["phases"])[0], "steps"))),
		at(list(seen.json["phases"])[1], "steps")); got != "[Schade Garage] Melden 2 [Ophalen]" {
		t.Error(got)
	}
	if seen.json["facilitatorKey"] != nil || seen.header.Get("Set-Cookie") != "" {
		t.Errorf("a board was made: %s", seen.body)
	}
	made := h.bring(file).want(t, 201)
	if left := fmt.Sprint(seen.json["leftOut"]); left != fmt.Sprint(made.json["leftOut"]) || !strings.Contains(left, "Kleur") || !strings.Contains(left, "shortened") {
		t.Errorf("%s, then %v", left, made.json["leftOut"])
	}
	board := h.ask("POST", "/api/boards/import?preview=1", h.exported(h.create("lease"))).want(t, 200)
	if board.str("title") == "" || len(list(board.json["phases"])) < 3 || board.json["items"] == nil {
		t.Errorf("%s", board.body)
	}
	if no := look("%PDF-1.4"); no.status != 400 || no.code() == "" {
		t.Errorf("%d %s", no.status, no.body)
	}
}

// What a board wrote itself comes back as the same journey.
func TestOwnFilesComeBack(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	was := h.journeyOn(board)
	titles := func(journey string) (list []string) {
		for line := range strings.SplitSeq(journey, "\n") {
			parts := strings.Split(line, "|")
			list = append(list, parts[0]+"|"+parts[1])
		}
		return list
	}
	for _, path := range []string{"board.json", "workbook.xlsx", "journey.md"} {
		file := h.ask("GET", "/api/boards/"+board.str("boardId")+"/"+path, "", bearerOf(board.str("seat"))...).want(t, 200).body
		again := h.journeyOn(h.bring(string(file)).want(t, 201))
		if path == "board.json" && again != was {
			t.Errorf("board.json:\n%s\nwant\n%s", again, was)
		}
		if got, want := strings.Join(titles(again), "\n"), strings.Join(titles(was), "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", path, got, want)
		}
	}
}

func TestFilesThatAreNoJourneyAreRefused(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	for _, file := range []string{"", "{}", "\x89PNG", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "PK\x03\x04", "{\"muntsaus\":1}"} {
		if a := h.bring(file); a.status < 400 || a.status >= 500 || a.code() == "" {
			t.Errorf("%q: %d %s", file, a.status, a.body)
		}
	}
	long := h.bring("Fase;Stap\nA;"+strings.Repeat("lang ", 40)+"\n").want(t, 201)
	if left := fmt.Sprint(long.json["leftOut"]); !strings.Contains(left, "shortened") {
		t.Error(left)
	}
}
