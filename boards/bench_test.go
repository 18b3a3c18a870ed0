package boards

import (
	"fmt"
	"testing"
)

// The cost of one edit must not depend on how much is on the board.
func BenchmarkEdit100(b *testing.B)   { benchmarkEdit(b, 100) }
func BenchmarkEdit10000(b *testing.B) { benchmarkEdit(b, 10000) }

func benchmarkEdit(b *testing.B, records int) {
	w := filled(b, records)
	title := []string{w.step, w.other}
	for n := 0; b.Loop(); n++ {
		id := title[n%2]
		w.do(w.ann, typed(id, "title", w.b.Get(id).Version("title"), Splice{0, n / 2 % 2, "x"[n/2%2:]}))
		w.log = w.log[:0]
	}
}

// A card without a place walks over its siblings once.
func BenchmarkLooseNote100(b *testing.B)  { benchmarkNote(b, 100) }
func BenchmarkLooseNote9000(b *testing.B) { benchmarkNote(b, 9000) }

func benchmarkNote(b *testing.B, records int) {
	w := filled(b, records)
	for b.Loop() {
		id := w.id()
		w.do(w.ann, put("note", id, Fields{"text": "one more"}))
		w.do(w.ann, del(id))
		w.log = w.log[:0]
		w.b.gone = map[string]tombstone{}
	}
}

func filled(b *testing.B, records int) *world {
	w := newWorld(b)
	for n := range records {
		w.b.replace(
			fmt.Sprint("n", n),
			&Record{
				ID:     fmt.Sprint("n", n),
				Kind:   "note",
				Fields: Fields{"text": "a note", "order": "b" + fmt.Sprintf("%02d", n%100) + fmt.Sprint("V", n+1)},
			},
		)
	}
	b.ResetTimer()
	return w
}
