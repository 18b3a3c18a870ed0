package crowd

import (
	"math/rand/v2"
	"testing"
)

// A secret in what somebody else gets, or on a disk that should have forgotten it, is a fault; in what its author gets it is none.
func TestAPlantedSecretIsNoted(t *testing.T) {
	l := newLedger()
	ann := &Page{Person: "ann", rnd: rand.New(rand.NewPCG(1, 2))}
	answer, words := l.canary(ann, false), l.canary(ann, true)
	frame := func(mark string) []byte { return []byte(`{"type":"entries","id":"` + mark + `-ann"}`) }
	l.smell("ann", "her own frames", frame(answer))
	l.smell("bob", "a frame without it", []byte(`{"type":"entries"}`))
	if faults := l.Faults(); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
	l.smell("bob", "the frames of Bob", frame(answer))
	l.Smell("the log", frame(words))
	if faults := l.Faults(); len(faults) != 2 {
		t.Errorf("%v", faults)
	}
	if l.SmellDisk(frame(answer)) != 1 || l.SmellDisk(frame(words)) != 0 {
		t.Error("a disk that holds an answer is clean, or one that holds what its author gets back is not")
	}
}
