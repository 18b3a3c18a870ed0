package boards

import "slices"

// The arithmetic behind singlesOut: the reduced rows of a matrix of groups (rows) by people (columns). It counts modulo a prime
// far above anything that matrices of a workshop's size can produce.

const prime = 1<<31 - 1

// sum is one row in reduced form: a combination of what was told, 1 at its pivot.
type sum struct {
	pivot int
	at    []uint64 // by column
}

// reduced gives the row echelon form: every pivot stands alone in its column.
func reduced(columns []column, groups int) []sum {
	var rows []sum
	for g := range groups {
		row := make([]uint64, len(columns))
		for c := range columns {
			if columns[c].in[g] {
				row[c] = 1
			}
		}
		for _, other := range rows {
			takeOff(row, other.at, row[other.pivot])
		}
		pivot := slices.IndexFunc(row, func(v uint64) bool { return v != 0 })
		if pivot < 0 {
			continue
		}
		scale(row, inverse(row[pivot]))
		for _, other := range rows {
			takeOff(other.at, row, other.at[pivot])
		}
		rows = append(rows, sum{pivot, row})
	}
	return rows
}

func takeOff(row, other []uint64, times uint64) {
	if times == 0 {
		return
	}
	for c := range row {
		row[c] = (row[c] + (prime-other[c])*times) % prime
	}
}

func scale(row []uint64, by uint64) {
	for c := range row {
		row[c] = row[c] * by % prime
	}
}

// inverse is v^(p−2), by Fermat.
func inverse(v uint64) uint64 {
	out := uint64(1)
	for n := uint64(prime - 2); n > 0; n >>= 1 {
		if n&1 == 1 {
			out = out * v % prime
		}
		v = v * v % prime
	}
	return out
}

// tells says whether one row is about one or two people.
func tells(row sum, columns []column, onPurpose map[[2]string]bool) bool {
	var who []string
	for c, v := range row.at {
		if v != 0 {
			if who = append(who, columns[c].people...); len(who) > 2 {
				return false
			}
		}
	}
	return !purposely(who, onPurpose)
}

// tellsTogether says whether two rows can be combined so that only their two pivots are left, each one person.
func tellsTogether(a, b sum, columns []column, onPurpose map[[2]string]bool) bool {
	if len(columns[a.pivot].people) > 1 || len(columns[b.pivot].people) > 1 {
		return false
	}
	var ratio uint64
	for c := range a.at {
		if c == a.pivot || c == b.pivot || (a.at[c] == 0 && b.at[c] == 0) {
			continue
		}
		if a.at[c] == 0 || b.at[c] == 0 {
			return false
		}
		r := a.at[c] * inverse(b.at[c]) % prime
		if ratio == 0 {
			ratio = r
		}
		if r != ratio {
			return false
		}
	}
	return ratio != 0 && !purposely([]string{columns[a.pivot].people[0], columns[b.pivot].people[0]}, onPurpose)
}

// purposely says whether these are two people whose line was told on purpose.
func purposely(who []string, onPurpose map[[2]string]bool) bool {
	slices.Sort(who)
	return len(who) == 2 && onPurpose[[2]string{who[0], who[1]}]
}
