package web

import (
	"cmp"
	"errors"
	"io"
	"net"
	"sync"
	"time"
	"unicode/utf8"

	wire "github.com/fasthttp/websocket"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/websocket/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// This file and pen.go alone know websockets. What was measured about this stack and what guards against it:
//
//   - A write after the handler returned reaches the socket of somebody else. So only the pen (pen.go) writes, the handler
//     waits until it is laid down for good, and nobody outside these files ever holds the connection.
//   - Close does nothing unless KeepHijackedConns is set; then nobody else closes, so the handler must.
//   - With compression the read limit counts packed bytes. Compression is off.
//   - A fault in the handler or in a goroutine ends the process. Both recover.
//   - Text is not checked, and nothing times out by itself.
const (
	mostFrame     = 64 << 10
	absurdFrame   = 16 << 20 // a length nobody means: the line is closed at the header
	helloWithin   = 10 * time.Second
	silence       = 45 * time.Second
	lingerWithin  = time.Second
	lingerBytes   = 1 << 20
	kernelBuffer  = 32 << 10 // else the kernel swallows megabytes for a screen that does not read
	writeBuffer   = 16 << 10 // a frame that does not fit takes more than one system call; borrowed while writing only
	closeSpeaking = 1003     // we speak text
	closeText     = 1007     // not UTF-8
)

// upgrader turns a request into a websocket. The seat travels as a value: nothing of the request is looked at later.
func (s *Server) upgrader() fiber.Handler {
	return websocket.New(func(c *websocket.Conn) {
		seat, _ := c.Locals("seat").(live.Seat)
		language, _ := c.Locals("language").(string)
		s.converse(c.Conn, seat, language)
	}, websocket.Config{HandshakeTimeout: helloWithin, ReadBufferSize: 512, WriteBufferSize: writeBuffer, WriteBufferPool: &sync.Pool{},
		EnableCompression: false})
}

func (s *Server) live(c *fiber.Ctx) error {
	seat, err := s.seatOrWaiting(c)
	if err != nil {
		return err
	}
	if seat.Role == boards.RoleReader {
		return bad("not_allowed")
	}
	if !isUpgrade(c) {
		return errUpgrade
	}
	if !s.lines.take(seat.Board+" "+cmp.Or(seat.Person, seat.Key), time.Now()) {
		return errLines
	}
	c.Locals("seat", seat)
	c.Locals("language", languageOf(c))
	return s.upgrade(c)
}

// line is one connection: the handler reads, its pen writes.
type line struct {
	conversation
	conn *wire.Conn

	parted bool // the other side said goodbye: nothing unread is left
	pen    pen

	ending bool
	beat   *time.Timer // the next ping
}

// converse runs a connection from hello to the end.
func (s *Server) converse(conn *wire.Conn, seat live.Seat, language string) {
	defer conn.Close()
	l := &line{conversation: conversation{server: s, language: language}, conn: conn}
	l.greeted = func() { l.extend(); s.endEarlier(&l.conversation) }
	l.pen.down = make(chan struct{})
	l.member = live.NewMember(seat, l.wake)
	if !s.register(l.member) {
		l.member.End(live.CloseLater, "the server restarts, come back in a moment")
		<-l.pen.down
		return
	}
	defer s.unregister(l.member)
	l.prepare()
	l.keepAlive()
	defer l.beat.Stop()
	l.read()
	l.leave()
	l.member.End(1000, "")
	<-l.pen.down // nothing of ours touches the connection after this
	code, _, _ := l.member.Ended()
	s.Logger.Debug("a screen left", "board", seat.Board, "role", seat.Role, "code", code)
	if !l.parted {
		l.linger()
	}
}

func (s *Server) register(m *live.Member) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	s.members[m] = true
	s.sockets.Add(1)
	return true
}

func (s *Server) unregister(m *live.Member) {
	s.mu.Lock()
	delete(s.members, m)
	s.mu.Unlock()
	s.sockets.Done()
}

func (l *line) prepare() {
	l.conn.SetReadLimit(absurdFrame)
	_ = l.conn.SetReadDeadline(time.Now().Add(l.server.helloWithin))
	l.conn.SetPongHandler(func(string) error { l.extend(); return nil })
	if tcp := l.tcp(); tcp != nil {
		_ = tcp.SetWriteBuffer(kernelBuffer)
	}
}

// tcp gives the socket below, for what the layers above cannot do.
func (l *line) tcp() *net.TCPConn { return tcpBelow(l.conn.NetConn()) }

// extend gives the other side time to speak; before hello and after the end it does not.
func (l *line) extend() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.ending && l.client != "" {
		_ = l.conn.SetReadDeadline(time.Now().Add(silence))
	}
}

// read takes frames until the connection or the member ends.
func (l *line) read() {
	defer l.survive()
	for {
		kind, data, err := l.frame()
		if err != nil {
			l.readFailed(err)
			return
		}
		if _, _, ended := l.member.Ended(); ended {
			continue // closing: what still comes is not looked at, and not acknowledged
		}
		l.extend()
		switch {
		case kind != wire.TextMessage:
			l.member.End(closeSpeaking, "text frames only")
		case !utf8.Valid(data):
			l.member.End(closeText, "text must be UTF-8")
		default:
			l.aside(data)
		}
	}
}

// frame reads the next one. The limit that people meet is ours: at its own (SetReadLimit) the library closes the line, without a reason.
func (l *line) frame() (kind int, data []byte, err error) {
	kind, from, err := l.conn.NextReader()
	if err != nil {
		return 0, nil, err
	}
	if data, err = io.ReadAll(io.LimitReader(from, mostFrame+1)); err == nil && len(data) > mostFrame {
		err = wire.ErrReadLimit
	}
	return kind, data, err
}

// aside handles a frame while the reader waits, on a stack of its own: it takes twice the stack that waiting for the next frame
// takes, and the stack of a waiting goroutine hardly ever shrinks.
func (l *line) aside(data []byte) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer l.survive()
		l.take(data)
	}()
	<-done
}

// readFailed says why we stop reading, where the other side may still hear it.
func (l *line) readFailed(err error) {
	var timeout net.Error
	var goodbye *wire.CloseError
	switch {
	case errors.As(err, &goodbye):
		l.parted = true
	case errors.Is(err, wire.ErrReadLimit):
		l.member.End(wire.CloseMessageTooBig, "frames have at most 64 KiB")
	case errors.As(err, &timeout) && timeout.Timeout() && l.client == "":
		l.member.End(live.CloseRefused, "say hello first")
	case errors.As(err, &timeout) && timeout.Timeout():
		l.member.End(live.CloseLater, "nothing was heard for too long")
	}
}

// linger reads away what still comes: closing a socket with unread bytes makes the kernel throw away our close frame.
func (l *line) linger() {
	tcp := l.tcp()
	if tcp == nil {
		return
	}
	_ = tcp.CloseWrite()
	_ = tcp.SetReadDeadline(time.Now().Add(lingerWithin))
	_, _ = io.CopyN(io.Discard, tcp, lingerBytes)
}
