package oplog

import (
	"database/sql"
	"errors"
	"fmt"

	"muntsaus/boards"
)

func (f *file) lines(board, epoch string, after uint64) ([]boards.LogLine, error) {
	t, err := f.tailOf(board, epoch)
	if err != nil {
		return nil, err
	}
	if err := readable(t.floor, t.last, after); err != nil {
		return nil, err
	}
	lines, err := f.scanLines(t.id, after)
	if err != nil {
		return nil, err
	}
	return lines, dense(lines, after, t.last)
}

func (f *file) scanLines(board int64, after uint64) ([]boards.LogLine, error) {
	rows, err := f.conn.QueryContext(background, fmt.Sprintf("SELECT seq, data FROM entries_%d WHERE seq > ? ORDER BY seq", board), after)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var lines []boards.LogLine
	for rows.Next() {
		var line boards.LogLine
		if err := rows.Scan(&line.Seq, &line.Data); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, rows.Err()
}

// dense finds the first hole between after and last.
func dense(lines []boards.LogLine, after, last uint64) error {
	for i, line := range lines {
		if want := after + 1 + uint64(i); line.Seq != want {
			return fmt.Errorf("entry %d is missing, %d comes next", want, line.Seq)
		}
	}
	if end := after + uint64(len(lines)); end != last {
		return fmt.Errorf("the log ends at %d instead of %d", end, last)
	}
	return nil
}

func (f *file) newest(board string) (boards.Snapshot, error) { return f.snapshot(board, "DESC") }

func (f *file) oldest(board string) (boards.Snapshot, error) { return f.snapshot(board, "ASC") }

func (f *file) snapshot(board, order string) (boards.Snapshot, error) {
	t, err := f.tail(board)
	if err != nil {
		return boards.Snapshot{}, err
	}
	s := boards.Snapshot{Epoch: t.epoch}
	err = f.row(fmt.Sprintf("SELECT seq, data FROM snapshots_%d ORDER BY seq %s LIMIT 1", t.id, order)).Scan(&s.Seq, &s.Data)
	return s, err
}

func (f *file) byCode(code string) (board string, err error) {
	err = f.row("SELECT name FROM board WHERE code = ?", code).Scan(&board)
	return board, gone(err)
}

func gone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return boards.ErrGone
	}
	return err
}

func (f *file) cards() ([]boards.Card, error) {
	rows, err := f.conn.QueryContext(background, "SELECT name, code, created FROM board ORDER BY created, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var cards []boards.Card
	for rows.Next() {
		var c boards.Card
		if err := rows.Scan(&c.Board, &c.JoinCode, &c.Created); err != nil {
			return nil, err
		}
		cards = append(cards, c)
	}
	return cards, rows.Err()
}
