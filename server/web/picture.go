package web

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/picture"
)

// What can be wrong with a picture that somebody brings.
var (
	errPictureNone = &problem{400, "bad_value", [2]string{
		"Dit is geen afbeelding die we kunnen lezen. Neem een PNG, JPEG of WebP.",
		"This is no picture we can read. Take a PNG, JPEG or WebP."}}
	errPictureBig = &problem{413, "too_long", [2]string{
		"Deze afbeelding is te groot. Hij mag 2 MB zijn.", "This picture is too big. It may have 2 MB."}}
	errPictureWide = &problem{400, "too_long", [2]string{
		"Deze afbeelding heeft te veel beeldpunten. Maak hem kleiner, tot 16 miljoen.",
		"This picture has too many points. Make it smaller, up to 16 million."}}
	errPictureBusy = &problem{429, "slow_down", [2]string{
		"Er worden net andere afbeeldingen gelezen. Probeer het zo weer.",
		"Other pictures are being read just now. Try again in a moment."}}
)

var pictureProblems = map[error]*problem{picture.ErrNone: errPictureNone, picture.ErrBig: errPictureBig, picture.ErrWide: errPictureWide}

// takesPicture says whether a request brings one.
func takesPicture(method, path string) bool {
	return method == fiber.MethodPost && strings.HasPrefix(path, "/api/boards/") && strings.HasSuffix(path, "/pictures")
}

// takePicture makes a picture small and clean and keeps it on the board, for a field to name. The body is the picture, or a form with it.
func (s *Server) takePicture(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	who := boards.Actor{Person: seat.Person, Role: seat.Role}
	no, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) *boards.Refusal { return boards.MayPicture(b, who) })
	switch {
	case err != nil:
		return err
	case no != nil:
		return no
	}
	data := c.Body()
	if strings.HasPrefix(c.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		up, err := uploaded(c)
		if err != nil {
			return err
		}
		data = up.file
	}
	clean, err := s.cleanPicture(data)
	if err != nil {
		return err
	}
	return s.keepPicture(c, seat, clean)
}

// cleanPicture reads one picture at a time, so that many at once take no more memory than one.
func (s *Server) cleanPicture(data []byte) ([]byte, error) {
	waits, cancel := context.WithTimeout(context.Background(), importWait)
	defer cancel()
	done, err := s.documents.alone(waits, "a picture")
	if err != nil {
		return nil, errPictureBusy
	}
	defer done()
	clean, err := picture.Clean(data)
	for known, problem := range pictureProblems {
		if errors.Is(err, known) {
			return nil, problem
		}
	}
	return clean, err
}

func (s *Server) keepPicture(c *fiber.Ctx, seat live.Seat, clean []byte) error {
	id, args := live.Random(20), map[string]any{"data": base64.StdEncoding.EncodeToString(clean)}
	err := s.Rooms.Do(c.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(boards.Op{Op: "act", Do: "picture", ID: id, Args: args}, boards.Actor{Role: boards.RoleServer})
	})
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(fiber.Map{"picture": id})
}

// picture gives a picture to whoever may see the board. It runs nothing, whatever a browser takes it for.
func (s *Server) picture(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	id := c.Params("picture")
	data, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) []byte { return boards.PictureOf(b, id) })
	switch {
	case err != nil:
		return err
	case data == nil:
		return bad("not_found")
	}
	c.Set(fiber.HeaderContentType, "image/jpeg")
	c.Set("Content-Security-Policy", filePolicy)
	return c.Send(data)
}
