package report

import "strings"

// firstPage is the height of page 1 in millimetres. It must stand alone when printed separately.
const firstPage = 260.0

// fit makes page 1 fit: first the quote goes (the annex has it), then the sentence of the third number, and of those before it
// only when that is not enough; never the decisions.
func (s *summary) fit(title, elsewhere string) {
	if s.high(title) <= firstPage {
		return
	}
	s.Quote, s.NoQuote = nil, elsewhere
	for i := len(s.Numbers) - 1; i >= 0 && s.high(title) > firstPage; i-- {
		s.Numbers[i].Text = ""
	}
}

// high estimates the height on the safe side.
func (s summary) high(title string) float64 {
	high := 12 + 11.5*float64(lines(title, 33)) + 5.2*float64(lines(strings.Join(s.Meta, " "), 88)) + 10 +
		8.4*float64(lines(s.Conclusion, 44))
	high += 22 // the decision box without its lines
	for _, d := range s.Decisions {
		high += max(9.5, 4+4.5*float64(lines(d.Text, 60)))
		if d.Facts != "" {
			high += 4.2 * float64(lines(d.Facts, 70))
		}
	}
	number := 0
	for _, n := range s.Numbers {
		number = max(number, lines(n.Text, 27)+lines(n.N, 28))
	}
	high += 20 + 4.8*float64(number) + 20 // the numbers, the head of the top
	for _, t := range s.Top {
		high += 4 + 4.5*float64(max(lines(t.Text, 24), lines(t.Fix, 24), lines(t.Owner, 15), 1))
	}
	if n := s.Number; n != nil {
		high += 14 + 4.9*float64(lines(n.Facts+n.Since+n.Target+n.Inside+n.Commits, 80))
	}
	voice, beside := 0.0, 8+4.9*float64(lines(s.GoldenRule, 40)+lines(s.Sponsor, 40))
	if s.Quote != nil {
		voice = 2 + 7.2*float64(lines(s.Quote.Text, 34)) + 4.2*float64(lines(s.Quote.Source, 60))
	}
	return high + 5 + max(voice, beside)
}
