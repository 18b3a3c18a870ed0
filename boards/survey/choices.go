package survey

import "strings"

// choices finds the questions of which several options could be ticked: one column per option, whose only value is its head, or all of them
// in one cell.
func (f *File) choices(tallies []*tally) {
	columns := f.preview.Columns
	for i := 0; i < len(columns); i++ {
		c := &columns[i]
		k := tallies[c.Index]
		if c.Guess == Group && k.isSeveral() {
			f.preview.Choices = append(f.preview.Choices, Choice{c.Title, []int{c.Index}, c.Labels})
			continue
		}
		if !f.isOption(c, k) {
			continue
		}
		end := i + 1
		for end < len(columns) && f.goesOn(&columns[i], &columns[end], tallies) {
			end++
		}
		if end-i > 1 {
			f.preview.Choices = append(f.preview.Choices, f.choiceOf(columns[i:end], tallies))
			i = end - 1
		}
	}
}

// isOption says whether a column is one option: nothing but its own head stands in it.
func (f *File) isOption(c *Column, k *tally) bool {
	top := f.table.heads[c.Index].top != ""
	return k.asked > 0 && k.own == k.asked || top && c.Guess == Group && k.yesNo == k.asked && k.asked > 0
}

var otherWords = wordSet("other anders overig overige namelijk namely autre andere sonstiges sonstige else")

// goesOn says whether a column belongs to the same question as the first of its options.
func (f *File) goesOn(first, next *Column, tallies []*tally) bool {
	h, of, k := f.table.heads[next.Index], f.table.heads[first.Index], tallies[next.Index]
	if h.top != of.top || next.Guess == Score || next.Guess == Date || next.Guess == Personal {
		return false
	}
	return f.isOption(next, k) || h.top != "" || holdsWord(h.own, otherWords)
}

func (f *File) choiceOf(columns []Column, tallies []*tally) Choice {
	choice := Choice{Title: f.table.heads[columns[0].Index].top, Options: map[string]int{}}
	for i := range columns {
		c, h := &columns[i], f.table.heads[columns[i].Index]
		choice.Columns = append(choice.Columns, c.Index)
		if n := tallies[c.Index].asked; n > 0 {
			choice.Options[h.own] += n
		}
		if holdsWord(h.own, otherWords) && c.Answers > 0 && tallies[c.Index].own == 0 {
			c.Guess, c.Labels = Comment, nil
		}
	}
	return choice
}

// rankings finds the questions that were put in an order: numbers that are 1 to the last in every answer, or the same options in every cell
// in another order. They are no scores.
func (f *File) rankings(tallies []*tally) {
	columns := f.preview.Columns
	for i := 0; i < len(columns); {
		end, top := i+1, f.table.heads[columns[i].Index].top
		for top != "" && end < len(columns) && f.table.heads[columns[end].Index].top == top {
			end++
		}
		if end-i > 1 && f.ranks(columns[i:end]) || end-i == 1 && columns[i].Guess == Group && tallies[columns[i].Index].orders() {
			for j := i; j < end; j++ {
				columns[j].Guess, columns[j].Ranking, columns[j].Scale, columns[j].Labels = Nothing, true, nil, nil
			}
		}
		i = end
	}
}

// ranks says whether the columns hold 1, 2, 3 … in every answer that fills them, not always in the same order.
func (f *File) ranks(columns []Column) bool {
	first, differs, n := "", false, 0
	for _, r := range f.table.counted {
		seen, filled, order := map[int]bool{}, 0, ""
		for _, c := range columns {
			cell := r.cell(c.Index)
			if unasked(cell) {
				continue
			}
			filled++
			v, ok := number(cell)
			if rank := int(v); ok && v == float64(rank) && rank >= 1 && rank <= len(columns) {
				seen[rank] = true
			}
			order += cell + ";"
		}
		if len(seen) != filled {
			return false
		}
		if filled == len(columns) {
			n++
			differs = differs || first != "" && order != first
			first = order
		}
	}
	return n > 1 && differs
}

// orders says whether every cell of a column holds the same options, not always in the same order.
func (k *tally) orders() bool {
	options := map[string]bool{}
	for i, a := range k.order {
		pieces := strings.Split(strings.Trim(a.text, ";"), ";")
		if i == 0 {
			for _, piece := range pieces {
				options[fold(piece)] = true
			}
		}
		if len(pieces) < 2 || len(pieces) != len(options) {
			return false
		}
		for _, piece := range pieces {
			if !options[fold(piece)] {
				return false
			}
		}
	}
	return !k.many && len(k.order) > 1
}
