package insight

import "muntsaus/boards"

// The answers of a board as plain inputs of the formulas: revealed rounds only, public records only, steps and departments
// that are still there.

func (m model) stepIDs() []string {
	ids := []string{}
	for _, s := range m.Steps {
		ids = append(ids, s.ID)
	}
	return ids
}

func (m model) teams() []team {
	var out []team
	for _, d := range m.Departments {
		out = append(out, team{d.ID, d.Stage})
	}
	return out
}

// rounds gives the numbers of the revealed rounds of a collection, by their id.
func rounds(m model, collect string) map[string]int {
	out := map[string]int{}
	for _, r := range m.board.All("round") {
		if r.Str("collect") == collect && r.Str("state") == "revealed" {
			out[r.ID], _ = r.Int("number")
		}
	}
	return out
}

// revealed walks the answers of a kind that belong to a revealed round; its collection has the name of the kind.
func revealed(m model, kind string, each func(r *boards.Record, round int)) {
	numbers := rounds(m, kind)
	for _, r := range m.board.All(kind) {
		if n, ok := numbers[r.Str("round_id")]; ok && len(r.To) == 0 {
			each(r, n)
		}
	}
}

// counts says whether an answer is about a step of the map by a department of it, by one that is not told, or by a guest.
func (m model) counts(r *boards.Record) bool {
	department := r.Str("department_id")
	_, known := m.departments[department]
	return m.Number(r.Str("step_id")) > 0 && (known || department == "" || r.Bool("guest"))
}

// voiceOf gives the pseudonym; an answer without one is somebody by itself.
func voiceOf(r *boards.Record) string {
	if voice := r.Str("voice"); voice != "" {
		return voice
	}
	return r.ID
}

func scoresOf(m model) []score {
	var out []score
	revealed(m, "rating", func(r *boards.Record, round int) {
		value, said := r.Int("value")
		if said && m.counts(r) {
			out = append(out, score{round, r.Str("step_id"), r.Str("department_id"), voiceOf(r), value, r.Bool("guest")})
		}
	})
	return out
}

func claimsOf(m model) []claim {
	var out []claim
	revealed(m, "ownership_claim", func(r *boards.Record, round int) {
		if m.counts(r) {
			out = append(out, claim{round, r.Str("step_id"), r.Str("department_id"), voiceOf(r), r.Str("answer"),
				m.known(r.Str("points_to")), r.Bool("guest")})
		}
	})
	return out
}

func leadsOf(m model) []lead {
	var out []lead
	revealed(m, "leading_vote", func(r *boards.Record, round int) {
		if m.counts(r) {
			out = append(out, lead{round, r.Str("step_id"), r.Str("value"), r.Bool("guest")})
		}
	})
	return out
}

// known gives a department that is still there, else nothing.
func (m model) known(department string) string {
	if _, ok := m.departments[department]; ok {
		return department
	}
	return ""
}

// askedOf gives every step with its owner, and whether a revealed round of ownership was about it.
func askedOf(m model) []asked {
	had := map[string]bool{}
	for id := range rounds(m, "ownership_claim") {
		for _, step := range m.board.Get(id).List("step_ids") {
			had[step] = true
		}
	}
	var out []asked
	for _, s := range m.Steps {
		out = append(out, asked{s.ID, m.known(s.OwnerDepartmentID), had[s.ID]})
	}
	return out
}

func decidedOf(m model) []decided {
	var out []decided
	for _, s := range m.Steps {
		out = append(out, decided{s.ID, s.Leading})
	}
	return out
}

// rated fills in what comes from hidden rounds about steps.
func (in *Insight) rated(m model) {
	steps := m.stepIDs()
	now, before := newest(scoresOf(m))
	in.Curve = curve(steps, now, before)
	in.PeakEnd = peakEnd(in.Curve)
	in.ForgetZone = forgetZone(in.Curve, stepsWith(m.board, "story"))
	in.Gaps = gaps(m.teams(), in.Curve)
	in.Talks = talksOf(m)
	in.SharedPicture = sharedPicture(steps, now, before)
	claims, _ := newest(claimsOf(m))
	in.Ownership = ownership(askedOf(m), claims)
	leads, _ := newest(leadsOf(m))
	in.Leading = leading(decidedOf(m), leads)
	in.CustomerLeads = customerLeads(in.Leading)
}

// measured fills in what comes from tests, the promise and customers.
func (in *Insight) measured(m model) {
	in.Readiness = readiness(m.frontSteps(), testsOf(m))
	in.Rules, in.Mandates = rulesOf(rulesIn(m)), mandatesOf(m)
	in.PromiseKept = promiseKept(promisesOf(m))
	in.Promise = in.PromiseKept.share()
	all, latest, baseline := measurementsOf(m)
	in.Indicator, in.Series = indicator(latest, baseline), series(all)
	in.Confidence = confidenceOf(m)
	if latest != nil {
		in.InsideOutside = insideOutside(guessesOf(m), *latest)
	}
}
