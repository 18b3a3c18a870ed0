package crowd

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"

	"muntsaus/boards"
)

// SetFull makes a table like Set, on a board that holds so many records when everybody sits at it. The records come from a file,
// as from a workshop that was kept. looking is how many of the people only look; they are not in Pages.
func SetFull(ctx context.Context, door func() string, records, people, looking int, seed Seed) (*Table, *Hall, error) {
	t := &Table{Ledger: newLedger(), door: door, rnd: rand.New(rand.NewPCG(seed[0], seed[1]))}
	t.life, t.end = context.WithCancel(ctx)
	empty, err := t.found(ctx)
	if err != nil {
		return nil, nil, err
	}
	var file struct {
		Muntsaus   int              `json:"muntsaus"`
		ExportedAt int64            `json:"exportedAt"`
		Title      string           `json:"title"`
		Records    []*boards.Record `json:"records"`
	}
	if err := call(ctx, http.MethodGet, door()+"/api/boards/"+t.Board+"/board.json", empty.Seat, nil, &file); err != nil {
		return nil, nil, err
	}
	file.Records = fill(file.Records, records-people-looking)
	var made founded
	if err := call(ctx, http.MethodPost, door()+"/api/boards/import", "", file, &made); err != nil {
		return nil, nil, err
	}
	if err := t.sitDown(ctx, made, people); err != nil {
		return nil, nil, err
	}
	hall, err := t.hall(ctx, looking)
	return t, hall, err
}

// fill adds records of many kinds until there are so many. What no other kind has room for becomes notes.
func fill(records []*boards.Record, most int) []*boards.Record {
	f := filler{records: records}
	for range 6 {
		f.put("phase", boards.Fields{"title": "Fase"})
	}
	for i := range 50 {
		f.put("step", boards.Fields{"phase_id": f.one("phase", i), "title": "Stap in de reis",
			"customer_action": "De klant vraagt wat er nu gebeurt", "channel": "phone"})
	}
	lanes := []string{"evidence", "front", "back", "support"}
	for i := range 1000 { // empty: the checker knows every word that is typed in them
		f.put("cell", boards.Fields{"step_id": f.one("step", i/20), "lane": lanes[i%4], "text": ""})
	}
	for i := range 800 {
		f.put("handoff", boards.Fields{"from_department_id": f.one("department", i), "to_department_id": f.one("department", i+1),
			"step_id": f.one("step", i), "kind": "information", "source": "manual"})
	}
	for i := range 350 {
		f.put("pain", boards.Fields{"text": fmt.Sprint("De klant moet het twee keer vertellen, ", i), "step_id": f.one("step", i),
			"cause_categories": []string{"information"}, "severity": 1 + i%5, "frequency": "weekly", "control": "together",
			"evidence_level": "assumed"})
	}
	for i := range 200 {
		f.put("quote", boards.Fields{"text": fmt.Sprint("Ik weet niet wie mij terugbelt, ", i),
			"source": "gesprek", "kind": "interview", "consent": "given"})
		f.put("parking_item", boards.Fields{"text": fmt.Sprint("Voor later, ", i)})
	}
	for i := range 150 {
		f.put("fix", boards.Fields{"text": fmt.Sprint("Een vast nummer om op terug te bellen, ", i),
			"department_ids": []string{f.one("department", i)}})
	}
	for i := 0; len(f.records) < most; i++ {
		f.put("note", boards.Fields{"text": fmt.Sprint("Wat iemand hierover opschreef, nummer ", i), "step_id": f.one("step", i)})
	}
	return f.records
}

// filler makes the records of a file.
type filler struct{ records []*boards.Record }

func (f *filler) put(kind string, fields boards.Fields) {
	f.records = append(f.records, &boards.Record{ID: fmt.Sprintf("full-%s-%012d", kind, len(f.records)), Kind: kind, Fields: fields})
}

// one gives a record of a kind, another one for each i.
func (f *filler) one(kind string, i int) string {
	var ids []string
	for _, r := range f.records {
		if r.Kind == kind {
			ids = append(ids, r.ID)
		}
	}
	return ids[i%len(ids)]
}
