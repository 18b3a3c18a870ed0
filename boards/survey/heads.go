package survey

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// table is a file with its heads apart.
type table struct {
	headRows int
	heads    []heading
	rows     []row    // the answers, all of them
	counted  []row    // those that count
	repeated []string // the lowest head, which stands again where files were put together
}

// heading is what stands above a column.
type heading struct {
	title string
	own   string // the lowest part of it: the option, where a question has several columns
	top   string // the question that several columns belong to; "" = it has one
	key   string // what the tool calls the column, where it says so; lower case
	about bool   // it tells of the answer, it is no question
}

// tableOf finds where the heads end.
func tableOf(rows []row) *table {
	for _, form := range []func([]row) *table{importIDs, oldQualtrics, twoHeads} {
		if t := form(rows); t != nil {
			return t.finished(rows)
		}
	}
	skip := titleRows(rows)
	if t := twoHeads(rows[skip:]); t != nil {
		t.headRows += skip
		return t.finished(rows)
	}
	t := &table{headRows: skip + 1}
	if headless(rows[skip:]) {
		t.headRows = skip
		return t.finished(rows)
	}
	for _, cell := range rows[skip].cells {
		t.heads = append(t.heads, single(headOf(cell)))
	}
	return t.finished(rows)
}

// single gives the head of one row; "Question [option]" is one column of a question with several. LimeSurvey may put the code of a question
// before its text: Q1[SQ001].
func single(title string) heading {
	code, bare := title, title
	if m := limeCode.FindStringSubmatch(title); m != nil && (strings.ContainsAny(m[1], "[0123456789") || limeTools[m[1]]) {
		code, bare = m[1], title[len(m[0]):]
	}
	h := heading{title: bare, own: bare, about: limeTools[code] || lastPage[fold(bare)]}
	title = bare
	if open := strings.LastIndex(title, " ["); open > 0 && strings.HasSuffix(title, "]") {
		h.top, h.own = title[:open], title[open+2:len(title)-1]
	}
	return h
}

var (
	limeCode  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9]*(?:\[[A-Za-z0-9_]+\])*)\. `)
	limeTools = wordSet("id submitdate lastpage startlanguage seed startdate datestamp refurl interviewtime")
	lastPage  = wordSet("laatste~pagina last~page letzte~seite dernière~page")
)

// behindDashes finds the columns of one question that follow each other: "Question - option". Qualtrics and SurveyMonkey write them so.
func behindDashes(heads []heading) {
	question := func(i int) string {
		if i < 0 || i >= len(heads) || heads[i].about {
			return ""
		}
		return heads[i].title[:max(strings.LastIndex(heads[i].title, " - "), 0)]
	}
	for i := range heads {
		if q := question(i); heads[i].top == "" && q != "" && (question(i-1) == q || question(i+1) == q) {
			heads[i].top, heads[i].own = strings.TrimSuffix(q, " - Selected Choice"), heads[i].title[len(q)+len(" - "):]
		}
	}
}

// finished puts the answers in the table and gives every column a head, be it an empty one.
func (t *table) finished(rows []row) *table {
	if t.headRows > 0 {
		t.repeated = trimmed(slices.Clone(rows[t.headRows-1].cells))
	}
	t.rows = rows[min(t.headRows, len(rows)):]
	width := len(t.heads)
	for _, r := range t.rows {
		if len(r.cells) > width {
			width = max(width, len(trimmed(r.cells)))
		}
	}
	for len(t.heads) < width {
		t.heads = append(t.heads, heading{})
	}
	behindDashes(t.heads)
	return t
}

// importIDs knows the heads of Qualtrics by their row of JSON: {"ImportId":"QID1"}. The row above holds the questions.
func importIDs(rows []row) *table {
	for i, r := range rows[:min(len(rows), 6)] {
		n, all := 0, 0
		for _, cell := range r.cells {
			if cell != "" {
				all++
			}
			if strings.HasPrefix(cell, `{"ImportId"`) {
				n++
			}
		}
		if n == 0 || n*2 < all || i == 0 {
			continue
		}
		t := &table{headRows: i + 1}
		for column := range max(len(r.cells), len(rows[i-1].cells)) {
			var id struct{ ImportID string }
			_ = json.Unmarshal([]byte(r.cell(column)), &id) // what cannot be read has no key
			key := strings.ToLower(id.ImportID)
			title := headOf(rows[i-1].cell(column))
			t.heads = append(t.heads, heading{title: title, own: title, key: key, about: isAbout(key)})
		}
		return t
	}
	return nil
}

// about are the columns Qualtrics adds to the questions.
var about = wordSet(`startdate enddate status ipaddress progress duration finished recordeddate _recordid
	recipientlastname recipientfirstname recipientemail externaldatareference externalreference
	locationlatitude locationlongitude distributionchannel userlanguage responseid responseset name
	emailaddress locationaccuracy`)

func isAbout(key string) bool {
	if about[key] {
		return true
	}
	for _, end := range []string{"_nps_group", "_do", "_first_click", "_last_click", "_page_submit", "_click_count"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return strings.Contains(key, "_do_") || strings.HasPrefix(key, "sc_")
}

// oldQualtrics knows the two heads of the older export: V1, V2, Q1 above ResponseID.
func oldQualtrics(rows []row) *table {
	if len(rows) < 2 || !strings.EqualFold(rows[0].cell(0), "V1") || !strings.EqualFold(rows[1].cell(0), "ResponseID") {
		return nil
	}
	t := &table{headRows: 2}
	for column, cell := range rows[1].cells {
		key := strings.ToLower(cell)
		isV := strings.HasPrefix(rows[0].cell(column), "V")
		if !isV {
			key = strings.ToLower(rows[0].cell(column))
		}
		t.heads = append(t.heads, heading{title: headOf(cell), own: headOf(cell), key: key, about: isV || isAbout(key)})
	}
	return t
}

// leastAbout is how many columns about the answer a second head leaves empty at least.
const leastAbout = 3

// twoHeads knows a question above its options: the first row has gaps that the second fills, or the second leaves out the columns that
// tell of the answer and everybody else fills those.
func twoHeads(rows []row) *table {
	if len(rows) < 3 || !headLike(rows[0]) || !headLike(rows[1]) {
		return nil
	}
	top, under := rows[0], rows[1]
	width := max(len(trimmed(top.cells)), len(trimmed(under.cells)))
	gaps, missing, shared := 0, 0, 0
	for column := range width {
		switch above, below := top.cell(column) != "", under.cell(column) != ""; {
		case !above && below:
			gaps++
		case above && !below && mostlyFilled(rows[2:], column):
			missing++
		case above && below:
			shared++
		}
	}
	asTool := under.cell(0) == "" && missing >= leastAbout && gaps+shared > 0
	asSheet := gaps > 0 && shared > 1 && gaps+shared == width && top.cell(0) != "" && hasNumbers(rows[2:])
	if !asTool && !asSheet {
		return nil
	}
	return stacked(top, under, width)
}

// stacked gives the heads of two rows: the question goes on to the right until the next one.
func stacked(top, under row, width int) *table {
	t := &table{headRows: 2}
	question, alone := "", false
	for column := range width {
		if above := top.cell(column); above != "" {
			question = headOf(above)
			alone = top.cell(column+1) != "" || column+1 >= width
		}
		own := headOf(under.cell(column))
		h := heading{title: question, own: own, about: own == "" && top.cell(column) != ""}
		if own != "" && !alone {
			h.title, h.top = question+" – "+own, question
		}
		if h.own == "" {
			h.own = h.title
		}
		t.heads = append(t.heads, h)
	}
	return t
}

func mostlyFilled(rows []row, column int) bool {
	n := 0
	for _, r := range rows {
		if r.cell(column) != "" {
			n++
		}
	}
	return n*10 >= len(rows)*9
}

// headLike says whether a row could be a head: no number and no date in it.
func headLike(r row) bool {
	return !slices.ContainsFunc(r.cells, func(cell string) bool { return isValue(cell) })
}

func isValue(cell string) bool {
	if _, ok := decimal(cell); ok {
		return true
	}
	_, ok := dayOf(cell)
	return ok
}

func hasNumbers(rows []row) bool {
	return slices.ContainsFunc(rows[:min(len(rows), looked)], func(r row) bool { return !headLike(r) })
}

// titleRows counts the rows above the heads: a title, a date, a row somebody added by hand. There are far fewer cells in them.
func titleRows(rows []row) int {
	typical := 0
	for _, r := range rows[:min(len(rows), looked)] {
		typical = max(typical, filled(r))
	}
	for i, r := range rows[:min(len(rows)-1, mostHeads)] {
		next := rows[i+1]
		few := filled(r)*4 <= typical || filled(r) == 1 && typical > 1 && next.at > r.at+1
		byHand := r.cell(0) == "" && filled(r)*3 <= typical*2 && filled(next) == typical && headLike(r)
		if !few && !byHand {
			return i
		}
	}
	return 0
}

func filled(r row) (n int) {
	for _, cell := range r.cells {
		if cell != "" {
			n++
		}
	}
	return n
}

// headless says whether the first row is an answer like the others: there is a number or a date where others have one.
func headless(rows []row) bool {
	values := 0
	for column, cell := range rows[0].cells {
		others := 0
		for _, r := range rows[1:min(len(rows), looked)] {
			if isValue(r.cell(column)) {
				others++
			}
		}
		if cell == "" || others*2 < min(len(rows), looked)-1 || len(rows) == 1 {
			continue
		}
		if !isValue(cell) {
			return false
		}
		values++
	}
	return values > 0
}
