package insight

import (
	"cmp"
	"maps"
	"slices"
)

// Ownership says whose the steps are, as the departments claim them (method.md 3.4.3 with ruling 8).
type Ownership struct {
	Unowned   []string    `json:"unowned"`   // two departments answered and none claims it
	Contested []string    `json:"contested"` // several claim it, or a department is split
	Clear     []string    `json:"clear"`     // one claims it, or the group decided
	Unknown   []string    `json:"unknown"`   // asked, and too few could say: we do not know
	Asked     int         `json:"asked"`     // steps that had a round
	Rate      *float64    `json:"rate"`      // unowned of asked; null before any answer
	Steps     []OwnedStep `json:"steps"`
}

// OwnedStep is one step with its answers.
type OwnedStep struct {
	Step   string    `json:"step"`
	State  string    `json:"state"` // unowned, contested, clear or unknown
	Own    []string  `json:"own"`   // departments that claim it
	Split  []string  `json:"split"` // departments of which exactly half do
	Not    []string  `json:"not"`   // departments that do not
	Unsure int       `json:"unsure"`
	Points []Pointed `json:"points"` // at whom they point, most pointed at first
}

// Pointed is a department others point at: "3 point at Claims, Claims points at Repair".
type Pointed struct {
	To     string         `json:"to"`
	People int            `json:"people"`
	From   map[string]int `json:"from"` // department → people
}

// asked is a step with who was decided to own it and whether it had a round.
type asked struct {
	step, owner string
	had         bool
}

// ownership is nil when no step had a round and none has an owner.
func ownership(steps []asked, claims []claim) *Ownership {
	o := Ownership{Unowned: []string{}, Contested: []string{}, Clear: []string{}, Unknown: []string{}, Steps: []OwnedStep{}}
	for _, s := range steps {
		mine := claimsAt(claims, s.step)
		if s.owner == "" && !s.had && len(mine) == 0 {
			continue
		}
		if s.had || len(mine) > 0 {
			o.Asked++
		}
		o.add(ownedStep(s, mine))
	}
	if len(o.Steps) == 0 {
		return nil
	}
	if o.Asked > 0 && o.answered() {
		rate := float64(len(o.Unowned)) / float64(o.Asked)
		o.Rate = &rate
	}
	return &o
}

// answered says whether any department said anything: else nobody knows what is unowned.
func (o *Ownership) answered() bool {
	return slices.ContainsFunc(o.Steps, func(s OwnedStep) bool { return len(s.Own)+len(s.Split)+len(s.Not) > 0 })
}

func (o *Ownership) add(s OwnedStep) {
	o.Steps = append(o.Steps, s)
	switch s.State {
	case "unowned":
		o.Unowned = append(o.Unowned, s.Step)
	case "contested":
		o.Contested = append(o.Contested, s.Step)
	case "clear":
		o.Clear = append(o.Clear, s.Step)
	default:
		o.Unknown = append(o.Unknown, s.Step)
	}
}

func claimsAt(claims []claim, step string) []claim {
	var out []claim
	for _, c := range claims {
		if c.step == step && !c.guest {
			out = append(out, c)
		}
	}
	return out
}

func ownedStep(s asked, claims []claim) OwnedStep {
	o := OwnedStep{Step: s.step, Own: []string{}, Split: []string{}, Not: []string{}, Points: pointing(claims)}
	o.stand(claims)
	o.State = o.state()
	if s.owner != "" { // the decision of the group overrules
		o.State = "clear"
	}
	return o
}

// stand gives each department its answer: more than half said own, exactly half, or fewer.
func (o *OwnedStep) stand(claims []claim) {
	own, said := map[string]int{}, map[string]int{}
	for _, c := range claims {
		switch c.answer {
		case "own":
			own[c.department]++
			said[c.department]++
		case "not":
			said[c.department]++
		default: // "unknown" is no answer
			o.Unsure++
		}
	}
	for _, d := range slices.Sorted(maps.Keys(said)) {
		o.place(d, 2*own[d]-said[d])
	}
}

func (o *OwnedStep) place(department string, over int) {
	switch {
	case over > 0:
		o.Own = append(o.Own, department)
	case over == 0:
		o.Split = append(o.Split, department)
	default:
		o.Not = append(o.Not, department)
	}
}

// state is literally method.md 3.4.3: one claim is clear, also of the only department that answered; nobody's is a step only when
// two departments say that it is not theirs.
func (o *OwnedStep) state() string {
	switch {
	case len(o.Split) > 0 || len(o.Own) > 1:
		return "contested"
	case len(o.Own) == 1:
		return "clear"
	case len(o.Not) > 1:
		return "unowned"
	}
	return "unknown"
}

// pointing counts who points at whom; a department that points at itself says nothing.
func pointing(claims []claim) []Pointed {
	out := []Pointed{}
	for _, c := range claims {
		if c.answer != "not" || c.pointsTo == "" || c.pointsTo == c.department {
			continue
		}
		i := slices.IndexFunc(out, func(p Pointed) bool { return p.To == c.pointsTo })
		if i < 0 {
			i, out = len(out), append(out, Pointed{To: c.pointsTo, From: map[string]int{}})
		}
		out[i].People++
		out[i].From[c.department]++
	}
	slices.SortFunc(out, func(a, b Pointed) int { return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(a.To, b.To)) })
	return out
}
