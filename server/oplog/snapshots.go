package oplog

import (
	"fmt"

	"muntsaus/boards"
)

func (f *file) save(board string, s boards.Snapshot, forget bool) error {
	t, err := f.tailOf(board, s.Epoch)
	if err != nil {
		return err
	}
	if s.Seq > t.last {
		return boards.ErrConflict
	}
	var newest uint64
	if err := f.row(fmt.Sprintf("SELECT max(seq) FROM snapshots_%d", t.id)).Scan(&newest); err != nil {
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
		return f.forget(board, t, max(t.floor, floor, s.Seq), max(newest, s.Seq))
	}
	return f.trim(board, t, floor, newest)
}

func (f *file) putSnapshot(board int64, s boards.Snapshot) error {
	f.grew(len(s.Data))
	return f.exec(fmt.Sprintf("INSERT INTO snapshots_%d VALUES (?, ?)", board), s.Seq, blob(s.Data))
}

// trim removes the entries up to floor and the snapshots before oldest, to save room.
func (f *file) trim(board string, t tail, floor, oldest uint64) error {
	if floor <= t.floor {
		return nil
	}
	if err := f.exec(fmt.Sprintf("DELETE FROM snapshots_%d WHERE seq < ?", t.id), oldest); err != nil {
		return err
	}
	if err := f.exec(fmt.Sprintf("DELETE FROM entries_%d WHERE seq <= ?", t.id), floor); err != nil {
		return err
	}
	f.grew(int(floor-t.floor) * 512)
	return f.setFloor(board, t, floor)
}

// forget overwrites everything of a board but the entries after floor and the snapshots from oldest on.
func (f *file) forget(board string, t tail, floor, oldest uint64) error {
	if err := f.rewrite(fmt.Sprintf("snapshots_%d", t.id), "seq >= ?", oldest); err != nil {
		return err
	}
	if err := f.rewrite(fmt.Sprintf("entries_%d", t.id), "seq > ?", floor); err != nil {
		return err
	}
	return f.setFloor(board, t, floor)
}

// rewrite empties a table as a whole, which overwrites its pages, and puts back the rows to keep.
func (f *file) rewrite(table, keep string, args ...any) error {
	if err := f.exec(fmt.Sprintf("CREATE TEMP TABLE kept AS SELECT * FROM main.%s WHERE %s", table, keep), args...); err != nil {
		return err
	}
	for _, statement := range []string{
		"DELETE FROM main." + table,
		"INSERT INTO main." + table + " SELECT * FROM kept",
		"DROP TABLE kept",
	} {
		if err := f.exec(statement); err != nil {
			return err
		}
	}
	return nil
}

func (f *file) setFloor(board string, t tail, floor uint64) error {
	t.floor = floor
	f.remember(board, t)
	return f.exec("UPDATE board SET floor = ? WHERE id = ?", floor, t.id)
}
