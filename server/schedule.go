package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

const (
	backupNamed = "muntsaus-20060102-150405.db" // in UTC, so that the order of names is that of time
	lookEvery   = 30 * time.Second              // a machine that slept is not late by more
	retryAfter  = 10 * time.Minute
)

// ourBackup are the files that are ours to remove, halves of a server that was killed included; anything else in the folder stays.
var ourBackup = regexp.MustCompile(`^muntsaus-\d{8}-\d{6}\.db(\.part)?$`)

// copier is the store, as far as a schedule needs it.
type copier interface {
	Backup(ctx context.Context, path string) error
}

// schedule makes a backup from time to time and keeps the newest ones.
type schedule struct {
	dir    string
	every  time.Duration
	keep   int
	store  copier
	logger *slog.Logger
	after  time.Time // no try before it: the last one failed
}

// startBackups follows the schedule of the settings until stop is called.
func (s *serve) startBackups(log *oplog.SQLite, logger *slog.Logger) (stop func(), err error) {
	if s.BackupTo == "" {
		return func() {}, nil
	}
	if err := os.MkdirAll(s.BackupTo, 0o700); err != nil {
		return nil, fmt.Errorf("the folder of --backup-to cannot be made: %w", err)
	}
	if kind, network, err := oplog.KindOfDisk(s.BackupTo); err == nil && network {
		logger.Warn("--backup-to is on a network disk: when that hangs, so do the boards; name a local folder and copy from there",
			"kind", kind)
	}
	ctx, end := context.WithCancel(context.Background())
	plan := &schedule{dir: s.BackupTo, every: s.BackupEvery, keep: s.BackupKeep, store: log, logger: logger}
	var work sync.WaitGroup
	work.Go(func() { plan.follow(ctx) })
	return func() { end(); work.Wait() }, nil
}

func (s *schedule) follow(ctx context.Context) {
	look := time.NewTicker(min(lookEvery, s.every))
	defer look.Stop()
	for {
		if now := time.Now(); s.due(now) {
			s.run(ctx, now)
		}
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
	}
}

// due says whether the newest backup is old enough, and the last failure long ago, also by a clock that was put back.
func (s *schedule) due(now time.Time) bool {
	waits := s.after.Sub(now)
	return (waits < 0 || waits > retryAfter) && now.Sub(newestBackup(s.dir, now)) >= s.every
}

// run makes one, and only then removes those that are too many.
func (s *schedule) run(ctx context.Context, now time.Time) {
	defer func() { // a backup may fail, the server may not
		if fault := recover(); fault != nil {
			s.after = now.Add(retryAfter)
			s.logger.Error("a backup broke", "fault", fault, "stack", string(debug.Stack()))
		}
	}()
	path := filepath.Join(s.dir, now.UTC().Format(backupNamed))
	err := s.store.Backup(ctx, path)
	if ctx.Err() != nil {
		return // we are stopping, and nothing half is left
	}
	if err != nil {
		s.after = now.Add(min(retryAfter, s.every))
		s.logger.Error(whatToDo(err), "folder", s.dir, "err", err)
		return
	}
	s.logger.Info("a backup was made", "folder", s.dir, "bytes", sizeOf(path))
	if err := s.rotate(filepath.Base(path)); err != nil {
		s.logger.Warn("an old backup cannot be removed: remove it by hand, or give the server the right to", "folder", s.dir, "err", err)
	}
}

// whatToDo is the sentence for whoever reads the log.
func whatToDo(err error) string {
	const rest = "; the earlier ones are kept, the boards go on, and it is tried again by itself"
	switch {
	case errors.Is(err, boards.ErrFull):
		return "no backup was made, its disk is full: make room there, or name another folder (--backup-to)" + rest
	case errors.Is(err, os.ErrPermission):
		return "no backup was made, the folder may not be written: give the server's user the right to (--backup-to)" + rest
	case errors.Is(err, os.ErrNotExist):
		return "no backup was made, the folder is gone: make it again or mount its disk (--backup-to)" + rest
	}
	return "no backup was made: see what is wrong with the disk of --backup-to" + rest
}

// rotate keeps the newest ones; halves of an earlier server go too.
func (s *schedule) rotate(newest string) error {
	names, err := backupsIn(s.dir)
	if err != nil {
		return err
	}
	whole := 0
	for _, name := range slices.Backward(names) {
		if filepath.Ext(name) == ".db" && name <= newest {
			whole++
		}
		if filepath.Ext(name) != ".db" || whole > s.keep {
			err = errors.Join(err, os.Remove(filepath.Join(s.dir, name)))
		}
	}
	return err
}

// backupsIn gives the names of our files in a folder, the oldest first.
func backupsIn(dir string) (names []string, err error) {
	files, err := os.ReadDir(dir) // sorted by name
	for _, file := range files {
		if file.Type().IsRegular() && ourBackup.MatchString(file.Name()) {
			names = append(names, file.Name())
		}
	}
	return names, err
}

// newestBackup gives when the newest one was begun, as its name says; zero when there is none. One of a time to come does not count:
// the clock was put back.
func newestBackup(dir string, now time.Time) (newest time.Time) {
	names, err := backupsIn(dir)
	if err != nil {
		return newest
	}
	for _, name := range names {
		if at, err := time.Parse(backupNamed, name); err == nil && at.After(newest) && !at.After(now) {
			newest = at
		}
	}
	return newest
}

// backupAge gives for how many seconds there was no newer backup; -1 when there is none yet.
func backupAge(dir string) float64 {
	now := time.Now()
	newest := newestBackup(dir, now)
	if newest.IsZero() {
		return -1
	}
	return now.Sub(newest).Seconds()
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
