package boards

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestStrictJSON(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	refused := []string{
		``, ` `, `{`, `{"a":1`, `{"a":1,}`, `[1,]`, `[1 2]`, `[1}`, `{"a"}`, `{a:1}`, `'a'`, `nul`, `NaN`, `Infinity`, `01`, `+1`, `.5`, `1.`,
		`{"a":1,"a":2}`, `{"a":{"b":1,"b":1}}`, `[{"a":1,"\u0061":2}]`, `{} {}`, `{}x`, `1 2`, "{}\x00",
		`"\ud83d"`, `"\ude00"`, `"\ude00\ud83d"`, `"\ud83dx"`, `"\ud83d\n"`, `"\ud83d\u0041"`, `"\ud83`, `"\uZZZZ"`, `"\u+123"`,
		"\"\xff\"", "\"\xed\xa0\xbd\"", "\"a\x00b\"", "\"a\nb\"", "\xef\xbb\xbf{}",
		`1e400`, `-1e400`, nested(maxDepth + 1), nested(100000), strings.Repeat(`{"a":`, 17) + `1` + strings.Repeat(`}`, 17),
	}
	for _, text := range refused {
		if v, err := parse([]byte(text)); err == nil {
			t.Errorf("%.60q is read as %#v", text, v)
		}
	}
	accepted := map[string]any{
		`1`: 1, `1.0`: 1, `-0`: 0, `1e2`: 100, `1.5`: 1.5, `9007199254740993`: float64(9007199254740992), `1e-400`: 0,
		`"\ud83d\ude00"`: "😀", `"\\ud83d"`: `\ud83d`, `"\u0000"`: "\x00", `[]`: []string{}, `["a"]`: []string{"a"}, `["a",1]`: []any{"a", 1},
		`{"__proto__":{"a":null}}`: map[string]any{"__proto__": map[string]any{"a": nil}}, ` true `: true, `null`: nil,
		`{"A":1,"a":2}`: map[string]any{"A": 1, "a": 2},
	}
	for text, want := range accepted {
		if got, err := parse([]byte(text)); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read as %#v, %v", text, got, err)
		}
	}
	if _, err := parse([]byte(nested(maxDepth))); err != nil {
		t.Errorf("depth %d is refused", maxDepth)
	}
}

var pushes = []string{
	`{"type":"push","n":1,"ops":[{"op":"put","kind":"note","id":"0123456789abcdef","fields":{"text":"x"},"after":null}]}`,
	`{"type":"push","n":2,"client":"page","ops":[{"op":"set","id":"0123456789abcdef","fields":{"a":{"add":["b"]}}},{"op":"del","id":"0123456789abcdef"}]}`,
	`{"type":"push","n":3,"ops":[{"op":"text","id":"0123456789abcdef","field":"text","base":1,"splices":[[0,1,"😀"],[3,0,"a"]]}]}`,
	`{"type":"push","n":4,"ops":[{"op":"move","id":"0123456789abcdef","parent":"0123456789abcdeg","after":"0123456789abcdef"},{"op":"restore","id":"x"}]}`,
	`{"type":"push","n":5,"ops":[{"op":"act","do":"timer","args":{"state":"idle"}},{"op":"act","do":"stop"}]}`,
	`{"type":"push","n":6,"ops":[{"op":"text","id":"a","field":"f","base":1,"splices":[]}]}`,
}

func TestPushesAreReadStrictly(t *testing.T) {
	for _, text := range pushes {
		if _, no := readPush(text); no != nil {
			t.Errorf("%s: %s %s", text, no.Code, no.Field)
		}
	}
	for _, text := range []string{
		`[]`, `{}`, `{"type":"push","n":1}`, `{"type":"push","n":1,"ops":[]}`, `{"type":"push","n":0,"ops":[{"op":"del","id":"a"}]}`,
		`{"type":"push","n":1.5,"ops":[{"op":"del","id":"a"}]}`, `{"type":"push","n":"1","ops":[{"op":"del","id":"a"}]}`,
		`{"type":"push","n":1,"ops":["del"]}`, `{"type":"push","n":1,"ops":[null]}`, `{"type":"push","n":1,"ops":[[]]}`,
		`{"type":"push","n":1,"ops":[{"op":"boom"}]}`, `{"type":"push","n":1,"ops":[{"op":"del","id":1}]}`,
		`{"type":"push","n":1,"ops":[{"op":"del","id":"a","by":"ann"}]}`, `{"type":"push","n":1,"person":"ann","ops":[{"op":"del","id":"a"}]}`,
		`{"type":"push","n":1,"ops":[{"op":"del","id":"a","__proto__":{}}]}`, `{"type":"push","n":1,"ops":[{"op":"put","id":"a","kind":"note"}]}`,
		`{"type":"push","n":1,"ops":[{"op":"put","id":"a","kind":"note","fields":[]}]}`, `{"type":"push","n":1,"ops":[{"op":"set","id":"a","fields":null}]}`,
		`{"type":"push","n":1,"client":"a b","ops":[{"op":"del","id":"a"}]}`, `{"type":"push","n":1,"client":null,"ops":[{"op":"del","id":"a"}]}`,
		`{"type":"push","n":1,"ops":[{"op":"text","id":"a","field":"f","base":1,"splices":[[0,1]]}]}`,
		`{"type":"push","n":1,"ops":[{"op":"text","id":"a","field":"f","base":1,"splices":[[-1,0,"x"]]}]}`,
		`{"type":"push","n":1,"ops":[{"op":"text","id":"a","field":"f","base":1,"splices":[[0,0,"x",1]]}]}`,
		`{"type":"push","n":1,"ops":[{"op":"text","id":"a","field":"f","base":null,"splices":[]}]}`,
		`{"type":"push","n":1,"ops":[{"op":"put","id":"a","kind":"note","fields":{},"after":3}]}`,
		`{"type":"push","n":1,"ops":[` + strings.Repeat(`{"op":"del","id":"a"},`, maxOps) + `{"op":"del","id":"a"}]}`,
	} {
		if _, no := readPush(text); no == nil || no.Code != "bad_request" {
			t.Errorf("%.120s is read: %v", text, no)
		}
	}
}

func readPush(text string) (Push, *Refusal) {
	frame, no := ParseFrame([]byte(text))
	if no != nil {
		return Push{}, no
	}
	return DecodePush(frame, "page")
}

func TestNewerProgramsAreNotMisread(t *testing.T) {
	if _, err := DecodeEntry([]byte(`{"v":2}`)); !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
	if _, err := Open(Snapshot{Data: []byte(`{"v":2}`)}); !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
	w := newWorld(t)
	for _, line := range []LogLine{{w.b.Seq + 2, nil}, {w.b.Seq + 1, Entry{V: 1, Prev: "elsewhere"}.Encode()}} {
		if line.Data == nil {
			line.Data = Entry{V: 1, Prev: w.b.Chain}.Encode()
		}
		if _, err := w.b.Take(line); !errors.Is(err, ErrBroken) {
			t.Fatalf("%v", err)
		}
	}
}

// Kinds and fields of a newer program stay, in one order, and cost nobody anything.
func TestB2UnknownKindsAreKept(t *testing.T) {
	b := New("x", "e")
	for _, kind := range []string{"zebra", "apple", "mango", "note"} {
		b.Apply(Entry{Effects: []Effect{{E: "put", Record: &Record{ID: kind, Kind: kind, Fields: Fields{"later": []any{1, "a"}}}}}})
		b.Apply(Entry{Effects: []Effect{{E: "set", ID: kind, Fields: Fields{"more": 1}}}})
	}
	once := b.Snapshot()
	again, err := Open(once)
	if err != nil || !bytes.Equal(once.Data, again.Snapshot().Data) {
		t.Fatalf("%v %s", err, once.Data)
	}
	for range 20 {
		if !bytes.Equal(once.Data, b.Snapshot().Data) {
			t.Fatal("two snapshots of one board differ")
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range append(pushes, `{"a":[1,2.5,"x",null,true,{"b":[]}]}`, `"\ud83d\ude00"`, `1e400`, `{"a":1,"a":2}`, `[[[[]]]]`) {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := parse(data)
		if err != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatalf("%q is accepted and no JSON", data)
		}
		again, err := parse(encode(v))
		if err != nil || !reflect.DeepEqual(v, again) {
			t.Fatalf("%q is %#v, then %#v %v", data, v, again, err)
		}
	})
}

func FuzzDecodePush(f *testing.F) {
	for _, text := range pushes {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, no := readPush(text)
		if no != nil {
			return
		}
		w := newWorld(t)
		for _, person := range []string{w.host, w.ann, w.guest, "screen"} { // no wish breaks the room or its log
			d := w.b.Trial(w.now())
			d.Push(p, w.actor(person))
			w.keep(d)
		}
		w.checkReplay()
	})
}

func FuzzDecodeEntry(f *testing.F) {
	w := newWorld(f)
	w.do(w.ann, set(w.step, Fields{"title": "Ring"}), typed(w.step, "title", 2, Splice{0, 0, "a"}), move(w.step, "", w.other))
	w.do(w.host, del(w.phase))
	w.do(w.host, restoreOp(w.phase))
	for _, line := range w.log {
		f.Add(line.Data)
	}
	for _, text := range garbage {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) { applyGarbage(t, data) })
}

var garbage = []string{
	`{"effects":[{"e":"put"}]}`, `{"effects":[{"e":"put","record":null},{"e":"del"},{"e":"own"},{"e":"own","to":["a","b"]},{"e":"set"},{"e":"text"},{"e":""}]}`,
	`{"effects":[{"e":"put","record":{"id":"a","kind":"note"}},{"e":"set","id":"a","fields":{"text":"x"}},{"e":"text","id":"a","field":"text","splices":[[0,1,"y"]]}]}`,
	`{"effects":[{"e":"put","record":{"id":"a","kind":"note","fields":{"text":3}}},{"e":"text","id":"a","field":"text","splices":[[9223372036854775807,9223372036854775807,""]]}]}`,
	`{"effects":[{"e":"put","record":{"id":"a","kind":"note","fields":{"text":"x"}}},{"e":"text","id":"a","field":"nowhere","splices":[[0,0,"y"]]},{"e":"text","id":"a","field":"order","splices":[[0,0,"!"]]}]}`,
	`{"effects":[{"e":"put","record":{"id":"a","kind":"key","to":["@server"],"fields":{"hash":[]}}},{"e":"put","record":{"id":"a","kind":"other","fields":{}}},{"e":"del","id":"a","who":"x"},{"e":"del","id":"a","who":"x"}]}`,
	`{"effects":[{"e":"put","record":{"id":"a","kind":"vote","to":["p"],"fields":{"count":null}}}],"marks":[{"person":"p","client":"c","n":9007199254740991},{"n":-5},{"person":"p","client":"c","n":3}]}`,
}

// applyGarbage checks that Apply and everything that reads the board afterwards is total (B2), and that it can be saved.
func applyGarbage(t *testing.T, data []byte) {
	e, err := DecodeEntry(data)
	if err != nil {
		return
	}
	w := newWorld(t)
	w.b.Apply(e)
	readEverything(w.b)
	again, err := Open(w.b.Snapshot())
	if err != nil {
		t.Fatalf("cannot be opened again: %v", err)
	}
	readEverything(again)
}

func readEverything(b *Board) {
	b.Public()
	b.Workshop()
	for _, kind := range Kinds() {
		for _, r := range b.All(kind.Name) {
			r.Complete()
			b.Owner(r)
			b.Hanging(r.ID, kind.Name)
		}
	}
	for person := range b.sealed {
		b.Mine(person)
		b.OwnIDs(person)
		b.LastN(person, "c")
	}
	for _, r := range b.All("pain") {
		Read[Pain](r)
	}
	for _, r := range b.All("persona") {
		Read[Persona](r)
	}
	for id := range b.gone {
		b.deletedWith(id)
	}
}

func TestB2ApplyIsTotal(t *testing.T) {
	for _, text := range garbage {
		applyGarbage(t, []byte(text))
	}
}

func FuzzOpenSnapshot(f *testing.F) {
	w := newWorld(f)
	w.do(w.host, del(w.phase))
	f.Add(w.b.Snapshot().Data)
	f.Add(
		[]byte(
			`{"records":[null,{"id":"a","kind":"step"},{"id":"a","kind":"pain","fields":{"severity":"x"}}],"gone":{"b":{"record":null,"with":"b"}},"clients":{"x":{}}}`,
		),
	)
	f.Add([]byte(`{"records":[{"id":"a","kind":"persona","fields":{"age":null,"needs":[1]}}],"owners":null,"gone":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open(Snapshot{Data: data})
		if err != nil {
			return
		}
		readEverything(b)
		for id := range b.gone {
			_, _ = Decide(b, restoreOp(id), Actor{"p", RoleFacilitator}, "c", newWorld(t).now())
		}
		if _, err := Open(b.Snapshot()); err != nil {
			t.Fatal(err)
		}
	})
}
