package report

import (
	"cmp"
	"slices"

	"muntsaus/boards/insight"
)

// bigNumber is a number with its sentence and the n it stands on.
type bigNumber struct {
	Value, Unit, Text, N string
	Tone                 string // class: pain, mint, ink
	strength             float64
	place                int // in the order of method.md 3.5
}

// bigNumbers chooses the three with the strongest condition and tells them in the order of method.md 3.5.
func (v view) bigNumbers() []bigNumber {
	var all []bigNumber
	for place, make := range []func() (bigNumber, bool){v.chainNumber, v.sharedNumber, v.unownedNumber, v.handoffNumber, v.repeatNumber,
		v.nobodyNumber, v.leadsNumber, v.coverageNumber, v.evidenceNumber, v.hoursNumber} {
		if n, ok := make(); ok {
			n.place = place
			all = append(all, n)
		}
	}
	slices.SortStableFunc(all, func(a, b bigNumber) int { return cmp.Compare(b.strength, a.strength) })
	all = all[:min(3, len(all))]
	slices.SortFunc(all, func(a, b bigNumber) int { return a.place - b.place })
	return all
}

func (v view) chainNumber() (bigNumber, bool) {
	c := v.in.Chain
	if c == nil || c.Length < 2 {
		return bigNumber{}, false
	}
	first, last := v.number[c.Steps[0]], v.number[c.Steps[len(c.Steps)-1]]
	n := bigNumber{Value: v.whole(c.Length), Unit: v.Count("big.times", c.Length), Text: v.T("big.chain", first, last) + ".", Tone: "pain",
		N:        v.Count("n.steps", len(v.steps)) + ", " + v.Count("n.contacts", v.in.Handoffs.ContactDepartments),
		strength: 2 + float64(c.Length)/10}
	if c.WaitMinutes != nil && *c.WaitMinutes > 0 {
		n.Text += " " + v.T("big.chain.wait", capital(v.who()), v.duration(*c.WaitMinutes))
	}
	return n, true
}

// sharedNumber is how alike departments see the journey, when enough people scored.
func (v view) sharedNumber() (bigNumber, bool) {
	p := v.in.SharedPicture
	if p == nil || !p.Enough {
		return bigNumber{}, false
	}
	return bigNumber{Value: v.percent(p.Value), Unit: v.T("big.shared"),
		Text: v.T("big.shared.text", v.decimal(p.Differ), v.T("big.shared."+p.Band)), Tone: "ink",
		N: v.Count("n.raters", p.Raters) + ", " + v.Count("n.departments", p.Departments), strength: 2.5}, true
}

// unownedNumber stands in where there is no shared picture (method.md 5.2).
func (v view) unownedNumber() (bigNumber, bool) {
	o := v.in.Ownership
	if o == nil || o.Asked == 0 || len(o.Unowned)+len(o.Contested) == 0 {
		return bigNumber{}, false
	}
	n := len(o.Unowned) + len(o.Contested)
	return bigNumber{Value: v.whole(n), Unit: v.T("big.of", o.Asked), Text: v.Count("big.unowned", n), Tone: "unclear",
		N:        v.Count("n.steps.asked", o.Asked),
		strength: 1.9}, true
}

// handoffNumber tells the changes of department where no chain tells them already.
func (v view) handoffNumber() (bigNumber, bool) {
	if c := v.in.Chain; v.in.Handoffs.Front < 2 || (c != nil && c.Length >= 2) {
		return bigNumber{}, false
	}
	n := v.in.Handoffs.Front
	return bigNumber{Value: v.whole(n), Unit: v.Count("big.times", n), Text: v.T("big.handoffs", v.who()), Tone: "ink",
		N: v.Count("n.steps", len(v.steps)) + ", " + v.Count("n.contacts", v.in.Handoffs.ContactDepartments), strength: 0.6}, true
}

func (v view) repeatNumber() (bigNumber, bool) {
	if v.in.RepeatsStory < 2 {
		return bigNumber{}, false
	}
	return bigNumber{Value: v.whole(v.in.RepeatsStory), Unit: v.Count("big.times", v.in.RepeatsStory), Text: v.T("big.repeat", v.who()),
		Tone: "pain",
		N:    v.Count("n.steps", len(v.steps)), strength: 0.5}, true
}

func (v view) nobodyNumber() (bigNumber, bool) {
	n := len(v.in.NobodyInSight)
	if n == 0 {
		return bigNumber{}, false
	}
	return bigNumber{Value: v.whole(n), Unit: v.Count("big.nobody", n), Text: v.T("big.nobody.text", v.who()), Tone: "unclear",
		N: v.Count("n.steps", len(v.steps)), strength: 0.7 + float64(n)/float64(len(v.steps))}, true
}

func (v view) leadsNumber() (bigNumber, bool) {
	l := v.in.CustomerLeads
	said := slices.ContainsFunc(v.in.Leading, func(l insight.Led) bool { return len(l.Votes) > 0 })
	if l == nil || !said || 2*l.Yes > l.Of { // what only the example says is nobody's judgement
		return bigNumber{}, false
	}
	return bigNumber{Value: v.whole(l.Yes), Unit: v.T("big.of", l.Of), Text: v.T("big.leads", v.who()), Tone: "ink", N: v.T("big.leads.n"),
		strength: 0.4}, true
}

func (v view) coverageNumber() (bigNumber, bool) {
	c := v.in.Coverage
	if c == nil {
		return bigNumber{}, false
	}
	dots := 0
	for _, vote := range v.votes {
		dots += vote.Raw
	}
	return bigNumber{Value: v.whole(c.Covered), Unit: v.T("big.of", c.Of), Text: v.Count("big.coverage", c.Of), Tone: "mint",
		N: v.Count("n.top.pains", c.Of) + ", " + v.Count("n.dots", dots), strength: 3}, true
}

func (v view) evidenceNumber() (bigNumber, bool) {
	e := v.in.Evidence
	if e == nil || v.knowledge() == 0 {
		return bigNumber{}, false
	}
	text := v.T("big.evidence")
	if e.Known == e.Of {
		text = v.T("big.evidence.all")
	}
	return bigNumber{Value: v.whole(e.Known), Unit: v.T("big.of", e.Of), Text: text, Tone: "unclear", N: v.evidenceOf(e.Of),
		strength: 1 + float64(e.Of-e.Known)/float64(e.Of)}, true
}

func (v view) evidenceOf(n int) string {
	if v.in.Coverage != nil {
		return v.Count("n.top.pains", n)
	}
	return v.Count("n.pains", n)
}

func (v view) hoursNumber() (bigNumber, bool) {
	h := v.in.HoursPerWeek
	if h == nil || *h < 1 {
		return bigNumber{}, false
	}
	return bigNumber{Value: v.decimal(*h), Unit: v.T("big.hours"), Text: v.T("big.hours.text"), Tone: "pain", N: v.T("big.hours.n"),
		strength: 0.9}, true
}
