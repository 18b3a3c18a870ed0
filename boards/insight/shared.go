package insight

import (
	"maps"
	"math"
	"slices"
)

// SharedPicture says how alike people of different departments see the journey: 1 − M/E, cut at 0 (method.md 2.9, 3.4.7).
// Low and High are a range of sensitivity, no confidence interval.
type SharedPicture struct {
	Value       float64       `json:"value"`
	Differ      float64       `json:"differ"` // M: how many points two people of different departments differ
	Random      float64       `json:"random"` // E: the same with random answers
	Low         *float64      `json:"low"`    // lowest and highest value with one rater left out
	High        *float64      `json:"high"`
	Raters      int           `json:"raters"` // people with at least one score
	Departments int           `json:"departments"`
	Band        string        `json:"band"`   // divided, partly, shared
	Bands       []Band        `json:"bands"`  // all of them, from 0 to 1, for the scale
	Enough      bool          `json:"enough"` // enough raters to show a percentage
	BySteps     []SharedStep  `json:"bySteps"`
	Before      *SharedBefore `json:"before"`
}

// Band is a stretch of the scale with a word for the conversation (method.md 2.9, own rule).
type Band struct {
	Name string  `json:"name"`
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// bands are the words from low to high.
func bands() []Band {
	return []Band{{"divided", 0, sharedPartly}, {"partly", sharedPartly, sharedWholly}, {"shared", sharedWholly, 1}}
}

// SharedStep is the shared picture of one step.
type SharedStep struct {
	Step   string  `json:"step"`
	Value  float64 `json:"value"`
	Differ float64 `json:"differ"`
	Raters int     `json:"raters"`
	Enough bool    `json:"enough"`
}

// SharedBefore compares two rounds on the same steps by the same voices.
type SharedBefore struct {
	Value  float64 `json:"value"` // in the round before
	Now    float64 `json:"now"`   // in the latest round
	Raters int     `json:"raters"`
	Steps  int     `json:"steps"`
}

// chance is E(c) = (c² − 1)/(3c): how far two random answers on a scale of c points differ.
func chance(c float64) float64 { return (c*c - 1) / (3 * c) }

// alike turns a mean difference into the shared picture.
func alike(m float64) float64 { return math.Max(0, 1-m/chance(options)) }

func bandOf(value float64) string {
	for _, b := range bands() {
		if value < b.To-tolerance {
			return b.Name
		}
	}
	return "shared"
}

// sharedPicture is nil until two departments have answered at one step.
func sharedPicture(steps []string, now, before []score) *SharedPicture {
	spreads := spreadsOf(steps, now)
	m, of := differing(steps, spreads)
	if of == 0 {
		return nil
	}
	p := SharedPicture{Value: alike(m), Differ: m, Random: chance(options), Band: bandOf(alike(m)), Bands: bands(), BySteps: []SharedStep{}}
	for _, step := range steps {
		if m, ok := spreads[step].differ(); ok {
			n := spreads[step].people()
			p.BySteps = append(p.BySteps, SharedStep{step, alike(m), m, n, n >= sharedRaters})
		}
	}
	p.Raters, p.Departments = crowd(steps, now)
	p.Enough = p.Raters >= sharedRaters
	p.Low, p.High = leaveOneOut(steps, now, spreads)
	p.Before = sharedBefore(steps, before, now)
	return &p
}

// differing gives the mean of M over the steps that have one, and how many those are. Averaged first, cut later.
func differing(steps []string, spreads map[string]spread) (m float64, of int) {
	for _, step := range steps {
		if d, ok := spreads[step].differ(); ok {
			m, of = m+d, of+1
		}
	}
	if of == 0 {
		return 0, 0
	}
	return m / float64(of), of
}

func crowd(steps []string, scores []score) (people, departments int) {
	voices, teams := map[string]bool{}, map[string]bool{}
	for _, s := range scores {
		if !s.guest && slices.Contains(steps, s.step) {
			voices[s.voice], teams[s.department] = true, true
		}
	}
	return len(voices), len(teams)
}

func sharedBefore(steps []string, before, now []score) *SharedBefore {
	from, to := paired(before, now)
	was, of := differing(steps, spreadsOf(steps, from))
	is, alsoOf := differing(steps, spreadsOf(steps, to))
	if of == 0 || alsoOf == 0 {
		return nil
	}
	people, _ := crowd(steps, from)
	return &SharedBefore{alike(was), alike(is), people, of}
}

// leaveOneOut leaves out each rater in turn. Results without two departments are skipped; none left gives nil (ruling 8).
func leaveOneOut(steps []string, scores []score, spreads map[string]spread) (low, high *float64) {
	mine := map[string][]score{}
	for _, s := range scores {
		if _, ok := spreads[s.step]; ok && !s.guest {
			mine[s.voice] = append(mine[s.voice], s)
		}
	}
	known := map[score]spread{} // the same answer of the same department leaves the same behind
	m, of := differing(steps, spreads)
	for _, voice := range slices.Sorted(maps.Keys(mine)) {
		sum, left := m*float64(of), of
		for _, s := range mine[voice] {
			was, is := spreads[s.step], restOf(spreads, s, known)
			sum, left = sum-was.m+is.m, left-was.one()+is.one()
		}
		if left > 0 {
			v := alike(max(0, sum) / float64(left)) // a sum of nothing may end just below 0
			low, high = lower(low, v), higher(high, v)
		}
	}
	return low, high
}

func restOf(spreads map[string]spread, gone score, known map[score]spread) spread {
	key := score{step: gone.step, department: gone.department, value: gone.value}
	rest, ok := known[key]
	if !ok {
		rest = spreads[gone.step].less(gone)
		known[key] = rest
	}
	return rest
}

func lower(best *float64, v float64) *float64 {
	if best == nil || v < *best {
		return &v
	}
	return best
}

func higher(best *float64, v float64) *float64 {
	if best == nil || v > *best {
		return &v
	}
	return best
}
