package main

import (
	"os"
	"path/filepath"
	"time"

	"muntsaus/bench/crowd"
)

// restored: a backup is made under load, its replay fits the running log; then the server is started on it, and everybody
// starts over instead of mixing what they saw with what is there.
func restored(s *stage) (*outcome, error) {
	o := &outcome{}
	house, err := s.cottage("data")
	if err != nil {
		return o, err
	}
	for range s.times(8) {
		if err := s.restoreOnce(house, o); err != nil {
			return o, err
		}
	}
	o.note("%d acknowledged operations were younger than the backups", o.tally.Gone)
	return o, nil
}

func (s *stage) restoreOnce(house *cottage, o *outcome) error {
	t, err := s.sit(house, 16)
	if err != nil {
		return err
	}
	ctx, done := s.within(restWithin)
	defer done()
	s.wait(700*time.Millisecond, 1500*time.Millisecond)
	if err := house.read(ctx, t.archive); err != nil { // through a backup, while everybody works
		o.fault("the first backup cannot be read: %v", err)
	}
	s.wait(300*time.Millisecond, 800*time.Millisecond)
	kept := s.folder("kept.db")
	if err := house.backup(ctx, kept); err != nil {
		o.fault("backup: %v", err)
	}
	s.wait(300*time.Millisecond, 800*time.Millisecond)
	house.kill()
	if err := putBack(kept, house.dir); err != nil {
		return err
	}
	if _, err := house.restarted(); err != nil {
		return err
	}
	o.faults++
	t.archive = crowd.NewArchive(t.table)
	t.goesOn(o)
	t.judgeBy(o, t.table.JudgeLoss)
	return nil
}

// putBack does what docs/operate.md says: the file in place of the old one.
func putBack(file, dir string) error {
	for _, rest := range []string{"-wal", "-shm"} {
		_ = os.Remove(filepath.Join(dir, "muntsaus.db"+rest))
	}
	return os.Rename(file, filepath.Join(dir, "muntsaus.db"))
}
