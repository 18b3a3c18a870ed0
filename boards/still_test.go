package boards

import (
	"bytes"
	"testing"
)

// A board taken at one moment shows what the board then showed, whatever happens to the board after.
func TestAStillIsTheBoardOfThatMoment(t *testing.T) {
	w := newWorld(t)
	w.putPain(w.ann, "a pain that everybody sees")
	file, still := Export(w.b), w.b.Still()
	pain := w.putPain(w.bob, "another pain, later")
	w.do(w.bob, set(pain, Fields{"text": "and other words"}))
	w.do(w.host, actOp("remove", w.bob, nil))
	b := still.Board()
	if !bytes.Equal(Export(b), file) || b.Shared == w.b.Shared {
		t.Error("it shows another board")
	}
	for _, kind := range Kinds() {
		for _, r := range b.All(kind.Name) {
			if b.Owner(r) == "" && r.Kind == "pain" {
				t.Errorf("nobody made %s", r.ID)
			}
		}
	}
}
