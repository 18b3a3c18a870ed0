package web

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/template"
	"muntsaus/server/live"
)

// codeLetters leaves out what is misread or misheard: 0 O, 1 I L.
const codeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

const joinCodeLength = 6

func randomCode() string { return live.Pick(codeLetters, joinCodeLength) }

// made is what the maker of a board gets, once.
type made struct {
	BoardID          string `json:"boardId"`
	PersonID         string `json:"personId"`
	JoinCode         string `json:"joinCode"`
	FacilitatorKey   string `json:"facilitatorKey"`
	CofacilitatorKey string `json:"cofacilitatorKey"`
	ProjectorKey     string `json:"projectorKey"`
	Seat             string `json:"seat"`
}

// keys of a new board, as the board keeps them.
func (m made) keys() []template.Key {
	return []template.Key{
		{Use: "facilitator", Role: boards.RoleFacilitator, Hash: live.Hash(m.FacilitatorKey), Mine: true},
		{Use: "co_facilitator", Role: boards.RoleCoFacilitator, Hash: live.Hash(m.CofacilitatorKey)},
		{Use: "projector", Role: boards.RoleScreen, Hash: live.Hash(m.ProjectorKey)},
		{Use: "seat", Role: boards.RoleFacilitator, Hash: live.Hash(m.Seat), Mine: true},
	}
}

// hangKeys puts the keys of a new board on it; those of whoever made it are the host's.
func (m made) hangKeys(f *boards.Founder, host string) {
	for _, key := range m.keys() {
		fields := boards.Fields{"use": key.Use, "role": key.Role, "hash": key.Hash}
		if key.Mine {
			fields["person_id"] = host
		}
		f.Put("key", "", fields)
	}
}

func (s *Server) create(c *fiber.Ctx) error {
	f, err := ask(c)
	if err != nil {
		return err
	}
	wish := template.Wish{Template: f.need("template"), Agenda: f.need("agenda"), Language: f.text("language"), Title: f.text("title"),
		Name: s.Rooms.Moment().Name(f.text("name")), TimeZone: f.text("timeZone")}
	if err := f.done(); err != nil {
		return err
	}
	if wish.Language == "" {
		wish.Language = languageOf(c)
	}
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		wish.JoinCode, wish.Keys = m.JoinCode, m.keys()
		board, host, err := template.Found(m.BoardID, epoch, wish, now)
		return board, host, wishError(wish, err)
	}, alone)
}

// wishError names what nobody knows, so that the reader need not guess which of the values it was.
func wishError(wish template.Wish, err error) error {
	switch {
	case errors.Is(err, template.ErrTemplate):
		return unknown("Deze klantreis kennen we niet: %s.", "We do not know this journey: %s.", wish.Template)
	case errors.Is(err, template.ErrAgenda):
		return unknown("Deze duur kennen we niet: %s. Kies 2h, half of day.", "We do not know this length: %s. Choose 2h, half or day.",
			wish.Agenda)
	case errors.Is(err, template.ErrZone):
		return unknown("Deze tijdzone kennen we niet: %s.", "We do not know this time zone: %s.", wish.TimeZone)
	}
	return err
}

// settle founds a board, puts it on the shelf and seats its maker. A join code in use is drawn again.
func (s *Server) settle(c *fiber.Ctx, found func(made, string, boards.Moment) (*boards.Board, string, error), answer func(made) any) error {
	now := s.Rooms.Moment()
	id := now.ID()
	m := made{BoardID: id, FacilitatorKey: newToken(id), CofacilitatorKey: newToken(id), ProjectorKey: newToken(id), Seat: newToken(id)}
	epoch := now.ID()
	for try := 0; ; try++ {
		m.JoinCode = s.Code()
		board, host, err := found(m, epoch, now)
		if err != nil {
			return err
		}
		m.PersonID = host
		err = s.Rooms.Create(c.Context(), board, m.JoinCode)
		if err == nil {
			break
		}
		if !errors.Is(err, boards.ErrTaken) || try == 9 {
			return err
		}
	}
	s.failures.note(addressOf(c), m.JoinCode, true, time.Now())
	s.setSeatCookie(c, id, "host", m.Seat)
	return c.Status(fiber.StatusCreated).JSON(answer(m))
}

// alone tells the keys of a new board and nothing else.
func alone(m made) any { return m }

// boardOfCode finds the board a code opens, and keeps count of wrong ones.
func (s *Server) boardOfCode(c *fiber.Ctx) (string, error) {
	code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "%20", "").Replace(c.Params("code")))
	address, now := addressOf(c), time.Now()
	if s.failures.blocked(address, code, now) {
		return "", errGuesses
	}
	board, err := s.Rooms.Shelf.Find(c.Context(), code)
	if err != nil && !errors.Is(err, boards.ErrGone) {
		return "", err
	}
	s.failures.note(address, code, err == nil, now)
	if err != nil {
		return "", errCode
	}
	return board, s.doorOf(c, board)
}

// doorOf refuses newcomers while the door is closed; whoever sits at the board already may come back.
func (s *Server) doorOf(c *fiber.Ctx, board string) error {
	closed := false
	if err := s.Rooms.View(c.Context(), board, func(b *boards.Board) { closed = b.Workshop().DoorClosed }); err != nil || !closed {
		return err
	}
	seat, err := s.seatOf(c.Context(), board, seatCookie(c, board, "me"))
	if err == nil && seat.Key == "" {
		err = errDoor
	}
	return err
}

type joinDepartment struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Code    string `json:"code"`
	Stage   string `json:"stage"`
	Pattern int    `json:"pattern"`
}

// lookedUp is what anybody with the code is told, so that they know whether this is the right door.
type lookedUp struct {
	BoardID      string           `json:"boardId"`
	Title        string           `json:"title"`
	Language     string           `json:"language"`
	Departments  []joinDepartment `json:"departments"`
	Organisation string           `json:"organisation,omitempty"`
	Place        string           `json:"place,omitempty"`
	Purpose      string           `json:"purpose,omitempty"`
	Date         string           `json:"date,omitempty"`
	StartsAt     string           `json:"startsAt,omitempty"`
	TimeZone     string           `json:"timeZone,omitempty"`
	Leads        []string         `json:"leads,omitempty"`
}

func (s *Server) lookUp(c *fiber.Ctx) error {
	id, err := s.boardOfCode(c)
	if err != nil {
		return err
	}
	found := lookedUp{BoardID: id, Departments: []joinDepartment{}}
	err = s.Rooms.View(c.Context(), id, func(b *boards.Board) {
		shop := b.Workshop()
		found.Title, found.Language, found.Purpose = shop.Title, shop.Language, shop.Purpose
		found.Organisation, found.Place = shop.Organisation, shop.Place
		found.Date, found.StartsAt, found.TimeZone, found.Leads = shop.Date, shop.StartsAt, shop.TimeZone, boards.Leads(b, shop.Language)
		for _, d := range b.All("department") {
			pattern, _ := d.Int("pattern")
			found.Departments = append(found.Departments, joinDepartment{d.ID, d.Str("name"), d.Str("code"), d.Str("stage"), pattern})
		}
	})
	if err != nil {
		return err
	}
	return c.JSON(found)
}

var joinRoles = map[string]bool{boards.RoleParticipant: true, boards.RoleObserver: true, boards.RoleGuest: true}

func (s *Server) join(c *fiber.Ctx) error {
	id, err := s.boardOfCode(c)
	if err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	name, department, role := s.Rooms.Moment().Name(f.need("name")), f.text("departmentId"), f.text("role")
	another, asks := f.flag("another"), s.Rooms.Moment().Name(f.text("department"))
	if err := f.done(); err != nil {
		return err
	}
	if role == "" {
		role = boards.RoleParticipant
	}
	if !joinRoles[role] || name == "" {
		return bad("bad_value")
	}
	// The same browser again is the same person, unless somebody says that another sits at it now.
	if token := seatCookie(c, id, "me"); token != "" && !another {
		if seat, err := s.seatOf(c.Context(), id, token); err != nil || seat.Person != "" {
			return answerSeat(c, fiber.StatusOK, seat, token, err)
		}
	}
	if from := addressOf(c); !isLoopback(from) && !s.joins.take(from+" "+id, time.Now()) {
		return errJoins
	}
	seat, token, err := s.newPerson(c.Context(), id, newcomer{name, department, asks, role})
	if err == nil {
		s.setSeatCookie(c, id, "me", token)
	}
	return answerSeat(c, fiber.StatusCreated, seat, token, err)
}

func answerSeat(c *fiber.Ctx, status int, seat live.Seat, token string, err error) error {
	if err != nil {
		return err
	}
	answer := fiber.Map{"boardId": seat.Board, "role": seat.Role, "seat": token}
	if seat.Person != "" && !apart(seat.Role) {
		answer["personId"] = seat.Person
	}
	if seat.Waits {
		answer["waiting"] = true
	}
	return c.Status(status).JSON(answer)
}

// newcomer is what somebody at the door says about themselves; asks is the name of a department that is not at the table.
type newcomer struct{ name, department, asks, role string }

// newPerson puts somebody on the board, or before its door, with a seat.
func (s *Server) newPerson(ctx context.Context, board string, who newcomer) (live.Seat, string, error) {
	args := map[string]any{"name": who.name, "role": who.role}
	for name, text := range map[string]string{"department_id": who.department, "asks": who.asks} {
		if text != "" {
			args[name] = text
		}
	}
	return s.newSeat(ctx, board, who.role, "join", args)
}

// newSeat runs one of the server's acts that make a seat, and reads back who sits on it.
func (s *Server) newSeat(ctx context.Context, board, role, act string, args map[string]any) (live.Seat, string, error) {
	token := newToken(board)
	seat := live.Seat{Board: board, Role: role, Key: live.Hash(token)}
	args["hash"] = seat.Key
	err := s.Rooms.Do(ctx, board, func(b *boards.Board, d *boards.Trial) *boards.Refusal {
		if no := d.Do(boards.Op{Op: "act", Do: act, Args: args}, boards.Actor{Role: boards.RoleServer}); no != nil {
			return no
		}
		seat.Person = seatBy(board, b.KeyOf(seat.Key)).Person
		seat.Waits = b.Waiting(seat.Person)
		return nil
	})
	var no *boards.Refusal
	switch {
	case errors.As(err, &no) && no.Code == "full":
		err = errFull
	case errors.As(err, &no) && no.Field == "by": // the link was renewed in this very moment
		err = errKey
	}
	return seat, token, err
}
