package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"muntsaus/server/oplog"
)

const (
	leastFree = 100e6 // below this a day of workshops may not fit
	soonFull  = 1e9   // what docs/operate.md gives as the alarm
)

// folderFindings looks at the folder of the boards without making or changing anything that stays.
func folderFindings(dir string) []finding {
	at, there, err := standing(dir)
	if err != nil {
		return []finding{found(bad, "folder", "%s cannot be looked at (%v): give the server's user the right to it", dir, err)}
	}
	list := []finding{writeFinding(dir, at, there)}
	if there && list[0].mark == ok {
		list = append(list, boardsFinding(dir))
	}
	return append(list, diskFinding(at), spaceFinding(at, oplog.SizeIn(dir)))
}

// standing gives the folder itself, or where it is not there yet the nearest one above it.
func standing(dir string) (at string, there bool, err error) {
	if at, err = filepath.Abs(dir); err != nil {
		return "", false, err
	}
	there = true
	for {
		info, err := os.Stat(at)
		switch {
		case err == nil && info.IsDir():
			return at, there, nil
		case err == nil:
			return "", false, errors.New(at + " is a file")
		case !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at):
			return "", false, err
		}
		at, there = filepath.Dir(at), false
	}
}

func writeFinding(dir, at string, there bool) finding {
	if err := tryWrite(at); err != nil {
		return found(bad, "folder", "nothing can be written in %s (%v): "+
			"make it writable for the user who runs this, or name another folder (--data)", at, err)
	}
	if !there {
		return found(ok, "folder", "%s is not there yet; the server can make it", dir)
	}
	return found(ok, "folder", "%s can be written, and what is written reaches the disk", dir)
}

// tryWrite does what the store does: write, and wait until it is on disk.
func tryWrite(dir string) (err error) {
	f, err := os.CreateTemp(dir, ".doctor-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close(), os.Remove(f.Name())) }()
	if _, err := f.WriteString("Muntsaus was here."); err != nil {
		return err
	}
	return f.Sync()
}

func boardsFinding(dir string) finding {
	err := oplog.Holds(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return found(ok, "boards", "none yet")
	case err != nil:
		return found(bad, "boards", "%v: put a backup back (muntsaus restore), or remove that file when there never was a board", err)
	case oplog.InUse(dir):
		return found(ok, "boards", "%s, in use by a server", bytesOf(oplog.SizeIn(dir)))
	}
	return found(ok, "boards", "%s, no server has them open; muntsaus check reads all of them", bytesOf(oplog.SizeIn(dir)))
}

func diskFinding(at string) finding {
	kind, network, err := oplog.KindOfDisk(at)
	if err != nil {
		return found(warn, "disk", "what kind it is cannot be told (%v): make sure it is a local one", err)
	}
	return judgeDisk(at, kind, network)
}

func judgeDisk(at, kind string, network bool) finding {
	switch {
	case network:
		return found(bad, "disk", "%s is on a network disk (%s), which does not keep its promises after a crash: use a local disk",
			at, kind)
	case kind == oplog.InMemory:
		return found(warn, "disk", "%s is in memory: every board is gone when the machine stops. Use a folder on a disk", at)
	case kind == oplog.InContainer:
		return found(warn, "disk", "%s is inside the container and goes with it: mount a volume there", at)
	case kind != "":
		return found(warn, "disk", "%s is on %s, which may be another machine's disk: "+
			"use a local one unless you know that locks and fsync hold there", at, kind)
	}
	return found(ok, "disk", "a local one, as far as the system tells")
}

func spaceFinding(at string, boards int64) finding {
	return judgeSpace(at, oplog.FreeIn(at), boards)
}

func judgeSpace(at string, free, boards int64) finding {
	switch {
	case free < 0:
		return found(ok, "space", "this system does not tell how much is free; keep a few GB")
	case free < leastFree:
		return found(bad, "space", "only %s free in %s: make room, or people's changes will be refused", bytesOf(free), at)
	case free < soonFull || free < 3*boards:
		return found(warn, "space", "%s free in %s: make room; keep 1 GB and three times the boards (%s) free",
			bytesOf(free), at, bytesOf(boards))
	}
	return found(ok, "space", "%s free", bytesOf(free))
}
