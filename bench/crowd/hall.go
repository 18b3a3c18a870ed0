package crowd

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"muntsaus/boards"
)

// Hall is many screens that only look, so many that they cannot each keep a board. Every screen holds what it began with, as a
// hash of its bytes, and hashes every entry it is told against what others were told. So what it shows follows from its
// beginning and the entries, and is worked out once for all that began alike.
type Hall struct {
	Screens []*Screen

	table   *Table
	mu      sync.Mutex
	begins  map[place]*begin
	entries map[place]entry
	decoded map[string]told // frames that somebody had before
}

// begin is a whole board as it was told at one number.
type begin struct {
	hash  string
	parts [][]byte // its records, as somebody kept them
	kept  int      // how many screens keep theirs until one has them all
}

// told are entries in a frame.
type told struct {
	Entries []entry
	Tail    string
}

// mostDecoded is how many frames are remembered: all screens get the same within moments.
const mostDecoded = 400

// hall seats people who only look. The last one looks at two screens, so that one more person may still join.
func (t *Table) hall(ctx context.Context, people int) (*Hall, error) {
	h := &Hall{table: t, Screens: make([]*Screen, people),
		begins: map[place]*begin{}, entries: map[place]entry{}, decoded: map[string]told{}}
	room, failed := make(chan struct{}, 8), make(chan error, people)
	var all sync.WaitGroup
	for i := range people - 1 {
		room <- struct{}{}
		all.Go(func() {
			defer func() { <-room }()
			person, err := t.seat(ctx, fmt.Sprint("kijker ", i), i)
			if err != nil {
				failed <- err
			}
			h.Screens[i] = &Screen{Name: fmt.Sprint("screen", i), hall: h, seat: person.Seat}
		})
	}
	all.Wait()
	select {
	case err := <-failed:
		return nil, err
	default:
	}
	h.Screens[people-1] = &Screen{Name: fmt.Sprint("screen", people-1), hall: h, seat: h.Screens[people-2].seat}
	return h, nil
}

// Start lets all screens connect until the table is left, and waits until they are welcomed.
func (h *Hall) Start(ctx context.Context) error {
	for _, s := range h.Screens {
		h.table.work.Go(func() { s.live(h.table.life) })
	}
	return h.Back(ctx, time.Unix(0, 0)) // ever
}

// Back waits until every screen and every page was welcomed after a moment.
func (h *Hall) Back(ctx context.Context, since time.Time) error {
	missing := func() (n int) {
		for _, at := range h.Welcomed() {
			if at.Before(since) {
				n++
			}
		}
		return n
	}
	return await(ctx, "screens stay away", func() bool { return missing() == 0 },
		func() string { return fmt.Sprint(missing(), " of them") })
}

// Welcomed gives when each page and each screen was welcomed last.
func (h *Hall) Welcomed() (when []time.Time) {
	for _, p := range h.table.Pages {
		p.locked(func() { when = append(when, p.welcomed) })
	}
	for _, s := range h.Screens {
		s.mu.Lock()
		when = append(when, s.welcomed)
		s.mu.Unlock()
	}
	return when
}

// Rest waits until every screen shows the number that the host shows. The pages are quiet by then.
func (h *Hall) Rest(ctx context.Context) error {
	want, _ := h.table.Pages[0].standing()
	behind := func() string {
		for _, s := range h.Screens {
			if at := s.standing(); at != want {
				return fmt.Sprintf("%s is at %q, the host at %q", s.Name, at, want)
			}
		}
		return ""
	}
	return await(ctx, "screens never come to rest", func() bool { return behind() == "" }, behind)
}

// Unlike gives how many screens show another board than one with this hash, and from how many beginnings they got there.
func (h *Hall) Unlike(want string) (unlike, begins int) {
	hashes, tails := map[place]string{}, map[string]bool{}
	for _, s := range h.Screens {
		s.mu.Lock()
		from, at, tail := s.from, place{s.epoch, s.seq}, s.tail
		s.mu.Unlock()
		if _, known := hashes[from]; !known {
			hashes[from] = h.shown(from, at)
		}
		tails[tail] = true
		if hashes[from] != want || len(tails) > 1 {
			unlike++
		}
	}
	return unlike, len(hashes)
}

// shown works out the board of who began there and was told everything since.
func (h *Hall) shown(from, at place) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.begins[from] == nil || h.begins[from].hash == "" {
		return "unknown beginning"
	}
	b := boards.New("view", from.epoch)
	for _, part := range h.begins[from].parts {
		var list struct{ Records []*boards.Record }
		if err := json.Unmarshal(append([]byte(`{"records":`), part...), &list); err != nil {
			return err.Error()
		}
		puts(b, list.Records)
	}
	for seq := from.seq + 1; seq <= at.seq; seq++ {
		e, known := h.entries[place{from.epoch, seq}]
		if !known {
			return fmt.Sprint("unknown entry ", seq)
		}
		b.Apply(boards.Entry{At: e.At, Effects: e.Effects})
	}
	return Hash(b.Public())
}

// keeps says whether a screen should keep the bytes of its beginning: a few do, in case the lines of others break.
func (h *Hall) keeps(at place) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.begins[at] == nil {
		h.begins[at] = &begin{}
	}
	h.begins[at].kept++
	return h.begins[at].hash == "" && h.begins[at].kept <= 5
}

// began notes a whole beginning; all who begin at a number are told the same.
func (h *Hall) began(who string, at place, hash string, parts [][]byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	b := h.begins[at]
	switch {
	case b.hash == "" && parts != nil:
		b.hash, b.parts = hash, parts
	case b.hash != "" && b.hash != hash:
		h.table.Ledger.Fault("%s was told another board at %d than others", who, at.seq)
	}
}

// read decodes a frame with entries, once for all who get it.
func (h *Hall) read(frame []byte) (told, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if known, there := h.decoded[string(frame)]; there {
		return known, nil
	}
	var fresh told
	if err := json.Unmarshal(frame, &fresh); err != nil {
		return fresh, err
	}
	h.table.Ledger.smell("", "a frame to a screen", frame)
	if len(h.decoded) >= mostDecoded {
		clear(h.decoded)
	}
	h.decoded[string(frame)] = fresh
	return fresh, nil
}

// keep remembers an entry for those who work out a board.
func (h *Hall) keep(at place, e entry) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, known := h.entries[at]; !known {
		h.entries[at] = e
	}
}
