package insight

import (
	"testing"

	"muntsaus/boards"
)

// method.md 3.4.19: enthusiast and good examples against dissatisfied and lost customers; half a story is none.
func TestStoryBalanceOfABoard(t *testing.T) {
	x := set(t, "restaurant")
	if b := Of(x.b).StoryBalance; b != nil {
		t.Fatalf("no stories and %+v", b)
	}
	x.put("story", boards.Fields{"kind": "enthusiast"})
	if b := Of(x.b).StoryBalance; b != nil {
		t.Fatalf("a story without a word and %+v", b)
	}
	for _, kind := range []string{"enthusiast", "good_example", "dissatisfied", "lost_customer", "good_example"} {
		x.put("story", boards.Fields{"text": "De ober belde de volgende dag terug.", "kind": kind, "teller": "customer"})
	}
	if b := Of(x.b).StoryBalance; b == nil || b.Good != 3 || b.Bad != 2 {
		t.Errorf("%+v, want 3 good and 2 bad", b)
	}
}
