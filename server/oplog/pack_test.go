package oplog

import (
	"bytes"
	cryptorand "crypto/rand"
	"fmt"
	"testing"

	"muntsaus/boards"
)

func noise(n int) []byte {
	data := make([]byte, n)
	_, _ = cryptorand.Read(data) // never fails
	return data
}

func TestSnapshotsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"nothing":                {},
		"short":                  []byte(`{"v":1}`),
		"a page":                 bytes.Repeat([]byte("klant "), packFrom/6+1),
		"noise":                  noise(70_000),
		"as if it were packed":   append(bytes.Clone(frameMagic), "and then this"...),
		"a long one of the same": append(bytes.Clone(frameMagic), noise(9000)...),
		"megabytes":              bytes.Repeat([]byte(`{"kind":"pain","text":"Twee keer hetzelfde vragen"}`), 60_000),
	} {
		t.Run(name, func(t *testing.T) {
			packed, err := pack(data, packFrom)
			must(t, err)
			back, err := unpack(packed)
			must(t, err)
			if !bytes.Equal(back, data) {
				t.Fatalf("%d bytes came back as %d others", len(data), len(back))
			}
			if len(packed) > len(data)+len(data)/100+32 {
				t.Errorf("%d bytes became %d", len(data), len(packed))
			}
		})
	}
}

// TestDamagedSnapshotIsAnError turns over one bit of each byte of a packed snapshot, the unused one of its header too.
func TestDamagedSnapshotIsAnError(t *testing.T) {
	t.Parallel()
	was := bytes.Repeat([]byte("klant "), 2000)
	whole, err := pack(was, packFrom)
	must(t, err)
	for at := len(frameMagic); at < len(whole); at++ {
		broken := bytes.Clone(whole)
		broken[at] ^= 0x10
		if back, err := unpack(broken); err == nil && !bytes.Equal(back, was) {
			t.Errorf("the bit at byte %d of %d was not noticed", at, len(whole))
		}
	}
	if _, err := unpack(whole[:len(whole)/2]); err == nil {
		t.Error("half a snapshot was not noticed")
	}
}

// TestForgetLeavesNoPackedBytes: noise cannot be packed, so its bytes are in the file as they are.
func TestForgetLeavesNoPackedBytes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	sealed := noise(300_000)
	marks := [][]byte{sealed[:64], sealed[150_000:150_064], sealed[len(sealed)-64:]}
	must(t, s.Append(t.Context(), "b", lineage, 0, []byte("one")))
	must(t, s.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1, Data: sealed}, false))
	for _, mark := range marks {
		wantInFiles(t, dir, mark, true)
	}
	must(t, s.Append(t.Context(), "b", lineage, 1, []byte("two")))
	must(t, s.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 2, Data: noise(300_000)}, true))
	for _, mark := range marks {
		wantInFiles(t, dir, mark, false)
	}
}

// TestFirstFormatOpens: a file of format 1 has its snapshots as they are. It opens, and from then on it says format 2, so that an
// earlier program, which cannot read what is packed, refuses it with a sentence.
func TestFirstFormatOpens(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	plain := bytes.Repeat([]byte("as it was "), 1000)
	must(t, s.Append(t.Context(), "b", lineage, 0, []byte("one")))
	must(t, s.writer.look(t.Context(), func(f *file) error {
		if err := f.exec("INSERT INTO snapshots_1 VALUES (1, ?)", plain); err != nil {
			return err
		}
		return f.exec("PRAGMA user_version = 1")
	}))
	must(t, s.Close())
	s = openIn(t, dir)
	snapshot, err := s.Load(t.Context(), "b")
	must(t, err)
	if !bytes.Equal(snapshot.Data, plain) || snapshot.Seq != 1 {
		t.Fatalf("the snapshot at %d has %d bytes", snapshot.Seq, len(snapshot.Data))
	}
	var version int
	must(t, s.writer.look(t.Context(), func(f *file) error { return f.row("PRAGMA user_version").Scan(&version) }))
	if version != 2 {
		t.Errorf("the file says format %d", version)
	}
}

func BenchmarkPack(b *testing.B) {
	for _, of := range []int{10_000, 100_000, 1_000_000} {
		var board bytes.Buffer
		for i := 0; board.Len() < of; i++ {
			fmt.Fprintf(&board, `{"id":"k%d","kind":"pain","by":"p%d","fields":{"text":"Klant %x wacht %d dagen op een antwoord"}}`, i, i%17, noise(6), i%40)
		}
		b.Run(fmt.Sprint(of), func(b *testing.B) {
			b.SetBytes(int64(board.Len()))
			for b.Loop() {
				if _, err := pack(board.Bytes(), packFrom); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
