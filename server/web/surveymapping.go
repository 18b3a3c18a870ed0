package web

import (
	"encoding/json"
	"strings"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/survey"
)

// mapping is what to do with a file, as it was asked.
type mapping struct {
	survey.Mapping
	indicator, step, source, consent string
	said                             []byte // the same wish in the same bytes, however it was written
}

func readMapping(data []byte) (mapping, error) {
	object, no := boards.ParseFrame(data)
	if no != nil {
		return mapping{}, no
	}
	said, err := json.Marshal(object) // names in order
	if err != nil {
		return mapping{}, bad("bad_request")
	}
	f := &form{left: object}
	m := mapping{said: said}
	if score := f.object("score"); score != nil {
		m.Score = &survey.ScoreOf{Column: int(score.number("column")), Labels: score.worth("labels")}
		m.indicator = score.need("indicatorId")
		if err := score.done(); err != nil {
			return m, err
		}
	}
	m.Comments, m.QuoteRows = f.numbers("comments"), f.numbers("quoteRows")
	if f.has("stepColumn") {
		column := int(f.number("stepColumn"))
		m.StepIn = &column
	}
	m.DateOrder, m.step = f.text("dateOrder"), f.text("stepId")
	m.source, m.Day, m.consent = strings.TrimSpace(f.need("source")), f.need("date"), f.need("consent")
	f.take("stepColumn")
	if err := f.done(); err != nil {
		return m, err
	}
	return m, m.check()
}

// check refuses what no board would take, before anything is read.
func (m mapping) check() error {
	_, err := time.Parse(time.DateOnly, m.Day)
	switch {
	case err != nil:
		return errSurveyDate
	case m.source == "" || len([]rune(m.source)) > 120:
		return errSurveySource
	case m.consent != "none_needed" && m.consent != "given" && m.consent != "missing":
		return bad("bad_value")
	case m.DateOrder != "" && m.DateOrder != "dmy" && m.DateOrder != "mdy" && m.DateOrder != "ymd":
		return bad("bad_value")
	}
	return nil
}

// measure gives the scale of the customer number that the score is of.
func (m mapping) measure(around around) (survey.Measure, error) {
	if m.Score == nil {
		return survey.Measure{}, nil
	}
	number := around.indicator
	if number == nil || number.ID != m.indicator {
		return survey.Measure{}, errNoNumber
	}
	least, most, ok := around.scale()
	if !ok {
		return survey.Measure{}, errNoScale
	}
	metric, variant := number.Str("metric"), number.Str("variant")
	whole := map[string]bool{"nps": true, "share": true, "csat": variant != "mean", "ces": variant != "" && variant != "mean"}
	return survey.Measure{Min: least, Max: most, Whole: whole[metric], YesNo: metric == "share"}, nil
}

// missing refuses a mapping whose number or step has gone while the file was read.
func (m mapping) missing(b *boards.Board) *boards.Refusal {
	if m.Score != nil && b.Get(m.indicator) == nil {
		return &boards.Refusal{Code: "not_found", Field: "indicatorId"}
	}
	if step := b.Get(m.step); m.step != "" && (step == nil || step.Kind != "step") {
		return &boards.Refusal{Code: "not_found", Field: "stepId"}
	}
	return nil
}

// numbers reads a list of whole numbers; nil when absent.
func (f *form) numbers(name string) []int {
	v, there := f.take(name)
	if !there || v == nil {
		return nil
	}
	if empty, ok := v.([]string); ok && len(empty) == 0 {
		return []int{}
	}
	list, ok := v.([]any)
	if !ok {
		f.fail(name)
	}
	out := make([]int, 0, len(list))
	for _, item := range list {
		n, whole := item.(int)
		if !whole || n < 0 {
			f.fail(name)
			return nil
		}
		out = append(out, n)
	}
	return out
}

// worth reads what words are worth: a number, or null for no answer.
func (f *form) worth(name string) map[string]*float64 {
	v, there := f.take(name)
	object, ok := v.(map[string]any)
	if there && v != nil && !ok {
		f.fail(name)
	}
	labels := map[string]*float64{}
	for text, value := range object {
		switch n := value.(type) {
		case nil:
			labels[text] = nil
		case int:
			x := float64(n)
			labels[text] = &x
		case float64:
			labels[text] = &n
		default:
			f.fail(name)
		}
	}
	return labels
}
