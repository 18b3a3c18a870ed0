package insight

import (
	"math"
	"slices"
	"strings"
)

// What the scores say (method.md 3.4.5, 3.4.6, 3.4.19).

// signed writes a mean with its sign: −0,6 · 0 · +0,8.
func (s speaker) signed(v float64) string {
	text := strings.Replace(s.number(v), "-", "−", 1)
	switch {
	case strings.Trim(text, "−0.,") == "":
		return "0"
	case v > 0:
		return "+" + text
	}
	return text
}

func (s speaker) points(v float64) string {
	return s.number(v) + " " + plural(tenths(v), s.say("punt", "point"), s.say("punt", "points"))
}

// curve tells the lowest and the highest step. A curve of one person says so (method.md 3.4.5).
func (s speaker) curve(points []Point, ends *PeakEnd, name func(string) string) string {
	if ends == nil {
		return ""
	}
	low, high := s.steps(ends.LowestSteps, name), s.steps(ends.HighestSteps, name)
	if low == "" || high == "" {
		return ""
	}
	people := ""
	if mostPeople(points) == 1 {
		people = " (n = 1)"
	}
	if ends.LowestStep == ends.HighestStep {
		return s.say("%[1]s beleeft elke gescoorde stap even goed: %[2]s%[3]s.", "%[1]s experiences every rated step alike: %[2]s%[3]s.",
			s.who(), s.signed(meanAt(points, ends.LowestStep)), people)
	}
	return s.say("%[1]s zakt het diepst bij %[2]s (%[3]s) en komt het hoogst bij %[4]s (%[5]s)%[6]s.",
		"%[1]s drops lowest at %[2]s (%[3]s) and rises highest at %[4]s (%[5]s)%[6]s.",
		s.who(), low, s.signed(meanAt(points, ends.LowestStep)), high, s.signed(meanAt(points, ends.HighestStep)), people)
}

// steps names every one of these steps; none without a title.
func (s speaker) steps(ids []string, name func(string) string) string {
	names := []string{}
	for _, id := range ids {
		if title := name(id); title != "" {
			names = append(names, title)
		}
	}
	return s.list(quoted(names))
}

func mostPeople(points []Point) int {
	most := 0
	for _, p := range points {
		most = max(most, p.N)
	}
	return most
}

func meanAt(points []Point, step string) float64 {
	for _, p := range points {
		if p.Step == step && p.Mean != nil {
			return *p.Mean
		}
	}
	return 0
}

func (s speaker) peakEnd(p *PeakEnd) string {
	if p == nil {
		return ""
	}
	return s.say("Wat blijft hangen is ongeveer %s: het gemiddelde van het sterkste moment en het einde. "+
		"Een vuistregel, geen voorspelling.",
		"What stays is about %s: the mean of the strongest moment and the end. A rule of thumb, no prediction.", s.signed(p.Value))
}

func (s speaker) forget(steps []string) string {
	switch len(steps) {
	case 0:
		return ""
	case 1:
		return s.say("%s vergeet %s waarschijnlijk: bijna neutraal, en er is geen verhaal over.",
			"%s will probably forget %s: nearly neutral, and there is no story about it.", s.who(), quoted(steps)[0])
	}
	return s.say("%s vergeet waarschijnlijk %d stappen, bijna neutraal en zonder verhaal: %s.",
		"%s will probably forget %d steps, nearly neutral and without a story: %s.", s.who(), len(steps), s.list(quoted(steps)))
}

// widest tells the widest gap worth a talk, or that there is none.
func (s speaker) widest(gaps []Gap, name func(string) string) string {
	if len(gaps) > 0 && !slices.ContainsFunc(gaps, func(g Gap) bool { return g.Alert }) {
		return s.say("Nergens kijken afdelingen een heel punt anders.", "Nowhere do departments differ by a whole point.")
	}
	return s.gap(gaps, name)
}

// frontBack tells the step at which the two sides of the line of visibility differ most, from a whole point and three people on.
func (s speaker) frontBack(gaps []Gap, name func(string) string) string {
	var most *Gap
	for i := range gaps {
		g := &gaps[i]
		wide := g.FrontBack != nil && math.Abs(*g.FrontBack) >= gapAlert-tolerance && g.N >= gapRaters
		if wide && (most == nil || math.Abs(*g.FrontBack) > math.Abs(*most.FrontBack)+tolerance) {
			most = g
		}
	}
	if most == nil || name(most.Step) == "" {
		return ""
	}
	x := s.points(math.Abs(*most.FrontBack))
	if *most.FrontBack < 0 {
		return s.say("Bij ‘%s’ is de voorkant %s somberder dan de achterkant.",
			"At ‘%s’ the front is %s gloomier than the back.", name(most.Step), x)
	}
	return s.say("Bij ‘%s’ is de voorkant %s rooskleuriger dan de achterkant.",
		"At ‘%s’ the front is %s rosier than the back.", name(most.Step), x)
}
