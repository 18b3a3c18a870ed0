package crowd

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"muntsaus/boards"
)

// Ledger is what everybody at a table sent, was answered and saw. What contradicts what was written before is a fault,
// noted at once.
type Ledger struct {
	mu       sync.Mutex
	fates    map[numbered]*fate
	entries  map[place]string // hash of each shared entry, as whoever saw it first saw it
	pictures map[place]string // hash of the whole board at some numbers
	words    map[string]place // where a word was typed
	puts     map[string]*birth
	canaries map[string]*secret
	faults   []string
	resent   int
	viewed   int // entries seen, by all pages together
	compared int // board hashes compared
	nosed    int // bytes searched for secrets
	stored   time.Time
}

type numbered struct {
	person, client string
	n              int
}

// place is one shared entry of one history.
type place struct {
	epoch string
	seq   uint64
}

// fate is what became of one push.
type fate struct {
	at      time.Time
	acked   bool
	resent  bool
	refused string // the code; "skipped" when it was learnt at a welcome
	card    string // what it puts
	word    string // what it types
	diary   string // what it writes in
	said    int    // and what it writes there
}

// birth is a record that somebody put.
type birth struct {
	person string
	at     time.Time
	place  place
}

// every is how many entries apart whole boards are compared.
const every = 64

func newLedger() *Ledger {
	return &Ledger{fates: map[numbered]*fate{}, entries: map[place]string{}, pictures: map[place]string{}, words: map[string]place{},
		puts: map[string]*birth{}, canaries: map[string]*secret{}}
}

const mostFaults = 50

// Fault notes something that must never be.
func (l *Ledger) Fault(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fault(format, args...)
}

func (l *Ledger) fault(format string, args ...any) {
	if len(l.faults) < mostFaults {
		l.faults = append(l.faults, fmt.Sprintf(format, args...))
	}
}

// Faults gives what was noted.
func (l *Ledger) Faults() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.faults)
}

func (l *Ledger) sent(p *Page, made *push) {
	l.mu.Lock()
	defer l.mu.Unlock()
	made.fate.at = time.Now()
	l.fates[numbered{p.Person, made.client, made.n}] = made.fate
	if made.fate.card != "" {
		l.puts[made.fate.card] = &birth{person: p.Person, at: made.fate.at}
	}
}

func (l *Ledger) again(f *fate) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.resent++
	f.resent = true
}

// answered notes the answer to a push; code "" = acknowledged. A second answer must say the same.
func (l *Ledger) answered(p *Page, client string, n int, code string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := l.fates[numbered{p.Person, client, n}]
	switch {
	case f == nil:
		l.fault("%s got an answer to %s %d, which nobody sent", p.Name, client, n)
	case code == "" && f.refused != "":
		l.fault("%s: %s %d was refused (%s) and later acknowledged", p.Name, client, n, f.refused)
	case code != "" && f.acked:
		l.fault("%s: %s %d was acknowledged and later refused (%s)", p.Name, client, n, code)
	case code == "":
		f.acked = true
	case f.refused == "":
		f.refused = code
		saidAgain := code == "bad_request" && f.resent // a refusal nobody heard is said again without its reason
		if slices.Contains(neverRefused, code) && !saidAgain {
			l.fault("%s: %s %d was refused with %s although nothing is wrong with it", p.Name, client, n, code)
		}
	}
}

// keptNow notes that a push was answered on the line it was sent on.
func (l *Ledger) keptNow() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stored.IsZero() {
		l.stored = time.Now()
	}
}

// Forget lets FirstStored wait for the next one.
func (l *Ledger) Forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stored = time.Time{}
}

// FirstStored gives when a push was acknowledged for the first time since Forget, not counting what a welcome tells of
// earlier ones. Zero when none was.
func (l *Ledger) FirstStored() time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.stored
}

// neverRefused are codes that no gesture of ours deserves.
var neverRefused = []string{"bad_request", "unknown_kind", "unknown_field", "bad_value", "bad_text", "not_allowed", "slow_down"}

// born gives who put a card and when, if this effect puts one for the first time ever.
func (l *Ledger) born(f boards.Effect) (person string, at time.Time) {
	if f.E != "put" || f.Record == nil {
		return "", time.Time{}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.puts[f.Record.ID]; b != nil {
		return b.person, b.at
	}
	return "", time.Time{}
}

// seen notes that a page was told an entry: everybody is told the same, nothing is put or typed twice, and at some
// numbers whole boards are equal.
func (l *Ledger) seen(p *Page, e entry) {
	here := place{p.epoch, e.Seq}
	hash := boards.Chain(encode(e))
	picture := ""
	if e.Seq%every == 0 {
		picture = Hash(p.view.Public())
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.viewed++
	l.hear(p.Name, here, hash, e)
	l.compare(p.Name, here, picture)
}

func (l *Ledger) hear(who string, here place, hash string, e entry) {
	if before, known := l.entries[here]; known && before != hash {
		l.fault("%s was told another entry %d than others", who, e.Seq)
	} else if !known {
		l.entries[here] = hash
		l.once(here, e.Effects)
	}
}

// compare holds the hash of a whole board against what others have at the same number.
func (l *Ledger) compare(who string, here place, picture string) {
	if picture == "" {
		return
	}
	if before, known := l.pictures[here]; known && before != picture {
		l.fault("%s has another board at %d than others", who, here.seq)
	} else if known {
		l.compared++
	}
	l.pictures[here] = picture
}

// once holds that no card is put and no word is typed under two numbers.
func (l *Ledger) once(here place, effects []boards.Effect) {
	for _, f := range effects {
		if f.E == "put" && f.Record != nil && l.puts[f.Record.ID] != nil {
			b := l.puts[f.Record.ID]
			if b.place.epoch == here.epoch && b.place != here { // in another history it may have been lost with the end of a log
				l.fault("%s was put at %d and again at %d", f.Record.ID, b.place.seq, here.seq)
			}
			b.place = here
		}
		for _, s := range f.Splices {
			if at, typed := l.words[s.Ins]; typed && s.Ins != "" && at.epoch == here.epoch && at != here {
				l.fault("%q was typed at %d and again at %d", s.Ins, at.seq, here.seq)
			}
			l.words[s.Ins] = here
		}
	}
}

// canaryMark begins every secret.
const canaryMark = "kanarie"

// secret is something that one person alone may see.
type secret struct {
	person string
	kept   bool // stays theirs when the round is cancelled
}

// canary makes the mark of a secret.
func (l *Ledger) canary(p *Page, kept bool) string {
	mark := fmt.Sprintf("%s%012x", canaryMark, p.rnd.Uint64()&0xffffffffffff)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.canaries[mark] = &secret{p.Person, kept}
	return mark
}

// smell searches what somebody gets for secrets of others. person "" is nobody: any secret is one of others.
func (l *Ledger) smell(person, what string, data []byte) {
	l.find(data, func(s *secret) {
		if s.person != person {
			l.fault("a secret of %q is in %s", s.person, what)
		}
	})
}

// Smell searches something that no person's secret may be in.
func (l *Ledger) Smell(what string, data []byte) { l.smell("", what, data) }

// SmellDisk searches a file of the boards for what must be gone: everything but the words of a cancelled writing round, which
// their author gets back.
func (l *Ledger) SmellDisk(data []byte) (found int) {
	l.find(data, func(s *secret) {
		if !s.kept {
			found++
		}
	})
	return found
}

// find calls see for every secret of this table in data.
func (l *Ledger) find(data []byte, see func(*secret)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.nosed += len(data)
	for at := bytes.Index(data, []byte(canaryMark)); at >= 0; at = bytes.Index(data, []byte(canaryMark)) {
		data = data[at:]
		if s := l.canaries[string(data[:min(len(canaryMark)+12, len(data))])]; s != nil {
			see(s)
		}
		data = data[len(canaryMark):]
	}
}

// Tally is what a table did, counted.
type Tally struct {
	Sent, Acknowledged, Refused, Resent int
	Lost, Twice                         int // acknowledged and not in the log; in the log more than once
	Gone                                int // acknowledged, and taken away with the end of a log: alarmed, not mixed
	Entries, Seen, Compared, Secrets    int
	Codes                               map[string]int
	Faults                              []string
}

// Add puts another tally to this one.
func (t *Tally) Add(o Tally) {
	t.Sent, t.Acknowledged, t.Refused, t.Resent = t.Sent+o.Sent, t.Acknowledged+o.Acknowledged, t.Refused+o.Refused, t.Resent+o.Resent
	t.Lost, t.Twice = t.Lost+o.Lost, t.Twice+o.Twice
	t.Gone += o.Gone
	t.Entries, t.Seen, t.Compared, t.Secrets = t.Entries+o.Entries, t.Seen+o.Seen, t.Compared+o.Compared, t.Secrets+o.Secrets
	if t.Codes == nil {
		t.Codes = map[string]int{}
	}
	for code, n := range o.Codes {
		t.Codes[code] += n
	}
	t.Faults = append(t.Faults, o.Faults...)
}

// Count sums up. Lost and Twice are known after Judge.
func (l *Ledger) Count() Tally {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := Tally{Sent: len(l.fates), Resent: l.resent, Entries: len(l.entries), Seen: l.viewed, Compared: l.compared,
		Secrets: len(l.canaries), Codes: map[string]int{}, Faults: slices.Clone(l.faults)}
	for f := range maps.Values(l.fates) {
		switch {
		case f.acked:
			t.Acknowledged++
		case f.refused != "":
			t.Refused++
			t.Codes[f.refused]++
		}
	}
	return t
}
