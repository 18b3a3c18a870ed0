package insight

import (
	"maps"
	"math"
	"slices"
)

// Point is how one step is lived through (method.md 3.4.5). Mean is null where only guests answered.
type Point struct {
	Step         string             `json:"step"`
	Mean         *float64           `json:"mean"`         // of department means: every department one voice
	Face         *int               `json:"face"`         // the point of the scale nearest to the mean, for its face and word
	N            int                `json:"n"`            // people with a score
	ByDepartment map[string]float64 `json:"byDepartment"` // department → mean
	Guests       *Crowd             `json:"guests"`       // their own line, in no mean
	Before       *Before            `json:"before"`       // the round before, for who answered in both
}

// Crowd is a plain mean of people.
type Crowd struct {
	Mean float64 `json:"mean"`
	N    int     `json:"n"`
}

// Before compares two rounds at one step by the same voices.
type Before struct {
	Mean         float64            `json:"mean"` // in the round before
	Now          float64            `json:"now"`  // in the latest round
	N            int                `json:"n"`    // voices in both
	ByDepartment map[string]float64 `json:"byDepartment"`
}

// PeakEnd is a hint at what will be remembered: the mean of the most intense step and the last (method.md 2.10, 3.4.5).
type PeakEnd struct {
	Value       float64 `json:"value"`
	ExtremeStep string  `json:"extremeStep"`
	LastStep    string  `json:"lastStep"`   // the last rated one
	LowestStep  string  `json:"lowestStep"` // of equals the earlier; the same as HighestStep when all are equal
	HighestStep string  `json:"highestStep"`
	// Every step that is as low as the lowest and as high as the highest, in the order of the journey.
	LowestSteps  []string `json:"lowestSteps"`
	HighestSteps []string `json:"highestSteps"`
}

// curve gives a point for every step with an answer, in the order of the journey. The others are a gap in the line.
func curve(steps []string, now, before []score) []Point {
	out := []Point{}
	for _, step := range steps {
		if p := pointOf(step, now); p.Mean != nil || p.Guests != nil {
			p.Before = beforeAt(step, before, now)
			out = append(out, p)
		}
	}
	return out
}

func pointOf(step string, now []score) Point {
	mine := at(now, step)
	p := Point{Step: step, N: len(mine), ByDepartment: departmentMeans(mine), Guests: guestsAt(now, step)}
	if len(mine) > 0 {
		mean := meanOfMeans(p.ByDepartment)
		face := faceOf(mean)
		p.Mean, p.Face = &mean, &face
		delete(p.ByDepartment, "") // those whose department is not told count as one, without a line of their own
	}
	return p
}

// faceOf gives the answer a mean is nearest to; halfway, the one further from neutral.
func faceOf(mean float64) int { return int(math.Round(math.Round(mean/tolerance) * tolerance)) }

func guestsAt(scores []score, step string) *Crowd {
	var c Crowd
	for _, s := range scores {
		if s.step == step && s.guest {
			c.Mean, c.N = c.Mean+float64(s.value), c.N+1
		}
	}
	if c.N == 0 {
		return nil
	}
	c.Mean /= float64(c.N)
	return &c
}

func beforeAt(step string, before, now []score) *Before {
	from, to := paired(at(before, step), at(now, step))
	if len(from) == 0 {
		return nil
	}
	by := departmentMeans(from)
	return &Before{Mean: meanOfMeans(by), Now: meanOfMeans(departmentMeans(to)), N: len(from), ByDepartment: by}
}

// departmentMeans gives the mean of every department that has a score.
func departmentMeans(scores []score) map[string]float64 {
	sum, n := map[string]int{}, map[string]int{}
	for _, s := range scores {
		sum[s.department] += s.value
		n[s.department]++
	}
	means := map[string]float64{}
	for d := range n {
		means[d] = float64(sum[d]) / float64(n[d])
	}
	return means
}

// meanOfMeans counts every department once, whatever its size; summed in one order, so that every run gives the same bits.
func meanOfMeans(means map[string]float64) float64 {
	sum := 0.0
	for _, d := range slices.Sorted(maps.Keys(means)) {
		sum += means[d]
	}
	return sum / float64(len(means))
}

// peakEnd: of equal extremes the negative one, then the earlier step (ruling 8).
func peakEnd(points []Point) *PeakEnd {
	var extreme, last, low, high *Point
	for i := range points {
		p := &points[i]
		if p.Mean == nil {
			continue
		}
		if last = p; extreme == nil || stronger(*p.Mean, *extreme.Mean) {
			extreme = p
		}
		if low == nil || *p.Mean < *low.Mean-tolerance {
			low = p
		}
		if high == nil || *p.Mean > *high.Mean+tolerance {
			high = p
		}
	}
	if last == nil {
		return nil
	}
	return &PeakEnd{Value: (*extreme.Mean + *last.Mean) / 2, ExtremeStep: extreme.Step, LastStep: last.Step, LowestStep: low.Step,
		HighestStep: high.Step, LowestSteps: asFar(points, *low.Mean), HighestSteps: asFar(points, *high.Mean)}
}

// asFar gives the steps with this mean.
func asFar(points []Point, mean float64) []string {
	out := []string{}
	for _, p := range points {
		if p.Mean != nil && math.Abs(*p.Mean-mean) <= tolerance {
			out = append(out, p.Step)
		}
	}
	return out
}

func stronger(a, b float64) bool {
	if math.Abs(math.Abs(a)-math.Abs(b)) > tolerance {
		return math.Abs(a) > math.Abs(b)
	}
	return a < 0 && b > 0
}

// forgetZone gives the rated steps near neutral about which nobody has a story (method.md 3.4.19).
func forgetZone(points []Point, told map[string]bool) []string {
	out := []string{}
	for _, p := range points {
		if p.Mean != nil && math.Abs(*p.Mean) < forgetWithin-tolerance && !told[p.Step] {
			out = append(out, p.Step)
		}
	}
	return out
}
