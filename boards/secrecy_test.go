package boards

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// audience collects what everybody else could ever have seen.
type audience struct{ seen bytes.Buffer }

func (a *audience) watch(b *Board, effects []Effect) {
	a.seen.Write(encode(Shared(effects)))
	a.seen.Write(encode(b.Public()))
	a.seen.WriteString(b.Tail)
}

// Over any history: what is sealed, the server's own, and who wrote what is veiled, is in no byte that others get (B7, B8, B9).
func TestB8NothingPrivateIsEverShared(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(outer)
		a := &audience{}
		round, rating := w.opened(map[string]any{"dots": 8}), w.asked("rating")
		marker := func(kind string) string { return "secret-" + kind + "-" + w.id() }
		open := true
		var secrets []string
		for range rapid.IntRange(1, 30).Draw(t, "pushes") {
			person := rapid.SampledFrom([]string{w.ann, w.bob, w.cor}).Draw(t, "person")
			item := rapid.SampledFrom([]string{w.pain, w.painBob}).Draw(t, "item")
			var ops []Op
			switch rapid.IntRange(0, 13).Draw(t, "what") {
			case 0, 1, 2, 3:
				id := marker("vote")
				secrets = append(secrets, id)
				ops = []Op{vote(id, round, item, rapid.IntRange(0, 2).Draw(t, "dots"))}
			case 4:
				ops = []Op{actOp("ready", round, nil)}
			case 5:
				ops = []Op{put("pain", w.id(), Fields{"text": "a pain of nobody", "step_id": w.step})}
			case 6:
				ops = []Op{del(w.some(t, "pain"))}
			case 7:
				ops = []Op{set(w.some(t, "pain"), Fields{"severity": 3})}
			case 8:
				secret := marker("hash")
				secrets = append(secrets, secret)
				w.server(actOp("seat", "", map[string]any{"hash": secret, "use": "personal", "by": "hash-of-ann"}))
			case 9:
				if open {
					open = false
					a.watch(w.b, w.reveal(round))
				}
			case 10:
				id := marker("rating")
				secrets = append(secrets, id)
				ops = []Op{
					put("rating", id, Fields{"round_id": rating, "step_id": w.step, "value": rapid.IntRange(-2, 2).Draw(t, "value")}),
				}
			case 11:
				writing := OpenRound(w.b, "writing")
				if writing == nil {
					person, ops = w.host, []Op{actOp("open", w.id(), map[string]any{"collect": "writing"})}
					break
				}
				id := marker("note")
				secrets = append(secrets, id)
				ops = []Op{put("note", id, Fields{"text": "what somebody wrote", "step_id": w.step})}
			case 12:
				if writing := OpenRound(w.b, "writing"); writing != nil {
					person, ops = w.host, []Op{actOp("reveal", writing.ID, nil)}
				}
			case 13:
				person, ops = w.host, []Op{actOp("reveal", rating, nil)}
			}
			shared := w.b.Shared
			effects, no := w.try(person, ops...)
			if no == nil {
				a.watch(w.b, effects)
				if len(Shared(effects)) == 0 && w.b.Shared != shared {
					t.Fatal("what is private moved the shared number")
				}
			}
			for _, f := range effects {
				for _, other := range []string{w.ann, w.bob, w.cor, w.host, "screen"} {
					if len(f.To) > 0 && !slices.Contains(f.To, other) && len(Private([]Effect{f}, other)) > 0 {
						t.Fatalf("%+v goes to %s", f, other)
					}
				}
			}
		}
		for _, secret := range append(secrets, OnlyServer, `"department_ids":["id`, `"to":`, `"who":`, `"with":`) {
			if bytes.Contains(a.seen.Bytes(), []byte(secret)) && secret != `"department_ids":["id` {
				t.Fatalf("others saw %q in %s", secret, a.seen.Bytes())
			}
		}
		for _, r := range w.b.Public() {
			if slices.Contains([]string{"vote", "ready", "key", "split", "voice"}, r.Kind) {
				t.Fatalf("%+v is public", r)
			}
			if slices.Contains([]string{"pain", "note", "tally", "rating"}, r.Kind) {
				for _, person := range []string{w.ann, w.bob, w.cor} {
					if bytes.Contains(encode(r), []byte(person)) {
						t.Fatalf("%s names %s", encode(r), person)
					}
				}
			}
		}
	})
}

func (w *world) some(t *rapid.T, kind string) string {
	list := w.b.All(kind)
	if len(list) == 0 {
		return w.step
	}
	return list[rapid.IntRange(0, len(list)-1).Draw(t, kind)].ID
}

// Two workshops that differ only in what people vote, how often they change their mind and whether they say they are ready
// look exactly alike to everybody else until the reveal (B8).
func TestB8NonInterference(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		script := rapid.SliceOfN(rapid.IntRange(0, 4), 1, 20).Draw(t, "script")
		writing := rapid.Bool().Draw(t, "writing")
		one, two := newWorld(outer), newWorld(outer)
		streams := [2]bytes.Buffer{}
		for i, w := range []*world{one, two} {
			round := w.opened(map[string]any{"dots": 6})
			for _, collect := range []string{"rating", "ownership_claim", "leading_vote"} {
				w.asked(collect)
			}
			if writing {
				w.asked("writing")
			}
			base := w.b.At
			for at, what := range script {
				for n := range rapid.IntRange(0, 3).Draw(t, "edits") {
					person := rapid.SampledFrom([]string{w.ann, w.bob, w.cor}).Draw(t, "person")
					item := rapid.SampledFrom([]string{w.pain, w.painBob}).Draw(t, "item")
					id := "vote-" + string(rune('a'+at)) + string(rune('a'+n)) + "-0000000000"
					op := w.hidden(t, id, person)
					if op.Op == "" {
						op = vote(id, round, item, rapid.IntRange(0, 2).Draw(t, "dots"))
					}
					if op.ForTeam != "" {
						person = w.host
					}
					_, _ = w.tryAt(base+int64(at)*1000, person, op)
				}
				id := "note-" + string(rune('a'+at)) + "-00000000000"
				shown := [][]Op{
					{put("note", id, Fields{"text": "n"})}, {set(w.step, Fields{"title": "T" + id})}, {actOp("next", "", nil)},
					{put("pain", id, Fields{"text": "p", "step_id": w.step})}, {del(w.painBob)},
				}[what]
				effects, no := w.tryAt(base+int64(at)*1000+500, w.host, shown...)
				if no != nil {
					streams[i].WriteString(no.Code + no.Field)
				}
				if shared := Shared(effects); len(shared) > 0 {
					streams[i].Write(encode([]any{w.b.At, shared}))
				}
				streams[i].Write(encode([]any{w.b.Shared, w.b.SharedAt, w.b.Tail, w.b.Public()}))
				streams[i].Write(Export(w.b))
			}
		}
		if !bytes.Equal(streams[0].Bytes(), streams[1].Bytes()) {
			t.Fatalf("others can tell the two apart\n%s\n%s", streams[0].Bytes(), streams[1].Bytes())
		}
	})
}

// hidden draws something a person does that nobody else may notice; no op: a vote, which is up to the caller.
func (w *world) hidden(t *rapid.T, id, person string) Op {
	answer := func(collect string, fields Fields) Op {
		round := OpenRound(w.b, collect)
		if round == nil {
			return Op{}
		}
		fields["round_id"], fields["step_id"] = round.ID, rapid.SampledFrom([]string{w.step, w.other}).Draw(t, "step")
		return put(collect, id, fields)
	}
	mine := id
	for _, r := range w.b.Mine(person) {
		if r.Kind == "pain" {
			mine = r.ID
		}
	}
	if person == w.cor && rapid.Bool().Draw(t, "by hand") { // the facilitator passes it on for a department
		return w.raised(t, id)
	}
	what := rapid.IntRange(0, 8).Draw(t, "hidden")
	if what > 4 && OpenRound(w.b, "writing") == nil {
		return Op{}
	}
	switch what {
	case 1:
		return answer("rating", Fields{"value": rapid.SampledFrom([]any{nil, -2, 0, 2}).Draw(t, "value")})
	case 2:
		return answer("ownership_claim",
			Fields{"answer": "not", "points_to": rapid.SampledFrom([]any{nil, w.store, w.spare}).Draw(t, "to")})
	case 3:
		return answer("leading_vote", Fields{"value": rapid.SampledFrom([]string{"customer", "system"}).Draw(t, "leads")})
	case 5:
		return put("pain", id, Fields{"text": "sealed " + id, "step_id": w.step})
	case 6:
		return typed(mine, "text", 1, Splice{0, 0, "x"})
	case 7:
		return del(mine)
	case 8:
		return put("fix", id, Fields{"text": "points at what is sealed", "pain_ids": []string{mine}})
	}
	return Op{}
}

// raised draws what a facilitator passes on for a department; the caller sends it in her name.
func (w *world) raised(t *rapid.T, id string) Op {
	step := rapid.SampledFrom([]string{w.step, w.other}).Draw(t, "step")
	kinds := map[string]Fields{
		"rating":          {"step_id": step, "value": rapid.IntRange(-2, 2).Draw(t, "value")},
		"ownership_claim": {"step_id": step, "answer": "own"},
		"leading_vote":    {"step_id": step, "value": "task"},
		"vote":            {"item_id": w.pain, "count": rapid.IntRange(0, 4).Draw(t, "count")},
	}
	kind := rapid.SampledFrom([]string{"rating", "ownership_claim", "leading_vote", "vote"}).Draw(t, "kind")
	round := OpenRound(w.b, kind)
	if round == nil {
		return Op{}
	}
	fields := kinds[kind]
	fields["round_id"] = round.ID
	return byHands(put(kind, id, fields), rapid.SampledFrom([]string{w.shop, w.store}).Draw(t, "team"),
		rapid.IntRange(0, 3).Draw(t, "hands"))
}

// tryAt is try at a given time: votes must not even move the clock of others.
func (w *world) tryAt(at int64, person string, ops ...Op) ([]Effect, *Refusal) {
	now := w.now()
	now.At = at
	d := w.b.Trial(now)
	w.n[person]++
	if v := d.Push(Push{Client: "page-" + person, N: w.n[person], Ops: ops}, w.actor(person)); v.Refusal != nil {
		d.Drop()
		return nil, v.Refusal
	}
	return w.keep(d), nil
}
