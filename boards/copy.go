package boards

import "maps"

// Copy founds a new board with what was prepared for another: departments, customer, journey and agenda, as planned. People, answers and
// everything that was written in the session stay behind. given replaces fields of the workshop (title, date …). The caller puts the
// code and the keys (FoundBy, Put) before asking for the Board.
func Copy(b *Board, id, epoch string, given Fields, now Moment) (*Founder, error) {
	f := Found(id, epoch, now)
	f.addAll(prepared(b, given), f.Add)
	return f, f.err
}

// Template gives what was prepared for a board as a file: whoever opens it has a new board that begins as a copy does, on another day.
func Template(b *Board) []byte {
	records := prepared(b, Fields{"date": nil})
	for i, r := range records {
		records[i] = withCleared(r)
	}
	return encode(exported{ExportVersion, b.SharedAt, b.Workshop().Title, records})
}

// prepared gives what was prepared for a board, with what it refers to of that.
func prepared(b *Board, given Fields) []*Record {
	records := []*Record{}
	known := map[string]string{}
	for _, r := range b.lasting() {
		if kind := kindsByName[r.Kind]; kind != nil && kind.Plan {
			records = append(records, planned(r, kind, given))
			known[r.ID] = r.Kind
		}
	}
	for _, r := range records {
		imported(r, known)
	}
	return records
}

// planned gives a record as it was before the session: without names of people and without what the program wrote on the way.
func planned(r *Record, kind *Kind, given Fields) *Record {
	fields := maps.Clone(r.Fields)
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Person || f.Server && f.Name != "order" {
			delete(fields, f.Name)
		}
	}
	if r.Kind == "board" {
		delete(fields, "starts_at")
		delete(fields, "status")
		fields["time_zone"], fields["template"] = r.Fields["time_zone"], r.Fields["template"]
		maps.Copy(fields, given)
		maps.DeleteFunc(fields, func(_ string, v any) bool { return v == nil })
	}
	return &Record{ID: r.ID, Kind: r.Kind, Ref: r.Ref, Fields: fields}
}
