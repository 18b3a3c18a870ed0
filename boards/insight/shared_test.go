package insight

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// Worked example of method.md 2.9 and 6.2 check 1.
func TestSharedPictureExample(t *testing.T) {
	steps, now := numbered(5), scored(1, workshop)
	p := sharedPicture(steps, now, nil)
	near(t, "shared picture", p.Value, 0.5, 1e-9)
	near(t, "M", p.Differ, 0.8, 1e-9)
	near(t, "E", p.Random, 1.6, 1e-9)
	nearAt(t, "low", p.Low, 0.4375, 1e-9)
	nearAt(t, "high", p.High, 0.5625, 1e-9)
	for i, want := range []float64{1, 7.0 / 12, 0, 0.375, 7.0 / 12} {
		near(t, "step "+p.BySteps[i].Step, p.BySteps[i].Value, want, 1e-9)
	}
	if p.Raters != 4 || p.Departments != 3 || p.Band != "partly" || !p.Enough || p.Before != nil {
		t.Errorf("%+v", p)
	}
}

func TestLeaveOneOutExample(t *testing.T) {
	want := map[string]float64{"bed0": 0.5, "bed1": 0.5, "keu0": 0.5625, "bdl0": 0.4375}
	for voice, value := range want {
		var rest []score
		for _, s := range scored(1, workshop) {
			if s.voice != voice {
				rest = append(rest, s)
			}
		}
		near(t, "without "+voice, sharedPicture(numbered(5), rest, nil).Value, value, 1e-9)
	}
}

// method.md 6.2 check 2.
func TestSharedPictureEdges(t *testing.T) {
	of := func(ratings map[string][][]int) *SharedPicture {
		return sharedPicture(numbered(1), scored(1, ratings), nil)
	}
	if p := of(map[string][][]int{"a": {{1}, {1}}, "b": {{1}}, "c": {{1}}}); p.Value != 1 || p.Band != "shared" {
		t.Errorf("all equal: %+v", p)
	}
	if p := of(map[string][][]int{"a": {{-2}}, "b": {{2}}}); p.Value != 0 || p.Low != nil || p.High != nil || p.Enough ||
		p.Band != "divided" {
		t.Errorf("opposites, and nobody can be left out: %+v", p)
	}
	if p := of(map[string][][]int{"a": {{-2}, {2}}}); p != nil {
		t.Errorf("one department: %+v", p)
	}
	guest := append(scored(1, map[string][][]int{"a": {{1}}, "b": {{1}}}),
		score{step: "1", department: "c", voice: "g", value: -2, guest: true})
	if p := sharedPicture(numbered(1), guest, nil); p.Value != 1 || p.Raters != 2 || p.Departments != 2 {
		t.Errorf("guests are in no index: %+v", p)
	}
	if sharedPicture(nil, guest, nil) != nil {
		t.Error("scores of steps that are gone count for nothing")
	}
}

// One rater sits in a step alone with another department: leaving one of them out drops that step, not the journey.
func TestLeaveOneOutDropsAStep(t *testing.T) {
	now := append(scored(1, map[string][][]int{"a": {{1}, {1}}, "b": {{1}, {1}}}),
		score{step: "2", department: "a", voice: "a0", value: -2}, score{step: "2", department: "b", voice: "b0", value: 2})
	p := sharedPicture(numbered(2), now, nil)
	nearAt(t, "low", p.Low, 0, 1e-9)
	nearAt(t, "high", p.High, 1, 1e-9)
}

func TestSharedPictureBefore(t *testing.T) {
	before := scored(1, map[string][][]int{"a": {{-2, 0}}, "b": {{2, 0}}, "c": {{0, 0}}})
	now := scored(2, map[string][][]int{"a": {{0}}, "b": {{0}, {2}}})
	b := sharedPicture(numbered(2), now, before).Before
	if b == nil || b.Value != 0 || b.Now != 1 || b.Raters != 2 || b.Steps != 1 {
		t.Errorf("same steps, same voices: %+v", b)
	}
}

func TestChance(t *testing.T) {
	for c, want := range map[float64]float64{5: 1.6, 7: 2.286, 10: 3.3, 11: 3.636} {
		near(t, fmt.Sprint("E of ", c), chance(c), want, 5e-4)
	}
}

func TestBands(t *testing.T) {
	for v, want := range map[float64]string{0: "divided", 0.299: "divided", 0.3: "partly", 0.5999: "partly", 1 - 0.4: "shared", 1: "shared"} {
		if got := bandOf(v); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
}

// method.md 6.2 check 3: random answers give 0 on average, whatever the number of departments and raters.
func TestRandomAnswersShareNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][2]int{{2, 1}, {2, 3}, {3, 1}, {4, 2}, {6, 3}} {
		sum := 0.0
		for range 20000 {
			counts := map[string][options]int{}
			for d := range size[0] {
				var c [options]int
				for range size[1] {
					c[random.IntN(options)]++
				}
				counts[fmt.Sprint(d)] = c
			}
			m, _ := spreadOf(counts).differ()
			sum += 1 - m/chance(options)
		}
		near(t, fmt.Sprintf("%d departments of %d", size[0], size[1]), sum/20000, 0, 0.02)
	}
}

// The spread works with counts; the definition works with pairs of people. They must agree.
func TestSpreadIsTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		ratings := map[string][][]int{}
		for d := range 2 + random.IntN(3) {
			for range 1 + random.IntN(4) {
				ratings[fmt.Sprint(d)] = append(ratings[fmt.Sprint(d)], []int{random.IntN(options) + lowest})
			}
		}
		m, _ := spreadsOf(numbered(1), scored(1, ratings))["1"].differ()
		near(t, "M", m, byPairs(ratings), 1e-9)
	}
}

func byPairs(ratings map[string][][]int) float64 {
	sum, pairs := 0.0, 0.0
	for a, those := range ratings {
		for b, these := range ratings {
			if a >= b {
				continue
			}
			d := 0.0
			for _, x := range those {
				for _, y := range these {
					d += math.Abs(float64(x[0] - y[0]))
				}
			}
			sum, pairs = sum+d/float64(len(those)*len(these)), pairs+1
		}
	}
	return sum / pairs
}

func BenchmarkSharedPictureOfAThousand(b *testing.B) {
	random, ratings := rand.New(rand.NewPCG(5, 6)), map[string][][]int{}
	for i := range 1000 {
		var values []int
		for range 10 {
			values = append(values, random.IntN(options)+lowest)
		}
		ratings[fmt.Sprint(i%12)] = append(ratings[fmt.Sprint(i%12)], values)
	}
	steps, now := numbered(10), scored(1, ratings)
	for b.Loop() {
		sharedPicture(steps, now, now)
	}
}
