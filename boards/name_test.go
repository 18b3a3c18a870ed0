package boards

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestTidyName(t *testing.T) {
	for in, want := range map[string]string{
		"  Jan  de\tVries\n":      "Jan de Vries",
		"Ja\u200bn":               "Jan",
		"Ja\u200dn":               "Jan",
		"Jan\u200e\u200f\u00ad":   "Jan",
		"\u3000Jan\u00a0Piet":     "Jan Piet",
		"👩\u200d💻 Ann":            "👩\u200d💻 Ann",
		"❤\ufe0f Ann":             "❤\ufe0f Ann",
		"می\u200cخواهم":           "می\u200cخواهم",
		"José":                    "José",
		"\u200b \u2060":           "",
		"Jan\u202e":               "Jan\u202e", // refused, as in all text
		"Ann\U000e0041\U000e007f": "Ann",
	} {
		if got := TidyName(in); got != want {
			t.Errorf("TidyName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSkeletons(t *testing.T) {
	same := [][]string{
		{"Jan", "jan", "JAN", "Jаn", "Ja n", "Ｊａｎ", "𝐉𝐚𝐧", "Ⓙⓐⓝ", "J a-n", "Jan."},
		{"José", "JOSÉ", "Jose\u0301", "Јоѕе\u0301", "Јоѕé"},
		{"Bill", "BiII", "B1ll", "Bіӏl", "Bi||"},
		{"Tom", "Torn", "Тоm"},
		{"Otto", "0tt0", "Оттo"},
		{"Eva", "Εva", "Еva"},
		{"IJsbrand", "Ĳsbrand"},
		{"Ștefan", "Ştefan"},
	}
	seen := map[string]string{}
	for _, names := range same {
		for _, name := range names {
			if Skeleton(name) != Skeleton(names[0]) {
				t.Errorf("%q and %q: %q and %q", name, names[0], Skeleton(name), Skeleton(names[0]))
			}
		}
		if other, ok := seen[Skeleton(names[0])]; ok {
			t.Errorf("%q looks like %q", names[0], other)
		}
		seen[Skeleton(names[0])] = names[0]
	}
	for _, pair := range [][2]string{{"José", "Jose"}, {"Zoë", "Zoe"}, {"Renée", "René"}, {"Jan", "Jon"}, {"Jan 2", "Jan 3"}, {"Jan", "Jan 😀"}, {"Иван", "Ivan"}} {
		if Skeleton(pair[0]) == Skeleton(pair[1]) {
			t.Errorf("%q and %q are taken for one", pair[0], pair[1])
		}
	}
}

func TestReservedNames(t *testing.T) {
	for _, name := range []string{"Facilitator", "facilitator", "FACILITATOR", "Fаcilitаtоr", "f a c i l i t a t o r", "Facilitátor", "F4c1l1tat0r", "Jan (begeleider)",
		"de begeleider", "Begeleider 2", "Medebegeleider", "Co-facilitator", "Muntsaus", "Muntѕaus", "muntsaus-server", "Server", "s.e.r.v.e.r", "System", "Systeem",
		"Admin", "@dm1n", "admin 1", "Αdmin", "Moderator", "M0derator", "ｍｏｄｅｒａｔｏｒ", "Beheerder", "Begeleider!"} {
		if !Reserved(name) {
			t.Errorf("%q is let in", name)
		}
	}
	for _, name := range []string{"Jan", "Ann", "Serverina", "Jan Server", "Systema de Vries", "Adminda", "Begeleiding", "Munt", "Saus", "Mo", "1", "", "李", "Jan (Keuken 2)", "Beheer Noord"} {
		if Reserved(name) {
			t.Errorf("%q is refused", name)
		}
	}
}

// In care a begeleider is a trade; the word alone, or before a name, is whoever leads.
func TestAnOrdinaryJobIsNoImpostor(t *testing.T) {
	for _, name := range []string{"Sanne, persoonlijk begeleider", "Jan (begeleider wonen)", "Begeleider dagbesteding Mo", "Fatma, woonbegeleider"} {
		if Reserved(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"Sanne, begeleider", "Begeleider Sanne", "De begeleider (begeleider)", "Facilitator wonen", "begeleider, begeleider zorg"} {
		if !Reserved(name) {
			t.Errorf("%q is let in", name)
		}
	}
}

func TestWhoJoinsBearsTheirOwnName(t *testing.T) {
	w := newWorld(t)
	join := func(name, role string) *Refusal {
		d := w.b.Trial(w.now())
		defer d.Drop()
		return d.Do(actOp("join", "", map[string]any{"name": name, "role": role, "department_id": w.shop, "hash": "h"}),
			Actor{Role: RoleServer})
	}
	for _, role := range []string{RoleParticipant, RoleObserver, RoleGuest} {
		if no := join("Begeleider", role); no == nil || no.Code != "reserved" || no.Field != "name" {
			t.Errorf("%s: %v", role, no)
		}
	}
	if no := join("Begeleider", RoleCoFacilitator); no != nil {
		t.Errorf("who leads may be called so: %v", no)
	}
	if no := join("Ann ", RoleParticipant); no == nil || no.Code != "bad_text" {
		t.Errorf("an untidy name: %v", no)
	}
	if no := join("Ann", RoleParticipant); no != nil {
		t.Errorf("a second Ann: %v", no)
	}
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_lobby": true}))
	if no := join("Server", RoleParticipant); no == nil || no.Code != "reserved" {
		t.Errorf("in the lobby: %v", no)
	}
	w.do(w.ann, set(w.ann, Fields{"name": "Ann van Dam"}))
	w.refused(w.ann, "reserved", set(w.ann, Fields{"name": "Fаcilitator"}))
	w.refused(w.host, "reserved", set(w.ann, Fields{"name": "Admin"}))
	w.refused(w.ann, "bad_text", set(w.ann, Fields{"name": "Ann  van Dam"}))
	w.refused(w.ann, "bad_text", set(w.ann, Fields{"name": "An\u200bn"}))
	w.do(w.host, set(w.host, Fields{"name": "Begeleider"}))
}

func TestNamesAreComposed(t *testing.T) {
	w := newWorld(t)
	now := w.now()
	now.Compose = norm.NFC.String
	d := w.b.Trial(now)
	defer d.Drop()
	if no := d.Do(set(w.ann, Fields{"name": "Jose\u0301"}), w.actor(w.ann)); no == nil || no.Code != "bad_text" {
		t.Errorf("two spellings of one name: %v", no)
	}
	if no := d.Do(set(w.ann, Fields{"name": "José"}), w.actor(w.ann)); no != nil {
		t.Error(no)
	}
	if got := now.Name(" Jose\u200b\u0301  x "); got != "José x" {
		t.Errorf("%q", got)
	}
}

func TestTold(t *testing.T) {
	people := []Seated{
		{"1", "Jan", "Keuken"},
		{"2", "Piet", "Keuken"},
		{"3", "Jаn", "Winkel"},
		{"4", "jan", "Keuken"},
		{"5", "Jan (Keuken 1)", "Bar"},
		{"6", "Zoë", "Bar"},
		{"7", "Zoe", "Bar"},
		{"8", "Kim", ""},
		{"9", "Kim", ""},
	}
	want := map[string]string{"1": "Jan (Keuken 1)", "2": "Piet", "3": "Jаn (Winkel)", "4": "jan (Keuken 2)", "5": "Jan (Keuken 1) (Bar)",
		"6": "Zoë", "7": "Zoe", "8": "Kim (1)", "9": "Kim (2)"}
	if got := Told(people); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v\nwant %v", got, want)
	}
}

// However people are called, everybody can be told apart in a list, and whoever looks like nobody keeps just their name.
func TestEverybodyIsToldApart(t *testing.T) {
	names := rapid.SampledFrom(
		[]string{
			"Jan",
			"jan",
			"Jаn",
			"J an",
			"Jan (Keuken 1)",
			"Jan (Keuken) (Winkel)",
			"José",
			"Jose",
			"Ann",
			"(Ann)",
			"Torn",
			"Tom",
			"1",
			"l",
			"😀",
			"..",
			"!!",
			"李",
			"",
		},
	)
	rapid.Check(t, func(t *rapid.T) {
		var people []Seated
		for i := range rapid.IntRange(0, 12).Draw(t, "n") {
			people = append(people,
				Seated{fmt.Sprint(i), names.Draw(t, "name"), rapid.SampledFrom([]string{"Keuken", "Winkel", "Bar", ""}).Draw(t, "place")})
		}
		told := Told(people)
		for i, p := range people {
			shown := told[p.ID]
			alone := true
			for j, q := range people {
				if i == j || q.Name == "" || p.Name == "" {
					continue
				}
				if told[q.ID] == shown {
					t.Fatalf("%+v and %+v are both %q", p, q, shown)
				}
				alone = alone && look(q.Name) != look(p.Name)
			}
			if alone != (shown == p.Name) && p.Name != "" {
				t.Fatalf("%+v is shown as %q", p, shown)
			}
		}
	})
}

func TestEveryAccentIsTakenApart(t *testing.T) {
	for _, span := range [][2]rune{{0xC0, 0x52F}, {0x1E00, 0x1FFF}} {
		for r := span[0]; r <= span[1]; r++ {
			if got, want := string(parts(r)), norm.NFD.String(string(r)); got != want {
				t.Fatalf("%U: %q, want %q; go generate ./boards", r, got, want)
			}
		}
	}
}

func FuzzName(f *testing.F) {
	for _, seed := range []string{"Jan", " J\u200ban ", "e\u200d\u0301", "👩\u200d👩\u200d👧", "\ufe0f", "(((", "Jan (x", "a\u0085b", "İ", "ﬃ", "\xff", "rrnn vvv"} {
		f.Add(seed)
	}
	now := Moment{Compose: norm.NFC.String}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) { // JSON has none
			return
		}
		name := now.Name(s)
		if now.Name(name) != name {
			t.Fatalf("%q becomes %q and then %q", s, name, now.Name(name))
		}
		if !norm.NFC.IsNormalString(name) || strings.Contains(name, "  ") || strings.TrimFunc(name, nameSpace) != name ||
			strings.ContainsRune(name, '\u200b') {
			t.Fatalf("%q becomes %q", s, name)
		}
		if cleanText(s) && !cleanText(name) {
			t.Fatalf("%q becomes %q, which is refused", s, name)
		}
		_, _ = Reserved(name), Told([]Seated{{"1", name, "x"}, {"2", s, "x"}})
		if name != "" && cleanText(name) && look(name) == "" {
			t.Fatalf("%q looks like nothing", name)
		}
	})
}

type nameVectors struct {
	Tidy  []tidyCase `json:"tidy"`
	Shape []tidyCase `json:"shape"`
	Told  []toldCase `json:"told"`
}

type tidyCase struct {
	From string `json:"from"`
	Want string `json:"want"`
}

type toldCase struct {
	People []Seated          `json:"people"`
	Want   map[string]string `json:"want"`
}

// TestVectorsNames lists every letter that is taken for another, and people who look alike.
func TestVectorsNames(t *testing.T) {
	var v nameVectors
	for r := rune(0x20); r < 0x1D800; r++ {
		s := "x" + string(r) + "y"
		if utf8.ValidRune(r) && !unicode.Is(unicode.Co, r) &&
			(r < 0x2100 || r >= 0x1D400 || r >= 0xFF00 && r < 0xFFF0 || r%997 == 0 || shapes[r] != "") {
			if got := Skeleton(s); got != s {
				v.Shape = append(v.Shape, tidyCase{s, got})
			}
		}
		if got := TidyName(s); got != s {
			v.Tidy = append(v.Tidy, tidyCase{s, got})
		}
	}
	for _, s := range []string{" a  b ", "👩\u200d💻", "❤\ufe0f x", "a\u200d", "\u200dä", "می\u200cخواهم", "é\u200dé", "👩\u200d", "\ufe0f"} {
		v.Tidy = append(v.Tidy, tidyCase{s, TidyName(s)})
	}
	for _, s := range []string{"", "..", "Torn", "vvv", "rnrn", "r-n", "José", "İ", "(Ann)", "Bi||", "Jan Piet"} {
		v.Shape = append(v.Shape, tidyCase{s, Skeleton(s)})
	}
	for _, names := range [][]string{{"Jan", "jan", "Jаn", "Piet"}, {"Jan", "Jan (Keuken 2)", "Jan [x] (y)"}, {"(Jan)", "(Jan)", "Jan"}, {"", ""}, {"李", "李", "李"}, {"Jan（1）", "Jan"}, {"1", "l", "I"}} {
		var people []Seated
		for i, name := range names {
			people = append(people, Seated{fmt.Sprint(i), name, []string{"Keuken", " Bar  2 ", "Keuken", ""}[i%4]})
		}
		v.Told = append(v.Told, toldCase{people, Told(people)})
	}
	slices.SortStableFunc(v.Tidy, func(a, b tidyCase) int { return strings.Compare(a.From, b.From) })
	sameAsFile(t, "names.json", v)
}
