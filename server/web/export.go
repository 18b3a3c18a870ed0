package web

import (
	"bytes"
	"encoding/json"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// file is an exported board: what everybody may see of it. Keys, sealed answers and who wrote veiled cards stay here.
type file struct {
	Format  string           `json:"format"`
	V       int              `json:"v"`
	Records []*boards.Record `json:"records"`
}

const fileFormat = "muntsaus-board"

func (s *Server) exportBoard(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	out := file{Format: fileFormat, V: boards.Version}
	if err := s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) { out.Records = b.Public() }); err != nil {
		return err
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	return attach(c, "board.json", fiber.MIMEApplicationJSONCharsetUTF8, buf.Bytes())
}

// attach sends a file to save. Its own policy keeps a browser from running anything in it.
func attach(c *fiber.Ctx, name, kind string, data []byte) error {
	c.Set(fiber.HeaderContentType, kind)
	c.Set(fiber.HeaderContentDisposition, `attachment; filename="`+name+`"`)
	c.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	return c.Send(data)
}

// importBoard makes a new board of an exported one: new id, new code, new keys; whoever imports it facilitates.
func (s *Server) importBoard(c *fiber.Ctx) error {
	in, err := readFile(c.Body())
	if err != nil {
		return err
	}
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		f := boards.Found(m.BoardID, epoch, now)
		host := ""
		for _, r := range in.Records {
			if r.Kind == "board" {
				r.Fields["join_code"] = m.JoinCode
			}
			if r.Kind == "person" && r.Str("role") == boards.RoleFacilitator && host == "" {
				host = r.ID
			}
			f.Add(r)
		}
		if host == "" {
			host = f.Put("person", "", boards.Fields{"name": "Facilitator", "role": boards.RoleFacilitator})
		}
		for _, key := range m.keys() {
			fields := boards.Fields{"use": key.Use, "role": key.Role, "hash": key.Hash}
			if key.Mine {
				fields["person_id"] = host
			}
			f.Put("key", "", fields)
		}
		board, err := f.Board()
		return board, host, err
	})
}

// readFile reads an exported board. What never leaves a server is not taken from outside either.
func readFile(body []byte) (file, error) {
	var in file
	if _, no := boards.ParseFrame(body); no != nil {
		return in, errFile
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&in); err != nil || in.Format != fileFormat || in.V > boards.Version {
		return in, errFile
	}
	workshops := 0
	for _, r := range in.Records {
		if r == nil || r.Fields == nil || secretKinds[r.Kind] {
			return in, errFile
		}
		if r.Kind == "board" {
			workshops++
		}
	}
	if workshops != 1 {
		return in, errFile
	}
	return in, nil
}

var secretKinds = map[string]bool{"key": true, "vote": true, "ready": true, "split": true}
