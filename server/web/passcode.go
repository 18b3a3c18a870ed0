package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/url"
	"time"

	"github.com/gofiber/fiber/v2"
)

// passcodeHeader carries the passcode, percent-encoded because a header has no letters beyond ASCII.
const passcodeHeader = "X-Passcode"

// passHash is how the passcode is kept and compared; nil when none is asked for.
func passHash(passcode string) []byte {
	if passcode == "" {
		return nil
	}
	sum := sha256.Sum256([]byte(passcode))
	return sum[:]
}

// guardCreate lets only those make boards who know the passcode or signed in, on a server that asks for it, and counts wrong passcodes
// as it counts wrong join codes. It also counts boards per address where that is limited.
func (s *Server) guardCreate(c *fiber.Ctx) error {
	if err := s.checkPasscode(c); err != nil {
		return err
	}
	if _, ok := s.signedIn(c); s.SignIn != nil && !ok {
		return errSignin
	}
	if s.MostBoards > 0 && !s.made.take(addressOf(c), s.MostBoards, time.Now()) {
		return errBoards
	}
	return c.Next()
}

func (s *Server) checkPasscode(c *fiber.Ctx) error {
	if s.pass == nil {
		return nil
	}
	said, err := url.PathUnescape(c.Get(passcodeHeader))
	if err != nil || said == "" {
		return errPasscode
	}
	address, now := addressOf(c), time.Now()
	if s.passFailures.blocked(address, "", now) { // also the right one: a guesser must not learn that it was right
		return errGuesses
	}
	if subtle.ConstantTimeCompare(passHash(said), s.pass) == 1 {
		return nil
	}
	s.passFailures.note(address, "", false, now)
	return errPasscode
}
