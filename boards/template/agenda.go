package template

// item is one line of the ready agendas (method.md 4.0): minutes for two hours, half a day, a day; 0 = not in that variant.
type item struct {
	activity string
	nl, en   string
	minutes  [3]int
	view     string
}

var agenda = []item{
	{"welcome", "Welkom, doel, afspraken", "Welcome", [3]int{5, 10, 15}, "lobby"},
	{"warmup", "Verhaalrondje", "Story round", [3]int{0, 0, 10}, "story"},
	{"mirror", "Spiegel", "Mirror", [3]int{0, 10, 10}, "mirror"},
	{"promise", "Belofte", "Promise", [3]int{0, 0, 10}, "promise"},
	{"persona", "Klant aan tafel", "Customer at the table", [3]int{5, 10, 30}, "persona"},
	{"steps", "Stappen", "Steps", [3]int{15, 25, 40}, "map"},
	{"break", "Pauze", "Break", [3]int{0, 0, 15}, "break"},
	{"blueprint", "Wie doet wat: banen", "Who does what: lanes", [3]int{0, 20, 35}, "map"},
	{"ownership", "Wie is hier van?", "Whose is this?", [3]int{10, 10, 15}, "ownership"},
	{"rate", "Beleving en kloofgesprek", "Rate, reveal, gap talk", [3]int{15, 25, 30}, "curve"},
	{"lunch", "Lunch", "Lunch", [3]int{0, 0, 45}, "break"},
	{"offmenu", "Lamsvlees met muntsaus", "Off-menu test", [3]int{0, 20, 35}, "offmenu"},
	{"break", "Pauze", "Break", [3]int{5, 15, 0}, "break"},
	{"pains", "Verhalen en pijnpunten", "Stories and pains", [3]int{15, 20, 30}, "notes"},
	{"rules", "Paarse krokodillen", "Purple crocodiles", [3]int{0, 10, 15}, "rules"},
	{"vote", "Stippen en onthulling", "Dots and reveal", [3]int{10, 10, 10}, "vote"},
	{"break", "Pauze", "Break", [3]int{0, 0, 15}, "break"},
	{"causes", "Waarom-ladder top 3", "Causes of the top 3", [3]int{0, 15, 20}, "causes"},
	{"fixes", "Hoe kunnen we", "How might we", [3]int{20, 20, 25}, "actions"},
	{"matrix", "Impact, moeite, plezier", "Impact, effort, fun", [3]int{0, 0, 10}, "matrix"},
	{"commit", "Wie, wat, wanneer", "Who, what, when", [3]int{12, 10, 15}, "actions"},
	{"indicator", "Eén klantcijfer", "One customer number", [3]int{4, 5, 10}, "indicator"},
	{"close", "Podium en afsluiten", "Podium and close", [3]int{4, 5, 10}, "close"},
}

// variants are the agendas one can choose, by their place in item.minutes.
var variants = map[string]int{"2h": 0, "half": 1, "day": 2}

// Minutes gives the length of an agenda; 0 when there is none of that name.
func Minutes(variant string) int {
	column, ok := variants[variant]
	if !ok {
		return 0
	}
	sum := 0
	for _, i := range agenda {
		sum += i.minutes[column]
	}
	return sum
}
