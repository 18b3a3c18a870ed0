package insight

// explained says in one sentence each what is found, in the order in which a workshop finds it: the map, whose it is, how it is
// lived through, what hurts, what is done about it. Only what has data is said; nothing found, where that says something, is
// said too.
func explained(m model, in *Insight) []Line {
	return both(m.language, func(language string) []Line { return explainedIn(m, in, language) })
}

func explainedIn(m model, in *Insight, language string) []Line {
	lines := []Line{}
	for _, part := range [][]Line{
		explainMap(m, in, language), explainOwners(m, in, language), explainScores(m, in, language),
		explainPains(m, in, language), explainCustomers(m, in, language),
	} {
		for _, l := range part {
			if l.Text != "" {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

func (m model) speaker(language string) speaker { return speaker{language == "nl", m.personaName()} }

func explainMap(m model, in *Insight, language string) []Line {
	s, name := m.speaker(language), names(m.board)
	return []Line{
		{Code: "handoffs", Text: s.handoffs(in.Handoffs)},
		{Code: "crossings", Text: s.crossings(in.Handoffs)},
		{Code: "chain", Text: s.chain(in.Chain)},
		{Code: "nobodyInSight", Text: s.nobody(all(in.NobodyInSight, name))},
		{Code: "repeatsStory", Text: s.repeats(in.RepeatsStory)},
		{Code: "emptyChairs", Text: s.chairs(all(in.EmptyChairs, name), len(m.onMap()))},
	}
}

func explainOwners(m model, in *Insight, language string) []Line {
	s, name := m.speaker(language), names(m.board)
	lines := []Line{{Code: "customerLeads", Text: s.leads(in.CustomerLeads)}}
	if o := in.Ownership; o != nil && o.Asked > 0 {
		lines = append(lines, Line{Code: "unowned", Text: s.nobodys(o, all(o.Unowned, name))},
			Line{Code: "contested", Text: s.owners("contested", all(o.Contested, name))},
			Line{Code: "notKnown", Text: s.owners("unknown", all(o.Unknown, name))},
			Line{Code: "oneOwner", Text: s.owners("clear", all(o.Clear, name))})
	}
	return lines
}

func explainScores(m model, in *Insight, language string) []Line {
	s, name := m.speaker(language), names(m.board)
	lines := []Line{
		{Code: "curve", Text: s.curve(in.Curve, in.PeakEnd, name)},
		{Code: "peakEnd", Text: s.peakEnd(in.PeakEnd)},
		{Code: "forgetZone", Text: s.forget(all(in.ForgetZone, name))},
		{Code: "gap", Text: s.widest(in.Gaps, name)},
		{Code: "frontBack", Text: s.frontBack(in.Gaps, name)},
	}
	if in.SharedPicture != nil {
		lines = append(lines, Line{Code: "sharedPicture", Text: in.SharedPicture.Projected(language)})
	}
	return lines
}

func explainPains(m model, in *Insight, language string) []Line {
	s := m.speaker(language)
	return []Line{
		{Code: "votes", Text: s.votes(in.Votes, m.painText)},
		{Code: "evidence", Text: s.evidence(in.Evidence)},
		{Code: "time", Text: s.hours(in.HoursPerWeek)},
		{Code: "coverage", Text: s.coverage(in.Coverage)},
	}
}

func explainCustomers(_ model, in *Insight, language string) []Line {
	s := speaker{dutch: language == "nl"}
	lines := []Line{
		{Code: "mirror", Text: s.mirror(in.Mirror)},
		{Code: "promise", Text: s.promise(in.PromiseKept)},
		{Code: "insideOutside", Text: s.inside(in.InsideOutside)},
	}
	if in.Readiness != nil {
		lines = append(lines, Line{Code: "offmenu", Text: s.offMenu(in.Readiness)})
	}
	return lines
}

// all names records; one without a name yet is left out.
func all(ids []string, name func(string) string) []string {
	out := []string{}
	for _, id := range ids {
		if n := name(id); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// painText gives what a pain says; empty for anything else.
func (m model) painText(id string) string {
	if r := m.board.Get(id); r != nil && r.Kind == "pain" {
		return r.Str("text")
	}
	return ""
}
