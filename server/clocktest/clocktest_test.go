package clocktest

import (
	"testing"
	"time"
)

func TestOver(t *testing.T) {
	if Over(time.Second, time.Second) {
		t.Error("a second is over a second")
	}
	if !Over(24*time.Hour, time.Second) {
		t.Error("no machine is so busy that a day is a second")
	}
	if c := crowding(); c < 1 {
		t.Errorf("things take %v of their work", c)
	}
}
