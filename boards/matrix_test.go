package boards

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// What method.md 4.0 and ruling 7 say, once more and in another shape than the table in matrix.go, so that the two can disagree.
// host = facilitator and co-facilitators; all = participants as well; all+ = guests as well; own = hosts anything, participants what
// they made; own+ = guests as well; self = hosts, and everybody with a seat their own; mine = nobody but its author; any = everybody with a seat;
// for taking away theirs alone, unless they lead; seeing, seen, saw = any, own, mine for hosts, participants and observers; "" = nobody.
var wanted = map[string]struct{ put, set, move, del, restore, field string }{
	"board":        {"", "host", "", "", "", "title"},
	"department":   {"host", "host", "host", "host", "host", "name"},
	"person":       {"", "self", "", "", "", "name"},
	"persona":      {"host", "all", "", "host", "host", "goal"},
	"journey":      {"", "host", "", "", "", "goal"},
	"phase":        {"all", "all", "all", "own", "own", "title"},
	"step":         {"all", "all", "all", "own", "own", "title"},
	"cell":         {"all", "all", "all", "all", "own", "text"},
	"handoff":      {"all", "all", "", "all", "own", "confirmed"},
	"quote":        {"all+", "own+", "", "own+", "own+", "text"},
	"agenda_item":  {"host", "host", "host", "host", "host", "title"},
	"note":         {"all", "own", "own", "own", "own", "text"},
	"pain":         {"all", "own", "own", "own", "own", "text"},
	"parking_item": {"all", "own", "own", "own", "own", "text"},
	"fix":          {"all", "all", "all", "own", "own", "text"},

	"story":          {"all+", "own+", "own+", "own+", "own+", "text"},
	"reflection":     {"any", "mine", "", "any", "any", "text"},
	"comment":        {"all+", "mine", "", "any", "any", "text"},
	"anonymous_note": {"any", "mine", "", "any", "any", "text"},
	"need":           {"all", "own", "", "own", "own", "text"},
	"evidence":       {"all", "all", "", "own", "own", "title"},
	"knowledge_card": {"all", "all", "", "own", "own", "text"},
	"interview":      {"all", "all", "", "own", "own", "employee"},
	"lesson":         {"all", "all", "", "own", "own", "learned"},
	"request_card":   {"all", "all", "all", "own", "own", "text"},
	"offmenu_test":   {"all", "all", "", "own", "own", "request"},
	"mandate":        {"all", "all", "", "own", "own", "role"},
	"observation":    {"seeing", "saw", "", "seen", "seen", "contact"},
	"rule":           {"all", "own", "own", "own", "own", "text"},
	"cause_node":     {"all", "all", "all", "own", "own", "text"},
	"delight":        {"all", "own", "own", "own", "own", "text"},
	"kudos":          {"all", "own", "", "own", "own", "act"},
	"roleplay":       {"host", "host", "", "host", "host", "minutes"},
	"gap_talk":       {"host", "host", "", "host", "host", "note"},
	"indicator":      {"host", "host", "", "host", "host", "name"},
	"measurement":    {"host", "host", "", "host", "host", "source"},
	"report":         {"host", "host", "", "host", "host", "conclusion"},
	"decision_line":  {"host", "host", "host", "host", "host", "text"},
}

// wantedOf: what the server makes nobody touches; an answer is put in its round (see answering) and taken back by its author alone.
func wantedOf(kind *Kind) (right struct{ put, set, move, del, restore, field string }, known bool) {
	switch right, known = wanted[kind.Name]; {
	case known || kind.Made == ByPeople:
		return right, known
	case kind.Made == ByAnswer:
		right.del = "mine"
	}
	for _, f := range kind.Fields {
		if f.Name != "round_id" && !f.Server && f.Type != Ref {
			right.field = f.Name
		}
	}
	if right.field == "" {
		right.field = kind.Fields[0].Name
	}
	return right, true
}

func wantedSet(kind *Kind) string { right, _ := wantedOf(kind); return right.set }
func wantedPut(kind *Kind) string { right, _ := wantedOf(kind); return right.put }

// fieldsApart are the fields that others may write than the rest of their kind. What no page writes stands under "".
var fieldsApart = map[string]string{
	"host":   "person.present pain.overlaps",
	"self":   "person.name person.department_id person.contact_days person.remote",
	"all":    "rule.verdict rule.new_text rule.decider rule.review_date kudos.consent",
	"do":     "fix.status fix.first_step fix.if_then fix.needs_from fix.note",
	"accept": "fix.owner_accepted_at",
	"": `board.time_zone board.join_code board.template board.door_closed board.map_locked person.role person.joined_at
		agenda_item.state agenda_item.started_at agenda_item.actual_minutes handoff.quality_from handoff.quality_to pain.merged_into
		fix.done_at story.proxy story.department_id rule.proxy rule.department_id anonymous_note.day mandate.granted_at
		indicator.department_commits note.proxy note.department_id pain.proxy pain.department_id`,
}

// steering says who may say what at the desk: hosts, lead = the facilitator alone, "" = only the program.
var steering = map[string]string{
	"open": "host", "stage": "host", "reveal": "host", "cancel": "host", "merge": "host", "park": "host", "start": "host", "stop": "host",
	"skip": "host", "next": "host", "extend": "host", "timer": "host", "show": "host", "blank": "host", "spotlight": "host", "lock": "host",
	"floor": "host", "split": "host", "place": "host", "gather": "host", "hand": "here",
	"keep": "host", "admit": "host", "door": "host", "role": "host", "remove": "lead", "sweep": "lead", "close": "lead", "reopen": "lead",
	"erase": "", "join": "", "seat": "", "owner": "", "rekey": "", "recode": "", "survey": "", "picture": "", "mend": "",
	"ready": "answering", "open_notes": "host", "commit": "seated",
}

// openWhile says what participants may make while an activity runs; "" = nothing runs.
var openWhile = func() map[string]string {
	const always = " quote cell parking_item need evidence knowledge_card interview lesson reflection anonymous_note comment"
	const loose = "phase step handoff pain delight note fix" + always // with nothing of its own
	open := map[string]string{"": loose + " story rule cause_node request_card offmenu_test mandate observation kudos"}
	for _, activity := range agendaItemKind.Field("activity").Options {
		open[activity] = loose
	}
	for activity, own := range map[string]string{"promise": "note", "persona": "", "needs": "", "knowledge": "", "coffee": "", "reflection": "",
		"loops": "", "autopsy": "", "inside": "", "backwards": "step phase note", "steps": "step phase note", "blueprint": "handoff",
		"pains": "pain story", "rules": "rule", "fixes": "fix delight", "delights": "delight", "commit": "fix", "warmup": "story", "causes": "cause_node",
		"close": "kudos", "offmenu": "request_card offmenu_test mandate observation"} {
		open[activity] = own + always
	}
	return open
}()

// mayWish reads a word of the tables above for one person.
func mayWish(word, role string, own bool) bool {
	host := role == RoleFacilitator || role == RoleCoFacilitator
	if role == RoleOwner || role == RoleReader { // how far the own fixes are, and that alone
		return role == RoleOwner && own && (word == "do" || word == "accept")
	}
	switch word {
	case "do":
		return host || role == RoleParticipant
	case "host":
		return host
	case "here": // whoever is a person in the workshop
		return host || role == RoleParticipant || role == RoleObserver || role == RoleGuest
	case "lead":
		return role == RoleFacilitator
	case "all":
		return host || role == RoleParticipant
	case "all+":
		return host || role == RoleParticipant || role == RoleGuest
	case "own":
		return host || own && role == RoleParticipant
	case "own+":
		return host || own && (role == RoleParticipant || role == RoleGuest)
	case "self":
		return host || own
	case "mine":
		return own
	case "any":
		return true
	case "seeing":
		return host || role == RoleParticipant || role == RoleObserver
	case "saw":
		return own && mayWish("seeing", role, own)
	case "seen":
		return host || own && (role == RoleParticipant || role == RoleObserver)
	}
	return false
}

// mayTakeAway reads a word for del and restore, where "any" means theirs, unless they lead.
func mayTakeAway(word, role string, own bool) bool {
	if word == "any" {
		word = "self"
	}
	return mayWish(word, role, own)
}

// mayAnswerHere says who answers a collection: participants with a department; hosts with a department where the board says so;
// guests their own rating, and votes where the board says so.
func mayAnswerHere(collect, role string, seated, hostsToo, guestsToo bool) bool {
	switch role {
	case RoleParticipant:
		return seated
	case RoleFacilitator, RoleCoFacilitator:
		return seated && hostsToo
	case RoleGuest:
		return collect == "rating" || collect == "vote" && seated && guestsToo
	}
	return false
}

// somebody is a person of the walk; screen and server are nobody.
type somebody struct {
	id, role string
	seated   bool
}

func (s somebody) actor() Actor { return Actor{s.id, s.role} }

// spot is where a cell is tried.
type spot struct {
	activity string
	locked   bool
	round    string // what is open: a collection, or the stage of a writing round; "" = none
	about    bool   // the round is about the record
}

// walk tries cells and keeps which rows of the table it met.
type walk struct {
	*world
	people []somebody
	cells  int
	met    map[opOf]bool
	at     spot
}

func newWalk(t *testing.T) *walk {
	w := newWorld(t)
	loose := w.joins("Loose", w.spare)
	w.do(loose, set(loose, Fields{"department_id": nil}))
	return &walk{world: w, met: map[opOf]bool{}, people: []somebody{{w.host, RoleFacilitator, true}, {w.co, RoleCoFacilitator, false},
		{w.ann, RoleParticipant, true}, {loose, RoleParticipant, false}, {w.watcher, RoleObserver, true}, {w.guest, RoleGuest, true},
		{w.olga(), RoleOwner, false}, {"", RoleReader, false}, {"", RoleScreen, false}, {"", RoleServer, false}}}
}

// olga gives the link of somebody who owns a fix.
func (w *world) olga() string {
	w.t.Helper()
	w.do(w.host, put("fix", w.id(), Fields{"text": "call the customer back", "owner_person": "Olga"}))
	w.server(actOp("owner", "", map[string]any{"name": "Olga", "hash": "hash-of-olga"}))
	return w.b.KeyOf("hash-of-olga").ID
}

// noes are the codes that say "not you" or "not now"; with any other the right is there.
var noes = []string{"not_allowed", "not_found", "locked", "round_closed"}

// cell tries one op and holds the answer against what was expected.
func (w *walk) cell(who somebody, own bool, op Op, of string, want bool) []Effect {
	w.t.Helper()
	effects, no := Decide(w.b, op, who.actor(), "page", w.now())
	w.cells++
	w.meet(op.Op, of)
	if (no == nil || !slices.Contains(noes, no.Code)) != want {
		w.t.Errorf("%s %s %s %s (own %v, %+v): %+v, want %v", who.role, op.Op, op.Do, of, own, w.at, no, want)
	}
	return effects
}

func (w *walk) meet(op, of string) { w.met[opOf{op, of}] = true }

// TestMatrix walks every cell: what is done to what × who × whose × activity × lock × open round. It fails when a kind, a field, an act,
// a role, an activity or an op has no row, and when a row says something that no cell tried.
func TestMatrix(t *testing.T) {
	cells, met := 0, map[opOf]bool{}
	part := func(name string, run func(w *walk)) {
		t.Run(name, func(t *testing.T) {
			w := newWalk(t)
			run(w)
			t.Logf("%d cells", w.cells)
			cells += w.cells
			for key := range w.met {
				met[key] = true
			}
		})
	}
	for _, round := range append(append([]string{""}, answered()...), "alone", "pair", "four") {
		part("kinds/"+cmp.Or(round, "no round"), func(w *walk) { w.walkKinds(round) })
	}
	part("sealed cards", (*walk).walkSealed)
	part("fields", (*walk).walkFields)
	part("acts", (*walk).walkActs)
	part("rounds", (*walk).walkRounds)
	part("answers", (*walk).walkAnswers)
	part("files", (*walk).walkFiles)
	checkRows(t, met)
	t.Logf("%d rows, %d cells", len(Rights()), cells)
}

// walkFiles: who takes the report and the lists along, while it runs, once it is closed, and where the board keeps them to who leads.
func (w *walk) walkFiles() {
	w.meet("take", "files")
	w.meet("take", "summary")
	board := w.b.one("board")
	for _, status := range boardKindOptions("status") {
		for _, share := range []bool{true, false} {
			w.b.replace(board.ID, board.with(Fields{"status": status, "set_files_kept": !share}))
			for _, who := range w.people {
				took := share && (status == "closed" || status == "archived") && (who.role == RoleParticipant || who.role == RoleObserver)
				want := who.role == RoleServer || mayWish("host", who.role, false) || took
				for _, what := range []string{"files", "summary"} {
					want := want || what == "summary" && who.role == RoleReader
					if no := MayTake(w.b, who.actor(), what); (no == nil) != want {
						w.t.Errorf("the %s for %s of a %s board, shared %v: %+v", what, who.role, status, share, no)
					}
					w.cells++
				}
			}
		}
	}
}

func boardKindOptions(field string) []string { return workshopKind.Field(field).Options }

// checkRows holds the table against what exists, both ways.
func checkRows(t *testing.T, met map[opOf]bool) {
	for _, kind := range Kinds() {
		ops := []string{"put", "set", "text", "del", "restore"}
		if kind.Ordered {
			ops = append(ops, "move")
		}
		for _, op := range ops {
			if byOp[opOf{op, kind.Name}] == nil {
				t.Errorf("nothing says who may %s a %s", op, kind.Name)
			}
		}
	}
	for name := range acts {
		if name != "ready" && byOp[opOf{"act", name}] == nil {
			t.Errorf("nothing says who may %s", name)
		}
	}
	for name := range collections {
		if byOp[opOf{"ready", name}] == nil {
			t.Errorf("nothing says who answers %s", name)
		}
	}
	activities := append([]string{"", "always", "session", "free", "idle"}, agendaItemKind.Field("activity").Options...)
	for _, r := range Rights() {
		if !met[opOf{r.Op, r.Of}] {
			t.Errorf("no cell tried %s %s", r.Op, r.Of)
		}
		for _, word := range append(strings.Fields(r.While), Free()...) {
			if !slices.Contains(activities, word) {
				t.Errorf("%s %s: there is no activity %q", r.Op, r.Of, word)
			}
		}
		for role, word := range r.May {
			if !slices.Contains(keyKind.Field("role").Options, role) ||
				!slices.Contains([]string{"yes", "own", "seated", "takes_part", "guests_vote", "closed"}, word) {
				t.Errorf("%s %s: %s %q", r.Op, r.Of, role, word)
			}
		}
		if r.Op == "text" &&
			!slices.Equal([]any{r.While, r.Held, r.Round}, []any{row("set", r.Of).While, row("set", r.Of).Held, row("set", r.Of).Round}) {
			t.Errorf("typing in %s is not like setting it", r.Of)
		}
	}
	if got := append(slices.Clone(columns), RoleScreen); len(got) != len(keyKind.Field("role").Options) {
		t.Errorf("the table knows the roles %v, seats have %v", got, keyKind.Field("role").Options)
	}
}

// opens brings the board to a round.
func (w *walk) opens(round string) {
	switch round {
	case "":
	case "alone", "pair", "four":
		id := w.asked("writing")
		if round != "alone" {
			w.do(w.host, actOp("stage", id, map[string]any{"stage": round}))
		}
	default:
		w.do(w.host, w.openOf(round))
	}
}

// running puts one activity on, and the lock.
func (w *walk) running(activity string, locked bool) {
	if old := w.b.Get("running-item-0000"); old != nil {
		w.b.replace(old.ID, nil)
	}
	if activity != "" {
		w.b.replace("running-item-0000",
			&Record{ID: "running-item-0000", Kind: "agenda_item", Fields: Fields{"activity": activity, "state": "running", "order": "zz"}})
	}
	board := w.b.one("board")
	w.b.replace(board.ID, board.with(Fields{"map_locked": locked}))
	w.at.activity, w.at.locked = activity, locked
}

func (w *walk) everywhere(try func()) {
	for activity := range openWhile {
		for _, locked := range []bool{false, true} {
			w.running(activity, locked)
			try()
		}
	}
}

func (w *walk) walkKinds(round string) {
	w.opens(round)
	w.at.round = round
	w.everywhere(func() {
		for _, kind := range Kinds() {
			for _, who := range w.people {
				for _, own := range []bool{true, false} {
					if !own || who.id != "" { // a screen is nobody and makes nothing
						w.walkKind(kind, who, own, false)
					}
				}
				if aboutIt[kind.Name] != "" && round != "" {
					w.walkKind(kind, who, false, true)
				}
			}
		}
	})
}

// aboutIt names the field by which a round is about a kind.
var aboutIt = map[string]string{"pain": "item_ids", "fix": "item_ids", "step": "step_ids", "rule": "rule_ids", "need": "item_ids", "delight": "item_ids"}

// stuck are the kinds that a locked map holds still for all but hosts.
var stuck = []string{"phase", "step", "cell", "handoff"}

func (w *walk) walkKind(kind *Kind, who somebody, own, about bool) {
	w.t.Helper()
	right, ok := wantedOf(kind)
	if !ok {
		w.t.Fatalf("kind %s is not in the matrix", kind.Name)
	}
	program := who.role == RoleServer
	host := program || mayWish("host", who.role, false)
	free := host || !w.at.locked || !slices.Contains(stuck, kind.Name)
	may := func(word string) bool { return free && (program || who.id != "" && mayWish(word, who.role, own)) }
	gone := func(word string) bool { return free && (program || who.id != "" && mayTakeAway(word, who.role, own)) }
	answer := kind.Made == ByAnswer
	d := w.b.Trial(w.now())
	defer d.Drop()
	r := w.example(kind, who.id, own)
	w.b.replace(r.ID, r)
	w.at.about = about && w.aims(kind, r)
	seen := r.SeenBy(who.id)

	inTurn := who.role != RoleParticipant || slices.Contains(strings.Fields(openWhile[w.at.activity]), kind.Name)
	effects := w.cell(who, own, put(kind.Name, "fresh-id-00000000", nil), kind.Name, may(right.put) && inTurn && !answer)
	writing := slices.Contains(stages, w.at.round)
	if len(effects) > 0 && !program {
		if sealed := len(Shared(effects)) == 0; sealed != (writing && seals(OpenRound(w.b, "writing"), kind.Name) || kind.Alone) {
			w.t.Errorf("%s puts %s: sealed %v, %+v", who.role, kind.Name, sealed, w.at)
		}
	}
	w.cell(who, own, set(r.ID, Fields{right.field: w.value(kind, right.field)}), kind.Name, seen && may(right.set) && !answer)
	if kind.isText(right.field) {
		w.cell(who, own, typed(r.ID, right.field, 1, Splice{0, 0, "x"}), kind.Name, seen && may(right.set) && !answer)
	}
	w.meet("text", kind.Name)
	w.cell(who, own, move(r.ID, "", ""), kind.Name, seen && may(right.move) && kind.Ordered)
	stays := w.at.about && w.at.round != "" || writing && kind.Name == "step"
	w.cell(who, own, del(r.ID), kind.Name, seen && gone(right.del) && !stays)
	w.b.replace(r.ID, nil)
	w.b.bury(tombstone{Record: r, With: r.ID, Who: r.By})
	w.cell(who, own, restoreOp(r.ID), kind.Name, gone(right.restore))
}

// aims makes the open round be about a record, if it can be.
func (w *walk) aims(kind *Kind, r *Record) bool {
	for _, round := range w.b.All("round") {
		if list := aboutIt[kind.Name]; round.Str("state") == "open" && len(round.List(list)) > 0 {
			w.b.replace(round.ID, round.with(Fields{list: append(slices.Clone(round.List(list)), r.ID)}))
			return true
		}
	}
	return false
}

// walkSealed: a sealed card is its author's and their table's alone; for everybody else, who leads included, it is not there.
func (w *walk) walkSealed() {
	w.opens("pair")
	w.at.round = "pair"
	w.everywhere(func() {
		for _, name := range []string{"pain", "note"} {
			for _, who := range w.people {
				for _, to := range [][]string{{who.id}, {w.bob}, {w.bob, who.id}} {
					if to[0] == "" || len(to) == 2 && to[1] == "" {
						continue
					}
					d := w.b.Trial(w.now())
					r := w.example(kindsByName[name], who.id, true)
					r.By, r.To = "", to
					w.b.replace(r.ID, r)
					theirs := slices.Contains(to, who.id)
					may := theirs && mayWish("own", who.role, true)
					w.cell(who, theirs, set(r.ID, Fields{"text": "New"}), name, may)
					w.cell(who, theirs, typed(r.ID, "text", 1, Splice{0, 0, "x"}), name, may)
					w.cell(who, theirs, move(r.ID, "", ""), name, may)
					w.cell(who, theirs, del(r.ID), name, may)
					d.Drop()
				}
			}
		}
	})
}

// walkFields: every field of every kind, set and given at the start.
func (w *walk) walkFields() {
	apart := map[string]string{}
	for word, names := range fieldsApart {
		for _, name := range strings.Fields(names) {
			apart[name] = word
		}
	}
	for _, kind := range Kinds() {
		for _, name := range []string{"proxy", "hands", "department_id", "voice", "guest"} {
			if kind.Made == ByAnswer && kind.Field(name) != nil { // what the server adds to an answer
				apart[kind.Name+"."+name] = ""
			}
		}
		for _, f := range kind.Fields {
			name := kind.Name + "." + f.Name
			if _, named := apart[name]; f.Server && kind.Made == ByPeople && !named { // what a reveal, an act or a rule of the kind adds
				apart[name] = ""
			}
		}
	}
	for _, locked := range []bool{false, true} {
		w.running("", locked)
		for _, kind := range Kinds() {
			for i := range kind.Fields {
				for _, who := range w.people {
					for _, own := range []bool{true, false} {
						if !own || who.id != "" {
							w.walkField(kind, &kind.Fields[i], who, own, apart)
						}
					}
				}
			}
		}
	}
	w.walkClosing()
}

func (w *walk) walkField(kind *Kind, field *Field, who somebody, own bool, apart map[string]string) {
	w.t.Helper()
	name := kind.Name + "." + field.Name
	word, own2 := apart[name]
	if !own2 {
		word = wantedSet(kind)
	}
	if field.Name == "order" {
		word, own2 = "", true
	}
	if kind.Name == "person" && !own2 {
		w.t.Errorf("who may write %s?", name)
	}
	program := who.role == RoleServer
	free := program || mayWish("host", who.role, false) || !w.at.locked || !slices.Contains(stuck, kind.Name)
	r := w.example(kind, who.id, own)
	d := w.b.Trial(w.now())
	defer d.Drop()
	w.b.replace(r.ID, r)
	answer := kind.Made == ByAnswer
	may := r.SeenBy(who.id) && free && !answer && (program || mayWish(word, who.role, own))
	if !(field.Name == kind.Parent && kind.Ordered) { // that one is moved
		w.cell(who, own, set(r.ID, Fields{field.Name: nil}), name, may)
	}
	if kind.isText(field.Name) && field.Name != "order" {
		mayType := may && who.role != RoleOwner && !(name == "rule.decider" && who.role == RoleParticipant) // whoever decides gives their own name, and "x" is nobody's
		w.cell(who, own, typed(r.ID, field.Name, r.Version(field.Name), Splice{0, 0, "x"}), name, mayType)
	}
	w.meet("text", name)
	w.meet("set", name)
	if kind.Limit == 1 && wantedPut(kind) != "" { // or the board has its one already
		w.b.replace(r.ID, nil)
	}
	give := free && !answer && (program || who.id != "" && mayWish(wantedPut(kind), who.role, true) && (!own2 || mayWish(word, who.role, true)))
	w.cell(who, own, put(kind.Name, "fresh-id-00000000", Fields{field.Name: nil}), kind.Name, give)
}

// walkClosing: closing the workshop is the facilitator's.
func (w *walk) walkClosing() {
	for _, status := range kindsByName["board"].Field("status").Options {
		if status == w.b.one("board").Str("status") {
			continue
		}
		for _, who := range w.people {
			want := mayWish("host", who.role, false)
			if status == "closed" || status == "archived" {
				want = mayWish("lead", who.role, false)
			}
			name := "board.status=" + status
			w.cell(who, false, set(w.b.one("board").ID, Fields{"status": status}), name, want || who.role == RoleServer)
			w.meet("text", name)
		}
	}
}

// walkActs: only people at the desk steer, whatever runs; and what cannot be taken back is the facilitator's alone.
func (w *walk) walkActs() {
	merged := w.putPain(w.ann, "the same said once more")
	item := w.b.All("agenda_item")[1].ID
	indicator := w.id()
	w.do(w.host, put("indicator", indicator, Fields{"name": "Grade"}))
	w.do(w.host, actOp("split", "", nil))
	group := w.b.All("breakout")[0].ID
	calls := map[string]Op{
		"commit":     actOp("commit", indicator, nil),
		"open_notes": actOp("open_notes", "", nil),
		"start":      actOp("start", item, nil),
		"stop":       actOp("stop", "", nil),
		"next":       actOp("next", "", nil),
		"skip":       actOp("skip", item, nil),
		"extend":     actOp("extend", item, map[string]any{"minutes": 5}),
		"timer":      actOp("timer", "", map[string]any{"state": "running", "minutes": 3}),
		"show":       actOp("show", "", map[string]any{"view": "map"}),
		"blank":      actOp("blank", "", nil),
		"spotlight":  actOp("spotlight", w.step, nil),
		"floor":      actOp("floor", w.bob, nil),
		"hand":       actOp("hand", "", nil),
		"split":      actOp("split", "", nil),
		"place":      actOp("place", group, map[string]any{"person": w.bob}),
		"gather":     actOp("gather", "", nil),
		"lock":       actOp("lock", "", nil),
		"close":      actOp("close", "", nil),
		"reopen":     actOp("reopen", "", nil),
		"keep":       actOp("keep", "", map[string]any{"days": 30}),
		"door":       actOp("door", "", nil),
		"admit":      actOp("admit", "", nil),
		"merge":      actOp("merge", merged, map[string]any{"into": w.pain}),
		"park":       actOp("park", merged, nil),
		"remove":     actOp("remove", w.bob, nil),
		"role":       actOp("role", w.cor, map[string]any{"role": RoleObserver}),
		"erase":      actOp("erase", w.ann, nil),
		"recode":     actOp("recode", "", map[string]any{"code": "CODE22", "was": w.b.Workshop().JoinCode}),
		"join":       actOp("join", "", map[string]any{"name": "New", "role": RoleGuest, "hash": "hash-of-new"}),
		"seat":       actOp("seat", "", map[string]any{"hash": "hash-of-link", "use": "personal", "by": "hash-of-ann"}),
		"owner":      actOp("owner", "", map[string]any{"name": "Olga", "hash": "hash-of-olga-again"}),
		"rekey":      actOp("rekey", "", map[string]any{"hash": "hash-of-link", "use": "projector", "role": RoleScreen}),
		"survey":     actOp("survey", "", map[string]any{"key": "file", "quotes": []Fields{{"text": "Ging goed", "source": "Formulier"}}}),
		"picture":    actOp("picture", "picture-of-this-test", map[string]any{"data": "aGk="}),
		"sweep":      actOp("sweep", "", nil),
		"mend":       actOp("mend", "", nil),
	}
	w.everywhere(func() {
		for name := range acts {
			op, here := calls[name]
			word, known := steering[name]
			if !known {
				w.t.Fatalf("act %s is not in the matrix", name)
			}
			if !here { // those of a round are tried there
				continue
			}
			for _, who := range w.people {
				may := mayWish(word, who.role, false) || word == "seated" && who.role == RoleParticipant && who.seated
				w.cell(who, false, op, name, may || who.role == RoleServer)
			}
		}
		for _, who := range w.people {
			lead := who.role == RoleFacilitator || who.role == RoleServer
			w.cell(who, false, actOp("role", w.cor, map[string]any{"role": RoleCoFacilitator}), "role=co_facilitator", lead)
			if who.id != w.co {
				w.cell(who, false, actOp("role", w.co, map[string]any{"role": RoleGuest}), "role=co_facilitator", lead)
			}
		}
	})
}

// walkRounds: who opens and ends which round, and what an open one is in the way of.
func (w *walk) walkRounds() {
	hosts := func(who somebody) bool { return mayWish("host", who.role, false) || who.role == RoleServer }
	fixes := []string{w.id(), w.id()}
	for _, id := range fixes {
		w.do(w.host, put("fix", id, Fields{"text": "do it like this"}))
	}
	w.everywhere(func() {
		for _, kind := range []string{"note", "pain", "story", "rule"} {
			for _, who := range w.people {
				for _, op := range []Op{{For: w.bob}, {ForTeam: w.shop, Hands: 1}} {
					op.Op, op.Kind, op.ID, op.Fields = "put", kind, "fresh-id-00000000", Fields{"text": "said aloud"}
					w.cell(who, false, op, kind, hosts(who))
				}
			}
			w.meet("for", kind)
		}
		for _, collect := range collects() {
			d := w.b.Trial(w.now())
			open := w.openOf(collect)
			for _, who := range w.people {
				w.cell(who, false, w.openOf(collect), "open", hosts(who))
			}
			w.decided(d, open)
			w.at.round = collect
			for _, who := range w.people {
				w.cell(who, false, w.openOf(collect), "open", false)
				w.cell(who, false, actOp("stage", open.ID, map[string]any{"stage": "pair"}), "stage",
					hosts(who)) // another round is no place for it, and says so otherwise
				w.cell(who, false, actOp("reveal", open.ID, nil), "reveal", hosts(who))
				w.cell(who, false, actOp("cancel", open.ID, nil), "cancel", hosts(who))
				w.cell(who, false, actOp("merge", w.pain, map[string]any{"into": w.painBob}), "merge", hosts(who) && collect != "vote")
				w.cell(who, false, actOp("park", w.pain, nil), "park", hosts(who) && collect != "vote")
				w.cell(who, false, actOp("park", fixes[0], nil), "park", hosts(who))
			}
			w.decided(d, actOp("cancel", open.ID, nil))
			w.at.round = ""
			for _, who := range w.people {
				for _, do := range []string{"stage", "reveal", "cancel", "ready"} {
					w.cell(who, false, actOp(do, open.ID, map[string]any{"stage": "pair"}), do, false)
				}
			}
			d.Drop()
		}
		d := w.b.Trial(w.now())
		w.decided(d, actOp("open", w.id(), map[string]any{"collect": "vote", "item_ids": fixes}))
		for _, who := range w.people {
			w.cell(who, false, actOp("park", fixes[0], nil), "park", false)
		}
		d.Drop()
	})
}

// decided lets the host do something in a trial.
func (w *walk) decided(d *Trial, op Op) {
	w.t.Helper()
	if no := d.Do(op, w.actor(w.host)); no != nil {
		w.t.Fatalf("%+v: %s %s", op, no.Code, no.Field)
	}
}

// walkAnswers: every sort of answer by everybody, for themselves and for somebody else, with and without the settings that let more
// people in, while the round is open and after.
func (w *walk) walkAnswers() {
	board := w.b.one("board").ID
	for _, hostsToo := range []bool{false, true} {
		for _, guestsToo := range []bool{false, true} {
			w.do(w.host, set(board, Fields{"set_facilitator_takes_part": hostsToo, "set_guests_vote": guestsToo}))
			w.everywhere(func() {
				for _, collect := range collects() {
					w.walkCollection(collect, hostsToo, guestsToo)
				}
			})
			w.running("", false)
		}
	}
}

func (w *walk) walkCollection(collect string, hostsToo, guestsToo bool) {
	d := w.b.Trial(w.now())
	defer d.Drop()
	open := w.openOf(collect)
	w.decided(d, open)
	for _, state := range []string{"open", "cancelled", "revealed"} {
		w.at.round = collect + " " + state
		round := w.b.Get(open.ID)
		w.b.replace(round.ID, round.with(Fields{"state": state}))
		for _, who := range w.people {
			may := state == "open" && mayAnswerHere(collect, who.role, who.seated, hostsToo, guestsToo)
			w.cell(who, true, actOp("ready", open.ID, nil), collect, may)
			w.meet("ready", collect)
			if collect == "writing" {
				continue
			}
			answer := put(kindOf(collect), "fresh-id-00000000", w.answerOf(collect, open.ID))
			if effects := w.cell(who, true, answer, kindOf(collect), may); may && len(Shared(effects)) > 0 {
				w.t.Errorf("%s of %s is not sealed", collect, who.role)
			}
			answer.For = w.bob
			effects := w.cell(who, false, answer, kindOf(collect), state == "open" && (mayWish("host", who.role, false) || who.role == RoleServer))
			w.meet("for", kindOf(collect))
			if len(effects) > 0 && !slices.Equal(effects[0].To, []string{w.bob}) {
				w.t.Errorf("an answer for Bob goes to %v", effects[0].To)
			}
			answer.For, answer.ForTeam, answer.Hands = "", w.shop, 2
			effects = w.cell(who, false, answer, kindOf(collect), state == "open" && (mayWish("host", who.role, false) || who.role == RoleServer))
			if len(effects) > 0 && !slices.Equal(effects[0].To, []string{handSeat(w.shop)}) {
				w.t.Errorf("an answer for a department goes to %v", effects[0].To)
			}
		}
	}
}

// example makes a record of a kind that this person or somebody else made.
func (w *world) example(kind *Kind, person string, own bool) *Record {
	by := w.bob
	if own && w.b.OwnerName(person) == "" {
		by = person
	}
	r := &Record{ID: "example-000000000", Kind: kind.Name, By: by, Ver: map[string]int{}, Fields: Fields{}}
	if kind.Ordered {
		r.Fields["order"] = "zy"
	}
	for i := range kind.Fields {
		if kind.isText(kind.Fields[i].Name) {
			r.Ver[kind.Fields[i].Name] = 1
		}
	}
	switch {
	case kind.Name == "person":
		r.ID = by
		r.Fields = w.b.Get(by).Fields
	case kind.Name == "ready" || kind.Made == ByAnswer:
		r.To = []string{by}
	case kind.Reach == ToServer:
		r.To = []string{OnlyServer}
	case kind.Name == "phase":
		r.Fields["journey_id"] = w.journey
	case kind.Name == "fix" && own:
		r.Fields["owner_person"] = w.b.OwnerName(person)
	}
	return r
}

func (w *world) value(kind *Kind, field string) any {
	switch kind.Field(field).Type {
	case Text:
		return "New"
	case Bool:
		return true
	case Ref:
		return w.step
	case Enum:
		return kind.Field(field).Options[0]
	}
	return 1
}

// The ids of one board mean nothing on another.
func TestMatrixOfTwoBoards(t *testing.T) {
	one, two := newWorld(t), &world{t: t, n: map[string]int{}, chance: chance{newWorld(t).rand}, ids: 500000}
	f := Found("board-two", "lineage", two.now())
	two.fill(f)
	var err error
	if two.b, err = f.Board(); err != nil {
		t.Fatal(err)
	}
	two.start = two.b.Snapshot()
	two.pain, two.painBob = two.putPain(two.ann, "the pain of another board"), two.putPain(two.bob, "and one more of that board")
	round := two.opened(nil)
	mine := one.opened(nil)
	note := two.id()
	two.do(two.host, put("note", note, Fields{"text": "n"}))
	two.do(two.host, del(note))
	for _, r := range two.b.parentsFirst() {
		for _, person := range []string{one.host, one.ann, one.guest} {
			for _, op := range []Op{set(r.ID, Fields{"title": "x"}), typed(r.ID, "title", 1, Splice{0, 0, "x"}), move(r.ID, "", ""), del(r.ID), restoreOp(r.ID)} {
				one.refused(person, "not_found", op)
			}
		}
	}
	one.refused(one.host, "not_found", restoreOp(note))
	one.refused(one.ann, "not_found", put("note", one.id(), Fields{"step_id": two.step}))
	one.refused(one.ann, "not_found", move(one.step, two.phase, ""))
	one.refused(one.ann, "not_found", put("fix", one.id(), Fields{"pain_ids": []string{two.pain}}))
	one.refused(one.ann, "not_found", vote(one.id(), round, two.pain, 1))
	one.refused(one.ann, "not_found", vote(one.id(), mine, two.pain, 1))
	for _, do := range []string{"reveal", "cancel", "ready", "remove", "start", "spotlight"} {
		one.refused(one.host, "not_found", actOp(do, round, nil))
	}
	if one.b.KeyOf("hash-of-nobody") != nil {
		t.Fatal("a key of nowhere")
	}
}
