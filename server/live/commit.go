package live

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"muntsaus/boards"
)

// commit decides the writes on one trial, appends one entry and tells everybody. When another node was faster it reads
// what it missed and decides again.
func (r *Room) commit(writes []write) {
	for r.code == 0 {
		d := r.board.Trial(r.rooms.Moment())
		for _, w := range writes {
			w.decide(r, d)
		}
		e, any := d.Entry(r.rooms.Node)
		if !any {
			d.Drop()
			r.tell(boards.Entry{}, writes)
			return
		}
		data := e.Encode()
		err := r.store(data)
		if err == nil {
			d.Keep(e, data)
			r.tell(e, writes)
			r.upkeep()
			return
		}
		d.Drop()
		if !errors.Is(err, boards.ErrConflict) {
			r.giveUp(err, writes)
			return
		}
		r.rooms.happened(Conflict)
		r.makeGood(err)
	}
	r.giveUp(ErrUnknown, writes)
}

// store appends, and when the outcome is unknown settles it by reading back.
func (r *Room) store(data []byte) error {
	from := time.Now()
	r.lastStore = from
	err := r.rooms.Log.Append(context.Background(), r.id, r.board.Epoch, r.board.Seq, data)
	if err != nil && !isReason(err) {
		err = r.recall(data, err)
	}
	if err == nil && r.rooms.Stored != nil {
		r.rooms.Stored(time.Since(from))
	}
	return err
}

// recall looks whether an entry arrived although the log did not say so. The node's name is in the bytes, so nobody
// else can have written the same.
func (r *Room) recall(data []byte, cause error) error {
	lines, err := r.rooms.Log.Read(context.Background(), r.id, r.board.Epoch, r.board.Seq)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrUnknown, errors.Join(cause, err))
	case len(lines) == 0:
		return fmt.Errorf("%w: %w", errNothing, cause)
	case bytes.Equal(lines[0].Data, data):
		return nil
	}
	return boards.ErrConflict
}

// errNothing says that the log failed and surely holds nothing of it.
var errNothing = errors.New("nothing was stored")

func isReason(err error) bool {
	for _, reason := range []error{boards.ErrConflict, boards.ErrEpoch, boards.ErrGone, boards.ErrFull} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}

// giveUp answers writes the log did not take. Where nobody knows whether it did, nobody is told no: the screens come
// back and hand in again, and what was stored is recognised (B4).
func (r *Room) giveUp(err error, writes []write) {
	code := "unavailable"
	switch {
	case errors.Is(err, boards.ErrFull):
		code = "storage_full"
	case errors.Is(err, errNothing):
	default:
		r.lose(err)
		code = ""
	}
	r.rooms.Logger.Warn("an entry was not stored", "board", r.id, "err", err)
	for _, w := range writes {
		w.fail(r, code)
	}
}

// makeGood takes what a conflict says was missed, or reads it.
func (r *Room) makeGood(conflict error) {
	var missed *boards.Missed
	if errors.As(conflict, &missed) {
		r.learn(missed.Lines, nil)
		return
	}
	r.catchUp()
}

// catchUp reads what other nodes appended.
func (r *Room) catchUp() {
	r.learn(r.rooms.Log.Read(context.Background(), r.id, r.board.Epoch, r.board.Seq))
}

// learn applies and tells what other nodes appended.
func (r *Room) learn(lines []boards.LogLine, err error) {
	for _, line := range lines {
		var e boards.Entry
		if e, err = r.board.Take(line); err != nil {
			break
		}
		r.tell(e, nil)
	}
	if err != nil {
		r.lose(err)
		return
	}
	r.upkeep()
}

// lose ends a room that no longer knows what the log holds.
func (r *Room) lose(err error) {
	if r.code != 0 {
		return
	}
	r.code = CloseLater
	if errors.Is(err, boards.ErrGone) {
		r.code = CloseGone
		return
	}
	r.rooms.happened(RoomLost)
	r.rooms.Logger.Error("a room lost its log", "board", r.id, "err", err)
}

// pushing is a gesture of a member.
type pushing struct {
	member  *Member
	from    time.Time
	push    boards.Push
	verdict boards.Verdict
}

func (p *pushing) decide(r *Room, d *boards.Trial) {
	who := boards.Actor{Person: p.member.Person, Role: p.member.Role}
	key := fmt.Sprintf("%s %s %s %d", r.id, who.Person, p.push.Client, p.push.N)
	switch _, poisoned := r.rooms.poison.Load(key); {
	case r.board.KeyOf(p.member.Key) == nil:
		p.verdict = boards.Verdict{Refusal: &boards.Refusal{Code: "not_allowed"}}
	case poisoned:
		p.verdict = boards.Verdict{Refusal: &boards.Refusal{Code: "bad_request"}}
	default:
		r.deciding = key
		p.verdict = d.Push(p.push, who)
		r.deciding = ""
	}
}

func (p *pushing) settle(m *mail) { m.answer(p) }

// fail refuses the push, unless it was settled long before.
func (p *pushing) fail(r *Room, code string) {
	if code == "" {
		return
	}
	p.verdict = boards.Verdict{Refusal: &boards.Refusal{Code: code}}
	if lastN, skipped := r.board.LastN(p.member.Person, p.push.Client); p.push.N <= lastN && !slices.Contains(skipped, p.push.N) {
		p.verdict = boards.Verdict{Again: true}
	}
	m := &mail{room: r}
	m.answer(p)
	m.post(false)
}

// doing is something the server does on behalf of somebody at the door.
type doing struct {
	fn    func(*boards.Board, *boards.Trial) *boards.Refusal
	no    *boards.Refusal
	reply chan error
}

// decide tries it; when it breaks, who asked hears so before the room starts anew.
func (d *doing) decide(r *Room, t *boards.Trial) {
	defer func() {
		if fault := recover(); fault != nil {
			d.reply <- errBroke
			panic(fault)
		}
	}()
	d.no = d.fn(r.board, t)
}

func (d *doing) settle(*mail) {
	if d.no != nil {
		d.reply <- d.no
		return
	}
	d.reply <- nil
}

func (d *doing) fail(_ *Room, code string) {
	if code == "" {
		d.reply <- ErrUnknown
		return
	}
	d.reply <- &boards.Refusal{Code: code}
}
