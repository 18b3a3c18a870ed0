package insight

import (
	"slices"

	"muntsaus/boards"
)

// occasion is what gives reason for a question to the group (method.md 3.6).
type occasion struct {
	lower, higher                                  string // departments of the widest gap
	unowned, chain, evidence, fear, causes, forget bool
}

// HintsOf gives the questions for a conversation that the insights of a board call for. Fear, causes and the forget zone join
// when there are polls, causes and stories to see them by.
func HintsOf(b *boards.Board, in *Insight, language string) []Line {
	return hints(occasionOf(b, in), speaker{dutch: language == "nl"})
}

func occasionOf(b *boards.Board, in *Insight) occasion {
	o := occasion{
		unowned:  in.Ownership != nil && len(in.Ownership.Unowned) > 0,
		chain:    in.Chain != nil && in.Chain.Length >= chainAlert,
		evidence: in.Coverage != nil && in.Evidence != nil && in.Evidence.Known < in.Evidence.Of,
	}
	if i := slices.IndexFunc(in.Gaps, func(g Gap) bool { return g.Alert }); i >= 0 {
		name := names(b)
		o.lower, o.higher = name(in.Gaps[i].Low), name(in.Gaps[i].High)
	}
	return o
}

func hints(o occasion, s speaker) []Line {
	lines := []Line{}
	add := func(when bool, code, nl, en string, args ...any) {
		if when {
			lines = append(lines, Line{code, s.say(nl, en, args...)})
		}
	}
	add(o.lower != "" && o.higher != "", "gap", "Wat ziet %s dat %s niet ziet? Lees de klantuitspraak voor.",
		"What does %s see that %s does not? Read the customer quote aloud.", o.lower, o.higher)
	add(o.unowned, "unowned", "Wie zou de klant als eerste bellen?", "Whom would the customer call first?")
	add(o.chain, "chain", "Wie kan dit in één keer?", "Who can do this in one go?")
	add(o.evidence, "evidence", "Wie belt morgen een klant?", "Who calls a customer tomorrow?")
	add(o.fear, "fear", "Welke fout mag je hier maken?", "Which mistake may you make here?")
	add(o.causes, "causes", "Hoeveel tijd kost het nu?", "How much time does it take now?")
	add(o.forget, "forget", "Wat zou de klant hier thuis vertellen?", "What would the customer tell at home about this?")
	return lines
}
