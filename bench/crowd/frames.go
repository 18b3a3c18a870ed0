package crowd

import (
	"encoding/json"
	"errors"
	"slices"
	"time"

	"muntsaus/bench/lines"
	"muntsaus/boards"
)

// inbound is any frame of the server, read together.
type inbound struct {
	Type string
	// welcome
	Epoch   string
	Seq     *uint64 // also of yours
	Tail    string  // also of entries
	LastN   int
	Skipped []int
	LastNs  map[string]struct {
		LastN   int
		Skipped []int
	}
	Records []*boards.Record
	Entries []entry // also of entries
	Mine    []*boards.Record
	More    bool
	// yours
	Acks    []int
	Client  string // also of refused
	Effects []boards.Effect
	// refused and error
	N    int
	Code string
}

// entry is one shared entry on the wire.
type entry struct {
	Seq     uint64
	At      int64
	Effects []boards.Effect
}

var errReset = errors.New("the server asks to say hello again")

// take handles one frame.
func (p *Page) take(conn lines.Line, data []byte) error {
	p.table.Ledger.smell(p.Person, "a frame to "+p.Name, data)
	var f inbound
	if err := json.Unmarshal(data, &f); err != nil {
		p.table.Ledger.Fault("%s got a frame that is no JSON: %v", p.Name, err)
		return err
	}
	switch f.Type {
	case "welcome":
		p.welcome(conn, f)
	case "entries":
		for _, e := range f.Entries {
			p.entry(e)
		}
		p.tail = f.Tail
	case "yours":
		p.yours(f)
	case "refused":
		p.settle(p.named(f.Client), f.N, f.Code)
	case "reset":
		p.forget()
		return errReset
	}
	return nil
}

func (p *Page) named(client string) string {
	if client == "" {
		return p.client
	}
	return client
}

// welcome takes a part of a welcome; with the last one the page is at the table and hands in what was not answered.
func (p *Page) welcome(conn lines.Line, f inbound) {
	if f.Records != nil {
		if p.filling == nil {
			p.filling = boards.New("view", f.Epoch)
			p.mine = boards.New("mine", f.Epoch)
		}
		puts(p.filling, f.Records)
	}
	for _, e := range f.Entries {
		p.entry(e)
	}
	if f.More {
		return
	}
	if p.filling != nil {
		p.view, p.filling = p.filling, nil
	}
	puts(p.mine, f.Mine)
	if f.Entries != nil && p.seq != *f.Seq {
		p.table.Ledger.Fault("%s resumed to %d and was told it is %d", p.Name, p.seq, *f.Seq)
	}
	p.epoch, p.seq, p.tail, p.line = f.Epoch, *f.Seq, f.Tail, conn
	p.welcomed = time.Now()
	p.handIn(f)
}

func puts(b *boards.Board, records []*boards.Record) {
	for _, r := range records {
		b.Apply(boards.Entry{Effects: []boards.Effect{{E: "put", Record: r}}})
	}
}

// handIn settles what was answered while the page was away, and sends the rest again in order, under the numbers it had.
func (p *Page) handIn(f inbound) {
	for _, made := range slices.Clone(p.outbox) {
		lastN, skipped := f.LastN, f.Skipped
		if made.client != p.client {
			lastN, skipped = f.LastNs[made.client].LastN, f.LastNs[made.client].Skipped
		}
		switch {
		case made.n > lastN && made.field != "" && made.epoch != f.Epoch:
			p.settle(made.client, made.n, "stale") // its base is a version of another history: a page takes it back
		case made.n > lastN:
		case slices.Contains(skipped, made.n):
			p.settle(made.client, made.n, "skipped")
		default:
			p.settle(made.client, made.n, "")
		}
	}
	for _, made := range p.outbox {
		if p.line == nil {
			return
		}
		p.table.Ledger.again(made.fate)
		p.pass(made)
	}
}

// entry shows one shared entry.
func (p *Page) entry(e entry) {
	if e.Seq != p.seq+1 {
		p.table.Ledger.Fault("%s was told %d after %d", p.Name, e.Seq, p.seq)
	}
	for _, f := range e.Effects {
		p.wantVersion(f)
		if born, mine := p.table.Ledger.born(f); !mine.IsZero() && born != p.Person {
			p.told = append(p.told, time.Since(mine))
		}
		p.view.Apply(boards.Entry{At: e.At, Effects: []boards.Effect{f}})
	}
	p.seq = e.Seq
	p.table.Ledger.seen(p, e)
}

// wantVersion holds that a text change is on the very text this page shows.
func (p *Page) wantVersion(f boards.Effect) {
	if f.E != "text" {
		return
	}
	r := p.view.Get(f.ID)
	if r == nil || r.Version(f.Field)+1 != f.Ver {
		p.table.Ledger.Fault("%s: text of %s made version %d on another text than shown", p.Name, f.ID, f.Ver)
	}
}

// yours takes an acknowledgement, and what is for this person alone.
func (p *Page) yours(f inbound) {
	if f.Seq != nil && *f.Seq != p.seq+1 {
		p.table.Ledger.Fault("%s: an acknowledgement names entry %d, the next one is %d", p.Name, *f.Seq, p.seq+1)
	}
	p.mine.Apply(boards.Entry{Effects: f.Effects})
	p.table.Ledger.keptNow()
	for _, n := range f.Acks {
		p.settle(p.named(f.Client), n, "")
	}
}

// settle takes a push out of the outbox. An answer that comes again changes nothing, but must be the same.
func (p *Page) settle(client string, n int, code string) {
	p.table.Ledger.answered(p, client, n, code)
	i := slices.IndexFunc(p.outbox, func(made *push) bool { return made.client == client && made.n == n })
	if i < 0 {
		return
	}
	if code == "" {
		p.heard = append(p.heard, time.Since(p.outbox[i].fate.at))
		p.hand.kept(p.outbox[i].fate)
	}
	p.outbox = slices.Delete(p.outbox, i, i+1)
}
