package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
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
	least, most, ok := a.scale()
	if !ok {
		return nil
	}
	return &number{a.indicator.ID, a.indicator.Str("name"), least, most}
}

// scale gives the lowest and the highest score of the customer number; false when there is none, or no scale yet.
func (a around) scale() (least, most float64, ok bool) {
	if a.indicator == nil {
		return 0, 0, false
	}
	least, hasLeast := a.indicator.Num("scale_min")
	most, hasMost := a.indicator.Num("scale_max")
	return least, most, hasLeast && hasMost && most > least
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
