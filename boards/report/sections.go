package report

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
)

// Section is a chapter of the report.
type Section struct {
	Name     string
	has      func(v view) bool // whether there is anything to say; a section that always stands says so in words
	build    func(v view) any  // what it says
	template string            // how it stands
	items    []string          // kinds it tells one by one: it says how many of them were left out
}

// Sections are the chapters of the report in the order in which they are read (method.md 5.2).
var Sections = []Section{
	{"summary", always, func(v view) any { return summarise(v) }, "summary.html", kindsTold("pain", "fix")},
	{"map", always, func(v view) any { return v.plan.pages }, "map.html", nil},
	{"saw", always, func(v view) any { return whatWeSaw(v) }, "saw.html",
		kindsTold("pain", "story", "need", "gap_talk", "interview", "kudos")},
	{"actions", always, func(v view) any { return whoDoesWhat(v) }, "actions.html", kindsTold("fix", "lesson")},
	{"rules", hasRules, func(v view) any { return rulesAndMandates(v) }, "rules.html", kindsTold("rule", "mandate", "delight")},
	{"annex", always, func(v view) any { return annexOf(v) }, "annex.html",
		kindsTold("quote", "note", "knowledge_card", "anonymous_note", "reflection")},
}

func kindsTold(kinds ...string) []string { return kinds }

func always(view) bool { return true }

// chapter is what a template is filled with: what the section says, and what every section may ask.
type chapter struct {
	words
	Title string
	Who   string // the customer inside a sentence
	Lead  lead
	Here  any

	LeftOut string // how many of its items whoever leads left out
	Whole   string // where a text that was shortened stands whole
}

// print fills the template of a section.
func (s Section) print(v view) (template.HTML, error) {
	var out bytes.Buffer
	err := pages.ExecuteTemplate(&out, s.template, chapter{v.words, v.title(), v.who(), v.lead(), s.build(v),
		v.leftOut(s.items), v.T(v.annexed("mark.ref"))})
	if err != nil {
		return "", fmt.Errorf("report: section %s: %w", s.Name, err)
	}
	return template.HTML(out.String()), nil // escaped by the template that made it
}

// leftOut says how many items of some kinds were left out.
func (v view) leftOut(kinds []string) string {
	n := 0
	for _, kind := range kinds {
		n += v.left[kind]
	}
	return v.Count("left.out", n)
}

// part names the place of a section among those that are told.
func (v view) part(section string) string { return v.T("part", slices.Index(v.sections, section)+1) }

// annexed gives the words of a key; those without an annex to look in when there is none.
func (v view) annexed(key string) string {
	if slices.Contains(v.sections, "annex") {
		return key
	}
	return key + ".alone"
}
