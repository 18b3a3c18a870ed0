package web

import (
	"sync/atomic"
	"time"

	wire "github.com/fasthttp/websocket"
)

const (
	pingEvery   = 20 * time.Second
	writeWithin = 10 * time.Second
	mostReason  = 123 // bytes of a close reason
)

// pen is what writes on a connection. A goroutine holds it only while there is something to write, never two at a time: a
// thousand screens that listen are a thousand stacks less.
type pen struct {
	state atomic.Int32
	ping  atomic.Bool   // one is due
	down  chan struct{} // closed when nobody takes it up any more
}

const (
	penRests = iota
	penWrites
	penCalled // it writes, and has to look once more
	penDown
)

// wake sees to it that somebody looks in the outbox after now. It never waits.
func (l *line) wake() {
	for {
		switch l.pen.state.Load() {
		case penRests:
			if l.pen.state.CompareAndSwap(penRests, penWrites) {
				go l.write()
				return
			}
		case penWrites:
			if l.pen.state.CompareAndSwap(penWrites, penCalled) {
				return
			}
		default:
			return
		}
	}
}

// write brings the outbox to the wire, and in the end the close frame.
func (l *line) write() {
	defer func() {
		if fault := recover(); fault != nil {
			l.server.logFault("a websocket broke while writing", fault)
			l.conn.Close()
			l.layDown()
		}
	}()
	for l.writeAll() {
		if l.pen.state.CompareAndSwap(penWrites, penRests) {
			return
		}
		l.pen.state.Store(penWrites)
	}
	l.layDown()
}

// writeAll writes what waits; false when that was the last.
func (l *line) writeAll() bool {
	if !l.flush() || !l.pingWhenDue() {
		l.conn.Close() // the reader wakes up and ends
		return false
	}
	_, _, ended := l.member.Ended()
	if ended {
		l.finish()
	}
	return !ended
}

func (l *line) layDown() {
	l.pen.state.Store(penDown)
	close(l.pen.down)
}

// keepAlive plans the first ping; each one plans the next.
func (l *line) keepAlive() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.beat = time.AfterFunc(pingEvery, func() { l.pen.ping.Store(true); l.wake() })
}

func (l *line) pingWhenDue() bool {
	if !l.pen.ping.CompareAndSwap(true, false) {
		return true
	}
	l.mu.Lock()
	l.beat.Reset(pingEvery)
	l.mu.Unlock()
	return l.conn.WriteControl(wire.PingMessage, nil, time.Now().Add(l.server.writeWithin)) == nil
}

// flush writes everything that waits; false when the connection is dead.
func (l *line) flush() bool {
	for {
		data, shared, ok := l.member.Next()
		if !ok {
			return true
		}
		_ = l.conn.SetWriteDeadline(time.Now().Add(l.server.writeWithin))
		if l.writeFrame(data, shared) != nil {
			return false
		}
	}
}

func (l *line) writeFrame(data, shared []byte) error {
	if shared == nil {
		return l.conn.WriteMessage(wire.TextMessage, data)
	}
	w, err := l.conn.NextWriter(wire.TextMessage)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return err
	}
	if _, err := w.Write(shared); err != nil {
		return err
	}
	return w.Close()
}

// finish says goodbye, and gives the other side a moment to say it too.
func (l *line) finish() {
	code, reason, _ := l.member.Ended()
	message := wire.FormatCloseMessage(code, reason[:min(len(reason), mostReason)])
	_ = l.conn.WriteControl(wire.CloseMessage, message, time.Now().Add(l.server.writeWithin))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ending = true
	_ = l.conn.SetReadDeadline(time.Now().Add(lingerWithin))
}
