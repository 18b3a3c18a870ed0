package web

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

func stageOp(round, stage string) string {
	return fmt.Sprintf(`{"op":"act","do":"stage","id":%q,"args":{"stage":%q}}`, round, stage)
}

// What a pair writes reaches the two of them and nobody else; two workshops that differ only in it look alike to all others, the
// facilitator and the projector included.
func TestOnlyThePairHearsWhatItWrites(t *testing.T) {
	t.Parallel()
	run := func(write func(b *table, one, other *screen)) [][]byte {
		h := openHouse(t, oplog.NewMemory(), counted)
		b := h.table("lease")
		people := map[string]*screen{}
		var names []string
		for i, department := range []string{"kco", "kco", "sch", "sch"} {
			s := b.seated(fmt.Sprint("Mens ", i), department)
			person := s.hello("")["you"].(map[string]any)["personId"].(string)
			people[person], names = s, append(names, person)
		}
		projector := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, b.board.str("projectorKey"))).want(t, 200)
		beamer := h.screen(b.board, projector.str("seat"))
		round := "round-of-writing-001"
		b.does(b.host, openOp(round, `"collect":"writing"`))
		b.does(b.host, stageOp(round, "pair"))
		var pair []string
		for _, r := range b.host.hello("")["records"].([]any) {
			r := r.(map[string]any)
			if with := fmt.Sprint(at(r, "fields", "person_ids")); r["kind"] == "subgroup" && strings.Contains(with, names[0]) {
				for _, id := range list(at(r, "fields", "person_ids")) {
					pair = append(pair, id.(string))
				}
			}
		}
		if len(pair) != 2 {
			t.Fatalf("pair %v", pair)
		}
		others := []*screen{b.host, beamer}
		for _, name := range names {
			if !slices.Contains(pair, name) {
				others = append(others, people[name])
			}
		}
		for _, s := range others {
			s.wait("who is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["round"] == round })
		}
		var from []int
		for _, s := range others {
			from = append(from, len(s.recorded()))
		}
		write(b, people[names[0]], people[pair[1-slices.Index(pair, names[0])]])
		b.does(people[names[0]], fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, round))
		var parts [][]byte
		for i, s := range others {
			s.wait("one is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["ready"] == 1.0 })
			parts = append(parts, s.recorded()[from[i]:])
		}
		return append(parts, b.get("board.json"))
	}
	quiet := run(func(b *table, one, _ *screen) {
		b.does(one, noteOp("note-of-one-00000001", "SECRET een"))
	})
	busy := run(func(b *table, one, other *screen) {
		b.does(one, noteOp("note-of-two-00000001", "SECRET twee"), noteOp("note-of-two-00000002", "SECRET drie"))
		other.wait("the card", func(f map[string]any) bool {
			return f["type"] == "yours" && len(list(f["acks"])) == 0 && strings.Contains(fmt.Sprint(f), "SECRET twee")
		})
		b.does(other, `{"op":"text","id":"note-of-two-00000001","field":"text","base":1,"splices":[[0,0,"samen: "]]}`)
		one.wait("the words", func(f map[string]any) bool {
			return f["type"] == "yours" && strings.Contains(fmt.Sprint(f), "samen")
		})
		one.send(`{"type":"here","at":"note-of-two-00000001","typing":true}`)
		b.does(other, `{"op":"del","id":"note-of-two-00000002"}`)
		if mine := fmt.Sprint(other.hello("")["mine"]); !strings.Contains(mine, "samen: SECRET twee") || strings.Contains(mine, `to:[`) {
			t.Errorf("who comes back finds %s", mine)
		}
	})
	for i := range quiet {
		if !bytes.Equal(quiet[i], busy[i]) {
			t.Errorf("%d sees a difference:\n%s\n---\n%s", i, quiet[i], busy[i])
		}
		if bytes.Contains(busy[i], []byte("SECRET")) {
			t.Errorf("%d sees what the pair wrote: %s", i, busy[i])
		}
	}
}
