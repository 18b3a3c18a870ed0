package report

import (
	"fmt"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// The instant at which all test reports are made.
var instant = time.Date(2026, 11, 24, 13, 0, 0, 0, time.UTC)

// table is a board under the hands of a test: it wishes as a facilitator, as a room would.
type table struct {
	t    *testing.T
	b    *boards.Board
	host string
	n    int
}

func (x *table) moment() boards.Moment {
	return boards.Moment{At: instant.UnixMilli(), ID: x.id, Hash: func(s string) string { return s },
		Perm: func(n int) []int {
			p := make([]int, n)
			for i := range p {
				p[i] = i
			}
			return p
		}}
}

func (x *table) id() string { x.n++; return fmt.Sprintf("record-%012d", x.n) }

func newTable(t *testing.T, journey, language string) *table {
	t.Helper()
	x := &table{t: t}
	b, host, err := template.Found("board-1", "e1",
		template.Wish{Template: journey, Agenda: "half", Language: language, Name: "Marieke van Dam"}, x.moment())
	if err != nil {
		t.Fatal(err)
	}
	x.b, x.host = b, host
	return x
}

// do makes one wish and applies what it brings.
func (x *table) do(who boards.Actor, op boards.Op) {
	x.t.Helper()
	d := x.b.Trial(x.moment())
	x.n++
	if v := d.Push(boards.Push{Client: fmt.Sprintf("page-%d", x.n), N: 1, Ops: []boards.Op{op}}, who); v.Refusal != nil {
		x.t.Fatalf("%s %s %v: %v", op.Op, op.Kind, op.Fields, v.Refusal)
	}
	e, _ := d.Entry("node")
	d.Keep(e, e.Encode())
}

func (x *table) lead() boards.Actor {
	return boards.Actor{Person: x.host, Role: boards.RoleFacilitator}
}

func (x *table) put(kind string, fields boards.Fields) string {
	x.t.Helper()
	id := x.id()
	x.do(x.lead(), boards.Op{Op: "put", Kind: kind, ID: id, Fields: fields})
	return id
}

func (x *table) set(id string, fields boards.Fields) {
	x.t.Helper()
	x.do(x.lead(), boards.Op{Op: "set", ID: id, Fields: fields})
}

func (x *table) act(do, id string, args map[string]any) {
	x.t.Helper()
	x.do(x.lead(), boards.Op{Op: "act", Do: do, ID: id, Args: args})
}

func (x *table) department(code string) string {
	for _, r := range x.b.All("department") {
		if r.Str("code") == code {
			return r.ID
		}
	}
	x.t.Fatalf("no department %s", code)
	return ""
}

func (x *table) step(n int) string {
	i := 0
	for _, p := range x.b.All("phase") {
		for _, s := range x.b.Hanging(p.ID, "step") {
			if i++; i == n {
				return s.ID
			}
		}
	}
	x.t.Fatalf("no step %d", n)
	return ""
}

// join seats somebody, as the door does.
func (x *table) join(name, code, role string) string {
	x.t.Helper()
	id := x.id()
	fields := boards.Fields{"name": name, "role": role}
	if code != "" {
		fields["department_id"] = x.department(code)
	}
	d := x.b.Trial(x.moment())
	if no := d.Do(boards.Op{Op: "put", Kind: "person", ID: id, Fields: fields}, boards.Actor{Role: boards.RoleServer}); no != nil {
		x.t.Fatal(no)
	}
	e, _ := d.Entry("node")
	d.Keep(e, e.Encode())
	return id
}

type painOf struct {
	text     string
	step     int
	severity int
	level    string
	cause    string
}

var lease12 = []painOf{
	{"Niemand is eigenaar van de hele schade", 3, 5, "assumed", "ownership"},
	{"Vier keer hetzelfde verhaal vertellen", 4, 4, "known", "information"},
	{"Auto pas na schriftelijk akkoord van de werkgever", 5, 4, "assumed", "rule"},
	{"Negen dagen stilte tijdens het herstel", 9, 4, "known", "communication"},
	{"Onverwachte rekening voor het eigen risico 😡", 11, 3, "assumed", "information"},
	{"Formulier vraagt 38 velden, ook wat wij al weten", 2, 3, "assumed", "system"},
	{"Klantcontact mag het dossier niet inzien", 7, 5, "unknown", "mandate"},
	{"لا أحد يتصل بالعميل أثناء الإصلاح", 9, 2, "unknown", "communication"},
	{"客户不知道谁负责维修工作，等了九天", 8, 2, "assumed", "process"},
	{"Alarmcentrale kent het contract niet", 1, 3, "assumed", "knowledge"},
	{"Planning van het herstel staat nergens", 10, 3, "assumed", "information"},
	{"Wagenparkbeheer is na vijf uur onbereikbaar", 6, 4, "assumed", "time"},
}

// full gives a lease board after a whole afternoon: people, twelve pains, a revealed vote, six fixes, quotes, a running agenda.
func full(t *testing.T, language string) *table {
	x := newTable(t, "lease", language)
	people := []string{
		x.join("Joris Bakker", "KCO", "participant"),
		x.join("Samira El Idrissi", "SCH", "participant"),
		x.join("Lotte Visser", "VVV", "participant"),
		x.join("Peter de Boer", "SCH", "participant"),
		x.join("Hasan Yıldız", "KCO", "participant"),
		x.join("Ewa Wołowska", "FAC", "participant"),
	}
	x.join("Geheime Gast", "", "guest")
	board := x.b.All("board")[0].ID
	x.set(board, boards.Fields{"organisation": "Noorderlicht Lease (fictief), Utrecht"})
	x.set(x.b.All("journey")[0].ID, boards.Fields{"golden_rule": "Wie Sanne spreekt, regelt het."})
	x.set(x.step(5), boards.Fields{"moment_of_truth": true})
	x.set(x.step(10), boards.Fields{"moment_of_truth": true})
	pains := x.pains()
	x.vote(people, pains)
	x.fixes(people, pains)
	x.put(
		"quote",
		boards.Fields{
			"text":    "Op dag zeven belde ik zelf. Er was een onderdeel besteld, al vijf dagen.",
			"source":  "Berijder, telefoontje 12 november",
			"kind":    "call",
			"consent": "given",
			"step_id": x.step(9),
		},
	)
	x.put(
		"quote",
		boards.Fields{
			"text":    "Dit mag niemand lezen, echt niet.",
			"source":  "Berijder zonder toestemming",
			"kind":    "interview",
			"consent": "missing",
		},
	)
	x.put("note", boards.Fields{"text": "Kijk ook naar de camerabeelden", "step_id": x.step(1)})
	return x
}

func (x *table) pains() []string {
	var ids []string
	for i, p := range lease12 {
		fields := boards.Fields{"text": p.text, "step_id": x.step(p.step), "severity": p.severity, "evidence_level": p.level,
			"cause_categories": []string{p.cause}, "frequency": "weekly", "control": "together"}
		if i < 2 {
			fields["minutes_lost"], fields["cases_per_week"] = 12, 85
		}
		ids = append(ids, x.put("pain", fields))
	}
	return ids
}

// vote lets six people give their dots on the first six pains and reveals.
func (x *table) vote(people, pains []string) {
	x.t.Helper()
	round := x.id()
	x.act("open", round, map[string]any{"collect": "vote", "item_ids": pains, "dots": 3, "max_per_item": 2})
	choice := [][]int{{0, 0, 1}, {0, 1, 3}, {2, 2, 0}, {3, 1, 4}, {1, 5, 0}, {4, 4, 2}}
	for i, person := range people {
		dots := map[int]int{}
		for _, p := range choice[i%len(choice)] {
			dots[p]++
		}
		for p, n := range dots {
			x.do(boards.Actor{Person: person, Role: "participant"}, boards.Op{Op: "put", Kind: "vote", ID: x.id(),
				Fields: boards.Fields{"round_id": round, "item_id": pains[p], "count": n}})
		}
	}
	x.act("reveal", round, nil)
}

func (x *table) fixes(people, pains []string) {
	fix := func(fields boards.Fields, owner int, pain ...int) {
		var ids []string
		for _, p := range pain {
			ids = append(ids, pains[p])
		}
		fields["pain_ids"] = ids
		if owner >= 0 {
			fields["owner_participant_id"], fields["owner_person"] = people[owner], x.b.Get(people[owner]).Str("name")
		}
		x.put("fix", fields)
	}
	d := func(codes ...string) []string {
		var ids []string
		for _, c := range codes {
			ids = append(ids, x.department(c))
		}
		return ids
	}
	fix(
		boards.Fields{
			"text":           "Eén vaste contactpersoon per schade",
			"department_ids": d("KCO", "SCH"),
			"status":         "idea",
			"first_step":     "wacht op besluit van de directie",
			"done_criterion": "Naam van de contactpersoon in de eerste mail",
		},
		-1,
		0,
	)
	fix(
		boards.Fields{
			"text":           "Klantcontact leest het schadedossier mee",
			"department_ids": d("KCO"),
			"status":         "agreed",
			"due_date":       "2026-12-01",
			"first_step":     "leesrechten aanvragen",
			"done_criterion": "Medewerker ziet het dossier bij het eerste gesprek",
			"buddy":          "Samira",
		},
		0,
		1,
	)
	fix(
		boards.Fields{
			"text":           "Drie dagen huur zonder akkoord van de werkgever",
			"department_ids": d("VVV"),
			"status":         "idea",
			"first_step":     "voorstel aan directie",
			"done_criterion": "Sanne heeft binnen een dag een auto",
			"buddy":          "Hasan",
		},
		2,
		2,
	)
	fix(
		boards.Fields{
			"text":           "Bel elke berijder op dag 2 en dag 5 van het herstel",
			"department_ids": d("SCH"),
			"status":         "agreed",
			"due_date":       "2026-11-30",
			"first_step":     "belrooster maken met Herstelbedrijf",
			"done_criterion": "Twee weken lang geen schade zonder belmoment",
			"buddy":          "Peter",
		},
		1,
		3,
	)
	fix(
		boards.Fields{
			"text":              "Doorkiesnummer van Schade staat bij Klantcontact op het scherm",
			"department_ids":    d("KCO"),
			"status":            "done",
			"solved_in_session": true,
			"due_date":          "2026-11-24",
			"first_step":        "gedaan in de sessie",
			"done_criterion":    "Nummer werkt, getest",
		},
		0,
		1,
	)
	fix(boards.Fields{"text": "Rekening eigen risico vooraf uitleggen", "department_ids": d("FAC"), "status": "idea"}, -1, 4)
}

const (
	longWord = "woningcorporatiemedewerkersvergaderingsnotulenarchiefbeheerderscertificeringscommissievoorzittersfunctie"
	arabic   = "لا أحد يتصل بالعميل أثناء الإصلاح"
	chinese  = "客户不知道谁负责维修工作等了九天没有人打电话"
	emoji    = "🔥😡👩🏽‍💻🇧🇪"
)

// filled gives exactly n code points of hard text; seed makes each one another.
func filled(n int, seed string) string {
	text := []rune(seed + " " + longWord + " " + emoji + " " + chinese + " " + arabic + " ")
	for len(text) < n {
		text = append(text, text[:min(len(text), n-len(text))]...)
	}
	text = text[:n]
	text[n-1] = 'Z'
	return string(text)
}

// crowded gives a board with the longest allowed fields everywhere and as many cells as one crossing holds.
func crowded(t *testing.T, steps int) *table {
	x := newTable(t, "blank", "nl")
	x.set(x.b.All("board")[0].ID,
		boards.Fields{"title": filled(80, "titel"), "organisation": filled(80, "organisatie"), "purpose": filled(200, "doel")})
	persona := x.put("persona", boards.Fields{"name": filled(30, "N"), "age": 99, "role": filled(80, "rol"), "goal": filled(140, "doel"),
		"needs": []string{
			filled(80, "a"),
			filled(80, "b"),
			filled(80, "c"),
			filled(80, "d"),
			filled(80, "e"),
		}, "fears": []string{filled(80, "x"), filled(80, "y"), filled(80, "z")}})
	x.set(
		x.b.All("journey")[0].ID,
		boards.Fields{
			"persona_id":        persona,
			"golden_rule":       filled(90, "regel"),
			"sponsor_statement": filled(200, "sponsor"),
			"promise_text":      filled(200, "belofte"),
		},
	)
	var all []string
	for i := range 10 {
		all = append(
			all,
			x.put(
				"department",
				boards.Fields{
					"name":    filled(40, fmt.Sprint("afd", i)),
					"code":    []string{"ABC", "WWW", "客户端", "مرح", "😡", "MMM", "X", "YZ", "Q1", "R2D"}[i],
					"stage":   "front",
					"pattern": i + 2,
				},
			),
		)
	}
	x.set(x.b.All("phase")[0].ID, boards.Fields{"title": filled(30, "fase")})
	for i := range steps {
		x.crowdedStep(i, all)
	}
	return x
}

func (x *table) crowdedStep(i int, all []string) {
	phase := x.b.All("phase")[0].ID
	step := x.put(
		"step",
		boards.Fields{"phase_id": phase, "title": filled(60, fmt.Sprint("stap", i)), "customer_action": filled(140, fmt.Sprint("klant", i)),
			"channel": "word_of_mouth", "front_department_id": all[i%len(all)], "outcome": "passed_on", "repeats_story": true, "wait_minutes": 525600},
	)
	if i >= 3 {
		return
	}
	for _, lane := range []string{"evidence", "front", "back", "support"} {
		for n := range 6 {
			x.put(
				"cell",
				boards.Fields{
					"step_id":       step,
					"lane":          lane,
					"department_id": all[(i+n)%len(all)],
					"text":          filled(140, fmt.Sprint(lane, i, n)),
				},
			)
		}
	}
	pain := x.put(
		"pain",
		boards.Fields{"text": filled(200, fmt.Sprint("pijn", i)), "step_id": step, "severity": 5, "evidence_level": "unknown",
			"cause_categories": []string{
				"communication",
				"ownership",
				"task_focus",
			}, "frequency": "unknown", "control": "outside", "blocker": filled(120, "rem"), "minutes_lost": 10000, "cases_per_week": 100000},
	)
	x.put(
		"fix",
		boards.Fields{
			"text":           filled(160, fmt.Sprint("actie", i)),
			"pain_ids":       []string{pain},
			"department_ids": all[:6],
			"owner_person":   filled(40, "eigenaar"),
			"buddy":          filled(40, "maatje"),
			"due_date":       "2027-12-31",
			"first_step":     filled(120, "eerste"),
			"done_criterion": filled(120, "klaar"),
			"if_then":        filled(160, "als"),
			"needs_from":     filled(120, "nodig"),
			"status":         "agreed",
		},
	)
	x.put(
		"quote",
		boards.Fields{
			"text":    filled(300, fmt.Sprint("uitspraak", i)),
			"source":  filled(120, "bron"),
			"kind":    "interview",
			"consent": "given",
			"step_id": step,
		},
	)
	x.put("note", boards.Fields{"text": filled(200, fmt.Sprint("briefje", i)), "step_id": step})
}

// crowdedVote lets two people vote on the pains, of which there are at least six then.
func (x *table) crowdedVote() {
	for n := range 3 {
		x.put("pain", boards.Fields{"text": filled(200, fmt.Sprint("extra", n)), "step_id": x.step(1)})
	}
	var items []string
	for _, r := range x.b.All("pain") {
		items = append(items, r.ID)
	}
	x.vote([]string{x.join(filled(40, "deelnemer"), "WWW", "participant"), x.join(filled(40, "tweede"), "MMM", "participant")}, items)
}
