package boards

import (
	"slices"
	"strings"
	"testing"
)

// Every value that people choose or read has words in both languages, and nothing else has.
func TestEveryOptionHasWords(t *testing.T) {
	for _, kind := range Kinds() {
		for _, f := range kind.Fields {
			list := Choices(kind.Name, f.Name)
			var named []string
			for _, c := range list {
				named = append(named, c.Value)
				if c.As.NL == "" || c.As.EN == "" || (c.InLine.NL == "") != (c.InLine.EN == "") {
					t.Errorf("%s.%s=%s lacks words: %+v", kind.Name, f.Name, c.Value, c)
				}
			}
			if (f.Type == Enum || f.Type == Enums) && kind.Made != ByServer && !slices.Equal(named, f.Options) {
				t.Errorf("%s.%s has the words of %v, its options are %v", kind.Name, f.Name, named, f.Options)
			}
		}
		if kind.Made == ByPeople && KindLabel("nl", kind.Name) == kind.Name {
			t.Errorf("%s has no name for people", kind.Name)
		}
	}
}

// What people are asked for can be said: the question, and where there is something to choose, what.
func TestWhatIsAskedForHasWords(t *testing.T) {
	for _, kind := range Kinds() {
		for _, f := range kind.Asked() {
			if _, ok := questionLabels[kind.Name+"."+f.Name]; !ok {
				t.Errorf("%s asks for %s without a question", kind.Name, f.Name)
			}
		}
	}
}

// Words belong to a field that exists.
func TestWordsBelongToAField(t *testing.T) {
	exists := func(name string) bool {
		kind, field, _ := strings.Cut(name, ".")
		return kindsByName[kind] != nil && kindsByName[kind].Field(field) != nil
	}
	for name := range valueLabels {
		if !exists(name) {
			t.Errorf("there is no %s", name)
		}
	}
	for name, l := range questionLabels {
		if !exists(name) || l.NL == "" || l.EN == "" {
			t.Errorf("%s: %+v", name, l)
		}
	}
	for name := range headLabels {
		if !exists(name) {
			t.Errorf("there is no %s", name)
		}
	}
	for name, hints := range hintLabels {
		kind, field, _ := strings.Cut(name, ".")
		for value, hint := range hints {
			if _, ok := choiceOf(kind, field, value); !ok || hint.NL == "" || hint.EN == "" {
				t.Errorf("%s=%s: %+v", name, value, hint)
			}
		}
	}
	for name, other := range sameLabels {
		if !exists(name) || valueLabels[other] == nil {
			t.Errorf("%s reads like %s, which is not there", name, other)
		}
	}
}

func TestLabelsReadAsPeopleDo(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{LabelOf("nl", "pain", "frequency", "daily"), "Elke dag"},
		{LabelOf("en", "pain", "severity", 5), "Very serious"},
		{LabelInLine("nl", "pain", "frequency", "daily"), "dagelijks"},
		{LabelInLine("nl", "step", "channel", "mail"), "e-mail"},
		{LabelOf("en", "knock", "role", "guest"), "Customer guest"},
		{LabelOf("nl", "agenda_item", "activity", "vote"), "Stippen en onthulling"},
		{LabelOf("nl", "pain", "frequency", "hourly"), "hourly"}, // of a newer program
		{LabelInLine("nl", "spaceship", "verdict", "scrap"), "scrap"},
		{Question("en", "pain", "control"), "Who can change this?"},
		{Question("en", "pain", "text"), "text"},
		{Head("nl", "pain", "severity"), "Ernst"},
		{Head("nl", "pain", "evidence_level"), "Hoe weten we dit?"},
		{Hint("en", "pain", "evidence_level", "known"), "Heard, seen or measured with customers"},
		{Hint("en", "pain", "evidence_level", "guessed"), ""},
		{FieldInLine("nl", &Record{Kind: "pain", Fields: Fields{"severity": 4}}, "severity"), "ernstig"},
		{FieldInLine("nl", &Record{Kind: "pain", Fields: Fields{"cause_categories": []string{"rule", "moon"}}}, "cause_categories"), "regel, moon"},
		{FieldInLine("nl", &Record{Kind: "pain"}, "control"), ""},
		{KindLabel("nl", "fix"), "Oplossing"},
		{KindLabel("nl", "rule"), "Regel"},
		{KindLabel("nl", "spaceship"), "spaceship"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
