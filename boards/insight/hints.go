package insight

import (
	"slices"

	"muntsaus/boards"
)

// Hint is a question for the conversation (method.md 3.6), in both languages.
type Hint struct {
	Code  string   `json:"code"`
	Text  string   `json:"text"` // in the language of the board
	NL    string   `json:"nl"`
	EN    string   `json:"en"`
	About []string `json:"about"` // steps or pains that give reason for it
}

// occasion is what gives reason for a question to the group: the records it is about, nothing where there is no reason.
type occasion struct {
	lower, higher                 string // departments of the widest gap
	gap, unowned, chain, evidence []string
	causes, forget                []string
	fear, quoted                  bool
}

// hintsOf gives the questions that the insights of a board call for.
func hintsOf(m model, in *Insight) []Hint {
	o := occasionOf(m, in)
	name := names(m.board)
	lines := both(m.language, func(language string) []Line { return hints(o, name, speaker{dutch: language == "nl"}) })
	about := map[string][]string{"gap": o.gap, "unowned": o.unowned, "chain": o.chain, "evidence": o.evidence, "causes": o.causes,
		"forget": o.forget}
	out := []Hint{}
	for _, l := range lines {
		out = append(out, Hint{l.Code, l.Text, l.NL, l.EN, append([]string{}, about[l.Code]...)})
	}
	return out
}

func occasionOf(m model, in *Insight) occasion {
	o := occasion{causes: timeCauses(m.pains), forget: in.ForgetZone, evidence: unproven(m, in), fear: afraid(in.Courage)}
	if in.Ownership != nil {
		o.unowned = in.Ownership.Unowned
	}
	if in.Chain != nil && in.Chain.Length >= chainAlert {
		o.chain = in.Chain.Steps
	}
	if i := slices.IndexFunc(in.Gaps, func(g Gap) bool { return g.Alert }); i >= 0 {
		o.gap, o.lower, o.higher = []string{in.Gaps[i].Step}, in.Gaps[i].Low, in.Gaps[i].High
		o.quoted = stepsWith(m.board, "quote")[in.Gaps[i].Step]
	}
	return o
}

// unproven gives the top pains of which we do not know that customers feel them; nothing before any dots.
func unproven(m model, in *Insight) []string {
	var out []string
	if in.Coverage == nil {
		return nil
	}
	for _, id := range in.Coverage.Top {
		if m.board.Get(id).Str("evidence_level") != "known" {
			out = append(out, id)
		}
	}
	return out
}

// timeCauses gives the pains that cost time without anybody having said how much, when there are many of them.
func timeCauses(pains []Pain) []string {
	var out []string
	for _, p := range pains {
		if slices.Contains(p.CauseCategories, "time") && p.MinutesLost == nil {
			out = append(out, p.ID)
		}
	}
	if len(out) < manyTimes {
		return nil
	}
	return out
}

// hints asks in one language. The widest gap asks nothing while a department has no name yet.
func hints(o occasion, name func(id string) string, s speaker) []Line {
	lines := []Line{}
	add := func(when bool, code, nl, en string, args ...any) {
		if when {
			lines = append(lines, Line{Code: code, Text: s.say(nl, en, args...)})
		}
	}
	low, high := name(o.lower), name(o.higher)
	aloud := map[bool][2]string{true: {" Lees de klantuitspraak voor.", " Read the customer quote aloud."}}[o.quoted]
	add(low != "" && high != "", "gap", "Wat ziet %s dat %s niet ziet?"+aloud[0], "What does %s see that %s does not?"+aloud[1], low, high)
	add(len(o.unowned) > 0, "unowned", "Wie zou de klant als eerste bellen?", "Whom would the customer call first?")
	add(len(o.chain) > 0, "chain", "Wie kan dit in één keer?", "Who can do this in one go?")
	add(len(o.evidence) > 0, "evidence", "Wie belt morgen een klant?", "Who calls a customer tomorrow?")
	add(o.fear, "fear", "Welke fout mag je hier maken?", "Which mistake may you make here?")
	add(len(o.causes) > 0, "causes", "Hoeveel tijd kost het nu?", "How much time does it take now?")
	add(len(o.forget) > 0, "forget", "Wat zou de klant hier thuis vertellen?", "What would the customer tell at home about this?")
	return lines
}

// stepsWith gives the steps that have something of a kind with a text.
func stepsWith(b *boards.Board, kind string) map[string]bool {
	at := map[string]bool{}
	for _, r := range b.Shown(kind) {
		if r.Str("text") != "" {
			at[r.Str("step_id")] = true
		}
	}
	return at
}
