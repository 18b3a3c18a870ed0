package report

// How high a page of the map will stand, estimated on the safe side: our own estimate of line breaks decides what is
// shortened, so that the same board always gives the same document.

// high gives the height of a page in millimetres.
func (m mapMaker) high(p mapPage) float64 {
	line := m.plan.line()
	high := m.headHigh(p) + m.phaseHigh(p) + 10 // head, phases, the lane of experience
	if p.Scores != nil {
		high += 14
	}
	step, customer := 0.0, 0.0
	for i, h := range p.Heads {
		step = max(step, 6.2+line*float64(m.text(h.Title, m.columns*9/10)))
		customer = max(customer, 2.5+line*float64(m.text(p.Customers[i].Text, m.columns)+lines(p.Customers[i].Way, m.columns-4)))
	}
	customer = max(customer, 2.5+line*float64(lines(m.T("lane.customer", m.who()), 13)))
	front := 0.0
	for _, f := range p.Fronts {
		front = max(front, 8.4+m.notesHigh(f.crossing))
	}
	high += step + customer + front + 3*4.4 + m.laneHigh(p.Evidence) + m.laneHigh(p.Backs) + m.laneHigh(p.Supports)
	if p.Legend != nil && !p.Beside {
		high += m.legendHigh(p.Legend)
	}
	return high
}

func (m mapMaker) text(s string, wide int) int { return max(1, lines(s, max(6, wide))) }

func (m mapMaker) headHigh(p mapPage) float64 {
	if p.Persona == nil {
		return 24
	}
	left := 2 + lines(p.Persona.Role, 46)
	right := lines(p.Persona.Goal, 44) + lines(p.Persona.Fears, 42) + 1
	return max(24, 3+3.6*float64(max(left, right)))
}

func (m mapMaker) phaseHigh(p mapPage) float64 {
	most := 1
	for _, h := range p.Phases {
		most = max(most, lines(h.Title, max(5, int(m.plan.column*float64(h.Span)/2.5))))
	}
	return 4 + 5*float64(most)
}

func (m mapMaker) laneHigh(row []crossing) float64 {
	high := 0.0
	if len(row) > 0 {
		high = 7
	}
	for _, c := range row {
		high = max(high, 2.6+m.notesHigh(c))
	}
	return high
}

func (m mapMaker) notesHigh(c crossing) float64 {
	high, line := 0.0, m.plan.line()
	for _, n := range c.Notes {
		wide, least := m.columns, 0.0
		if n.Tile != nil {
			wide, least = wide-int(tileRoom/m.plan.unit()), 6.4
		}
		high += max(least, line*float64(m.text(n.Text, wide))) + 0.9
	}
	if c.More != "" {
		high += line
	}
	return high
}

// besideMost is how high a legend beside the map may be.
const besideMost = 124.0

// departmentsHigh gives the height of the list of departments beside the map.
func (m mapMaker) departmentsHigh(l *legend) float64 {
	high := 9.0
	for _, t := range l.Departments {
		high += max(6.6, 3.9*float64(lines(t.Name, 20))) + 1.7
	}
	return high
}

// legendHigh: one strip of marks and as many strips of departments as their names need.
func (m mapMaker) legendHigh(l *legend) float64 {
	wide, strips := 0, 1
	for _, t := range l.Departments {
		w := columns(t.Name) + 11
		if wide+w > 155 {
			wide, strips = 0, strips+1
		}
		wide += w
	}
	return 10 + 7*float64(strips)
}
