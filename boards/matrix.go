package boards

import (
	"slices"
	"strings"
)

// allRights says who may do what, and when (method.md 4.0 and ruling 7). It is the only place that does: every check in access.go reads
// it, the pages get it in rights.gen.ts, people in docs/matrix.md, and TestMatrix tries every cell.
//
//	op, of   what is done to what: a kind, one field of it (kind.field, also when the record is made), one value of a field or an act.
//	         answer: putting the answer of a sort of round, and saying "I am ready"; others: of each sort without a line of its own ·
//	         answers: every kind of answer.
//	         What stands in no row nobody may do.
//	roles    facilitator, co-facilitator, participant, observer, guest, owner (of fixes, by their link), reader (of the summary).
//	         yes · own: what they made themselves, what lies before their pair or four, or an owner's fixes; with restore: what they deleted
//	         themselves, or what of theirs went along ·
//	         seated: who has a department · takes_part, guests_vote: seated, where the board's setting of that name says so · – never.
//	         closed: once the workshop is closed, unless the board keeps it to who leads (set_files_kept).
//	         A screen may nothing. The program itself, on behalf of somebody at the door, may everything.
//	while    the activities during which participants may; turn: nothing runs, or something without kinds of its own, or an activity
//	         that opens the kind (activities.go) · item: nothing runs, or an activity that opens the kind · session: any, until the
//	         workshop is closed · always: after that too
//	round    sealed: while people write it is for its author alone, then for their pair and four · sealed asked: only while that is what
//	         they are asked to write · inside: only in an open round ·
//	         stays: not while an open round is about it · stays writing: nor while people write · single: not while one of its sort is open
//
// What follows from the traits of a kind stands in no line: what the server makes (Made) and the fields it writes (Server) nobody
// touches, and a locked map holds what is OnMap still for everybody who does not facilitate.
const allRights = `
op            | of                      | lead       | co         | part   | obs    | guest       | owner | reader | while   | round
# The map
put           | phase step              | yes        | yes        | yes    | –      | –           | –     | –      | turn    | –
put           | cell                    | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
put           | handoff                 | yes        | yes        | yes    | –      | –           | –     | –      | turn    | –
set text move | phase step cell         | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | handoff                 | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
del           | phase                   | yes        | yes        | own    | –      | –           | –     | –      | always  | –
del           | step                    | yes        | yes        | own    | –      | –           | –     | –      | always  | stays writing
del           | cell handoff            | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
restore       | phase step cell handoff | yes        | yes        | own    | –      | –           | –     | –      | always  | –

# Words of your own
put           | note                    | yes        | yes        | yes    | –      | –           | –     | –      | turn    | sealed
put           | pain                    | yes        | yes        | yes    | –      | –           | –     | –      | turn    | sealed
put           | quote                   | yes        | yes        | yes    | –      | yes         | –     | –      | always  | –
put           | parking_item            | yes        | yes        | yes    | –      | –           | –     | –      | session | –
set text move | note pain parking_item  | yes        | yes        | own    | –      | –           | –     | –      | session | –
set text      | quote                   | yes        | yes        | own    | –      | own         | –     | –      | always  | –
del           | note parking_item       | yes        | yes        | own    | –      | –           | –     | –      | session | –
del           | pain                    | yes        | yes        | own    | –      | –           | –     | –      | session | stays
del           | quote                   | yes        | yes        | own    | –      | own         | –     | –      | always  | –
restore       | note pain parking_item  | yes        | yes        | own    | –      | –           | –     | –      | session | –
restore       | quote                   | yes        | yes        | own    | –      | own         | –     | –      | always  | –
set text      | pain.overlaps           | yes        | yes        | –      | –      | –           | –     | –      | –       | –

put           | story                   | yes        | yes        | yes    | –      | yes         | –     | –      | item    | sealed
set text move | story                   | yes        | yes        | own    | –      | own         | –     | –      | session | –
del restore   | story                   | yes        | yes        | own    | –      | own         | –     | –      | session | –
put           | reflection              | yes        | yes        | yes    | yes    | yes         | –     | –      | always  | –
put           | anonymous_note          | yes        | yes        | yes    | yes    | yes         | –     | –      | session | –
set text      | reflection              | own        | own        | own    | own    | own         | –     | –      | always  | –
set text      | anonymous_note          | own        | own        | own    | own    | own         | –     | –      | session | –
del restore   | reflection              | yes        | yes        | own    | own    | own         | –     | –      | always  | –
del restore   | anonymous_note          | yes        | yes        | own    | own    | own         | –     | –      | session | –
put           | comment                 | yes        | yes        | yes    | –      | yes         | –     | –      | session | –
set text      | comment                 | own        | own        | own    | own    | own         | –     | –      | session | –
del restore   | comment                 | yes        | yes        | own    | own    | own         | –     | –      | session | –

# What the customer wants, and how we know
put           | need                    | yes        | yes        | yes    | –      | –           | –     | –      | session | –
set text      | need                    | yes        | yes        | own    | –      | –           | –     | –      | session | –
del           | need                    | yes        | yes        | own    | –      | –           | –     | –      | session | stays
restore       | need                    | yes        | yes        | own    | –      | –           | –     | –      | session | –
put           | evidence knowledge_card | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
put           | interview               | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
put           | lesson                  | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | evidence knowledge_card | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | interview               | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | lesson                  | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
del restore   | evidence knowledge_card | yes        | yes        | own    | –      | –           | –     | –      | always  | –
del restore   | interview               | yes        | yes        | own    | –      | –           | –     | –      | always  | –
del restore   | lesson                  | yes        | yes        | own    | –      | –           | –     | –      | always  | –

# Off the menu, rules and mandates
put           | request_card            | yes        | yes        | yes    | –      | –           | –     | –      | item    | –
put           | offmenu_test mandate    | yes        | yes        | yes    | –      | –           | –     | –      | item    | –
set text      | request_card            | yes        | yes        | yes    | –      | –           | –     | –      | session | –
set text      | offmenu_test            | yes        | yes        | yes    | –      | –           | –     | –      | session | –
set text      | mandate                 | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
move          | request_card            | yes        | yes        | yes    | –      | –           | –     | –      | session | –
del restore   | request_card            | yes        | yes        | own    | –      | –           | –     | –      | session | –
del restore   | offmenu_test mandate    | yes        | yes        | own    | –      | –           | –     | –      | session | –
put           | observation             | yes        | yes        | yes    | yes    | –           | –     | –      | item    | –
set text      | observation             | own        | own        | own    | own    | –           | –     | –      | session | –
del restore   | observation             | yes        | yes        | own    | own    | –           | –     | –      | session | –
put           | rule                    | yes        | yes        | yes    | –      | –           | –     | –      | item    | sealed
set text move | rule                    | yes        | yes        | own    | –      | –           | –     | –      | session | –
del           | rule                    | yes        | yes        | own    | –      | –           | –     | –      | session | stays
restore       | rule                    | yes        | yes        | own    | –      | –           | –     | –      | session | –
set text      | rule.verdict            | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | rule.new_text           | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | rule.decider            | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set text      | rule.review_date        | yes        | yes        | yes    | –      | –           | –     | –      | always  | –

# What we will do
put           | cause_node              | yes        | yes        | yes    | –      | –           | –     | –      | item    | –
set text move | cause_node              | yes        | yes        | yes    | –      | –           | –     | –      | session | –
del restore   | cause_node              | yes        | yes        | own    | –      | –           | –     | –      | session | –
put           | delight                 | yes        | yes        | yes    | –      | –           | –     | –      | turn    | –
set text move | delight                 | yes        | yes        | own    | –      | –           | –     | –      | session | –
del           | delight                 | yes        | yes        | own    | –      | –           | –     | –      | session | stays
restore       | delight                 | yes        | yes        | own    | –      | –           | –     | –      | session | –
put           | kudos                   | yes        | yes        | yes    | –      | –           | –     | –      | item    | –
set text      | kudos                   | yes        | yes        | own    | –      | –           | –     | –      | session | –
set text      | kudos.consent           | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
del restore   | kudos                   | yes        | yes        | own    | –      | –           | –     | –      | session | –
put set text  | roleplay gap_talk       | yes        | yes        | –      | –      | –           | –     | –      | –       | –
put set text  | indicator               | yes        | yes        | –      | –      | –           | –     | –      | –       | –
put set text  | measurement             | yes        | yes        | –      | –      | –           | –     | –      | –       | –
del restore   | roleplay gap_talk       | yes        | yes        | –      | –      | –           | –     | –      | –       | –
del restore   | indicator               | yes        | yes        | –      | –      | –           | –     | –      | –       | –
del restore   | measurement             | yes        | yes        | –      | –      | –           | –     | –      | –       | –
put set text  | report decision_line    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
del restore   | report decision_line    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
move          | decision_line           | yes        | yes        | –      | –      | –           | –     | –      | –       | –
put           | fix                     | yes        | yes        | yes    | –      | –           | –     | –      | turn    | sealed asked
set text move | fix                     | yes        | yes        | yes    | –      | –           | –     | –      | always  | –
set           | fix.status              | yes        | yes        | yes    | –      | –           | own   | –      | always  | –
set           | fix.first_step          | yes        | yes        | yes    | –      | –           | own   | –      | always  | –
set           | fix.if_then             | yes        | yes        | yes    | –      | –           | own   | –      | always  | –
set           | fix.needs_from fix.note | yes        | yes        | yes    | –      | –           | own   | –      | always  | –
set text      | fix.owner_accepted_at   | –          | –          | –      | –      | –           | own   | –      | always  | –
del           | fix                     | yes        | yes        | own    | –      | –           | –     | –      | session | stays
restore       | fix                     | yes        | yes        | own    | –      | –           | –     | –      | session | –

# The workshop and the people
set text      | board journey person    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
set text      | board.status=closed     | yes        | –          | –      | –      | –           | –     | –      | –       | –
set text      | board.status=archived   | yes        | –          | –      | –      | –           | –     | –      | –       | –
put del       | board journey person    | –          | –          | –      | –      | –           | –     | –      | –       | –
restore       | board journey person    | –          | –          | –      | –      | –           | –     | –      | –       | –
set text      | person.name             | yes        | yes        | own    | own    | own         | –     | –      | always  | –
set text      | person.department_id    | yes        | yes        | own    | own    | own         | –     | –      | always  | –
set text      | person.contact_days     | yes        | yes        | own    | own    | own         | –     | –      | always  | –
set text      | person.remote           | yes        | yes        | own    | own    | own         | –     | –      | always  | –
put del       | department persona      | yes        | yes        | –      | –      | –           | –     | –      | –       | –
put del       | agenda_item             | yes        | yes        | –      | –      | –           | –     | –      | –       | –
restore       | department persona      | yes        | yes        | –      | –      | –           | –     | –      | –       | –
restore       | agenda_item             | yes        | yes        | –      | –      | –           | –     | –      | –       | –
set text move | department agenda_item  | yes        | yes        | –      | –      | –           | –     | –      | –       | –
set text      | persona                 | yes        | yes        | yes    | –      | –           | –     | –      | session | –

# Hidden rounds: answering, and saying "I am ready"
answer        | vote                    | takes_part | takes_part | seated | –      | guests_vote | –     | –      | always  | inside
answer        | rating                  | takes_part | takes_part | seated | –      | yes         | –     | –      | always  | inside
answer        | writing                 | takes_part | takes_part | seated | –      | –           | –     | –      | always  | inside
answer        | others                  | takes_part | takes_part | seated | –      | –           | –     | –      | always  | inside
for           | answers                 | yes        | yes        | –      | –      | –           | –     | –      | –       | inside
for           | note pain story rule    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
del           | answers                 | own        | own        | own    | own    | own         | –     | –      | always  | –

# The desk
act           | start stop skip next    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | extend timer            | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | show blank spotlight    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | floor split place       | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | gather                  | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | hand                    | yes        | yes        | yes    | yes    | yes         | –     | –      | always  | –
act           | lock keep door admit    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | open                    | yes        | yes        | –      | –      | –           | –     | –      | –       | single
act           | stage reveal cancel     | yes        | yes        | –      | –      | –           | –     | –      | –       | inside
act           | open_notes              | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | commit                  | –          | –          | seated | –      | –           | –     | –      | always  | –
act           | merge park              | yes        | yes        | –      | –      | –           | –     | –      | –       | stays
act           | role                    | yes        | yes        | –      | –      | –           | –     | –      | –       | –
act           | role=co_facilitator     | yes        | –          | –      | –      | –           | –     | –      | –       | –
act           | remove sweep close      | yes        | –          | –      | –      | –           | –     | –      | –       | –
act           | reopen                  | yes        | –          | –      | –      | –           | –     | –      | –       | –

# What is taken along
take          | files                   | yes        | yes        | closed | closed | –           | –     | –      | always  | –
take          | summary                 | yes        | yes        | closed | closed | –           | –     | yes    | always  | –

# What the program alone writes
act           | join seat owner erase   | –          | –          | –      | –      | –           | –     | –      | –       | –
act           | rekey recode survey     | –          | –          | –      | –      | –           | –     | –      | –       | –
act           | picture mend            | –          | –          | –      | –      | –           | –     | –      | –       | –
`

// Row is one line of the table of rights, for one op and one thing.
type Row struct {
	Head   string            // the heading it stands under
	Line   int               // rows of one line of the table have the same
	Op, Of string            // what is done, and to what
	May    map[string]string // role → what stands in its column; "–" is absent
	While  string            // as written
	Held   bool              // by a locked map
	Round  string            // as written; "" = rounds are nothing to it
}

// columns are the roles in the order of the table.
var columns = []string{RoleFacilitator, RoleCoFacilitator, RoleParticipant, RoleObserver, RoleGuest, RoleOwner, RoleReader}

// rights are the rows in their order; byOp finds them.
var (
	rights = withTraits(readTable(allRights))
	byOp   = indexed(rights)
)

type opOf struct{ op, of string }

// Rights gives every row of the table, one for each op and thing. The slice is shared: read it only.
func Rights() []Row { return rights }

// Columns gives the roles in the order of the table. The slice is shared: read it only.
func Columns() []string { return columns }

// Free gives the activities during which what says free is open; "" = nothing runs.
func Free() []string { return free }

func readTable(table string) (rows []Row) {
	head := ""
	for n, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "|")
		switch {
		case strings.HasPrefix(line, "#"):
			head = strings.TrimSpace(line[1:])
		case len(cells) > 1 && strings.TrimSpace(cells[0]) != "op":
			rows = readRow(rows, Row{Head: head, Line: n}, cells)
		}
	}
	return rows
}

// readRow adds one row for each op and thing that a line names.
func readRow(rows []Row, line Row, cells []string) []Row {
	if len(cells) != len(columns)+4 {
		panic("boards: a line of the table of rights has other columns: " + cells[0] + cells[1])
	}
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cell, "–", ""))
	}
	rest := cells[len(columns)+2:]
	line.May, line.While, line.Round = map[string]string{}, rest[0], rest[1]
	for i, role := range columns {
		if cells[i+2] != "" {
			line.May[role] = cells[i+2]
		}
	}
	for _, op := range strings.Fields(cells[0]) {
		for _, of := range strings.Fields(cells[1]) {
			rows = append(rows, line.named(op, of, rows)...)
		}
	}
	return rows
}

// named gives the rows that two words of the table stand for; above are the rows that stand above them.
func (r Row) named(op, of string, above []Row) (rows []Row) {
	switch {
	case of == "others":
		for _, kind := range kinds {
			if kind.Answers != "" && !slices.ContainsFunc(above, func(r Row) bool { return r.Op == "ready" && r.Of == kind.Answers }) {
				rows = append(rows, r.named(op, kind.Answers, nil)...)
			}
		}
		return rows
	case op == "answer":
		for _, kind := range answersTo(of) {
			rows = append(rows, r.of("put", kind.Name))
		}
		return append(rows, r.of("ready", of))
	case of == "answers":
		for _, kind := range kinds {
			if kind.Made == ByAnswer {
				rows = append(rows, r.of(op, kind.Name))
			}
		}
		return rows
	}
	return []Row{r.of(op, of)}
}

func (r Row) of(op, of string) Row {
	r.Op, r.Of = op, of
	if kind := kindsByName[of]; kind != nil {
		r.Held = kind.OnMap
	}
	if first, turns := turns[r.While]; turns {
		r.While = turnOf(of, first)
	}
	return r
}

// turns are the words for the turn of a kind, and when it is besides the activities that open it.
var turns = map[string]string{"turn": "free", "item": "idle"}

// answersTo gives the kind that answers a hidden collection; none for a writing round, which seals whatever is written.
func answersTo(collect string) []*Kind {
	return slices.DeleteFunc(slices.Clone(kinds), func(k *Kind) bool { return k.Answers != collect })
}

// withTraits adds the rows that follow from the traits, where the table says nothing else.
func withTraits(rows []Row) []Row {
	said := map[opOf]bool{}
	for _, r := range rows {
		said[opOf{r.Op, r.Of}] = true
	}
	nobodys := slices.DeleteFunc(nobodysRows(), func(r Row) bool { return said[opOf{r.Op, r.Of}] })
	return append(rows, nobodys...)
}

// nobodysRows are the rows that follow from the traits: what only the server makes, and the fields only the server writes.
func nobodysRows() (rows []Row) {
	line := Row{Head: "What follows from the traits of kinds", Line: 1 << 20}
	for _, kind := range kinds {
		ops := map[Maker][]string{ByServer: {"put", "set", "text", "del", "restore"}, ByAnswer: {"set", "text", "restore"}}[kind.Made]
		for _, op := range ops {
			rows = append(rows, line.of(op, kind.Name))
		}
		for i := range kind.Fields {
			if kind.Fields[i].Server {
				rows = append(rows, line.of("set", kind.Name+"."+kind.Fields[i].Name), line.of("text", kind.Name+"."+kind.Fields[i].Name))
			}
		}
	}
	return rows
}

func indexed(rows []Row) map[opOf]*Row {
	index := map[opOf]*Row{}
	for i := range rows {
		key := opOf{rows[i].Op, rows[i].Of}
		if index[key] != nil {
			panic("boards: the table of rights says two things about " + key.op + " " + key.of)
		}
		index[key] = &rows[i]
	}
	return index
}

// nobodys is what holds where the table says nothing.
var nobodys = &Row{}

// row finds what the table says.
func row(op, of string) *Row {
	if r := byOp[opOf{op, of}]; r != nil {
		return r
	}
	return nobodys
}

// fieldRow finds the row of a field; fields without one of their own follow their kind.
func fieldRow(op, kind, field string) *Row {
	if r := byOp[opOf{op, kind + "." + field}]; r != nil {
		return r
	}
	return row(op, kind)
}

// over stands for the activity of a workshop that is closed.
const over = "over"

// open says whether participants may while this activity runs; "" = nothing runs, over = the workshop is closed.
func (r *Row) open(activity string) bool {
	for _, word := range strings.Fields(r.While) {
		if word == "always" || word == "session" && activity != over || word == activity || word == "idle" && activity == "" || word == "free" && slices.Contains(free, activity) {
			return true
		}
	}
	return false
}

// roundRule says whether the table names this of open rounds.
func (r *Row) roundRule(word string) bool { return slices.Contains(strings.Fields(r.Round), word) }
