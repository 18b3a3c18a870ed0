package template

import (
	"errors"
	"strings"
	"time"
	_ "time/tzdata" // the same time zones on every machine

	"muntsaus/boards"
)

// Wish is what somebody asks for when starting a workshop.
type Wish struct {
	Template string // id of a starter journey, or "blank"
	Agenda   string // "2h", "half" or "day"
	Language string // "nl" or "en"
	Title    string // empty: the journey's own title
	Name     string // the facilitator's; empty: "Begeleider" / "Facilitator"
	TimeZone string // IANA name; empty: Europe/Amsterdam
	JoinCode string
	Keys     []Key
}

// Key is a secret that opens the board, already hashed. Mine binds it to the facilitator as a person.
type Key struct {
	Use, Role, Hash string
	Mine            bool
}

// Reasons a wish cannot be granted.
var (
	ErrTemplate = errors.New("no such template")
	ErrAgenda   = errors.New("no such agenda")
	ErrZone     = errors.New("no such time zone")
)

// Found starts a board from a wish. It gives the board and the facilitator's person id.
func Found(id, epoch string, w Wish, now boards.Moment) (*boards.Board, string, error) {
	journey, known := Named(w.Template)
	if !known && w.Template != "blank" {
		return nil, "", ErrTemplate
	}
	if Minutes(w.Agenda) == 0 {
		return nil, "", ErrAgenda
	}
	place, err := zone(w.TimeZone)
	if err != nil {
		return nil, "", err
	}
	if w.Template == "blank" {
		journey = blank
	}
	f := &founding{Founder: boards.Found(id, epoch, now), Wish: w, at: now.At, place: place, ids: map[string]string{}}
	f.workshop(journey)
	host := f.host()
	f.customer(journey)
	f.steps(journey)
	f.handoffs(journey)
	f.deck(journey)
	f.agenda()
	board, err := f.Board()
	return board, host, err
}

// blank is the journey of an empty board: two departments, one phase, no customer yet.
var blank = func() Journey {
	j := Journey{ID: "blank", Title: both(boards.Untitled)}
	for _, d := range []struct {
		id, stage string
		name      both
	}{{"vrk", "front", both{"Voorkant", "Front"}}, {"acht", "back", both{"Achterkant", "Back"}}} {
		j.Departments = append(j.Departments, struct {
			ID, Stage string
			Name      both
		}{d.id, d.stage, d.name})
	}
	j.Phases = append(j.Phases, struct {
		ID    string
		Title both
	}{"p1", both{"Eerste fase", "First phase"}})
	return j
}()

// founding carries the ids of what was put, by their names in the template.
type founding struct {
	*boards.Founder
	Wish
	at    int64
	place *time.Location
	ids   map[string]string
}

// zone finds a time zone by its IANA name. "Local" is the server's own, which says nothing to the people in the room.
func zone(name string) (*time.Location, error) {
	if name == "" {
		name = "Europe/Amsterdam"
	}
	place, err := time.LoadLocation(name)
	if err != nil || name == "Local" || len(name) > 40 {
		return nil, ErrZone
	}
	return place, nil
}

func (f *founding) put(kind, ref string, fields boards.Fields) {
	for name, v := range fields {
		if v == nil || v == "" {
			delete(fields, name)
		}
	}
	if id := f.Put(kind, ref, fields); ref != "" {
		f.ids[ref] = id
	}
}

func (f *founding) workshop(j Journey) {
	title := strings.TrimSpace(f.Title)
	if title == "" {
		title = j.Title.in(f.Language)
	}
	f.put("board", "workshop", boards.Fields{
		"title": title, "language": f.Language, "purpose": j.Goal.in(f.Language), "template": j.ID, "join_code": f.JoinCode,
		"date": Today(f.at, f.place.String()), "minutes": Minutes(f.Agenda), "time_zone": f.place.String(),
	})
	codes := map[string]bool{}
	for i, d := range j.Departments {
		name := d.Name.in(f.Language)
		code := codeOf(d.ID, name, f.Language, codes)
		codes[code] = true
		f.put("department", d.ID, boards.Fields{"name": name, "stage": d.Stage, "code": code, "pattern": i % 12})
	}
}

// codeOf is the short name on the map, three capitals that no other department of the board has. In Dutch it comes from the template; a
// reader of English finds it in the English name: three initials, else its first letters, else its first letter with later ones.
func codeOf(id, name, language string, taken map[string]bool) string {
	ours := strings.ToUpper(id[:min(len(id), 3)])
	if language == "nl" {
		return ours
	}
	words := strings.FieldsFunc(strings.ToUpper(name), func(r rune) bool { return r < 'A' || r > 'Z' })
	whole, initials := strings.Join(words, ""), ""
	for _, word := range words {
		initials += word[:1]
	}
	tries := []string{whole[:min(len(whole), 3)]}
	if len(words) > 2 {
		tries = []string{initials[:3], tries[0]}
	}
	for at := 2; at < len(whole)-1; at++ {
		tries = append(tries, whole[:1]+whole[at:at+2])
	}
	for _, code := range tries {
		if !taken[code] {
			return code
		}
	}
	return ours
}

// host seats the facilitator and hangs up the keys.
func (f *founding) host() string {
	name := strings.TrimSpace(f.Name)
	if name == "" {
		name = both{"Begeleider", "Facilitator"}.in(f.Language)
	}
	host := f.Put("person", "", boards.Fields{"name": name, "role": boards.RoleFacilitator})
	for _, key := range f.Keys {
		fields := boards.Fields{"use": key.Use, "role": key.Role, "hash": key.Hash}
		if key.Mine {
			fields["person_id"] = host
		}
		f.Put("key", "", fields)
	}
	return host
}

func (f *founding) customer(j Journey) {
	if p := j.Persona; p.Name != "" {
		f.put("persona", "persona", boards.Fields{
			"name": p.Name, "age": p.Age, "role": p.Role.in(f.Language), "goal": j.Goal.in(f.Language),
			"needs": p.Needs.in(f.Language), "fears": []string{p.Fear.in(f.Language)}, "is_fictional": true,
		})
		f.put("quote", "quote", boards.Fields{"text": p.Quote.in(f.Language), "kind": "example", "consent": "none_needed",
			"source": p.Name + both{", fictief, uit het sjabloon", ", fictional, from the template"}.in(f.Language)})
	}
	f.put("journey", "journey", boards.Fields{
		"title": j.Title.in(f.Language), "persona_id": f.ids["persona"], "goal": j.Goal.in(f.Language),
		"trigger": j.Start.in(f.Language), "end_moment": j.End.in(f.Language),
	})
}

func (f *founding) steps(j Journey) {
	for _, p := range j.Phases {
		f.put("phase", p.ID, boards.Fields{"title": p.Title.in(f.Language)})
	}
	for _, s := range j.Steps {
		fields := boards.Fields{
			"phase_id": f.ids[s.Phase], "title": s.Title.in(f.Language), "customer_action": s.CustomerAction.in(f.Language),
			"channel": s.Channel, "front_department_id": f.ids[s.FrontDepartment],
			"outcome": s.Outcome, "repeats_story": s.RepeatsStory, "leading": s.Leading,
		}
		if s.WaitMinutes != nil {
			fields["wait_minutes"] = *s.WaitMinutes
		}
		f.put("step", s.ID, fields)
		f.cells(s)
	}
}

// cells fills the lanes of one step; the front action becomes the one front cell (ruling 4).
func (f *founding) cells(s Step) {
	cell := func(lane, department string, text both) {
		f.put("cell", "", boards.Fields{
			"step_id": f.ids[s.ID], "lane": lane, "department_id": f.ids[department], "text": text.in(f.Language),
		})
	}
	if s.FrontDepartment != "" && s.FrontAction.NL != "" {
		cell("front", s.FrontDepartment, s.FrontAction)
	}
	for _, b := range s.Back {
		cell("back", b.Department, b.Action)
	}
	for _, text := range s.Support {
		cell("support", "", text)
	}
}

// deck puts the request of the template on the off-menu deck; the room adds its own.
func (f *founding) deck(j Journey) {
	if text := j.OffMenu.in(f.Language); text != "" {
		f.put("request_card", "", boards.Fields{"text": text})
	}
}

func (f *founding) handoffs(j Journey) {
	for _, h := range j.Handoffs {
		f.put("handoff", "", boards.Fields{"from_department_id": f.ids[h.From], "to_department_id": f.ids[h.To], "step_id": f.ids[h.At],
			"kind": h.Kind, "source": "manual", "confirmed": true})
	}
}

// Today gives the date (2006-01-02) of a moment in a time zone; an unknown zone reads as the standard one.
func Today(at int64, name string) string {
	place, err := zone(name)
	if err != nil {
		place, _ = zone("")
	}
	return time.UnixMilli(at).In(place).Format(time.DateOnly)
}
