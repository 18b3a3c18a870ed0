package main

import (
	"testing"
	"time"
)

func TestMarksAreFound(t *testing.T) {
	p := &peer{spots: map[string]string{}}
	at := time.Now().Add(-3 * time.Millisecond)
	p.marks([]byte(`{"text":"`+mark(at)+`"},{"text":"`+mark(at)+`"}`), at.Add(3*time.Millisecond))
	if took := p.taken(); len(took) != 2 || took[0] != 3*time.Millisecond {
		t.Errorf("marks gave %v", took)
	}
	p.places(
		[]byte(`{"type":"here","people":[{"personId":"anna","online":true,"at":"x","typing":true},{"personId":"bram","online":true}]}`),
	)
	if p.spots["anna"] != "x" || len(p.spots) != 1 {
		t.Errorf("places gave %v", p.spots)
	}
}

func TestMiddle(t *testing.T) {
	list := []result{{join: 3}, {join: 1}, {join: 2}}
	if got := middle(list, func(r result) float64 { return r.join }); got != 2 {
		t.Errorf("the median is %v", got)
	}
}
