package boards

import (
	"math"
	"strconv"
	"strings"
)

// Rounded gives v with so many decimals (0 to 3), half away from zero: −1.25 becomes −1.3. A sum of means that misses a half by
// less than a billionth is that half. The pages do the same in words/round.ts; testdata/figures.json holds the two equal.
func Rounded(v float64, decimals int) float64 {
	unit := math.Pow10(9 - decimals)
	whole := math.Floor((math.Round(math.Abs(v)*1e9) + unit/2) / unit)
	if v < 0 && whole > 0 {
		whole = -whole
	}
	return whole / math.Pow10(decimals)
}

// Figure writes a number for people: at most so many decimals, with the separators of the language ("nl" or another).
func Figure(v float64, decimals int, language string) string {
	comma, group := ".", ","
	if language == "nl" {
		comma, group = ",", "."
	}
	head, tail, _ := strings.Cut(strconv.FormatFloat(math.Abs(Rounded(v, decimals)), 'f', decimals, 64), ".")
	for at := len(head) - 3; at > 0; at -= 3 {
		head = head[:at] + group + head[at:]
	}
	if tail = strings.TrimRight(tail, "0"); tail != "" {
		head += comma + tail
	}
	if Rounded(v, decimals) < 0 {
		head = "-" + head
	}
	return head
}
