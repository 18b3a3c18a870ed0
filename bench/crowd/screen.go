package crowd

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
)

// Screen is a connection of a person who only looks. It waits between two tries as a real page does, and is as patient.
type Screen struct {
	Name string

	hall *Hall
	seat string

	mu       sync.Mutex
	here     bool // was welcomed on this line
	welcomed time.Time
	epoch    string
	seq      uint64
	tail     string
	from     place     // where its board began
	filling  hash.Hash // of a welcome in several frames
	parts    [][]byte  // the same, where it keeps them
	keeping  bool
}

const (
	screenOpens = 15 * time.Second
	screenDeaf  = 20 * time.Second
	screenPings = 8 * time.Second
	firstWait   = time.Second
	longestWait = 15 * time.Second
)

// live connects again and again until ctx ends.
func (s *Screen) live(ctx context.Context) {
	tries := 0
	for ctx.Err() == nil {
		if s.session(ctx) {
			tries = 0
		}
		sleep(ctx, time.Duration(rand.Float64()*float64(min(longestWait, firstWait<<tries))))
		tries = min(tries+1, 4)
	}
}

// session is one connection; it says whether the screen was welcomed.
func (s *Screen) session(ctx context.Context) bool {
	header := http.Header{"Authorization": {"Bearer " + s.seat}}
	dialer := wire.Dialer{HandshakeTimeout: screenOpens, WriteBufferSize: 512}
	door := "ws" + strings.TrimPrefix(s.hall.table.door(), "http")
	conn, _, err := dialer.DialContext(ctx, door+"/api/boards/"+s.hall.table.Board+"/live", header)
	if err != nil {
		return false
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	over, pinging := make(chan struct{}), sync.WaitGroup{}
	if send(conn, s.hello()) == nil {
		pinging.Go(func() { ping(screenPings, over, func(data []byte) error { return send(conn, data) }) })
		s.listen(conn)
	}
	stop()
	close(over)
	conn.Close()
	pinging.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.here
	s.here, s.filling, s.parts = false, nil, nil
	return was
}

func (s *Screen) hello() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	hello := map[string]any{"type": "hello", "client": s.Name}
	if s.epoch != "" {
		hello["since"] = map[string]any{"epoch": s.epoch, "seq": s.seq, "tail": s.tail}
	}
	return encode(hello)
}

func (s *Screen) listen(conn *wire.Conn) {
	for {
		_ = conn.SetReadDeadline(time.Now().Add(screenDeaf))
		_, data, err := conn.ReadMessage()
		if err != nil {
			return
		}
		if err := s.take(data); err != nil {
			if err != errReset {
				s.hall.table.Ledger.Fault("%s got a frame it cannot read: %v", s.Name, err)
			}
			return
		}
	}
}

// take handles one frame. Presence, insights and answers to pings are read and dropped.
func (s *Screen) take(data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case bytes.HasPrefix(data, []byte(`{"type":"entries"`)):
		return s.entries(data)
	case bytes.HasPrefix(data, []byte(`{"type":"welcome"`)):
		return s.welcome(data)
	case bytes.HasPrefix(data, []byte(`{"type":"reset"`)):
		s.epoch = ""
		return errReset
	}
	return nil
}

func (s *Screen) entries(frame []byte) error {
	list, err := s.hall.read(frame)
	if err != nil {
		return err
	}
	for _, e := range list.Entries {
		if e.Seq != s.seq+1 {
			s.hall.table.Ledger.Fault("%s was told %d after %d", s.Name, e.Seq, s.seq)
		}
		s.seq = e.Seq
		s.hall.keep(place{s.epoch, e.Seq}, e)
		s.hall.table.Ledger.heard(s.Name, place{s.epoch, e.Seq}, e)
	}
	if list.Tail != "" {
		s.tail = list.Tail
	}
	return nil
}

// welcome takes a part of a welcome. Its head is the screen's own, what follows is the same for all.
func (s *Screen) welcome(frame []byte) error {
	var head struct {
		Epoch, Tail string
		Seq         uint64
		More        bool
	}
	open, entries, resumed := bytes.Cut(frame, []byte(`,"entries":`))
	if !resumed {
		var records []byte
		var whole bool
		if open, records, whole = bytes.Cut(frame, []byte(`,"records":`)); !whole {
			return fmt.Errorf("a welcome without a board: %.200s", frame)
		}
		entries = records
	}
	if err := json.Unmarshal(append(bytes.Clone(open), '}'), &head); err != nil {
		return err
	}
	if resumed {
		if err := s.entries(append([]byte(`{"entries":`), entries...)); err != nil {
			return err
		}
	} else {
		s.fill(place{head.Epoch, head.Seq}, entries, head.More)
	}
	if head.More {
		return nil
	}
	if s.seq != head.Seq {
		s.hall.table.Ledger.Fault("%s resumed to %d and was told it is %d", s.Name, s.seq, head.Seq)
	}
	s.epoch, s.tail, s.here, s.welcomed = head.Epoch, head.Tail, true, time.Now()
	return nil
}

// fill takes a part of a whole board.
func (s *Screen) fill(at place, records []byte, more bool) {
	if s.filling == nil {
		s.filling, s.parts, s.keeping = sha256.New(), nil, s.hall.keeps(at)
	}
	s.filling.Write(records)
	if s.keeping {
		s.parts = append(s.parts, records)
	}
	if more {
		return
	}
	s.hall.began(s.Name, at, hex.EncodeToString(s.filling.Sum(nil)), s.parts)
	s.from, s.seq, s.filling, s.parts = at, at.seq, nil, nil
}

// standing gives where the screen is; "" when it has no line.
func (s *Screen) standing() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.here {
		return ""
	}
	return fmt.Sprintf("%s %d", s.epoch, s.seq)
}

// heard notes that somebody was told an entry: everybody is told the same.
func (l *Ledger) heard(who string, here place, e entry) {
	hash := boards.Chain(encode(e))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.viewed++
	l.hear(who, here, hash, e)
}
