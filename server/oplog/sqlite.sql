-- One file holds every board. Every board has two tables of its own, made when it is claimed:
--
--	entries_<id>   (seq INTEGER PRIMARY KEY, data BLOB NOT NULL)
--	snapshots_<id> (seq INTEGER PRIMARY KEY, data BLOB NOT NULL) -- packed from a page on (pack.go)
--
-- In a table that boards share, secure_delete does not keep its word: when SQLite moves a row to another page, as it
-- does when rows near it are deleted, the old page keeps a copy, and that copy stays when the row is overwritten later.
-- A table that is emptied as a whole, or dropped, has all its pages overwritten. An append touches one page either way.

CREATE TABLE board (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL UNIQUE,
	code    TEXT    NOT NULL UNIQUE,
	created INTEGER NOT NULL, -- Unix milliseconds
	epoch   TEXT    NOT NULL,
	floor   INTEGER NOT NULL  -- number of the last entry that was forgotten; the entries start at floor + 1
) STRICT;

-- What the readiness check writes to learn whether the disk takes anything.
CREATE TABLE pulse (beat INTEGER NOT NULL) STRICT;
INSERT INTO pulse VALUES (0);
