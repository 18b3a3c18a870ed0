package report

import (
	"bytes"
	"fmt"
	"html/template"
)

// Section is a chapter of the report.
type Section struct {
	Name     string
	has      func(v view) bool // whether there is anything to say; a section that always stands says so in words
	build    func(v view) any  // what it says
	template string            // how it stands
}

// Sections are the chapters of the report in the order in which they are read (method.md 5.2).
var Sections = []Section{
	{"summary", always, func(v view) any { return summarise(v) }, "summary.html"},
	{"map", always, func(v view) any { return v.plan.pages }, "map.html"},
	{"saw", always, func(v view) any { return whatWeSaw(v) }, "saw.html"},
	{"actions", always, func(v view) any { return whoDoesWhat(v) }, "actions.html"},
	{"rules", hasRules, func(v view) any { return rulesAndMandates(v) }, "rules.html"},
	{"annex", always, func(v view) any { return annexOf(v) }, "annex.html"},
}

func always(view) bool { return true }

// chapter is what a template is filled with: what the section says, and what every section may ask.
type chapter struct {
	words
	Title string
	Who   string // the customer inside a sentence
	Lead  lead
	Here  any
}

// print fills the template of a section.
func (s Section) print(v view) (template.HTML, error) {
	var out bytes.Buffer
	err := pages.ExecuteTemplate(&out, s.template, chapter{v.words, v.title(), v.who(), v.lead(), s.build(v)})
	if err != nil {
		return "", fmt.Errorf("report: section %s: %w", s.Name, err)
	}
	return template.HTML(out.String()), nil // escaped by the template that made it
}
