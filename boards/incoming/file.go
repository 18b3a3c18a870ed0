package incoming

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// File makes a board's file of a journey, so that it comes in by the same door as a board of our own, and says what could not come along.
// Phases and steps are as in the journey; who acts in it becomes a department; the agenda is that of two hours.
func File(j Journey, language string, now boards.Moment) ([]byte, []boards.LeftOut, error) {
	b := &bring{}
	if err := b.begin(j.Title, language, now); err != nil {
		return nil, nil, err
	}
	b.fill(j)
	file, err := json.Marshal(map[string]any{"muntsaus": 1, "exportedAt": now.At, "title": j.Title, "records": b.records})
	return file, b.left, err
}

// bring collects the records of a file.
type bring struct {
	records []map[string]any
	left    []boards.LeftOut
	n       int
}

// begin takes what an empty workshop has, but for its phases.
func (b *bring) begin(title, language string, now boards.Moment) error {
	wish := template.Wish{Template: "blank", Agenda: "2h", Language: language, Title: title, JoinCode: "AAAAAA"}
	wish.Title = b.short("board", "title", title)
	blank, _, err := template.Found(now.ID(), now.ID(), wish, now)
	if err != nil {
		return err
	}
	var file struct{ Records []map[string]any }
	if err := json.Unmarshal(boards.Export(blank), &file); err != nil {
		return err
	}
	b.records = slices.DeleteFunc(file.Records, func(r map[string]any) bool {
		return r["kind"] == "phase" || r["kind"] == "step"
	})
	return nil
}

func (b *bring) put(kind string, fields map[string]any) string {
	b.n++
	id := fmt.Sprintf("brought-%s-%08d", strings.ReplaceAll(kind, "_", "-"), b.n)
	b.records = append(b.records, map[string]any{"id": id, "kind": kind, "fields": fields})
	return id
}

func (b *bring) fill(j Journey) {
	for _, l := range j.LeftOut {
		where := fmt.Sprint("line ", l.Line)
		if l.Column > 0 {
			where = fmt.Sprint("column ", l.Column)
		}
		b.left = append(b.left, boards.LeftOut{Record: where, Kind: "step", Field: l.Head, Reason: l.Reason})
	}
	journey := ""
	for _, r := range b.records {
		if r["kind"] == "journey" {
			journey, _ = r["id"].(string)
		}
	}
	blank, departments, codes := len(b.records), map[string]string{}, map[string]bool{}
	for _, p := range j.Phases {
		title := p.Title
		if title == "" {
			title = "1"
		}
		phase := b.put("phase", map[string]any{"title": b.short("phase", "title", title), "journey_id": journey})
		for _, s := range p.Steps {
			b.step(phase, s, b.department(s.Department, departments, codes))
		}
	}
	if len(departments) == 0 {
		return // those of an empty workshop stay
	}
	mine := slices.DeleteFunc(b.records[:blank:blank], func(r map[string]any) bool { return r["kind"] == "department" })
	b.records = append(mine, b.records[blank:]...)
}

func (b *bring) step(phase string, s Step, department string) {
	fields := map[string]any{"title": b.short("step", "title", s.Title), "phase_id": phase}
	if s.Action != "" {
		fields["customer_action"] = b.short("step", "customer_action", s.Action)
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
		b.put("note", map[string]any{"text": b.short("note", "text", text), "step_id": step})
	}
}

// department finds the department of a name, or makes it.
func (b *bring) department(name string, made map[string]string, codes map[string]bool) string {
	name = strings.Join(strings.Fields(name), " ")
	key := strings.ToLower(name)
	if key == "" || made[key] != "" {
		return made[key]
	}
	made[key] = b.put("department", map[string]any{"name": b.short("department", "name", name), "code": proposeCode(name, codes),
		"stage": "front", "pattern": len(made) % 12})
	return made[key]
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

// short cuts a text that is longer than its field, and says so by how it begins.
func (b *bring) short(kind, field, text string) string {
	most := boards.KindNamed(kind).Field(field).Max
	runes := []rune(strings.TrimSpace(text))
	if len(runes) <= most {
		return string(runes)
	}
	b.left = append(b.left, boards.LeftOut{Record: string(runes[:min(most, 40)]), Kind: kind, Field: field, Reason: "shortened"})
	return string(runes[:most-1]) + "…"
}
