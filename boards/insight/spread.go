package insight

import (
	"maps"
	"slices"
)

// spread is how often each department gave each value at one step. Its difference is worked out once, when it is made.
type spread struct {
	counts map[string][options]int
	m      float64
	known  bool // two departments answered
}

// spreadsOf sorts scores into steps, guests left out.
func spreadsOf(steps []string, scores []score) map[string]spread {
	counts := map[string]map[string][options]int{}
	for _, step := range steps {
		counts[step] = map[string][options]int{}
	}
	for _, s := range scores {
		if c := counts[s.step]; c != nil && !s.guest {
			c[s.department] = counted(c[s.department], s.value, 1)
		}
	}
	out := map[string]spread{}
	for step, c := range counts {
		out[step] = spreadOf(c)
	}
	return out
}

func counted(c [options]int, value, by int) [options]int {
	if i := value - lowest; i >= 0 && i < options {
		c[i] += by
	}
	return c
}

// spreadOf works out M = mean of d(a,b) over all pairs of departments with a rating (method.md 2.9).
func spreadOf(counts map[string][options]int) spread {
	teams := slices.DeleteFunc(slices.Sorted(maps.Keys(counts)), func(d string) bool { return size(counts[d]) == 0 })
	sum, pairs := 0.0, 0
	for i, a := range teams {
		for _, b := range teams[i+1:] {
			sum, pairs = sum+apart(counts[a], counts[b]), pairs+1
		}
	}
	if pairs == 0 {
		return spread{counts: counts}
	}
	return spread{counts, sum / float64(pairs), true}
}

// apart is d(a,b): the mean of |x − y| over all pairs of one person of each department.
func apart(a, b [options]int) float64 {
	sum := 0
	for x, n := range a {
		for y, k := range b {
			sum += max(x-y, y-x) * n * k
		}
	}
	return float64(sum) / float64(size(a)*size(b))
}

func size(c [options]int) int {
	n := 0
	for _, k := range c {
		n += k
	}
	return n
}

func (s spread) differ() (m float64, ok bool) { return s.m, s.known }

// one counts the step where it has a difference.
func (s spread) one() int {
	if s.known {
		return 1
	}
	return 0
}

func (s spread) people() int {
	n := 0
	for _, c := range s.counts {
		n += size(c)
	}
	return n
}

// less takes one score out.
func (s spread) less(gone score) spread {
	counts := maps.Clone(s.counts)
	counts[gone.department] = counted(counts[gone.department], gone.value, -1)
	return spreadOf(counts)
}
