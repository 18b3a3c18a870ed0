// Package web is the door of Muntsaus: the only package that knows HTTP, cookies and websockets. It turns requests into
// calls on the rooms of package live and their answers into JSON. docs/protocol.md is what it promises.
package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"strings"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/server/live"
	"muntsaus/server/print"
	"muntsaus/server/signin"
)

// Limits of one request.
const (
	mostBody   = 64 << 10
	mostImport = 5 << 20
	mostRead   = 8 << 20 // what is read at all, so that a body a little too big gets a sentence and not a reset
	mostHeader = 8192    // 24 seat cookies fit; it is held per websocket, so not more
)

// How often one person makes a link or opens one, and how fast new people come to a board from one address: a hall may share one.
const (
	mostJoinsAtOnce = 120
	joinPause       = 500 * time.Millisecond
	mostSeatsAtOnce = 30
	seatPause       = 3 * time.Second
	mostWholeAtOnce = 20 // imported or copied boards
	wholePause      = 3 * time.Second
	mostLinesAtOnce = 100 // of one person, who may have several pages: every line gets the whole board
	linePause       = 500 * time.Millisecond
)

// Config is what the door needs to know.
type Config struct {
	Rooms          *live.Rooms
	Ready          func(context.Context) error // answers nil when the log can be written
	Files          fs.FS                       // the built pages; index.html at its top
	PublicURLs     []string                    // addresses under which browsers know this server, beside the one they ask
	TrustedProxies []string                    // addresses or networks whose X-Forwarded-* headers count
	Logger         *slog.Logger
	LogRequests    bool          // one line per request
	Metrics        *Metrics      // nil: none are served
	MetricsToken   string        // who shows it may read the metrics; "" = this machine and private networks
	Code           func() string // makes join codes; nil: random ones
	BodyWithin     time.Duration // how long a request may take to arrive; 0 = 20 seconds
	Addresses      func() []Address
	Printer        *print.Printer  // nil: no PDFs
	Passcode       string          // who makes boards must know it; "" = everybody may
	SignIn         *signin.Service // who makes boards must have signed in there; nil = nobody need
	MostBoards     int             // per address and hour; 0 = no limit
	HSTS           bool            // tell browsers that ask an https address of PublicURLs to come by https alone
	Version        string          // of the program, for the report
}

// Server is the door. Make it with New, open it with Serve, close it with Close.
type Server struct {
	Config
	app      *fiber.App
	pages    *pages
	failures *failures // wrong join codes

	pass         []byte
	passFailures *failures
	made         quota
	seats        *rhythm // links made and opened, per person
	documents    *documents
	joins        *rhythm // new people, per address and board
	whole        *rhythm // boards imported per address, boards copied per person
	lines        *rhythm // lines opened, per person
	proof        proof   // addresses that other devices came by

	upgrade     fiber.Handler
	helloWithin time.Duration // what an open line gets to say hello
	writeWithin time.Duration // how long one write may wait for a screen that does not read
	requests    requestTimes  // times of lines by requests

	mu         sync.Mutex
	closing    bool
	members    map[*live.Member]bool
	byRequests map[string]*requestLine // by board and name
	foreigners map[string]bool         // pairs of sites the log told of
	sockets    sync.WaitGroup
}

// New builds the door.
func New(c Config) *Server {
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Code == nil {
		c.Code = randomCode
	}
	s := &Server{Config: c, failures: newFailures(c.Logger), passFailures: newFailures(c.Logger), pass: passHash(c.Passcode),
		seats: newRhythm(mostSeatsAtOnce, seatPause), members: map[*live.Member]bool{}, helloWithin: helloWithin,
		writeWithin: writeWithin, pages: readPages(c.Files), requests: usualRequests, byRequests: map[string]*requestLine{}}
	s.documents = newDocuments(s.logFault)
	s.whole, s.lines = newRhythm(mostWholeAtOnce, wholePause), newRhythm(mostLinesAtOnce, linePause)
	s.joins, s.foreigners = newRhythm(mostJoinsAtOnce, joinPause), map[string]bool{}
	s.upgrade = s.upgrader()
	s.app = fiber.New(fiber.Config{
		AppName:               "Muntsaus",
		DisableStartupMessage: true,
		Immutable:             true, // else strings of a request change under us when the next one comes
		BodyLimit:             mostRead,

		DisablePreParseMultipartForm: true, // a file stays in memory, and is read by who knows what it may be
		ReadBufferSize:               mostHeader,
		ReadTimeout:                  cmp.Or(s.BodyWithin, 20*time.Second),
		WriteTimeout:                 60 * time.Second,
		IdleTimeout:                  60 * time.Second,
		EnableTrustedProxyCheck:      true, // else everybody's X-Forwarded-* is believed
		TrustedProxies:               c.TrustedProxies,
		ErrorHandler:                 s.explain,
		StrictRouting:                true,
		CaseSensitive:                true,
	})
	s.app.Server().KeepHijackedConns = true // so that Close really closes a websocket; see socket.go
	s.app.Server().CloseOnShutdown = true
	s.app.Server().HeaderReceived = roomFor
	s.routes()
	return s
}

func (s *Server) routes() {
	s.app.Use(s.headers, s.measure, s.survive, s.notice, s.guardLength, s.guardBody)
	s.app.Get("/healthz", s.healthz)
	s.app.Get("/readyz", s.readyz)
	s.app.Get("/metrics", s.metrics)

	api := s.app.Group("/api", s.guardOrigin)
	api.Get("/templates", s.templates)
	api.Get("/addresses", s.addresses)
	api.Get("/signin", s.whoSigned)
	api.Post("/signout", s.signOut)
	api.Get("/join/:code", s.lookUp)
	api.Post("/join/:code", s.join)
	api.Post("/seat", s.takeSeat)
	api.Post("/boards", s.guardCreate, s.create)
	api.Post("/boards/import", s.guardCreate, s.importBoard)

	board := api.Group("/boards/:id")
	board.Delete("", s.deleteBoard)
	board.Get("/me", s.me)
	board.Get("/keep", s.keep)
	board.Get("/own", s.own)
	board.Get("/own.json", s.ownFile)
	board.Delete("/own", s.eraseOwn)
	board.Get("/deleted", s.deleted)
	board.Delete("/own/:record", s.eraseOwn)
	board.Post("/keys", s.renewKey)
	board.Post("/link", s.ownLink)
	board.Post("/owners", s.linkOwner)
	board.Get("/invitation", s.invitation)
	board.Get("/invitation.ics", s.invitationICS)
	board.Post("/copy", s.guardCreate, s.copyBoard)
	board.Get("/history", s.history)
	board.Get("/history/:n", s.historyAt)
	board.Post("/history/:n/board", s.guardCreate, s.putBack)
	board.Post("/next", s.guardCreate, s.nextSession)
	board.Post("/survey", s.survey)
	board.Post("/pictures", s.takePicture)
	board.Get("/pictures/:picture", s.picture)
	board.Get("/live", s.live)
	board.Post("/live/up", s.up)
	board.Get("/live/down", s.down)
	board.Get("/insights", s.insights)
	board.Get("/files", s.files)
	for _, e := range exports {
		board.Get("/"+e.path, e.serve(s))
	}
	api.Use(func(*fiber.Ctx) error { return fiber.ErrNotFound })

	s.app.Get("/signin/start", s.signinStart)
	s.app.Get(callbackPath, s.signinBack)
	s.app.Get("/*", s.page)
}

// Serve answers on a listener until Close.
func (s *Server) Serve(l net.Listener) error {
	if err := s.app.Listener(l); err != nil {
		return fmt.Errorf("web: serve: %w", err)
	}
	return nil
}

// Close ends the rooms, which tells every screen to come back later, waits until the sockets are closed, and stops
// listening. What is not done when ctx ends is cut.
func (s *Server) Close(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	waiting := make([]*live.Member, 0, len(s.members))
	for m := range s.members {
		waiting = append(waiting, m)
	}
	s.mu.Unlock()
	for _, m := range waiting {
		m.End(live.CloseLater, "the server restarts, come back in a moment")
	}
	s.Rooms.Close()
	if s.Printer != nil {
		s.Printer.Close()
	}
	done := make(chan struct{})
	go func() { s.sockets.Wait(); close(done) }()
	select {
	case <-done:
	case <-ctx.Done():
	}
	if err := s.app.ShutdownWithContext(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("web: close: %w", err)
	}
	return nil
}

// survive turns a fault in a handler into an answer. It says nothing of the fault to the outside.
func (s *Server) survive(c *fiber.Ctx) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			s.logFault("a request broke", fault)
			err = fiber.ErrInternalServerError
		}
	}()
	return c.Next()
}

// secure says whether the browser sees https.
func (s *Server) secure(c *fiber.Ctx) bool {
	if c.Protocol() == "https" { // counts X-Forwarded-Proto of trusted proxies alone
		return true
	}
	return s.isPublic(c)
}

// isPublic says whether the browser asked one of our public names, and that one has https.
func (s *Server) isPublic(c *fiber.Ctx) bool {
	host := string(c.Context().Host())
	for _, url := range s.PublicURLs {
		if strings.EqualFold(strings.TrimSuffix(url, "/"), "https://"+host) {
			return true
		}
	}
	return false
}
