package boards

import (
	"fmt"
	"testing"
	"time"
)

// D5: somebody with the code and a loop filled the board with people. One press takes away who never did anything, and nobody else.
func TestD5OnePressRemovesWhoNeverDidAnything(t *testing.T) {
	w := newWorld(t)
	here, answers, wrote, owns := w.joins("Here", w.shop), w.joins("Answers", w.shop), w.joins("Wrote", w.shop), w.joins("Owns", w.shop)
	for n := range 900 {
		w.server(actOp("join", "", map[string]any{"name": fmt.Sprint("X", n), "role": RoleParticipant, "department_id": w.store,
			"hash": fmt.Sprint("hash-of-x-", n)}))
	}
	round := w.asked("rating") // lists everybody who may answer
	w.rate(answers, round, w.step, 1)
	w.putPain(wrote, "nobody answers the phone here")
	w.do(w.host, put("fix", w.id(), Fields{"text": "call back the same day", "owner_participant_id": owns}))
	w.refused(w.co, "not_allowed", actOp("sweep", "", nil))
	from := time.Now()
	w.do(w.host, actOp("sweep", "", map[string]any{"keep": []string{here}}))
	if took := time.Since(from); took > time.Second {
		t.Errorf("it took %v", took)
	}
	for _, person := range []string{w.host, w.co, here, answers, wrote, owns, w.ann, w.bob} {
		if w.b.Get(person) == nil {
			t.Errorf("%s is gone", person)
		}
	}
	if n := w.b.Count("person"); n != 8 || w.b.KeyOf("hash-of-x-7") != nil {
		t.Errorf("%d people are left", n)
	}
	if w.b.Sealing != w.b.Seq {
		t.Error("their names stay in the log")
	}
	w.do(w.host, actOp("sweep", "", map[string]any{"keep": []string{here}}))
	w.checkReplay()
}
