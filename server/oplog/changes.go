package oplog

import (
	"database/sql"
	"errors"

	"muntsaus/boards"
)

// tail is what the writer must know of a board to append to it without asking the disk.
type tail struct {
	id    int64
	epoch string
	floor uint64
	last  uint64
}

// mostTails bounds the memory for boards that nobody uses any more.
const mostTails = 4096

// tail finds a board, or gives ErrGone.
func (f *file) tail(board string) (tail, error) {
	if known, ok := f.tails[board]; ok {
		return known, nil
	}
	var t tail
	err := f.row(`SELECT id, epoch, floor, max(
			(SELECT max(seq) FROM snapshot WHERE board = b.id),
			coalesce((SELECT max(seq) FROM log WHERE board = b.id), 0))
		FROM board b WHERE name = ?`, board).Scan(&t.id, &t.epoch, &t.floor, &t.last)
	if errors.Is(err, sql.ErrNoRows) {
		return t, boards.ErrGone
	}
	if err == nil {
		f.remember(board, t)
	}
	return t, err
}

func (f *file) remember(board string, t tail) {
	if len(f.tails) >= mostTails {
		clear(f.tails)
	}
	f.tails[board] = t
}

// tailOf finds a board in the lineage the caller believes in.
func (f *file) tailOf(board, epoch string) (tail, error) {
	t, err := f.tail(board)
	if err == nil && t.epoch != epoch {
		return t, boards.ErrEpoch
	}
	return t, err
}

func (f *file) append(board, epoch string, after uint64, data []byte) error {
	t, err := f.tailOf(board, epoch)
	if err != nil {
		return err
	}
	if t.last != after {
		return boards.ErrConflict
	}
	if _, err := f.insert.Exec(t.id, after+1, blob(data)); err != nil {
		return err
	}
	f.pending += 2 + len(data)/4096
	t.last++
	f.remember(board, t)
	return nil
}

// blob keeps an absent entry an empty one: nil would be NULL.
func blob(data []byte) []byte {
	if data == nil {
		return []byte{}
	}
	return data
}

func (f *file) save(board string, s boards.Snapshot, forget bool) error {
	t, err := f.tailOf(board, s.Epoch)
	if err != nil {
		return err
	}
	if s.Seq > t.last {
		return boards.ErrConflict
	}
	var newest uint64
	if err := f.row("SELECT max(seq) FROM snapshot WHERE board = ?", t.id).Scan(&newest); err != nil {
		return err
	}
	floor := t.floor
	if s.Seq > newest {
		if err := f.putSnapshot(t.id, s); err != nil {
			return err
		}
		floor = newest // the previous snapshot is the second way back, what is behind it no way at all
	}
	if forget {
		floor = max(floor, s.Seq)
		newest = max(newest, s.Seq)
	}
	return f.trim(board, t, floor, newest)
}

func (f *file) putSnapshot(board int64, s boards.Snapshot) error {
	f.pending += 2 + len(s.Data)/4096
	return f.exec("INSERT INTO snapshot (board, seq, data) VALUES (?, ?, ?)", board, s.Seq, blob(s.Data))
}

// trim removes the entries up to floor and the snapshots before oldest.
func (f *file) trim(board string, t tail, floor, oldest uint64) error {
	if err := f.exec("DELETE FROM snapshot WHERE board = ? AND seq < ?", t.id, oldest); err != nil {
		return err
	}
	if floor <= t.floor {
		return nil
	}
	if err := f.exec("DELETE FROM log WHERE board = ? AND seq <= ?", t.id, floor); err != nil {
		return err
	}
	f.pending += int(floor-t.floor) / 8
	t.floor = floor
	f.remember(board, t)
	return f.exec("UPDATE board SET floor = ? WHERE id = ?", floor, t.id)
}

func (f *file) claim(card boards.Card, first boards.Snapshot) error {
	var taken bool
	err := f.row("SELECT EXISTS (SELECT 1 FROM board WHERE name = ? OR code = ?)", card.Board, card.JoinCode).Scan(&taken)
	if err != nil {
		return err
	}
	if taken {
		return boards.ErrTaken
	}
	var id int64
	err = f.row("INSERT INTO board (name, code, created, epoch, floor) VALUES (?, ?, ?, ?, ?) RETURNING id",
		card.Board, card.JoinCode, card.Created, first.Epoch, first.Seq).Scan(&id)
	if err != nil {
		return err
	}
	return f.putSnapshot(id, first)
}

func (f *file) remove(board string) error {
	t, err := f.tail(board)
	if err != nil {
		return err
	}
	delete(f.tails, board)
	for _, query := range []string{
		"DELETE FROM log WHERE board = ?",
		"DELETE FROM snapshot WHERE board = ?",
		"DELETE FROM board WHERE id = ?",
	} {
		if err := f.exec(query, t.id); err != nil {
			return err
		}
	}
	return nil
}
