package boards

import "slices"

// Activity is one sort of item on the agenda: what the room does, sees and may write meanwhile.
type Activity struct {
	Name    string
	NL, EN  string            // its title on a fresh agenda
	View    string            // what the projector shows
	Opens   []string          // what participants may make during it; nil = the same as when nothing runs
	Collect string            // the hidden round that belongs to it; "" = none
	About   map[string]string // what that round is opened with
	Minutes int               // of an optional module; 0 = as long as in the ready agendas
}

// about opens a poll.
func about(poll string) map[string]string { return map[string]string{"poll": poll} }

// none is for activities with nothing of their own but what may always be made: nobody adds to the map meanwhile.
var none = []string{}

var activities = []Activity{
	{Name: "welcome", NL: "Welkom, doel, afspraken", EN: "Welcome", View: "lobby"},
	{Name: "warmup", NL: "Verhaalrondje", EN: "Story round", View: "story", Opens: []string{"story"}},
	{Name: "mirror", NL: "Spiegel", EN: "Mirror", View: "mirror", Collect: "poll", About: about("mirror")},
	{Name: "courage", NL: "Durfmeting", EN: "Courage poll", View: "mirror", Collect: "poll", About: about("courage"), Minutes: 5},
	{Name: "importance", NL: "Hoe belangrijk echt?", EN: "How important really?", View: "mirror", Collect: "poll",
		About: about("importance"), Minutes: 5},
	{Name: "promise", NL: "Belofte", EN: "Promise", View: "promise", Opens: []string{"note"}},
	{Name: "persona", NL: "Klant aan tafel", EN: "Customer at the table", View: "persona", Opens: none},
	{Name: "needs", NL: "Klantwensen", EN: "Customer needs", View: "needs", Opens: none, Collect: "need", Minutes: 15},
	{Name: "knowledge", NL: "Wat weten we echt?", EN: "What do we really know?", View: "knowledge", Opens: none, Minutes: 15},
	{Name: "steps", NL: "Stappen", EN: "Steps", View: "map", Opens: []string{"phase", "step", "note"}},
	{Name: "break", NL: "Pauze", EN: "Break", View: "break"},
	{Name: "blueprint", NL: "Wie doet wat: banen", EN: "Who does what: lanes", View: "map", Opens: []string{"handoff"}, Collect: "handoff"},
	{Name: "ownership", NL: "Wie is hier van?", EN: "Whose is this?", View: "ownership", Collect: "ownership_claim"},
	{Name: "leading", NL: "Wie is leidend?", EN: "Who leads here?", View: "map", Collect: "leading_vote", Minutes: 8},
	{Name: "rate", NL: "Beleving en kloofgesprek", EN: "Rate, reveal, gap talk", View: "curve", Collect: "rating"},
	{Name: "lunch", NL: "Lunch", EN: "Lunch", View: "break"},
	{Name: "offmenu", NL: "Lamsvlees met muntsaus", EN: "Off-menu test", View: "offmenu",
		Opens: []string{"request_card", "offmenu_test", "mandate", "observation"}},
	{Name: "pains", NL: "Verhalen en pijnpunten", EN: "Stories and pains", View: "notes",
		Opens: []string{"pain", "story"}, Collect: "writing"},
	{Name: "rules", NL: "Paarse krokodillen", EN: "Purple crocodiles", View: "rules", Opens: []string{"rule"}, Collect: "writing",
		About: map[string]string{"writes": "rule"}},
	{Name: "vote", NL: "Stippen en onthulling", EN: "Dots and reveal", View: "vote", Collect: "vote"},
	{Name: "causes", NL: "Waarom-ladder top 3", EN: "Causes of the top 3", View: "causes", Opens: []string{"cause_node"}},
	{Name: "fixes", NL: "Hoe kunnen we", EN: "How might we", View: "actions", Opens: []string{"fix", "delight"}, Collect: "writing",
		About: map[string]string{"writes": "fix"}},
	{Name: "delights", NL: "Verleuken", EN: "Make it delightful", View: "delights", Opens: []string{"delight"}},
	{Name: "matrix", NL: "Impact, moeite, plezier", EN: "Impact, effort, fun", View: "matrix", Collect: "estimate"},
	{Name: "commit", NL: "Wie, wat, wanneer", EN: "Who, what, when", View: "actions", Opens: []string{"fix"}},
	{Name: "indicator", NL: "Eén klantcijfer", EN: "One customer number", View: "indicator"},
	{Name: "inside", NL: "Binnen–buiten-check", EN: "Inside–outside check", View: "indicator", Opens: none,
		Collect: "prediction", Minutes: 10},
	{Name: "coffee", NL: "Koffieautomaat", EN: "Coffee machine", View: "coffee", Opens: none},
	{Name: "reflection", NL: "Spiegelmoment", EN: "Mirror moment", View: "reflection", Opens: none},
	{Name: "backwards", NL: "Achterstevoren", EN: "Backwards", View: "backwards", Opens: []string{"phase", "step", "note"}},
	{Name: "loops", NL: "Wat staat er nog open?", EN: "What is still open?", View: "loops", Opens: none, Minutes: 10},
	{Name: "autopsy", NL: "Autopsie van één voorval", EN: "Autopsy of one incident", View: "lessons", Opens: none, Minutes: 20},
	{Name: "own", NL: "Eigen onderdeel", EN: "Own item", View: "item"},
	{Name: "close", NL: "Podium en afsluiten", EN: "Podium and close", View: "close", Opens: []string{"kudos"},
		Collect: "poll", About: about("checkout")},
}

// views are what the projector can show.
var views = []string{
	"lobby", "agenda", "persona", "needs", "knowledge", "interviews", "map", "curve", "gaps", "ownership", "notes", "vote", "rules",
	"offmenu", "mandate", "standard", "causes", "delights", "matrix", "actions", "indicator", "story", "mirror", "promise",
	"coffee", "reflection", "backwards", "loops", "lessons", "break", "item", "close", "summary",
	"groups",
}

// Slot is one line of the ready agendas (method.md 4.0).
type Slot struct {
	Activity string
	Minutes  [3]int // by the places of Agendas; 0 = not in that one
}

// Agendas names the ready agendas: two hours, half a day, a day.
var Agendas = [3]string{"2h", "half", "day"}

var slots = []Slot{
	{"welcome", [3]int{5, 10, 15}},
	{"warmup", [3]int{0, 0, 10}},
	{"mirror", [3]int{0, 10, 10}},
	{"promise", [3]int{0, 0, 10}},
	{"persona", [3]int{5, 10, 30}},
	{"steps", [3]int{15, 25, 40}},
	{"break", [3]int{0, 0, 15}},
	{"blueprint", [3]int{0, 20, 35}},
	{"ownership", [3]int{10, 10, 15}},
	{"rate", [3]int{15, 25, 30}},
	{"lunch", [3]int{0, 0, 45}},
	{"offmenu", [3]int{0, 20, 35}},
	{"break", [3]int{5, 15, 0}},
	{"pains", [3]int{15, 20, 30}},
	{"rules", [3]int{0, 10, 15}},
	{"vote", [3]int{10, 10, 10}},
	{"break", [3]int{0, 0, 15}},
	{"causes", [3]int{0, 15, 20}},
	{"fixes", [3]int{20, 20, 25}},
	{"matrix", [3]int{0, 0, 10}},
	{"commit", [3]int{12, 10, 15}},
	{"indicator", [3]int{4, 5, 10}},
	{"close", [3]int{4, 5, 10}},
}

// Activities gives all activities. The slice is shared: read it only.
func Activities() []Activity { return activities }

// Views gives all views of the projector. The slice is shared: read it only.
func Views() []string { return views }

// Slots gives the lines of the ready agendas in their order. The slice is shared: read it only.
func Slots() []Slot { return slots }

// ActivityNamed gives an activity; false when there is none of that name.
func ActivityNamed(name string) (Activity, bool) {
	i := slices.IndexFunc(activities, func(a Activity) bool { return a.Name == name })
	if i < 0 {
		return Activity{}, false
	}
	return activities[i], true
}

var activityNames = func() (names []string) {
	for _, a := range activities {
		names = append(names, a.Name)
	}
	return names
}()

// free are the activities without kinds of their own; "" = nothing runs. Everything that has a turn is open to participants then.
var free = func() []string {
	names := []string{""}
	for _, a := range activities {
		if a.Opens == nil {
			names = append(names, a.Name)
		}
	}
	return names
}()

// turnOf says when participants may make a kind that has a turn: at first (free: while nothing with kinds of its own runs · idle: while
// nothing runs), and during what opens it.
func turnOf(kind, first string) string {
	words := first
	for _, a := range activities {
		if slices.Contains(a.Opens, kind) {
			words += " " + a.Name
		}
	}
	return words
}
