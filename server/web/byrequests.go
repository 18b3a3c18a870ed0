package web

import (
	"errors"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// Where a network stops websockets the same frames travel by requests: what a page says by POST (up.go), what it is told by a stream of
// events or by answers that wait (down.go). The room sees a member like any other.

const (
	mostReplayed = 256 << 10 // bytes of frames a line keeps for a page that did not hear them
	mostWaiting  = 32        // frames of one line that wait for their turn
)

// requestTimes are the times of lines by requests; tests shorten them.
type requestTimes struct {
	beat   time.Duration // the least a stream says; proxies cut what is silent for 30 s
	poll   time.Duration // how long an answer waits for a frame
	gather time.Duration // and how long it waits for more of them
	alone  time.Duration // how long a line stays that nobody listens to
}

var usualRequests = requestTimes{beat: 12 * time.Second, poll: 25 * time.Second, gather: 25 * time.Millisecond, alone: 20 * time.Second}

// errTold says that the end was told already.
var errTold = errors.New("the end was told")

// requestLine is one line by requests. It lives longer than each of them.
type requestLine struct {
	conversation
	name  string // board and the name the page gave it
	trunk string // of its cursors: those of an earlier line with this name mean nothing here

	speaking sync.Mutex   // one frame at a time
	waiting  atomic.Int32 // frames that wait for it
	listens  atomic.Pointer[listener]
	heard    atomic.Int64 // when the page asked or said something last, in ns

	hello *time.Timer
	alone *time.Timer

	keeping sync.Mutex
	kept    []keptFrame
	before  uint64 // the number of the frame before the first that is kept
	bytes   int
	over    bool // the last of them is the end

	told chan struct{} // closed when the end was told
	once sync.Once
}

// keptFrame is a frame that was taken from the outbox; others have the same arrays.
type keptFrame struct{ data, shared []byte }

// listener is a request that takes frames down. The next one takes its place.
type listener struct {
	news chan struct{}
	off  chan struct{} // closed when another has its place
}

// openByRequests opens a line for a seat. Another one may have been faster with this name.
func (s *Server) openByRequests(seat live.Seat, name, language string) (l *requestLine, fresh bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch there := s.byRequests[name]; {
	case s.closing:
		return nil, false, live.ErrStopping
	case there != nil && there.member.Key == seat.Key:
		return there, false, nil
	case there != nil:
		return nil, false, boards.ErrGone
	}
	l = &requestLine{name: name, trunk: live.Random(8), told: make(chan struct{})}
	l.conversation = conversation{server: s, language: language}
	l.greeted = l.known
	l.member = live.NewMember(seat, l.wake)
	l.touch()
	s.byRequests[name], s.members[l.member] = l, true
	s.sockets.Add(1)
	l.hello = time.AfterFunc(s.helloWithin, func() { l.member.End(live.CloseRefused, "say hello first") })
	l.alone = time.AfterFunc(s.requests.alone, l.abandon)
	go l.mind()
	return l, true, nil
}

func (l *requestLine) touch() { l.heard.Store(time.Now().UnixNano()) }

// silent says whether the page said and asked nothing for so long that it may be gone without a word.
func (l *requestLine) silent() bool { return time.Since(time.Unix(0, l.heard.Load())) > silence }

// known is called when the page said hello.
func (l *requestLine) known() {
	l.hello.Stop()
	l.server.endEarlier(&l.conversation)
}

// endEarlier ends the lines by requests a page had before this one: it has one line, and nobody may have noticed that another was cut.
func (s *Server) endEarlier(than *conversation) {
	s.mu.Lock()
	var earlier []*requestLine
	for _, other := range s.byRequests {
		if &other.conversation != than && other.member.Key == than.member.Key {
			earlier = append(earlier, other)
		}
	}
	s.mu.Unlock()
	for _, other := range earlier {
		if other.page() == than.page() {
			other.member.End(live.CloseLater, "this page has another line")
		}
	}
}

// mind waits for the end of the line and clears up after it.
func (l *requestLine) mind() {
	<-l.member.Done()
	l.hello.Stop()
	l.speaking.Lock() // a hello that is under way comes in first
	l.leave()
	l.speaking.Unlock()
	if l.listens.Load() != nil {
		select {
		case <-l.told:
		case <-time.After(lingerWithin):
		}
	}
	l.server.unregister(l.member)
	time.AfterFunc(l.server.requests.alone, l.forget)
}

// forget lets go of a line whose end was told, or that nobody asks for any more.
func (l *requestLine) forget() {
	l.server.mu.Lock()
	defer l.server.mu.Unlock()
	if l.server.byRequests[l.name] == l {
		delete(l.server.byRequests, l.name)
	}
}

// abandon ends a line that nobody listened to for a while.
func (l *requestLine) abandon() {
	if l.listens.Load() == nil {
		l.member.End(live.CloseLater, "nobody listened for too long")
	}
}

// wake rings for whoever listens. It never waits.
func (l *requestLine) wake() {
	if now := l.listens.Load(); now != nil {
		select {
		case now.news <- struct{}{}:
		default:
		}
	}
}

// listen takes the place of whoever listened before, from a cursor on. What the page has by then is forgotten.
func (l *requestLine) listen(cursor string) (mine *listener, from uint64, err error) {
	from, err = l.number(cursor)
	if err != nil {
		return nil, 0, err
	}
	l.keeping.Lock()
	defer l.keeping.Unlock()
	last := l.before + uint64(len(l.kept))
	switch {
	case from > last:
		return nil, 0, errCursor
	case from < l.before:
		return nil, 0, errOldCursor
	case l.over && from == last:
		return nil, 0, errTold
	}
	l.drop(from, 0)
	l.touch()
	l.alone.Stop()
	mine = &listener{news: make(chan struct{}, 1), off: make(chan struct{})}
	if earlier := l.listens.Swap(mine); earlier != nil {
		close(earlier.off)
	}
	return mine, from, nil
}

// rest is called when a request ends.
func (l *requestLine) rest(mine *listener) {
	if l.listens.CompareAndSwap(mine, nil) {
		l.alone.Reset(l.server.requests.alone)
	}
}

// number reads a cursor: as we wrote it, or how many frames of this line the page has.
func (l *requestLine) number(cursor string) (uint64, error) {
	trunk, digits, ours := strings.Cut(cursor, "-")
	if !ours {
		trunk, digits = l.trunk, cursor
	}
	if cursor == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(digits, 10, 62)
	if err != nil || trunk == "" {
		return 0, errCursor
	}
	if trunk != l.trunk {
		return 0, errOldCursor
	}
	return n, nil
}

func (l *requestLine) cursor(n uint64) string { return l.trunk + "-" + strconv.FormatUint(n, 10) }

// after gives the frames after a number, and takes new ones from the outbox while few are kept. over: the last is the end.
func (l *requestLine) after(from uint64) (frames []keptFrame, over bool) {
	l.keeping.Lock()
	defer l.keeping.Unlock()
	l.drop(from, mostReplayed/2)
	code, reason, ended := l.member.Ended() // asked first: nothing comes into the outbox after the end
	for !l.over && l.bytes < mostReplayed {
		data, shared, ok := l.member.Next()
		if !ok {
			if ended {
				data, l.over = frame(map[string]any{"type": "end", "code": code, "reason": reason}), true
				l.keep(keptFrame{data, nil})
			}
			break
		}
		l.keep(keptFrame{data, shared})
	}
	if from < l.before {
		return nil, false // a later request has them already
	}
	frames = append(frames, l.kept[from-l.before:]...)
	return frames, l.over
}

func (l *requestLine) keep(f keptFrame) {
	l.kept = append(l.kept, f)
	l.bytes += len(f.data) + len(f.shared)
}

// drop forgets frames up to a number, the oldest first, while more bytes are kept than so many.
func (l *requestLine) drop(upTo uint64, most int) {
	for len(l.kept) > 0 && l.before < upTo && l.bytes > most {
		l.bytes -= len(l.kept[0].data) + len(l.kept[0].shared)
		l.kept[0] = keptFrame{}
		l.kept = l.kept[1:]
		l.before++
	}
}

func (l *requestLine) toldEnd() { l.once.Do(func() { close(l.told) }) }
