package boards

import (
	"cmp"
	"maps"
	"slices"
)

// Next founds the next session of a series (method.md 1.1 F28–F30): what was prepared for this one, the fixes that are still open
// with the pains they are for, and the customer number with all its measurements. People, answers and what else was written stay behind,
// and so does the agenda: the caller puts one. given replaces fields of the workshop (title, date …).
func Next(b *Board, id, epoch string, given Fields, now Moment) (*Founder, error) {
	f := Found(id, epoch, now)
	given = maps.Clone(given)
	given["series_id"] = b.Series()
	var records []*Record
	known := map[string]string{}
	for _, r := range b.lasting() {
		if next := goesOn(b, r, given); next != nil {
			records = append(records, next)
			known[r.ID] = r.Kind
		}
	}
	for _, r := range records {
		imported(r, known)
	}
	f.addAll(records, f.Add)
	return f, f.err
}

// Series gives what the sessions of one series have in common: the id of the first.
func (b *Board) Series() string { return cmp.Or(b.Workshop().SeriesID, b.ID) }

// goesOn gives a record as the next session begins with it; nil when it stays behind.
func goesOn(b *Board, r *Record, given Fields) *Record {
	kind := kindsByName[r.Kind]
	switch {
	case kind == nil || kind == agendaItemKind:
		return nil
	case kind.goesOn != nil:
		if fields := kind.goesOn(b, r); fields != nil {
			return &Record{ID: r.ID, Kind: r.Kind, Ref: r.Ref, At: r.At, Fields: fields}
		}
	case kind.Plan:
		return planned(r, kind, given)
	}
	return nil
}

// asItStands is for kinds of which everything goes on into the next session.
func asItStands(_ *Board, r *Record) Fields { return maps.Clone(r.Fields) }

// theNumber gives the customer number. Everybody saw its score when the session was closed.
func theNumber(b *Board, r *Record) Fields {
	fields := maps.Clone(r.Fields)
	if b.isOver() {
		fields["shown"] = true
	}
	return fields
}

// isOpen says whether a fix is still to be done, or waits for its turn.
func isOpen(fix *Record) bool {
	return !slices.Contains([]string{"done", "verified", "dropped"}, fix.Str("status"))
}

// openFix gives a fix that is still to be done, with the pains it is for.
func openFix(b *Board, fix *Record) Fields {
	if !isOpen(fix) {
		return nil
	}
	fields := maps.Clone(fix.Fields)
	if pains := b.painsOf(fix); pains != nil {
		fields["pain_ids"] = pains
	}
	return fields
}

// painOfOpenFix gives what an open fix is for: what goes wrong, where, and how bad it is. Who said so, and what else was asked about it,
// stay behind.
func painOfOpenFix(b *Board, pain *Record) Fields {
	wanted := func(fix *Record) bool { return isOpen(fix) && slices.Contains(b.painsOf(fix), pain.ID) }
	if !slices.ContainsFunc(b.Shown("fix"), wanted) {
		return nil
	}
	fields := Fields{}
	for _, name := range []string{"text", "step_id", "severity", "order"} {
		if v, there := pain.Fields[name]; there {
			fields[name] = v
		}
	}
	return fields
}

// painsOf gives the pains that a fix is for and that everybody sees; of those that were merged, what stands for them now.
func (b *Board) painsOf(fix *Record) (ids []string) {
	for _, id := range fix.List("pain_ids") {
		if pain := b.standsFor(id); pain != nil && !slices.Contains(ids, pain.ID) {
			ids = append(ids, pain.ID)
		}
	}
	return ids
}

func init() {
	fixKind.goesOn, painKind.goesOn = openFix, painOfOpenFix
	indicatorKind.goesOn, measurementKind.goesOn, surveyImportKind.goesOn = theNumber, asItStands, asItStands
}

// Planned is an item of an agenda with a title of its own.
type Planned struct {
	Activity string
	Minutes  int
	NL, EN   string
}

// FollowUp is the name of the agenda of a follow-up session, beside the ready ones.
const FollowUp = "followup"

var followUp = []Planned{
	{"loops", 10, "Wat staat er nog open?", "What is still open?"},
	{"indicator", 10, "Het klantcijfer, opnieuw gemeten", "The customer number, measured again"},
	{"warmup", 5, "Verhaal van de maand", "Story of the month"},
	{"commit", 20, "Oplossingen per eigenaar", "Fixes, owner by owner"},
	{"pains", 10, "Eén nieuw pijnpunt", "One new pain"},
	{"close", 5, "Afsluiten", "Close"},
}

// PlannedFor gives the items of an agenda by its name; none when there is none of that name.
func PlannedFor(agenda string) (items []Planned) {
	if agenda == FollowUp {
		return followUp
	}
	column := slices.Index(Agendas[:], agenda)
	for _, slot := range slots {
		if column >= 0 && slot.Minutes[column] > 0 {
			activity, _ := ActivityNamed(slot.Activity)
			items = append(items, Planned{activity.Name, slot.Minutes[column], activity.NL, activity.EN})
		}
	}
	return items
}

// Plan puts the items of an agenda in the language of the board; false when there is none of that name.
func (f *Founder) Plan(agenda, language string) bool {
	items := PlannedFor(agenda)
	for _, item := range items {
		activity, _ := ActivityNamed(item.Activity)
		title := item.EN
		if language == "nl" {
			title = item.NL
		}
		f.Put("agenda_item", "", Fields{"activity": item.Activity, "title": title, "minutes": item.Minutes,
			"projector_view": activity.View})
	}
	return len(items) > 0
}
