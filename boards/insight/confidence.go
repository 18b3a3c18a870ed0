package insight

// Confidence is whether people think that a fix will really happen: the median of 1 to 5 in the latest revealed round that asked it.
type Confidence struct {
	Fix    string  `json:"fix"`
	Median float64 `json:"median"`
	N      int     `json:"n"`
	Talk   bool    `json:"talk"` // below the middle: talk about it
}

// confidenceMiddle is below what a median asks for a talk (method.md 2.14, own rule).
const confidenceMiddle = 3

// confidenceOf gives the fixes in their order that three or more estimated; nil when there is none.
func confidenceOf(m model) []Confidence {
	type latest struct {
		Confidence
		round int
	}
	by := map[string]latest{}
	numbers := rounds(m, "estimate")
	for _, r := range m.board.Shown("estimate_result") {
		median, told := r.Num("confidence")
		item, round := r.Str("item_id"), numbers[r.Str("round_id")]
		if told && round > by[item].round {
			n, _ := r.Int("n")
			by[item] = latest{Confidence{item, median, n, median < confidenceMiddle}, round}
		}
	}
	var out []Confidence
	for _, fix := range m.fixes {
		if one, asked := by[fix.ID]; asked {
			out = append(out, one.Confidence)
		}
	}
	return out
}
