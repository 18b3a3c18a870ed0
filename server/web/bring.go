package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/incoming"
	"muntsaus/boards/survey"
	"muntsaus/boards/template"
)

// bring makes a board's file of a journey that another program wrote, so that it comes in by the same door as a board of our own. Phases
// and steps are as in the file; who acts in it becomes a department; the agenda is that of two hours.
type bring struct {
	records []map[string]any
	left    []boards.LeftOut
	n       int
}

// errJourney is for a file of which nothing could be made.
var errJourney = &problem{400, "bad_value", [2]string{
	"Hier kunnen we geen klantreis van maken. Neem een bestand van Muntsaus, een tabel met stappen, of een tekening in Mermaid of CJML.",
	"We cannot make a journey of this. Take a file of Muntsaus, a table of steps, or a drawing in Mermaid or CJML."}}

// broughtFile reads whatever file somebody brings and gives it as a board's file, with what could not come along.
func broughtFile(data []byte, language string, now boards.Moment) ([]byte, []boards.LeftOut, error) {
	journey, err := incoming.Read(data)
	for _, known := range []error{survey.ErrTooMany, survey.ErrUnpacked, survey.ErrOldExcel, survey.ErrDamaged, survey.ErrNoWorkbook} {
		if errors.Is(err, known) {
			return nil, nil, surveyProblem(err)
		}
	}
	if err != nil {
		return nil, nil, errJourney
	}
	b := &bring{}
	if err := b.begin(journey.Title, language, now); err != nil {
		return nil, nil, err
	}
	b.fill(journey)
	file, err := json.Marshal(map[string]any{"muntsaus": 1, "exportedAt": now.At, "title": journey.Title, "records": b.records})
	return file, b.left, err
}

// begin takes what an empty workshop has, but for its departments and phases.
func (b *bring) begin(title, language string, now boards.Moment) error {
	wish := template.Wish{Template: "blank", Agenda: "2h", Language: language, Title: title, JoinCode: "AAAAAA"}
	wish.Title = b.short("board", "title", title, 0)
	blank, _, err := template.Found(now.ID(), now.ID(), wish, now)
	if err != nil {
		return err
	}
	var file struct{ Records []map[string]any }
	if err := json.Unmarshal(boards.Export(blank), &file); err != nil {
		return err
	}
	b.records = slices.DeleteFunc(file.Records, func(r map[string]any) bool {
		return r["kind"] == "department" || r["kind"] == "phase" || r["kind"] == "step"
	})
	return nil
}

func (b *bring) put(kind string, fields map[string]any) string {
	b.n++
	id := fmt.Sprintf("brought-%s-%08d", strings.ReplaceAll(kind, "_", "-"), b.n)
	b.records = append(b.records, map[string]any{"id": id, "kind": kind, "fields": fields})
	return id
}

func (b *bring) fill(j incoming.Journey) {
	for _, l := range j.LeftOut {
		b.left = append(b.left, boards.LeftOut{Record: fmt.Sprint("line ", l.Line), Kind: "step", Reason: l.Reason})
	}
	journey := ""
	for _, r := range b.records {
		if r["kind"] == "journey" {
			journey, _ = r["id"].(string)
		}
	}
	departments, codes := map[string]string{}, map[string]bool{}
	for _, p := range j.Phases {
		title := p.Title
		if title == "" {
			title = "1"
		}
		phase := b.put("phase", map[string]any{"title": b.short("phase", "title", title, b.n), "journey_id": journey})
		for _, s := range p.Steps {
			b.step(phase, s, b.department(s.Department, departments, codes))
		}
	}
	if len(departments) == 0 {
		b.department("Front", departments, codes)
	}
}

func (b *bring) step(phase string, s incoming.Step, department string) {
	fields := map[string]any{"title": b.short("step", "title", s.Title, b.n), "phase_id": phase}
	if s.Action != "" {
		fields["customer_action"] = b.short("step", "customer_action", s.Action, b.n)
	}
	if department != "" {
		fields["front_department_id"] = department
	}
	if s.Wait != nil {
		fields["wait_minutes"] = *s.Wait
	}
	channel, known := channelNamed(s.Channel)
	if known {
		fields["channel"] = channel
	}
	step := b.put("step", fields)
	if s.Channel != "" && !known {
		s.Notes = append(s.Notes, s.Channel)
	}
	for _, text := range s.Notes {
		b.put("note", map[string]any{"text": b.short("note", "text", text, b.n), "step_id": step})
	}
}

// department finds the department of a name, or makes it.
func (b *bring) department(name string, made map[string]string, codes map[string]bool) string {
	name = strings.Join(strings.Fields(name), " ")
	key := strings.ToLower(name)
	if key == "" || made[key] != "" {
		return made[key]
	}
	made[key] = b.put("department", map[string]any{"name": b.short("department", "name", name, b.n), "code": codeOf(name, codes),
		"stage": "front", "pattern": len(made) % 12})
	return made[key]
}

// codeOf gives a department three letters that no other has.
func codeOf(name string, taken map[string]bool) string {
	letters := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, strings.ToUpper(name)) + "XXX"
	code := letters[:3]
	for n := 1; taken[code]; n++ {
		code = fmt.Sprintf("%.2s%d", letters, n%10)
		if n > 9 {
			code = fmt.Sprintf("%.1s%02d", letters, n%100)
		}
	}
	taken[code] = true
	return code
}

// channelNamed finds a channel by the words for it in either language.
func channelNamed(text string) (string, bool) {
	for _, value := range boards.KindNamed("step").Field("channel").Options {
		for _, language := range []string{"nl", "en"} {
			if text != "" && strings.EqualFold(strings.TrimSpace(text), boards.LabelOf(language, "step", "channel", value)) {
				return value, true
			}
		}
	}
	return "", false
}

// short cuts a text that is longer than its field, and says so.
func (b *bring) short(kind, field, text string, n int) string {
	most := boards.KindNamed(kind).Field(field).Max
	runes := []rune(strings.TrimSpace(text))
	if len(runes) <= most {
		return string(runes)
	}
	b.left = append(b.left, boards.LeftOut{Record: fmt.Sprintf("%s %d", kind, n+1), Kind: kind, Field: field, Reason: "shortened"})
	return string(runes[:most-1]) + "…"
}
