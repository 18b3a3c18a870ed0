package oplog

import (
	"context"
	"errors"
	"fmt"
)

// Check reads the whole store and gives an error that names everything wrong with it: pages that do not fit together,
// holes in a board's entries, missing snapshots, tables of no board. Appends wait meanwhile.
func (s *SQLite) Check(ctx context.Context) error {
	if err := s.writer.look(ctx, func(f *file) error { return f.check(ctx) }); err != nil {
		return fmt.Errorf("oplog: check: %w", err)
	}
	return nil
}

func (f *file) check(ctx context.Context) error {
	pages, err := f.texts(ctx, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
	if err != nil {
		return err
	}
	strays, err := f.texts(ctx, strayQuery)
	if err != nil {
		return err
	}
	boards, err := f.texts(ctx, "SELECT id FROM board")
	if err != nil {
		return err
	}
	found := append(pages, strays...)
	for _, id := range boards {
		faults, err := f.texts(ctx, fmt.Sprintf(boardQuery, id))
		if err != nil {
			return err
		}
		found = append(found, faults...)
	}
	return asErrors(found)
}

// strayQuery finds tables of boards that are not there.
const strayQuery = `SELECT 'table of no board: ' || name FROM sqlite_schema WHERE type = 'table'
	AND name NOT IN ('board', 'pulse')
	AND name NOT IN (SELECT 'entries_' || id FROM board UNION ALL SELECT 'snapshots_' || id FROM board)`

// boardQuery compares a board with what the rules promise. Where there are no entries the newest snapshot must be where
// they ended.
const boardQuery = `
WITH span AS (
	SELECT name, floor, (SELECT count(*) FROM entries_%[1]s) AS n,
		coalesce((SELECT max(seq) FROM entries_%[1]s), floor) AS last,
		coalesce((SELECT min(seq) FROM entries_%[1]s), floor + 1) AS first,
		(SELECT max(seq) FROM snapshots_%[1]s) AS newest
	FROM board WHERE id = %[1]s)
SELECT format('board %%s: %%d entries, numbered %%d to %%d, after %%d', name, n, first, last, floor) FROM span
	WHERE n <> last - floor OR first <> floor + 1
UNION ALL
SELECT format('board %%s: no snapshot', name) FROM span WHERE newest IS NULL
UNION ALL
SELECT format('board %%s: snapshot at %%d, entries after %%d to %%d', name, newest, floor, last) FROM span
	WHERE newest < floor OR newest > last`

// texts gives the first column of a query.
func (f *file) texts(ctx context.Context, query string) (texts []string, err error) {
	rows, err := f.conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, rows.Err()
}

func asErrors(texts []string) error {
	var all []error
	for _, text := range texts {
		all = append(all, errors.New(text))
	}
	return errors.Join(all...)
}
