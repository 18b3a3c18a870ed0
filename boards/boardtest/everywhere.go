package boardtest

import (
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
)

// perKind is how many records each kind has on a board that holds one text everywhere.
const perKind = 2

// Everywhere gives the file of a board on which every field that holds a text holds this one: as much of it as the field takes, and
// repeated where the field wants more. What is no text has a value that its field takes.
func Everywhere(text string) []byte {
	var records []line
	for _, k := range boards.Kinds() {
		if k.Reach != boards.ToFile && k.Reach != boards.ByAddress {
			continue
		}
		for i := range recordsOf(k) {
			fields := map[string]any{}
			for n := range k.Fields {
				if v := valueOf(&k.Fields[n], i, text); v != nil {
					fields[k.Fields[n].Name] = v
				}
			}
			settled(k.Name, i, fields)
			records = append(records, line{id(k.Name, i), k.Name, fields})
		}
	}
	return file(records)
}

// recordsOf is how many records of a kind there are: of rounds one for each thing that is collected.
func recordsOf(k *boards.Kind) int {
	if k.Name == "round" {
		return len(k.Field("collect").Options)
	}
	return min(perKind, k.Limit)
}

// roundOf names what the round collected that a result is of.
var roundOf = map[string]string{"tally": "vote", "rating": "rating", "poll_result": "poll", "verdict_tally": "verdict",
	"verdict_result": "verdict", "estimate_result": "estimate", "prediction": "prediction", "leading_vote": "leading_vote",
	"need_vote": "need", "ownership_claim": "ownership_claim"}

// settled gives a record what the table of fields does not say.
func settled(kind string, i int, fields map[string]any) {
	if collect := roundOf[kind]; collect != "" {
		fields["round_id"] = id("round", slices.Index(boards.KindNamed("round").Field("collect").Options, collect))
	}
	switch kind {
	case "board":
		fields["language"], fields["time_zone"] = "nl", "Europe/Amsterdam"
	case "department":
		fields["code"] = fmt.Sprint("D", i)
	case "handoff":
		fields["to_department_id"] = id("department", 1-i)
	case "rule":
		fields["origin"] = "habit"
	case "round":
		fields["state"], fields["number"] = "revealed", i+1
	case "report":
		delete(fields, "hidden_ids")
		delete(fields, "sections")
	case "pain": // or its time would not count
		delete(fields, "merged_into")
		delete(fields, "overlaps")
	}
}

// valueOf gives a value for a field, which one depends on the record; nil for none.
func valueOf(f *boards.Field, i int, text string) any {
	switch f.Type {
	case boards.Text:
		return fitting(f, text)
	case boards.Texts:
		return []string{fitting(f, text)}
	case boards.Enum:
		return f.Options[i%len(f.Options)]
	case boards.Enums:
		return f.Options[:1]
	case boards.Int:
		return min(f.Min+1, f.Max)
	case boards.Bool:
		return i == 0
	case boards.Date:
		return "2026-12-0" + fmt.Sprint(i+1)
	case boards.Dates:
		return []string{"2026-12-08"}
	case boards.Ref:
		return id(f.Of, i)
	case boards.Refs:
		return []string{id(f.Of, i)}
	case boards.Age:
		return 40 + i
	}
	return nil
}

// fitting cuts a text to what a field takes, and repeats one that is too short for it.
func fitting(f *boards.Field, text string) string {
	if n := len([]rune(text)); n > 0 && n < f.Min {
		text = strings.Repeat(text, f.Min/n+1)
	}
	if letters := []rune(text); len(letters) > f.Max {
		return string(letters[:f.Max])
	}
	return text
}
