package web

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"net"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/server/live"
)

// eventStream is what a stream of events calls itself.
const eventStream = "text/event-stream"

// down gives what a page is told that cannot have a websocket: as events while the request stands, or, where programs or proxies want
// whole answers, as a list as soon as there is something.
func (s *Server) down(c *fiber.Ctx) error {
	cursor := cmp.Or(c.Get("Last-Event-ID"), c.Query("after"))
	l, err := s.lineOf(c)
	fresh := false
	switch {
	case err != nil:
		return err
	case c.Method() != fiber.MethodGet: // HEAD opens nothing
		return fiber.ErrMethodNotAllowed
	case l == nil && cursor != "" && cursor != "0":
		return s.gone(c) // as after a restart: the page opens another and resumes by its hello
	case l == nil:
		if l, fresh, err = s.newLine(c); err != nil {
			return err
		}
	}
	mine, from, err := l.listen(cursor)
	if errors.Is(err, errTold) {
		return c.SendStatus(fiber.StatusNoContent) // after this a browser asks no more
	}
	if err != nil {
		return err
	}
	if isPoll(c) {
		return l.answer(c, mine, from, fresh)
	}
	head := streamHead(c)
	c.Context().HijackSetNoResponse(true)
	c.Context().Hijack(func(conn net.Conn) { l.stream(conn, mine, from, head) })
	return nil
}

func isPoll(c *fiber.Ctx) bool {
	accept := c.Get(fiber.HeaderAccept)
	return strings.Contains(accept, fiber.MIMEApplicationJSON) && !strings.Contains(accept, eventStream)
}

// gone tells the end of a line that is no more.
func (s *Server) gone(c *fiber.Ctx) error {
	end := frame(map[string]any{"type": "end", "code": live.CloseLater, "reason": "this line is no more"})
	if isPoll(c) {
		return sendJSON(c, []keptFrame{{end, nil}})
	}
	dressStream(c)
	return c.Send(append(append([]byte("data: "), end...), "\n\n"...))
}

// answer waits until there is something to tell. The first one of a line does not: it shows that this way works.
func (l *requestLine) answer(c *fiber.Ctx, mine *listener, from uint64, fresh bool) error {
	defer l.rest(mine)
	late := time.NewTimer(l.server.requests.poll)
	defer late.Stop()
	for {
		frames, over := l.after(from)
		if len(frames) > 0 || fresh {
			c.Set("X-Cursor", l.cursor(from+uint64(len(frames))))
			if over {
				defer l.toldEnd()
			}
			return sendJSON(c, frames)
		}
		select {
		case <-mine.news:
			time.Sleep(l.server.requests.gather) // an answer costs more than a frame
		case <-mine.off:
			fresh = true
		case <-late.C:
			fresh = true
		}
	}
}

func sendJSON(c *fiber.Ctx, frames []keptFrame) error {
	var list bytes.Buffer
	list.WriteByte('[')
	for i, f := range frames {
		if i > 0 {
			list.WriteByte(',')
		}
		list.Write(f.data)
		list.Write(f.shared)
	}
	list.WriteByte(']')
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSON)
	return c.Send(list.Bytes())
}

// dressStream says what a stream is, and to proxies that it may be neither kept nor packed.
func dressStream(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentType, eventStream)
	c.Set(fiber.HeaderCacheControl, "no-store, no-transform")
	c.Set("X-Accel-Buffering", "no")
}

// streamHead is the beginning of an answer whose end is that of its connection: so it also passes proxies that speak HTTP 1.0 to us.
func streamHead(c *fiber.Ctx) []byte {
	dressStream(c)
	var head bytes.Buffer
	head.WriteString("HTTP/1.1 200 OK\r\n")
	for name, value := range c.Response().Header.All() {
		switch string(name) {
		case fiber.HeaderContentLength, fiber.HeaderConnection, fiber.HeaderTransferEncoding:
		default:
			head.Write(name)
			head.WriteString(": ")
			head.Write(value)
			head.WriteString("\r\n")
		}
	}
	head.WriteString("Connection: close\r\n\r\nretry: 1000\n: muntsaus\n\n")
	return head.Bytes()
}

// stream tells what comes until the line ends, the page hangs up, another request takes its place or the page seems to be gone without
// a word: one that is there asks again at once. Only this goroutine writes; see socket.go for what that guards against.
func (l *requestLine) stream(conn net.Conn, mine *listener, from uint64, head []byte) {
	defer conn.Close()
	defer l.rest(mine)
	defer l.survive()
	tcp := tcpBelow(conn)
	if tcp != nil {
		_ = tcp.SetWriteBuffer(kernelBuffer)
	}
	_ = conn.SetReadDeadline(time.Time{})
	hungUp := make(chan struct{})
	go func() {
		defer close(hungUp)
		_, _ = io.Copy(io.Discard, conn) // nothing more is asked on this connection
	}()
	if l.write(conn, head) && l.events(conn, mine, from, hungUp) && tcp != nil {
		_ = tcp.CloseWrite()
		select {
		case <-hungUp:
		case <-time.After(lingerWithin):
		}
	}
	conn.Close()
	<-hungUp
}

// events writes frames as they come; true when the other side may still read the last of them.
func (l *requestLine) events(conn net.Conn, mine *listener, from uint64, hungUp <-chan struct{}) bool {
	beat := time.NewTimer(l.server.requests.beat)
	defer beat.Stop()
	for {
		frames, over := l.after(from)
		if len(frames) > 0 {
			if !l.write(conn, l.asEvents(frames, from)) {
				return false
			}
			from += uint64(len(frames))
			beat.Reset(l.server.requests.beat)
		}
		if over {
			l.toldEnd()
			return true
		}
		if len(frames) > 0 {
			continue
		}
		select {
		case <-mine.news:
		case <-mine.off:
			return true
		case <-hungUp:
			return false
		case <-beat.C:
			if l.silent() || !l.write(conn, []byte(":\n\n")) {
				return true
			}
			beat.Reset(l.server.requests.beat)
		}
	}
}

func (l *requestLine) asEvents(frames []keptFrame, from uint64) []byte {
	size := 0
	for _, f := range frames {
		size += len(f.data) + len(f.shared) + 48
	}
	events := make([]byte, 0, size)
	for i, f := range frames {
		events = append(append(append(events, "id: "...), l.cursor(from+uint64(i)+1)...), "\ndata: "...)
		events = append(append(append(events, f.data...), f.shared...), "\n\n"...)
	}
	return events
}

func (l *requestLine) write(conn net.Conn, data []byte) bool {
	_ = conn.SetWriteDeadline(time.Now().Add(l.server.writeWithin))
	_, err := conn.Write(data)
	return err == nil
}

// tcpBelow gives the socket under a connection that was taken over; nil where there is none.
func tcpBelow(conn net.Conn) *net.TCPConn {
	if hijacked, ok := conn.(interface{ UnsafeConn() net.Conn }); ok {
		conn = hijacked.UnsafeConn()
	}
	tcp, _ := conn.(*net.TCPConn)
	return tcp
}
