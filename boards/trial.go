package boards

import "slices"

// Trial lets a room try pushes on the board itself and take everything back when the log says no. It is an overlay by
// journal: only what was touched is remembered, nothing is copied. One trial at a time; while it is open only the room
// reads the board.
type Trial struct {
	board   *Board
	undo    []func()
	effects []Effect
	marks   []Mark
	now     Moment
}

// Verdict is the answer to one push. Again means it was settled before: answer it, do nothing.
type Verdict struct {
	Refusal *Refusal
	Op      int // which op was refused
	Again   bool
	Shared  bool // made at least one effect that everybody sees
}

// Trial opens a trial at a moment.
func (b *Board) Trial(now Moment) *Trial {
	d := &Trial{board: b, now: now}
	d.now.Wall = now.wall()
	d.now.At = max(now.At, b.At) // B14
	b.undo = &d.undo
	return d
}

// Push tries one push. Refused pushes leave no trace; accepted ones are part of the entry.
func (d *Trial) Push(p Push, who Actor) Verdict {
	if v, settled := d.board.settled(who.Person, p); settled {
		return v
	}
	mark, from := len(d.undo), len(d.effects)
	for i, op := range p.Ops {
		effects, no := Decide(d.board, op, who, p.Client, d.now)
		if no != nil {
			d.back(mark)
			d.effects = d.effects[:from]
			return Verdict{Refusal: no, Op: i}
		}
		d.take(effects)
	}
	settled := Mark{who.Person, p.Client, p.N}
	d.marks = append(d.marks, settled)
	d.board.mark(settled, d.now.At)
	return Verdict{Shared: len(Shared(d.effects[from:])) > 0}
}

// Do tries one op of the server itself (somebody at the door).
func (d *Trial) Do(op Op, who Actor) *Refusal {
	effects, no := Decide(d.board, op, who, "", d.now)
	if no == nil {
		d.take(effects)
	}
	return no
}

func (d *Trial) take(effects []Effect) {
	for _, f := range effects {
		d.board.apply(f, d.now.At)
	}
	d.effects = append(d.effects, effects...)
}

// Entry gives what the trial holds; false when it holds nothing to store.
func (d *Trial) Entry(node string) (Entry, bool) {
	e := Entry{V: Version, At: d.now.At, Node: node, Prev: d.board.Chain, Effects: d.effects, Marks: d.marks}
	return e, len(d.effects) > 0 || len(d.marks) > 0
}

// Keep makes the trial the board, after the log took its entry as data.
func (d *Trial) Keep(e Entry, data []byte) {
	d.board.undo = nil
	d.board.settle(e, data)
}

// Drop takes everything back.
func (d *Trial) Drop() {
	d.back(0)
	d.board.undo = nil
}

func (d *Trial) back(to int) {
	for i := len(d.undo) - 1; i >= to; i-- {
		d.undo[i]()
	}
	d.undo = d.undo[:to]
}

// settled answers a push whose number had its answer before (B4).
func (b *Board) settled(person string, p Push) (Verdict, bool) {
	row := b.clients[person+"\n"+p.Client]
	if p.N > row.LastN {
		return Verdict{}, false
	}
	forgotten := len(row.Skipped) == maxSkipped && p.N < row.Skipped[0] // nobody knows any more: never say it is stored
	if forgotten || slices.Contains(row.Skipped, p.N) {
		return Verdict{Refusal: refuse("bad_request", "n"), Again: true}, true
	}
	return Verdict{Again: true}, true
}

// LastN gives what was settled for one page of a person: the highest number, and the numbers passed over.
func (b *Board) LastN(person, client string) (lastN int, skipped []int) {
	row := b.clients[person+"\n"+client]
	return row.LastN, append([]int{}, row.Skipped...)
}
