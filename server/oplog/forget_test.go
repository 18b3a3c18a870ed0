package oplog

import (
	"bytes"
	cryptorand "crypto/rand"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"muntsaus/boards"
)

const lineage = "first-lineage"

func claimBoard(t testing.TB, s *SQLite, board string) {
	t.Helper()
	must(t, s.Claim(t.Context(), boards.Card{Board: board, JoinCode: "code of " + board}, boards.Snapshot{Epoch: lineage}))
}

// marker is a text that is in no file unless we put it there.
func marker() []byte { return []byte("marker-" + cryptorand.Text()) }

func eachFile(t *testing.T, dir string, look func(name string, content []byte)) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, entry := range entries {
		content, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		must(t, err)
		look(entry.Name(), content)
	}
}

// wantInFiles looks for a marker in the bytes of every file of the folder.
func wantInFiles(t *testing.T, dir string, mark []byte, want bool) {
	t.Helper()
	var where []string
	eachFile(t, dir, func(name string, content []byte) {
		if bytes.Contains(content, mark) {
			where = append(where, name)
		}
	})
	if found := len(where) > 0; found != want {
		t.Fatalf("%s is in the files %v, want it there: %v", mark, where, want)
	}
}

// TestForgetLeavesNoBytes looks while the store is open, when it is closed, and after it was opened again.
func TestForgetLeavesNoBytes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	entry, old, last := marker(), marker(), marker()
	must(t, s.Append(t.Context(), "b", lineage, 0, entry))
	must(t, s.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1, Data: old}, false))
	must(t, s.Append(t.Context(), "b", lineage, 1, bytes.Repeat(last, 5000))) // over many pages
	for _, mark := range [][]byte{entry, old, last} {
		wantInFiles(t, dir, mark, true)
	}
	must(t, s.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 2, Data: []byte("revealed")}, true))
	wantForgotten := func() {
		t.Helper()
		for _, mark := range [][]byte{entry, old, last} {
			wantInFiles(t, dir, mark, false)
		}
		wantInFiles(t, dir, []byte("revealed"), true)
	}
	wantForgotten()
	must(t, s.Close())
	wantForgotten()
	s = openIn(t, dir)
	wantForgotten()
	must(t, s.Check(t.Context()))
}

func TestDeleteLeavesNoBytes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	name, code, entry, whole, epoch := string(marker()), string(marker()), marker(), marker(), string(marker())
	must(t, s.Claim(t.Context(), boards.Card{Board: name, JoinCode: code}, boards.Snapshot{Epoch: epoch}))
	claimBoard(t, s, "neighbour")
	for seq := range uint64(100) {
		must(t, s.Append(t.Context(), name, epoch, seq, entry))
		must(t, s.Append(t.Context(), "neighbour", lineage, seq, []byte("stays")))
	}
	must(t, s.Save(t.Context(), name, boards.Snapshot{Epoch: epoch, Seq: 60, Data: whole}, false))
	must(t, s.Delete(t.Context(), name))
	for _, mark := range [][]byte{[]byte(name), []byte(code), []byte(epoch), entry, whole} {
		wantInFiles(t, dir, mark, false)
	}
	must(t, s.Check(t.Context()))
}

// TestForgetAmongOthers forgets and deletes boards among others, over and over. In a table shared by all boards this
// finds copies of forgotten entries that SQLite left when it moved rows between pages (see sqlite.sql).
func TestForgetAmongOthers(t *testing.T) {
	t.Parallel()
	for _, most := range []int{100, 1500, 5000} {
		t.Run(fmt.Sprint("entries up to ", most), func(t *testing.T) {
			c := &crowd{dir: t.TempDir(), draw: rand.New(rand.NewPCG(uint64(most), 1)), most: most}
			c.s = openIn(t, c.dir)
			for i := range c.boards {
				c.boards[i].name = fmt.Sprint("b", i)
				claimBoard(t, c.s, c.boards[i].name)
			}
			for range 1200 {
				c.step(t)
			}
			must(t, c.s.Check(t.Context()))
		})
	}
}

// crowd is a store with boards whose entries each hold a numbered marker.
type crowd struct {
	dir    string
	s      *SQLite
	draw   *rand.Rand
	most   int // bytes of an entry
	marks  int
	gone   map[string]bool
	boards [10]struct {
		name        string
		floor, last uint64
		marks       []string // of the entries after floor
	}
}

func (c *crowd) step(t *testing.T) {
	t.Helper()
	b := &c.boards[c.draw.IntN(len(c.boards))]
	switch n := c.draw.IntN(60); {
	case n == 0:
		must(t, c.s.Delete(t.Context(), b.name))
		c.wantGone(t, b.marks)
		b.name, b.floor, b.last, b.marks = b.name+"x", 0, 0, nil
		claimBoard(t, c.s, b.name)
	case n <= 2 && b.last > b.floor:
		cut := 1 + c.draw.IntN(len(b.marks))
		b.floor += uint64(cut)
		must(t, c.s.Save(t.Context(), b.name, boards.Snapshot{Epoch: lineage, Seq: b.floor, Data: make([]byte, c.draw.IntN(3000))}, true))
		c.wantGone(t, b.marks[:cut])
		b.marks = slices.Clone(b.marks[cut:])
	default:
		c.marks++
		mark := fmt.Sprintf("mark-%010d!", c.marks)
		must(t, c.s.Append(t.Context(), b.name, lineage, b.last, append(make([]byte, c.draw.IntN(c.most)), mark...)))
		b.last++
		b.marks = append(b.marks, mark)
	}
}

var markPattern = regexp.MustCompile("mark-[0-9]{10}!")

// wantGone looks for these markers and for all that went before.
func (c *crowd) wantGone(t *testing.T, marks []string) {
	t.Helper()
	if c.gone == nil {
		c.gone = map[string]bool{}
	}
	for _, mark := range marks {
		c.gone[mark] = true
	}
	eachFile(t, c.dir, func(name string, content []byte) {
		for _, found := range markPattern.FindAll(content, -1) {
			if c.gone[string(found)] {
				t.Fatalf("%s is forgotten and still in %s", found, name)
			}
		}
	})
}
