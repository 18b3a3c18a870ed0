package oplog

import (
	"database/sql"
	"fmt"

	"muntsaus/boards"
)

// tail is what the writer must know of a board to append to it without asking the disk.
type tail struct {
	id    int64
	epoch string
	floor uint64
	last  uint64
}

// Bounds of what is kept in memory for boards that nobody uses any more.
const (
	mostTails   = 4096
	mostInserts = 256
)

// tail finds a board, or gives ErrGone.
func (f *file) tail(board string) (tail, error) {
	if known, ok := f.tails[board]; ok {
		return known, nil
	}
	var t tail
	err := f.row("SELECT id, epoch, floor FROM board WHERE name = ?", board).Scan(&t.id, &t.epoch, &t.floor)
	if err != nil {
		return t, gone(err)
	}
	last := fmt.Sprintf("SELECT max(coalesce((SELECT max(seq) FROM entries_%d), 0), (SELECT max(seq) FROM snapshots_%[1]d))", t.id)
	err = f.row(last).Scan(&t.last)
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
	insert, err := f.insert(t.id)
	if err != nil {
		return err
	}
	if _, err := insert.Exec(after+1, blob(data)); err != nil {
		return err
	}
	f.grew(len(data))
	t.last++
	f.remember(board, t)
	return nil
}

// insert gives the prepared statement that appends to a board.
func (f *file) insert(board int64) (*sql.Stmt, error) {
	if known, ok := f.inserts[board]; ok {
		return known, nil
	}
	if len(f.inserts) >= mostInserts {
		if err := f.closeInserts(); err != nil {
			return nil, err
		}
	}
	insert, err := f.conn.PrepareContext(background, fmt.Sprintf("INSERT INTO entries_%d VALUES (?, ?)", board))
	if err == nil {
		f.inserts[board] = insert
	}
	return insert, err
}

// blob keeps an absent entry an empty one: nil would be NULL.
func blob(data []byte) []byte {
	if data == nil {
		return []byte{}
	}
	return data
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
	if err := f.makeTables(id); err != nil {
		return err
	}
	return f.putSnapshot(id, first)
}

func (f *file) makeTables(board int64) error {
	for _, table := range []string{"entries", "snapshots"} {
		err := f.exec(fmt.Sprintf("CREATE TABLE %s_%d (seq INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT", table, board))
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *file) recode(board, code string) error {
	if _, err := f.tail(board); err != nil {
		return err
	}
	var taken bool
	if err := f.row("SELECT EXISTS (SELECT 1 FROM board WHERE code = ?)", code).Scan(&taken); err != nil {
		return err
	}
	if taken {
		return boards.ErrTaken
	}
	return f.exec("UPDATE board SET code = ? WHERE name = ?", code, board)
}

func (f *file) remove(board string) error {
	t, err := f.tail(board)
	if err != nil {
		return err
	}
	delete(f.tails, board)
	for _, table := range []string{"entries", "snapshots"} {
		if err := f.exec(fmt.Sprintf("DROP TABLE %s_%d", table, t.id)); err != nil {
			return err
		}
	}
	return f.rewrite("board", "id <> ?", t.id)
}
