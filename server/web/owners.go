package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// linkOwner makes the personal link of the owner of the fixes with a name, or ends it (off). The earlier one ends with its seats.
func (s *Server) linkOwner(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	name, off := f.need("name"), f.flag("off")
	if err := f.done(); err != nil {
		return err
	}
	args, key := map[string]any{"name": name}, newToken(seat.Board)
	if args["off"] = true; !off {
		delete(args, "off")
		args["hash"] = live.Hash(key)
	}
	switch err := s.act(c, seat, boards.Op{Do: "owner", Args: args}); {
	case err != nil:
		return err
	case off:
		return c.SendStatus(fiber.StatusNoContent)
	}
	return c.Status(fiber.StatusCreated).JSON(fiber.Map{"key": key})
}
