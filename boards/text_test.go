package boards

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// letters are what people type here: one and two UTF-16 units, joined emoji, other scripts.
var letters = []rune("abc xyzбгджи漢字仮名😀👩‍💻🎉é\n")

var words = rapid.Custom(func(t *rapid.T) string {
	return string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 12).Draw(t, "text"))
})

// changeOf draws a change of a text: up to four splices, ascending, on whole characters.
func changeOf(t *rapid.T, text, name string) []Splice {
	runes := []rune(text)
	var out []Splice
	at := 0
	for range rapid.IntRange(0, 4).Draw(t, name) {
		from := rapid.IntRange(at, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, min(len(runes), from+4)).Draw(t, "to")
		ins := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 3).Draw(t, "ins"))
		out = append(out, Splice{units(string(runes[:from])), units(string(runes[from:to])), ins})
		at = to
	}
	return tidy(out)
}

func spliced(t interface{ Fatalf(string, ...any) }, text string, change []Splice) string {
	out, ok := applySplices(text, change)
	if !ok {
		t.Fatalf("%q does not take %v", text, change)
	}
	return out
}

// The rule of ties as a parameter, so that a test can see what happens without it.
func bothWays(t *rapid.T, base string, a, b []Splice, aLeft, bLeft bool) (string, string) {
	viaA := spliced(t, spliced(t, base, a), transform(b, a, aLeft))
	viaB := spliced(t, spliced(t, base, b), transform(a, b, bLeft))
	return viaA, viaB
}

func TestB10TwoOrdersGiveOneText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := words.Draw(t, "base")
		a, b := changeOf(t, base, "a"), changeOf(t, base, "b")
		aLeft := rapid.Bool().Draw(t, "aLeft")
		viaA, viaB := bothWays(t, base, a, b, aLeft, !aLeft)
		if viaA != viaB {
			t.Fatalf("%q: a %v then b %v = %q, the other way round %q", base, a, b, viaA, viaB)
		}
	})
}

// A test that cannot fail proves nothing: with both sides going left the two orders must differ.
func TestB10TiesMatter(t *testing.T) {
	a, b := []Splice{{0, 0, "a"}}, []Splice{{0, 0, "b"}}
	if viaA, viaB := spliced(t, "a", transform(b, a, true)), spliced(t, "b", transform(a, b, true)); viaA == viaB {
		t.Fatalf("both sides go left and the texts are equal: %q", viaA)
	}
}

func TestB10NoPairIsCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := words.Draw(t, "base")
		a, b := changeOf(t, base, "a"), changeOf(t, base, "b")
		after := utf16.Encode([]rune(spliced(t, base, a)))
		for _, s := range transform(b, a, rapid.Bool().Draw(t, "aLeft")) {
			if cutsPair(after, s.Pos) || cutsPair(after, s.Pos+s.Del) {
				t.Fatalf("%v on %v cuts a pair of %q", b, a, base)
			}
		}
	})
}

func TestB10InsertsSurviveDeletions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := "keep " + words.Draw(t, "base")
		at := rapid.IntRange(0, len([]rune(base))).Draw(t, "at")
		insert := []Splice{{units(string([]rune(base)[:at])), 0, "MARK"}}
		everything := []Splice{{0, units(base), ""}}
		insertFirst, deleteFirst := bothWays(t, base, insert, everything, true, false)
		if insertFirst != "MARK" || deleteFirst != "MARK" {
			t.Fatalf("%q / %q", insertFirst, deleteFirst)
		}
	})
}

// What both delete is deleted once, and nothing else is.
func TestB10NothingIsDeletedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := words.Draw(t, "base") + "end"
		runes := []rune(base)
		cut := func(name string) (int, int) {
			from := rapid.IntRange(0, len(runes)).Draw(t, name)
			return from, rapid.IntRange(from, len(runes)).Draw(t, name)
		}
		aFrom, aTo := cut("a")
		bFrom, bTo := cut("b")
		del := func(from, to int) []Splice {
			return tidy([]Splice{{units(string(runes[:from])), units(string(runes[from:to])), ""}})
		}
		got, _ := bothWays(t, base, del(aFrom, aTo), del(bFrom, bTo), true, false)
		var want []rune
		for i, r := range runes {
			if (i < aFrom || i >= aTo) && (i < bFrom || i >= bTo) {
				want = append(want, r)
			}
		}
		if got != string(want) {
			t.Fatalf("%q, want %q", got, string(want))
		}
	})
}

func TestB10SpliceOfRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := words.Draw(t, "from"), words.Draw(t, "to")
		if rapid.Bool().Draw(t, "near") {
			to = spliced(t, from, changeOf(t, from, "change"))
		}
		splices := spliceOf(from, to)
		if got := spliced(t, from, splices); got != to || len(splices) > 1 {
			t.Fatalf("%q → %q by %v gives %q", from, to, splices, got)
		}
	})
}

func TestB10BadSplicesChangeNothing(t *testing.T) {
	far := int(^uint(0) >> 1)
	for _, bad := range [][]Splice{
		{{-1, 0, "x"}}, {{0, -1, "x"}}, {{5, 0, "x"}}, {{0, 5, ""}}, {{far, 1, ""}}, {{1, far, ""}}, {{far, far, ""}},
		{{2, 0, "x"}, {1, 0, "y"}}, {{0, 3, ""}, {2, 1, ""}}, {{3, 0, "x"}}, {{1, 2, ""}}, {{3, 1, ""}},
	} {
		if out, ok := applySplices("ab😀", bad); ok {
			t.Errorf("%v gives %q", bad, out)
		}
	}
}

// Two people at one caret, letter by letter, each on the text they saw last: both words stay whole, whoever goes left.
func TestB10TypistsAtOneCaretKeepWordsWhole(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(outer)
		base := w.b.Get(w.step).Str("title")
		caret := rapid.IntRange(0, units(base)).Draw(t, "caret")
		left := rapid.StringMatching(`[a-z]{8}`).Draw(t, "left")
		right := rapid.StringMatching(`[A-Z]{8}`).Filter(func(page string) bool { // else one page is two
			return SiteOf(page, w.step, "title") != SiteOf(left, w.step, "title")
		}).Draw(t, "right")
		clients := []string{left, right}
		typists := []typist{{word: "morning"}, {word: "ВЕЧЕР"}}
		for i := range typists {
			typists[i].site = SiteOf(clients[i], w.step, "title")
			typists[i].base, typists[i].caret = w.b.Get(w.step).Version("title"), caret
		}
		for !typists[0].done() || !typists[1].done() {
			i := rapid.IntRange(0, 1).Draw(t, "who")
			if rapid.Bool().Draw(t, "reads") {
				typists[i].read(w)
			} else {
				typists[i].write(t, w, clients[i])
			}
		}
		title := w.b.Get(w.step).Str("title")
		if !strings.Contains(title, "morning") || !strings.Contains(title, "ВЕЧЕР") {
			t.Fatalf("words are torn: %q", title)
		}
	})
}

type typist struct {
	word        string
	typed       int
	base, caret int
	site        int
}

func (p *typist) done() bool { return p.typed == len([]rune(p.word)) }

// read carries the caret over what others did; an insert exactly at the caret does not push it.
func (p *typist) read(w *world) {
	r := w.b.Get(w.step)
	since, _ := w.b.texts[w.step+"\ntitle"].since(p.base, r.Version("title"))
	for _, c := range since {
		if c.site == p.site {
			p.caret = c.splices[0].Pos + units(c.splices[0].Ins)
			continue
		}
		p.caret = insertAt(p.caret, c.splices, false)
	}
	p.base = r.Version("title")
}

func (p *typist) write(t *rapid.T, w *world, client string) {
	if p.done() {
		return
	}
	letter := string([]rune(p.word)[p.typed])
	op := typed(w.step, "title", p.base, Splice{p.caret, 0, letter})
	effects, no := Decide(w.b, op, Actor{w.host, RoleFacilitator}, client, w.now())
	if no != nil {
		if no.Code != "text_in_flight" {
			t.Fatalf("%s", no.Code)
		}
		p.read(w)
		return
	}
	w.b.Apply(Entry{At: w.b.At, Effects: effects})
	p.typed++
	p.read(w)
}

func TestB10LateTextIsPlacedOrStale(t *testing.T) {
	w := newWorld(t)
	first := w.b.Get(w.step).Version("title")
	for range window + 1 {
		title := w.b.Get(w.step)
		w.do(w.host, typed(w.step, "title", title.Version("title"), Splice{0, len(title.Str("title")), "Call"}))
	}
	w.refused(w.ann, "stale", typed(w.step, "title", first, Splice{0, 0, "x"}))
	w.do(w.ann, typed(w.step, "title", first+1, Splice{0, 0, "x"}))
	if got := w.b.Get(w.step).Str("title"); !strings.Contains(got, "x") {
		t.Fatalf("%q", got)
	}
	w.refused(w.ann, "text_in_flight", typed(w.step, "title", first+2, Splice{0, 0, "y"}))
	w.refused(w.bob, "stale", typed(w.step, "title", 99999, Splice{0, 0, "y"}))
}

// A whole `set` and a record that comes back under an old id leave no wrong past behind.
func TestB10PastOfAnotherRecordIsNotUsed(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.ann, put("note", id, Fields{"text": "old"}))
	w.do(w.ann, typed(id, "text", 1, Splice{0, 3, "one"}))
	w.do(w.ann, del(id))
	delete(w.b.gone, id) // as after a day
	w.do(w.ann, put("note", id, Fields{"text": "new text"}))
	w.do(w.ann, typed(id, "text", 1, Splice{8, 0, "!"}))
	w.do(w.host, typed(id, "text", 1, Splice{0, 0, ">"}))
	if got := w.b.Get(id).Str("text"); got != ">new text!" {
		t.Fatalf("%q", got)
	}
}

// FuzzSplices has two pages change one text at once, however odd their splices: either is refused as a whole, or both orders end
// in one text of whole letters.
func FuzzSplices(f *testing.F) {
	f.Add("klant belt", `[[0,5,"mens"]]`, `[[6,4,"schrijft"]]`, true)
	f.Add("a😀b", `[[1,2,""]]`, `[[2,0,"x"]]`, false)
	f.Add("abc", `[[0,3,"x"],[3,0,"y"]]`, `[[1,1,"z"]]`, true)
	f.Add("", `[[0,0,"😀"]]`, `[[0,0,"\ud83d"]]`, false)
	f.Add("x", `[[9223372036854775807,9223372036854775807,""]]`, `[[-1,0,""]]`, true)
	f.Fuzz(func(t *testing.T, base, first, second string, aLeft bool) {
		var a, b []Splice
		if json.Unmarshal([]byte(first), &a) != nil || json.Unmarshal([]byte(second), &b) != nil || !cleanText(base) {
			return
		}
		viaA, ok := applySplices(base, a)
		viaB, fits := applySplices(base, b)
		if !ok || !fits {
			return
		}
		a, b = tidy(a), tidy(b)
		viaA, viaB = spliced(t, viaA, transform(b, a, aLeft)), spliced(t, viaB, transform(a, b, !aLeft))
		if viaA != viaB || !utf8.ValidString(viaA) {
			t.Fatalf("%q: a %v then b %v = %q, the other way round %q", base, a, b, viaA, viaB)
		}
	})
}
