package report

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"muntsaus/boards"
)

// The names of F1: they run from right to left.
const sara, dana, ali = "سارة", "דנה כהן", "علي (chef)"

// mirrored gives a full board of people whose names run from right to left.
func mirrored(t *testing.T) *table {
	x := full(t, "nl")
	x.set(x.b.All("persona")[0].ID, boards.Fields{"name": sara, "role": "berijder من"})
	var people []string
	for _, r := range x.b.All("person") {
		people = append(people, r.ID)
	}
	for i, name := range []string{dana, ali} {
		id := x.join(name, []string{"KCO", "SCH"}[i], "participant")
		x.put("fix", boards.Fields{"text": "Bel elke klant terug", "owner_participant_id": id, "owner_person": name, "buddy": dana, "status": "agreed"})
	}
	x.set(x.b.All("department")[0].ID, boards.Fields{"name": dana})
	x.rated(people[1:4], [][]int{{1, -2}, {-2, 2}, {0, 1}})
	return x
}

var autoText = regexp.MustCompile(`(?s)<(p|h1|th|td|div|span|li|blockquote)[^>]* dir="auto"[^>]*>(.*?)</(?:p|h1|th|td|div|span|li|blockquote)>`)

// F1: only what somebody typed may choose its own direction; our words keep that of the document.
func TestF1OurWordsKeepTheirDirection(t *testing.T) {
	x := mirrored(t)
	doc := report(t, x.b, "nl")
	typed := map[string]bool{}
	for _, kind := range boards.Kinds() {
		for _, r := range x.b.All(kind.Name) {
			for _, value := range r.Fields {
				if text, ok := value.(string); ok {
					typed[strings.Join(strings.Fields(text), " ")] = true
				}
			}
		}
	}
	found := autoText.FindAllStringSubmatch(doc, -1)
	if len(found) < 50 {
		t.Fatalf("only %d texts found", len(found))
	}
	for _, m := range found {
		text := strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(m[2], ""))), " ")
		if text = strings.Trim(text, "“”"); text != "" && !typed[text] && !strings.HasSuffix(text, "…") {
			t.Errorf("%q may run from right to left, and nobody typed it", text)
		}
	}
}

// F1: a name that runs from right to left stands apart from the sentence or the list around it.
func TestF1NamesStandApart(t *testing.T) {
	body := report(t, mirrored(t).b, "nl")
	body = body[strings.Index(body, "</style>"):]
	for _, name := range []string{sara, dana, ali} {
		n := 0
		for rest := body; ; n++ {
			at := strings.Index(rest, name)
			if at < 0 {
				break
			}
			before := strings.TrimSuffix(rest[:at], "<b>")
			if !strings.HasSuffix(before, "<bdi>") && !strings.HasSuffix(before, "\u2068") && !strings.HasSuffix(before, `dir="auto">`) &&
				!strings.HasSuffix(before, `aria-label="`) {
				t.Errorf("%s does not stand apart: %q", name, rest[max(0, at-60):at+len(name)])
			}
			rest = rest[at+len(name):]
		}
		if n == 0 {
			t.Errorf("%s is not in the report", name)
		}
	}
}
