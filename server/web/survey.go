package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/survey"
	"muntsaus/server/live"
)

// survey reads a file of customers' answers: without a mapping it says what is in it and keeps nothing, with one it puts the score and the
// comments on the board. One file of a board at a time.
func (s *Server) survey(c *fiber.Ctx) error {
	seat, err := s.leader(c)
	if err != nil {
		return err
	}
	up, err := uploaded(c, "mapping")
	if err != nil {
		return err
	}
	waits, cancel := context.WithTimeout(context.Background(), importWait)
	defer cancel()
	done, err := s.documents.alone(waits, "survey of "+seat.Board)
	if err != nil {
		return errReading
	}
	defer done()
	around, err := live.Look(c.Context(), s.Rooms, seat.Board, surroundings)
	if err != nil {
		return err
	}
	file, err := survey.Read(up.file, survey.Options{Steps: around.titles(), Zone: around.zone})
	if err != nil {
		return surveyProblem(err)
	}
	mapping, asked := up.texts["mapping"]
	if !asked {
		return c.JSON(looked{file.Preview(), around.number()})
	}
	wish, err := readMapping(mapping)
	if err != nil {
		return err
	}
	return s.takeSurvey(c, seat, file, wish, around)
}

// leader finds the seat and insists that it leads, alone or beside somebody.
func (s *Server) leader(c *fiber.Ctx) (live.Seat, error) {
	seat, err := s.seat(c)
	if err == nil && useOf(seat.Role) != "host" {
		err = bad("not_allowed")
	}
	return seat, err
}

// around is what of a board helps to understand a file.
type around struct {
	steps     map[string]string // title → id
	zone      *time.Location
	indicator *boards.Record
	first     bool // nothing was measured yet
}

func surroundings(b *boards.Board) around {
	a := around{steps: map[string]string{}, first: b.Count("measurement") == 0}
	for _, r := range b.Shown("step") {
		if title := folded(r.Str("title")); title != "" && a.steps[title] == "" {
			a.steps[title] = r.ID
		}
	}
	for _, r := range b.Shown("indicator") {
		a.indicator = r
	}
	var err error
	if a.zone, err = time.LoadLocation(b.Workshop().TimeZone); err != nil {
		a.zone = time.UTC
	}
	return a
}

// looked is what whoever looks into a file is told, with the customer number that its scores would count for.
type looked struct {
	survey.Preview
	Indicator *number `json:"indicator,omitempty"`
}

type number struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
}

// number gives the customer number of the board, when it has a scale.
func (a around) number() *number {
	if a.indicator == nil {
		return nil
	}
	least, hasLeast := a.indicator.Num("scale_min")
	most, hasMost := a.indicator.Num("scale_max")
	if !hasLeast || !hasMost || most <= least {
		return nil
	}
	return &number{a.indicator.ID, a.indicator.Str("name"), least, most}
}

func (a around) titles() (list []string) {
	for title := range a.steps {
		list = append(list, title)
	}
	return list
}

func folded(title string) string { return strings.ToLower(strings.Join(strings.Fields(title), " ")) }

// taken is what whoever brings a file is told.
type taken struct {
	MeasurementID string           `json:"measurementId,omitempty"`
	N             int              `json:"n"`
	Quotes        int              `json:"quotes"`
	LeftOut       []survey.LeftOut `json:"leftOut"`
}

func (s *Server) takeSurvey(c *fiber.Ctx, seat live.Seat, file *survey.File, wish mapping, around around) error {
	measure, err := wish.measure(around)
	if err != nil {
		return err
	}
	got, err := file.Take(wish.Mapping, measure)
	var wrong *survey.WrongMapping
	if errors.As(err, &wrong) {
		return mappingProblem(wrong)
	}
	if err != nil {
		return err
	}
	key := sha256.Sum256(append([]byte(file.Preview().SHA256), wish.said...))
	args := map[string]any{"key": hex.EncodeToString(key[:])}
	if wish.Score != nil {
		args["measurement"] = measurementOf(got, wish, around)
	}
	answer := taken{N: got.N, LeftOut: got.LeftOut}
	var left []survey.LeftOut
	err = s.Rooms.Do(c.Context(), seat.Board, func(b *boards.Board, d *boards.Trial) *boards.Refusal {
		if no := wish.missing(b); no != nil {
			return no
		}
		quotes := got.Quotes[:min(len(got.Quotes), b.RoomForQuotes())]
		left = nil
		for _, q := range got.Quotes[len(quotes):] {
			left = append(left, survey.LeftOut{Row: q.Row, Reason: "full"})
		}
		answer.Quotes = len(quotes)
		args["quotes"] = quoteFields(quotes, wish, around)
		no := d.Do(boards.Op{Op: "act", Do: "survey", Args: args}, boards.Actor{Role: boards.RoleServer})
		answer.MeasurementID = newest(b, "measurement", wish.Score != nil && no == nil)
		return no
	})
	var no *boards.Refusal
	if errors.As(err, &no) && no.Code == "already" {
		return errTaken
	}
	if err != nil {
		return err
	}
	answer.LeftOut = append(answer.LeftOut, left...)
	return c.Status(fiber.StatusCreated).JSON(answer)
}

// newest gives the id of the last record of a kind.
func newest(b *boards.Board, kind string, wanted bool) string {
	if all := b.All(kind); wanted && len(all) > 0 {
		return all[len(all)-1].ID
	}
	return ""
}

func measurementOf(got survey.Taken, wish mapping, around around) boards.Fields {
	fields := boards.Fields{"indicator_id": wish.indicator, "date": wish.Day, "n": got.N, "source": wish.source,
		"is_baseline": around.first}
	if got.Counts != nil {
		counts := make([]any, len(got.Counts))
		for i, n := range got.Counts {
			counts[i] = n
		}
		fields["counts"] = counts
		return fields
	}
	fields["value"] = got.Mean
	if got.N > 1 {
		fields["sd"] = got.SD
	}
	return fields
}

func quoteFields(quotes []survey.Quote, wish mapping, around around) []boards.Fields {
	list := make([]boards.Fields, 0, len(quotes))
	for _, q := range quotes {
		fields := boards.Fields{"text": q.Text, "source": wish.source, "kind": "survey", "date": q.Day, "consent": wish.consent}
		step := wish.step
		if id := around.steps[folded(q.Step)]; id != "" {
			step = id
		}
		if step != "" {
			fields["step_id"] = step
		}
		list = append(list, fields)
	}
	return list
}

// mapping is what to do with a file, as it was asked.
type mapping struct {
	survey.Mapping
	indicator, step, source, consent string
	said                             []byte // the same wish in the same bytes, however it was written
}

func readMapping(data []byte) (mapping, error) {
	object, no := boards.ParseFrame(data)
	if no != nil {
		return mapping{}, no
	}
	said, err := json.Marshal(object) // names in order
	if err != nil {
		return mapping{}, bad("bad_request")
	}
	f := &form{left: object}
	m := mapping{said: said}
	if score := f.object("score"); score != nil {
		m.Score = &survey.ScoreOf{Column: int(score.number("column")), Labels: score.worth("labels")}
		m.indicator = score.need("indicatorId")
		if err := score.done(); err != nil {
			return m, err
		}
	}
	m.Comments, m.QuoteRows = f.numbers("comments"), f.numbers("quoteRows")
	if f.has("stepColumn") {
		column := int(f.number("stepColumn"))
		m.StepIn = &column
	}
	m.DateOrder, m.step = f.text("dateOrder"), f.text("stepId")
	m.source, m.Day, m.consent = strings.TrimSpace(f.need("source")), f.need("date"), f.need("consent")
	f.take("stepColumn")
	if err := f.done(); err != nil {
		return m, err
	}
	return m, m.check()
}

// check refuses what no board would take, before anything is read.
func (m mapping) check() error {
	_, err := time.Parse(time.DateOnly, m.Day)
	switch {
	case err != nil:
		return errSurveyDate
	case m.source == "" || len([]rune(m.source)) > 120:
		return errSurveySource
	case m.consent != "none_needed" && m.consent != "given" && m.consent != "missing":
		return bad("bad_value")
	case m.DateOrder != "" && m.DateOrder != "dmy" && m.DateOrder != "mdy" && m.DateOrder != "ymd":
		return bad("bad_value")
	}
	return nil
}

// measure gives the scale of the customer number that the score is of.
func (m mapping) measure(around around) (survey.Measure, error) {
	if m.Score == nil {
		return survey.Measure{}, nil
	}
	number := around.indicator
	if number == nil || number.ID != m.indicator {
		return survey.Measure{}, errNoNumber
	}
	least, hasLeast := number.Num("scale_min")
	most, hasMost := number.Num("scale_max")
	if !hasLeast || !hasMost || most <= least {
		return survey.Measure{}, errNoScale
	}
	metric, variant := number.Str("metric"), number.Str("variant")
	whole := map[string]bool{"nps": true, "share": true, "csat": variant != "mean", "ces": variant != "" && variant != "mean"}
	return survey.Measure{Min: least, Max: most, Whole: whole[metric], YesNo: metric == "share"}, nil
}

// missing refuses a mapping whose number or step has gone while the file was read.
func (m mapping) missing(b *boards.Board) *boards.Refusal {
	if m.Score != nil && b.Get(m.indicator) == nil {
		return &boards.Refusal{Code: "not_found", Field: "indicatorId"}
	}
	if step := b.Get(m.step); m.step != "" && (step == nil || step.Kind != "step") {
		return &boards.Refusal{Code: "not_found", Field: "stepId"}
	}
	return nil
}

// numbers reads a list of whole numbers; nil when absent.
func (f *form) numbers(name string) []int {
	v, there := f.take(name)
	if !there || v == nil {
		return nil
	}
	if empty, ok := v.([]string); ok && len(empty) == 0 {
		return []int{}
	}
	list, ok := v.([]any)
	if !ok {
		f.fail(name)
	}
	out := make([]int, 0, len(list))
	for _, item := range list {
		n, whole := item.(int)
		if !whole || n < 0 {
			f.fail(name)
			return nil
		}
		out = append(out, n)
	}
	return out
}

// worth reads what words are worth: a number, or null for no answer.
func (f *form) worth(name string) map[string]*float64 {
	v, there := f.take(name)
	object, ok := v.(map[string]any)
	if there && v != nil && !ok {
		f.fail(name)
	}
	labels := map[string]*float64{}
	for text, value := range object {
		switch n := value.(type) {
		case nil:
			labels[text] = nil
		case int:
			x := float64(n)
			labels[text] = &x
		case float64:
			labels[text] = &n
		default:
			f.fail(name)
		}
	}
	return labels
}

// surveyProblems say what is wrong with a whole file.
var surveyProblems = map[error]*problem{
	survey.ErrEmpty: {400, "bad_value", [2]string{
		"In dit bestand staat niets. Sla de antwoorden opnieuw op en probeer het weer.",
		"There is nothing in this file. Save the answers once more and try again."}},
	survey.ErrNoTable: {400, "bad_value", [2]string{
		"Dit is geen tabel met antwoorden. Sla ze op als CSV of als Excel-bestand (.xlsx).",
		"This is no table of answers. Save them as CSV or as an Excel file (.xlsx)."}},
	survey.ErrNoWorkbook: {400, "bad_value", [2]string{
		"Dit is een zip-bestand, geen Excel-bestand. Pak het uit en kies het bestand met de antwoorden.",
		"This is a zip file, not an Excel file. Unpack it and choose the file with the answers."}},
	survey.ErrOldExcel: {400, "bad_value", [2]string{
		"Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. Sla het zonder wachtwoord op als .xlsx.",
		"This is an old Excel file (.xls), or it has a password. Save it without one as .xlsx."}},
	survey.ErrDamaged: {400, "bad_value", [2]string{
		"Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het weer.",
		"This Excel file is damaged. Open it in Excel, save it once more and try again."}},
	survey.ErrUnpacked: {413, "too_long", [2]string{
		"Dit Excel-bestand is uitgepakt veel te groot. Sla alleen het blad met de antwoorden op.",
		"This Excel file is far too big once unpacked. Save the sheet with the answers alone."}},
	survey.ErrTooMany: {413, "too_long", [2]string{
		"In dit bestand staan meer dan 50.000 antwoorden. Deel het op, of neem een kortere periode.",
		"There are more than 50,000 answers in this file. Split it, or take a shorter period."}},
	survey.ErrWide: {413, "too_long", [2]string{
		"Dit bestand heeft meer dan 1.000 kolommen. Laat de kolommen weg die je niet nodig hebt.",
		"This file has more than 1,000 columns. Leave out those you do not need."}},
}

func surveyProblem(err error) error {
	for known, p := range surveyProblems {
		if errors.Is(err, known) {
			return p
		}
	}
	return err
}

// wrongMappings are the sentences for what does not fit a file, by why.
var wrongMappings = map[string][2]string{
	"empty":  {"Kies een kolom met scores of met opmerkingen.", "Choose a column with scores or with comments."},
	"column": {"Deze kolom staat niet in het bestand (%s).", "This column is not in the file (%s)."},
	"twice":  {"Deze kolom is twee keer gekozen (%s).", "This column is chosen twice (%s)."},
	"labels": {"Zoveel verschillende antwoorden kunnen geen schaal zijn (%s).", "So many different answers cannot be a scale (%s)."},
	"one_is_zero": {
		"Deze scores lopen van 1 tot 11. Zeg eerst of 1 hier 0 betekent.",
		"These scores run from 1 to 11. Say first whether 1 means 0 here."},
	"none": {
		"In deze kolom staat geen enkele score die binnen de schaal past. Er is niets ingelezen.",
		"There is no score in this column that fits the scale. Nothing was taken in."},
	"personal": {
		"In deze kolom staat wie iemand is (%s). Die nemen we niet over; kies een andere.",
		"This column says who somebody is (%s). We do not take it in; choose another."},
}

func mappingProblem(wrong *survey.WrongMapping) error {
	pair, ok := wrongMappings[wrong.Why]
	if !ok {
		return bad("bad_value")
	}
	for i, text := range pair {
		if strings.Contains(text, "%s") {
			pair[i] = fmt.Sprintf(text, wrong.Field)
		}
	}
	return &problem{400, "bad_value", pair}
}

var (
	errTaken = &problem{409, "already", [2]string{
		"Dit bestand is al ingelezen, met dezelfde keuzes. Er is niets veranderd.",
		"This file was taken in before, with the same choices. Nothing has changed."}}
	errReading = &problem{429, "slow_down", [2]string{
		"Voor deze workshop wordt al een bestand gelezen. Probeer het zo weer.",
		"A file is being read for this workshop already. Try again in a moment."}}
	errSurveyBig = &problem{413, "too_long", [2]string{
		"Dit bestand is groter dan 20 MB. Neem een kortere periode of minder kolommen.",
		"This file is bigger than 20 MB. Take a shorter period or fewer columns."}}
	errSurveyDate = &problem{400, "bad_value", [2]string{
		"Vul in wanneer deze antwoorden zijn gegeven, als een datum.", "Fill in when these answers were given, as a date."}}
	errSurveySource = &problem{400, "bad_value", [2]string{
		"Vul in waar deze antwoorden vandaan komen, in hoogstens 120 tekens.",
		"Fill in where these answers come from, in at most 120 characters."}}
	errNoNumber = &problem{404, "not_found", [2]string{
		"Het klantcijfer waar deze scores bij horen, is er niet meer. Kies eerst een klantcijfer.",
		"The customer number these scores belong to is no longer there. Choose a customer number first."}}
	errNoScale = &problem{400, "bad_value", [2]string{
		"Het klantcijfer heeft nog geen schaal. Vul eerst de laagste en de hoogste score in.",
		"The customer number has no scale yet. Fill in the lowest and the highest score first."}}
)
