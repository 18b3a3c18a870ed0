package boards

import (
	"slices"
	"strings"
)

// allRights says who may do what, and when (method.md 4.0 and ruling 7). It is the only place that does: every check in access.go reads
// it, the pages get it in rights.gen.ts, people in docs/matrix.md, and TestMatrix tries every cell.
//
//	op, of   what is done to what: a kind, one field of it (kind.field, also when the record is made), one value of a field, an act, or
//	         the answers of a sort of round. What stands in no row nobody may do.
//	roles    yes · own: what they made themselves, or what lies before their pair or four; with restore: what they deleted themselves ·
//	         seated: who has a department · takes_part, guests_vote: seated, where the board's setting of that name says so · – never.
//	         A screen may nothing. The program itself, on behalf of somebody at the door, may everything.
//	while    the activities during which participants may; free = nothing runs, or something without kinds of its own
//	map      held: a locked map holds it still for everybody who does not facilitate
//	round    sealed: while people write it is for its author alone, then for their pair and four · inside: only in an open round ·
//	         stays: not while an open round is about it · stays writing: nor while people write · single: not while one of its sort is open
const allRights = `
op            | of                                                           | facilitator | co  | participant | observer | guest       | while              | map  | round
# The map
put           | phase step                                                   | yes         | yes | yes         | –        | –           | free steps         | held | –
put           | cell                                                         | yes         | yes | yes         | –        | –           | always             | held | –
put           | handoff                                                      | yes         | yes | yes         | –        | –           | free blueprint     | held | –
set text move | phase step cell                                              | yes         | yes | yes         | –        | –           | always             | held | –
set text      | handoff                                                      | yes         | yes | yes         | –        | –           | always             | held | –
del           | phase                                                        | yes         | yes | own         | –        | –           | always             | held | –
del           | step                                                         | yes         | yes | own         | –        | –           | always             | held | stays writing
del           | cell handoff                                                 | yes         | yes | yes         | –        | –           | always             | held | –
restore       | phase step cell handoff                                      | yes         | yes | own         | –        | –           | always             | held | –
set text      | handoff.quality_from handoff.quality_to                      | –           | –   | –           | –        | –           | –                  | held | –

# Words of your own
put           | note                                                         | yes         | yes | yes         | –        | –           | free promise steps | –    | sealed
put           | pain                                                         | yes         | yes | yes         | –        | –           | free pains         | –    | sealed
put           | quote                                                        | yes         | yes | yes         | –        | yes         | always             | –    | –
put           | parking_item                                                 | yes         | yes | yes         | –        | –           | always             | –    | –
set text move | note pain parking_item                                       | yes         | yes | own         | –        | –           | always             | –    | –
set text      | quote                                                        | yes         | yes | own         | –        | own         | always             | –    | –
del           | note parking_item                                            | yes         | yes | own         | –        | –           | always             | –    | –
del           | pain                                                         | yes         | yes | own         | –        | –           | always             | –    | stays
del           | quote                                                        | yes         | yes | own         | –        | own         | always             | –    | –
restore       | note pain parking_item                                       | yes         | yes | own         | –        | –           | always             | –    | –
restore       | quote                                                        | yes         | yes | own         | –        | own         | always             | –    | –
set text      | pain.overlaps                                                | yes         | yes | –           | –        | –           | –                  | –    | –
set text      | pain.merged_into                                             | –           | –   | –           | –        | –           | –                  | –    | –

# What we will do
put           | fix                                                          | yes         | yes | yes         | –        | –           | free fixes commit  | –    | –
set text move | fix                                                          | yes         | yes | yes         | –        | –           | always             | –    | –
del           | fix                                                          | yes         | yes | own         | –        | –           | always             | –    | stays
restore       | fix                                                          | yes         | yes | own         | –        | –           | always             | –    | –
set text      | fix.owner_accepted_at fix.done_at                            | –           | –   | –           | –        | –           | –                  | –    | –

# The workshop and the people
set text      | board journey person                                         | yes         | yes | –           | –        | –           | –                  | –    | –
set text      | board.status=closed board.status=archived                    | yes         | –   | –           | –        | –           | –                  | –    | –
set text      | board.time_zone board.join_code board.template               | –           | –   | –           | –        | –           | –                  | –    | –
set text      | board.door_closed board.map_locked                           | –           | –   | –           | –        | –           | –                  | –    | –
put del       | board journey person                                         | –           | –   | –           | –        | –           | –                  | –    | –
restore       | board journey person                                         | –           | –   | –           | –        | –           | –                  | –    | –
set text      | person.name person.department_id person.contact_days         | yes         | yes | own         | own      | own         | always             | –    | –
set text      | person.role person.joined_at                                 | –           | –   | –           | –        | –           | –                  | –    | –
put del       | department persona agenda_item                               | yes         | yes | –           | –        | –           | –                  | –    | –
restore       | department persona agenda_item                               | yes         | yes | –           | –        | –           | –                  | –    | –
set text move | department agenda_item                                       | yes         | yes | –           | –        | –           | –                  | –    | –
set text      | persona                                                      | yes         | yes | yes         | –        | –           | always             | –    | –
set text      | agenda_item.state agenda_item.started_at                     | –           | –   | –           | –        | –           | –                  | –    | –
set text      | agenda_item.actual_minutes                                   | –           | –   | –           | –        | –           | –                  | –    | –

# Hidden rounds: answering, and saying "I am ready"
put ready     | vote                                                         | takes_part  | takes_part | seated | –       | guests_vote | always             | –    | inside
put ready     | rating                                                       | takes_part  | takes_part | seated | –       | yes         | always             | –    | inside
put ready     | ownership_claim leading_vote                                 | takes_part  | takes_part | seated | –       | –           | always             | –    | inside
ready         | writing                                                      | takes_part  | takes_part | seated | –       | –           | always             | –    | inside
for           | vote rating ownership_claim leading_vote                     | yes         | yes | –           | –        | –           | –                  | –    | inside
for           | note pain                                                    | yes         | yes | –           | –        | –           | –                  | –    | –
set text      | vote rating ownership_claim leading_vote                     | –           | –   | –           | –        | –           | –                  | –    | –
del           | vote rating ownership_claim leading_vote                     | own         | own | own         | own      | own         | always             | –    | –
restore       | vote rating ownership_claim leading_vote                     | –           | –   | –           | –        | –           | –                  | –    | –
set text      | vote.proxy rating.proxy ownership_claim.proxy                | –           | –   | –           | –        | –           | –                  | –    | –
set text      | leading_vote.proxy note.proxy pain.proxy                     | –           | –   | –           | –        | –           | –                  | –    | –
set text      | note.department_id pain.department_id                        | –           | –   | –           | –        | –           | –                  | –    | –
set text      | vote.hands rating.hands ownership_claim.hands                | –           | –   | –           | –        | –           | –                  | –    | –
set text      | leading_vote.hands                                           | –           | –   | –           | –        | –           | –                  | –    | –
set text      | rating.department_id rating.voice rating.guest               | –           | –   | –           | –        | –           | –                  | –    | –
set text      | ownership_claim.department_id ownership_claim.voice          | –           | –   | –           | –        | –           | –                  | –    | –
set text      | ownership_claim.guest leading_vote.department_id             | –           | –   | –           | –        | –           | –                  | –    | –
set text      | leading_vote.voice leading_vote.guest                        | –           | –   | –           | –        | –           | –                  | –    | –

# The desk
act           | start stop skip next extend timer                            | yes         | yes | –           | –        | –           | –                  | –    | –
act           | show blank spotlight                                         | yes         | yes | –           | –        | –           | –                  | –    | –
act           | lock keep door admit                                         | yes         | yes | –           | –        | –           | –                  | –    | –
act           | open                                                         | yes         | yes | –           | –        | –           | –                  | –    | single
act           | stage reveal cancel                                          | yes         | yes | –           | –        | –           | –                  | –    | inside
act           | merge park                                                   | yes         | yes | –           | –        | –           | –                  | –    | stays
act           | role                                                         | yes         | yes | –           | –        | –           | –                  | –    | –
act           | role=co_facilitator remove                                   | yes         | –   | –           | –        | –           | –                  | –    | –

# What the program alone writes
act           | join seat erase rekey recode                                 | –           | –   | –           | –        | –           | –                  | –    | –
put set text  | knock key timer projector_state                              | –           | –   | –           | –        | –           | –                  | –    | –
put set text  | round subgroup ready tally split voice                       | –           | –   | –           | –        | –           | –                  | –    | –
del restore   | knock key timer projector_state                              | –           | –   | –           | –        | –           | –                  | –    | –
del restore   | round subgroup ready tally split voice                       | –           | –   | –           | –        | –           | –                  | –    | –
set text      | phase.order step.order cell.order note.order pain.order      | –           | –   | –           | –        | –           | –                  | –    | –
set text      | department.order agenda_item.order fix.order                 | –           | –   | –           | –        | –           | –                  | –    | –
set text      | parking_item.order                                           | –           | –   | –           | –        | –           | –                  | –    | –
`

// free are the activities without kinds of their own; "" = nothing runs. Everything that says free is open to participants then.
var free = []string{"", "welcome", "warmup", "mirror", "break", "ownership", "rate", "lunch", "offmenu", "vote", "causes", "matrix", "indicator", "close"}

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
var columns = []string{RoleFacilitator, RoleCoFacilitator, RoleParticipant, RoleObserver, RoleGuest}

// rights are the rows in their order; byOp finds them.
var (
	rights = readTable(allRights)
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
			rows = append(rows, readRow(Row{Head: head, Line: n}, cells)...)
		}
	}
	return rows
}

// readRow gives one row for each op and thing that a line names.
func readRow(line Row, cells []string) (rows []Row) {
	if len(cells) != len(columns)+5 {
		panic("boards: a line of the table of rights has other columns: " + cells[0] + cells[1])
	}
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cell, "–", ""))
	}
	rest := cells[len(columns)+2:]
	line.May, line.While, line.Held, line.Round = map[string]string{}, rest[0], rest[1] == "held", rest[2]
	for i, role := range columns {
		if cells[i+2] != "" {
			line.May[role] = cells[i+2]
		}
	}
	for _, op := range strings.Fields(cells[0]) {
		for _, of := range strings.Fields(cells[1]) {
			line.Op, line.Of = op, of
			rows = append(rows, line)
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

// open says whether participants may while this activity runs; "" = nothing runs.
func (r *Row) open(activity string) bool {
	for _, word := range strings.Fields(r.While) {
		if word == "always" || word == activity || word == "free" && slices.Contains(free, activity) {
			return true
		}
	}
	return false
}

// roundRule says whether the table names this of open rounds.
func (r *Row) roundRule(word string) bool { return slices.Contains(strings.Fields(r.Round), word) }
