package insight

import "math"

// What votes and customers say (method.md 3.4.8, 3.4.9, 3.4.17).

// votes tells the pain that comes first when every department has one voice, and whether it is another one by dots alone.
func (s speaker) votes(votes []Vote, text func(id string) string) string {
	var fair, raw *Vote
	for i := range votes {
		v := &votes[i]
		if text(v.Item) == "" {
			continue
		}
		if fair == nil {
			fair = v // best first
		}
		if raw == nil || v.Raw > raw.Raw {
			raw = v
		}
	}
	switch {
	case fair == nil:
		return ""
	case fair.Raw == raw.Raw:
		return s.say("Ruw en eerlijk geteld staat ‘%s’ op één.", "Raw and fair, ‘%s’ comes first.", text(fair.Item))
	}
	return s.say("Eerlijk geteld staat ‘%s’ op één, ruw geteld ‘%s’.",
		"Counted fairly ‘%s’ comes first, by dots ‘%s’.", text(fair.Item), text(raw.Item))
}

func (s speaker) promise(p *PromiseKept) string {
	if p == nil {
		return ""
	}
	judged, share := p.Yes+p.Partly+p.No, percent(p.Share)
	if judged == 1 {
		return s.say("Op de ene beoordeelde stap maken we de belofte voor %d%% waar.",
			"At the one step judged we keep %d%% of the promise.", share)
	}
	return s.say("Op %d beoordeelde stappen maken we de belofte voor %d%% waar.",
		"At %d steps judged we keep %d%% of the promise.", judged, share)
}

// mirror tells how people see themselves against the whole (method.md 3.4.14).
func (s speaker) mirror(m *Mirror) string {
	if m == nil || m.Both == nil {
		return ""
	}
	switch *m.Higher {
	case 0:
		return s.say("Niemand van de %d zet zichzelf hoger dan de organisatie.",
			"None of the %d put themselves above the organisation.", *m.Both)
	case 1:
		return s.say("1 van de %d zet zichzelf hoger dan de organisatie.", "1 of %d puts themselves above the organisation.", *m.Both)
	}
	return s.say("%d van de %d zetten zichzelf hoger dan de organisatie.", "%d of %d put themselves above the organisation.",
		*m.Higher, *m.Both)
}

// inside judges what we think against what customers say; without an interval, or within it, nothing can be said.
func (s speaker) inside(x *InsideOutside) string {
	switch {
	case x == nil:
		return ""
	case x.Demonstrable == nil || !*x.Demonstrable:
		return s.say("Wij denken %s, klanten zeggen %s: te weinig verschil of te weinig klanten om iets te zeggen (n = %d).",
			"We think %s, customers say %s: too little difference or too few customers to say anything (n = %d).",
			s.number(x.Internal), s.number(x.Customers), x.N)
	case x.Gap > 0:
		return s.say("Wij denken %s punt rooskleuriger dan klanten (n = %d).",
			"We are %s "+plural(tenths(x.Gap), "point", "points")+" rosier than customers (n = %d).",
			s.number(x.Gap), x.N)
	}
	return s.say("Wij denken %s punt somberder dan klanten (n = %d).",
		"We are %s "+plural(tenths(-x.Gap), "point", "points")+" gloomier than customers (n = %d).",
		s.number(math.Abs(x.Gap)), x.N)
}
