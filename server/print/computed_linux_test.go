package print

import (
	"testing"
	"time"
)

// F8: the limit counts what the browser computed, not what passed.
func TestF8WorkIsCounted(t *testing.T) {
	if got := computed("7 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20"); got != 3*time.Second {
		t.Errorf("computed %v", got)
	}
	if got := computed("7 (short) S 1"); got != 0 {
		t.Errorf("computed %v", got)
	}
	if got, known := worked("no process has this on its command line " + t.Name()); got != 0 || !known {
		t.Errorf("worked %v, %v", got, known)
	}
}
