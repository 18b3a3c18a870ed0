package oplog

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"muntsaus/boards"
)

// Memory keeps boards in the memory of this process: for tests and for the simulator. It follows the same rules as the
// stores on disk and forgets everything when the process ends. Several rooms may share one Memory as nodes share a log:
// whoever follows a board is woken by the appends of the others. It is safe for use from many goroutines.
type Memory struct {
	mu     sync.Mutex
	places map[string]*place
	order  []string // boards in the order they were claimed

	watch     sync.Mutex
	followers map[string][]*follower

	wire listeners
}

// place is everything known of one board.
type place struct {
	card     boards.Card
	newest   boards.Snapshot
	previous uint64   // number of the snapshot before the newest
	floor    uint64   // number of the last entry that was forgotten
	entries  [][]byte // entry floor+1 and on
}

type follower struct {
	epoch string
	wake  func(last uint64)
}

// NewMemory gives an empty store.
func NewMemory() *Memory {
	return &Memory{places: map[string]*place{}, followers: map[string][]*follower{}}
}

func (p *place) last() uint64 { return p.floor + uint64(len(p.entries)) }

// drop forgets the entries up to and including seq.
func (p *place) drop(seq uint64) {
	if seq <= p.floor {
		return
	}
	p.entries = slices.Clone(p.entries[seq-p.floor:]) // a new array, so that the old entries can be collected
	p.floor = seq
}

// at finds a board in the lineage the caller believes in.
func (m *Memory) at(board, epoch string) (*place, error) {
	p, ok := m.places[board]
	if !ok {
		return nil, boards.ErrGone
	}
	if p.newest.Epoch != epoch {
		return nil, boards.ErrEpoch
	}
	return p, nil
}

// Append stores data as entry after+1 of the board (rules L1, L2) and wakes the board's followers.
func (m *Memory) Append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	if err := m.append(ctx, board, epoch, after, data); err != nil {
		return fmt.Errorf("oplog: append to board %s after %d: %w", board, after, err)
	}
	m.wake(board, epoch, after+1)
	return nil
}

func (m *Memory) append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, err := m.at(board, epoch)
	if err != nil {
		return err
	}
	if p.last() != after {
		return boards.ErrConflict
	}
	p.entries = append(p.entries, bytes.Clone(data))
	return nil
}

// Read gives the entries after the given number (rule L3). The caller owns what it gets.
func (m *Memory) Read(ctx context.Context, board, epoch string, after uint64) ([]boards.LogLine, error) {
	lines, err := m.read(ctx, board, epoch, after)
	if err != nil {
		return nil, fmt.Errorf("oplog: read board %s after %d: %w", board, after, err)
	}
	return lines, nil
}

func (m *Memory) read(ctx context.Context, board, epoch string, after uint64) ([]boards.LogLine, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, err := m.at(board, epoch)
	if err != nil {
		return nil, err
	}
	if err := readable(p.floor, p.last(), after); err != nil {
		return nil, err
	}
	var lines []boards.LogLine
	for seq := after + 1; seq <= p.last(); seq++ {
		lines = append(lines, boards.LogLine{Seq: seq, Data: bytes.Clone(p.entries[seq-p.floor-1])})
	}
	return lines, nil
}

// Save stores a snapshot (rule L4). An older one than the store has changes nothing, one beyond the last entry is
// refused with ErrConflict. Without forget the previous snapshot's entries stay as a second way back.
func (m *Memory) Save(ctx context.Context, board string, s boards.Snapshot, forget bool) error {
	if err := m.save(ctx, board, s, forget); err != nil {
		return fmt.Errorf("oplog: save board %s at %d: %w", board, s.Seq, err)
	}
	return nil
}

func (m *Memory) save(ctx context.Context, board string, s boards.Snapshot, forget bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, err := m.at(board, s.Epoch)
	if err != nil {
		return err
	}
	if s.Seq > p.last() {
		return boards.ErrConflict
	}
	if s.Seq > p.newest.Seq {
		p.previous = p.newest.Seq
		p.newest = boards.Snapshot{Epoch: s.Epoch, Seq: s.Seq, Data: bytes.Clone(s.Data)}
	}
	p.drop(p.previous)
	if forget {
		p.drop(s.Seq)
	}
	return nil
}

// Load gives the newest snapshot, or ErrGone. The caller owns what it gets.
func (m *Memory) Load(ctx context.Context, board string) (boards.Snapshot, error) {
	if err := ctx.Err(); err != nil {
		return boards.Snapshot{}, fmt.Errorf("oplog: load board %s: %w", board, err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.places[board]
	if !ok {
		return boards.Snapshot{}, fmt.Errorf("oplog: load board %s: %w", board, boards.ErrGone)
	}
	s := p.newest
	s.Data = bytes.Clone(s.Data)
	return s, nil
}

// Follow calls wake after every append to the board and lineage, and when the board is deleted, until stop.
func (m *Memory) Follow(board, epoch string, wake func(last uint64)) (stop func()) {
	f := &follower{epoch: epoch, wake: wake}
	m.watch.Lock()
	defer m.watch.Unlock()
	m.followers[board] = append(m.followers[board], f)
	return func() { m.unfollow(board, f) }
}

func (m *Memory) unfollow(board string, f *follower) {
	m.watch.Lock()
	defer m.watch.Unlock()
	rest := slices.DeleteFunc(m.followers[board], func(other *follower) bool { return other == f })
	if len(rest) == 0 {
		delete(m.followers, board)
		return
	}
	m.followers[board] = rest
}

// wake holds the watch lock so that nobody is woken after his stop returned. It holds no other lock: a wake may read.
func (m *Memory) wake(board, epoch string, last uint64) {
	m.watch.Lock()
	defer m.watch.Unlock()
	for _, f := range m.followers[board] {
		if f.epoch == epoch {
			f.wake(last)
		}
	}
}

// Claim makes a board with its first snapshot and its join code; ErrTaken when the code or the board is there already.
func (m *Memory) Claim(ctx context.Context, card boards.Card, first boards.Snapshot) error {
	if err := claimable(ctx, card, first); err != nil {
		return fmt.Errorf("oplog: claim board %s: %w", card.Board, err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, taken := m.places[card.Board]; taken || m.byCode(card.JoinCode) != nil {
		return fmt.Errorf("oplog: claim board %s: %w", card.Board, boards.ErrTaken)
	}
	first.Data = bytes.Clone(first.Data)
	m.places[card.Board] = &place{card: card, newest: first, previous: first.Seq, floor: first.Seq}
	m.order = append(m.order, card.Board)
	return nil
}

func (m *Memory) byCode(code string) *place {
	for _, p := range m.places {
		if p.card.JoinCode == code {
			return p
		}
	}
	return nil
}

// Recode gives a board another join code; ErrTaken when it is in use, ErrGone when there is no such board.
func (m *Memory) Recode(ctx context.Context, board, code string) error {
	if err := m.recode(ctx, board, code); err != nil {
		return fmt.Errorf("oplog: recode board %s: %w", board, err)
	}
	return nil
}

func (m *Memory) recode(ctx context.Context, board, code string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, there := m.places[board]
	switch {
	case !there:
		return boards.ErrGone
	case m.byCode(code) != nil:
		return boards.ErrTaken
	}
	p.card.JoinCode = code
	return nil
}

// Find gives the board a join code opens, or ErrGone.
func (m *Memory) Find(ctx context.Context, code string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", fmt.Errorf("oplog: find: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.byCode(code)
	if p == nil {
		return "", fmt.Errorf("oplog: find: %w", boards.ErrGone)
	}
	return p.card.Board, nil
}

// List gives all cards, oldest first; of two made in the same millisecond the one claimed first.
func (m *Memory) List(ctx context.Context) ([]boards.Card, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("oplog: list: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var cards []boards.Card
	for _, board := range m.order {
		cards = append(cards, m.places[board].card)
	}
	slices.SortStableFunc(cards, func(a, b boards.Card) int { return cmp.Compare(a.Created, b.Created) })
	return cards, nil
}

// Delete removes a board; ErrGone when there is none. Its followers are woken and find it gone.
func (m *Memory) Delete(ctx context.Context, board string) error {
	epoch, err := m.delete(ctx, board)
	if err != nil {
		return fmt.Errorf("oplog: delete board %s: %w", board, err)
	}
	m.wake(board, epoch, 0)
	return nil
}

func (m *Memory) delete(ctx context.Context, board string) (epoch string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.places[board]
	if !ok {
		return "", boards.ErrGone
	}
	delete(m.places, board)
	m.order = slices.DeleteFunc(m.order, func(other string) bool { return other == board })
	return p.newest.Epoch, nil
}

// Ready answers nil: memory can always be written.
func (m *Memory) Ready(ctx context.Context) error { return ctx.Err() }
