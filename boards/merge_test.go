package boards

import (
	"slices"
	"testing"
)

func (w *world) merges(pain, into string) {
	w.t.Helper()
	w.do(w.host, actOp("merge", pain, map[string]any{"into": into}))
}

func (w *world) mergedInto(pain, want string) {
	w.t.Helper()
	if r := w.b.Get(pain); r == nil || r.Str("merged_into") != want {
		w.t.Fatalf("%s: %+v, want it merged into %q", pain, r, want)
	}
	w.checkReplay()
}

// M1: the target of a merge goes (deleted, parked, with its step): what was merged into it stands for itself again, and a restore
// puts it back.
func TestM1TheEndOfAMergeTargetFreesWhatWasMergedIntoIt(t *testing.T) {
	t.Run("deleted", func(t *testing.T) {
		w := newWorld(t)
		w.merges(w.painBob, w.pain)
		effects := w.do(w.ann, del(w.pain))
		w.mergedInto(w.painBob, "")
		if !Votable(w.b.Get(w.painBob)) {
			t.Error("it can be voted on again")
		}
		for _, f := range Shared(effects) {
			if f.Freed != nil {
				t.Error("what the server needs for a restore is told")
			}
		}
		w.do(w.ann, restoreOp(w.pain))
		w.mergedInto(w.painBob, w.pain)
	})
	t.Run("parked", func(t *testing.T) {
		w := newWorld(t)
		w.merges(w.painBob, w.pain)
		w.do(w.host, actOp("park", w.pain, nil))
		w.mergedInto(w.painBob, "")
	})
	t.Run("with its step", func(t *testing.T) {
		w := newWorld(t)
		there := w.id()
		w.do(w.ann, put("pain", there, Fields{"text": "it takes far too long", "step_id": w.other}))
		w.merges(w.pain, there)
		w.merges(w.painBob, there)
		w.do(w.host, del(w.other))
		w.mergedInto(w.pain, "")
		w.mergedInto(w.painBob, "")
		w.do(w.host, restoreOp(w.other))
		w.mergedInto(w.pain, there)
		w.mergedInto(w.painBob, there)
	})
	t.Run("both with one step", func(t *testing.T) {
		w := newWorld(t)
		w.merges(w.painBob, w.pain)
		w.do(w.host, del(w.step))
		w.do(w.host, restoreOp(w.step))
		w.mergedInto(w.painBob, w.pain)
	})
	t.Run("taken back by its author", func(t *testing.T) {
		w := newWorld(t)
		second := w.putPain(w.ann, "the same in other words")
		w.merges(second, w.pain)
		w.server(actOp("erase", w.ann, map[string]any{"record": w.pain}))
		w.mergedInto(second, "")
	})
}

// M1: a restore does not merge again what meanwhile stands for something else, is being voted on, or would make a circle.
func TestM1ARestoreMergesOnlyWhatStillStandsAlone(t *testing.T) {
	t.Run("merged elsewhere", func(t *testing.T) {
		w := newWorld(t)
		third := w.putPain(w.cor, "a third thing that hurts")
		w.merges(w.painBob, w.pain)
		w.do(w.ann, del(w.pain))
		w.merges(w.painBob, third)
		w.do(w.ann, restoreOp(w.pain))
		w.mergedInto(w.painBob, third)
	})
	t.Run("on a ballot", func(t *testing.T) {
		w := newWorld(t)
		third := w.putPain(w.cor, "a third thing that hurts")
		w.merges(w.painBob, w.pain)
		w.do(w.ann, del(w.pain))
		w.opened(map[string]any{"item_ids": []string{w.painBob, third}})
		w.do(w.ann, restoreOp(w.pain))
		w.mergedInto(w.painBob, "")
	})
	t.Run("a circle", func(t *testing.T) {
		w := newWorld(t)
		third := w.putPain(w.cor, "a third thing that hurts")
		w.merges(w.painBob, w.pain)
		w.merges(w.pain, third)
		w.do(w.ann, del(w.pain))
		w.merges(third, w.painBob)
		w.do(w.ann, restoreOp(w.pain))
		w.mergedInto(w.painBob, "")
		w.mergedInto(w.pain, third)
	})
	t.Run("the target went first", func(t *testing.T) {
		w := newWorld(t)
		w.merges(w.painBob, w.pain)
		w.do(w.bob, del(w.painBob))
		w.do(w.ann, del(w.pain))
		w.do(w.bob, restoreOp(w.painBob))
		w.mergedInto(w.painBob, "")
	})
}

// M1 for screens: the reveal's dots of the merged pain are told by a set beside the del.
func TestM1ScreensAreToldInOneEntry(t *testing.T) {
	w := newWorld(t)
	w.merges(w.painBob, w.pain)
	shared := Shared(w.do(w.ann, del(w.pain)))
	if !slices.ContainsFunc(shared, func(f Effect) bool { return f.E == "set" && f.ID == w.painBob && f.Fields["merged_into"] == nil }) {
		t.Errorf("%+v", shared)
	}
}
