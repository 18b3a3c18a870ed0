package oplog

import (
	"errors"
	"testing"

	"muntsaus/boards/logtest"
)

func TestSQLite(t *testing.T) {
	t.Parallel()
	logtest.Run(t, func(t *testing.T) logtest.Stores {
		s := openIn(t, t.TempDir())
		return stores(t, s)
	})
}

// stores ends every test with a check of the whole file.
func stores(t *testing.T, s *SQLite) logtest.Stores {
	t.Cleanup(func() {
		if err := s.Check(background); !errors.Is(err, ErrClosed) {
			must(t, err)
		}
	})
	return logtest.Stores{Log: s, Shelf: s, Reopen: func() logtest.Stores {
		must(t, s.Close())
		return stores(t, openIn(t, s.dir))
	}}
}

// openIn opens a store and closes it at the end of the test.
func openIn(t testing.TB, dir string) *SQLite {
	t.Helper()
	s, err := OpenSQLite(t.Context(), dir)
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
