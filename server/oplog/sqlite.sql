-- One file holds every board. The log is appended at the end of its table (a key of board and number would touch a page
-- per board and commit, measured at a third of the speed) and has one index to find a board's entries.

CREATE TABLE board (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL UNIQUE,
	code    TEXT    NOT NULL UNIQUE,
	created INTEGER NOT NULL, -- Unix milliseconds
	epoch   TEXT    NOT NULL,
	floor   INTEGER NOT NULL  -- number of the last entry that was forgotten; the log starts at floor + 1
) STRICT;

CREATE TABLE log (
	gseq  INTEGER PRIMARY KEY,
	board INTEGER NOT NULL,
	seq   INTEGER NOT NULL,
	data  BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX log_of_board ON log (board, seq);

CREATE TABLE snapshot (
	id    INTEGER PRIMARY KEY,
	board INTEGER NOT NULL,
	seq   INTEGER NOT NULL,
	data  BLOB    NOT NULL,
	UNIQUE (board, seq)
) STRICT;

-- What the readiness check writes to learn whether the disk takes anything.
CREATE TABLE pulse (beat INTEGER NOT NULL) STRICT;
INSERT INTO pulse VALUES (0);
