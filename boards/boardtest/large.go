package boardtest

import (
	"fmt"

	"muntsaus/boards"
)

// What a large board holds: as much as the table of kinds lets in.
const (
	Steps = 60
	Pains = 400
	Fixes = 200
)

// Large gives the file of a board with sixty steps, four hundred pains and two hundred fixes, spread as people spread them: unevenly.
func Large() []byte {
	l := &large{}
	l.put("board", "board", map[string]any{"title": "Alles wat er op een bord past", "organisation": "Noorderlicht (fictief)",
		"date": "2026-11-24", "language": "nl", "time_zone": "Europe/Amsterdam"})
	journey := l.put("journey", "journey", map[string]any{"title": "Van aanvraag tot oplossing",
		"golden_rule": "Wie de klant spreekt, regelt het."})
	for i := range 12 {
		l.put("department", fmt.Sprint(i), map[string]any{"name": fmt.Sprint("Afdeling ", i+1), "code": "AF" + string(rune('A'+i)),
			"stage": []string{"front", "back", "support"}[i%3], "pattern": i})
		l.put("person", fmt.Sprint(i), map[string]any{"name": fmt.Sprint("Deelnemer ", i+1), "role": "participant",
			"department_id": id("department", i)})
		l.put("phase", fmt.Sprint(i), map[string]any{"journey_id": journey, "title": fmt.Sprint("Fase ", i+1)})
	}
	l.steps()
	l.pains()
	l.fixes()
	l.vote()
	return file(l.records)
}

// large is the file that is being written.
type large struct{ records []line }

func id(kind string, n any) string { return fmt.Sprintf("%s-%016s", kind, fmt.Sprint(n)) }

func (l *large) put(kind, name string, fields map[string]any) string {
	l.records = append(l.records, line{id(kind, name), kind, fields})
	return id(kind, name)
}

func (l *large) steps() {
	channels := boards.KindNamed("step").Field("channel").Options
	for i := range Steps {
		step := l.put("step", fmt.Sprint(i), map[string]any{"phase_id": id("phase", i/5), "title": fmt.Sprintf("Stap %d van de klant", i+1),
			"customer_action": fmt.Sprintf("De klant doet wat er bij stap %d gevraagd wordt", i+1), "channel": channels[i%len(channels)],
			"front_department_id": id("department", i%12), "wait_minutes": i * 30})
		for n, lane := range []string{"front", "back", "support"} {
			l.put("cell", fmt.Sprintf("%d-%d", i, n), map[string]any{"step_id": step, "lane": lane,
				"department_id": id("department", (i+n)%12), "text": fmt.Sprintf("Zoekt het dossier op en belt terug (%d)", i+1)})
		}
	}
}

func (l *large) pains() {
	causes := boards.KindNamed("pain").Field("cause_categories").Options
	for i := range Pains {
		l.put("pain", fmt.Sprint(i), map[string]any{"step_id": id("step", i*i%Steps), "severity": 1 + i%5, "frequency": "weekly",
			"text":           fmt.Sprintf("Pijnpunt %d: niemand weet wie er terugbelt en wanneer", i+1),
			"evidence_level": []string{"known", "assumed", "unknown"}[i%3], "cause_categories": []string{causes[i%len(causes)]},
			"control": "together", "minutes_lost": 5 + i%40, "cases_per_week": 1 + i%30})
	}
}

func (l *large) fixes() {
	statuses := boards.KindNamed("fix").Field("status").Options
	for i := range Fixes {
		l.put("fix", fmt.Sprint(i), map[string]any{"text": fmt.Sprintf("Oplossing %d: spreek af wie er belt", i+1), "kind": "process",
			"pain_ids": []string{id("pain", 2*i), id("pain", 2*i+1)}, "department_ids": []string{id("department", i%12)},
			"status": statuses[i%len(statuses)], "owner_person": fmt.Sprint("Deelnemer ", i%12+1),
			"due_date":   fmt.Sprintf("2027-%02d-%02d", 1+i%12, 1+i%28),
			"first_step": "Bel maandag met de andere afdeling", "done_criterion": "Niemand belt meer tweemaal", "minutes_after": i % 5})
	}
}

// vote is a round in which a hundred pains got dots; it is over.
func (l *large) vote() {
	const most = 100
	items := make([]string, most)
	for i := range items {
		items[i] = id("pain", i)
	}
	round := l.put("round", "1", map[string]any{"collect": "vote", "state": "revealed", "number": 1, "object_type": "pain",
		"item_ids": items, "dots": 8, "max_per_item": 3, "voters": 12})
	for i, item := range items {
		dots := (i * 7) % 9
		l.put("tally", fmt.Sprint(i), map[string]any{"round_id": round, "item_id": item, "count": dots, "fair": float64(dots) / 4,
			"departments": dots})
	}
}
