package boards

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"
)

// The vectors that Go and TypeScript share. Go makes them; frontend/src/engine/vectors.test.ts reads the same files.
// After a change on purpose: go test ./boards -run Vectors -update-vectors

var updateVectors = flag.Bool("update-vectors", false, "write testdata/*.json anew")

type applyCase struct {
	Text    string   `json:"text"`
	Splices []Splice `json:"splices"`
	Want    *string  `json:"want"`
}

type transformCase struct {
	B     []Splice `json:"b"`
	A     []Splice `json:"a"`
	ALeft bool     `json:"aLeft"`
	Want  []Splice `json:"want"`
}

type pairCase struct {
	Text string   `json:"text"`
	A    []Splice `json:"a"`
	B    []Splice `json:"b"`
	Want string   `json:"want"`
}

type spliceCase struct {
	From string   `json:"from"`
	To   string   `json:"to"`
	Want []Splice `json:"want"`
}

type mergedCase struct {
	Was  string `json:"was"`
	Now  string `json:"now"`
	Is   string `json:"is"`
	Want string `json:"want"`
}

type textVectors struct {
	Apply     []applyCase     `json:"apply"`
	Transform []transformCase `json:"transform"`
	TP1       []pairCase      `json:"tp1"`
	SpliceOf  []spliceCase    `json:"spliceOf"`
	Merged    []mergedCase    `json:"merged"`
}

func TestVectorsText(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	var v textVectors
	for _, c := range oddSplices {
		v.Apply = append(v.Apply, applied(c.text, c.splices))
	}
	for range 120 {
		text := vectorText(chance)
		a, b := vectorSplices(chance, text), vectorSplices(chance, text)
		v.Apply = append(v.Apply, applied(text, a))
		aLeft := chance.IntN(2) == 0
		v.Transform = append(v.Transform, transformCase{b, a, aLeft, orEmpty(transform(b, a, aLeft))})
		v.TP1 = append(v.TP1, pairCase{text, a, b, vectorTP1(t, text, a, b)})
		to := vectorText(chance)
		v.SpliceOf = append(v.SpliceOf, spliceCase{text, to, orEmpty(spliceOf(text, to))})
	}
	for _, pair := range oddPairs {
		v.SpliceOf = append(v.SpliceOf, spliceCase{pair[0], pair[1], orEmpty(spliceOf(pair[0], pair[1]))})
	}
	for _, c := range oddMerges {
		v.Merged = append(v.Merged, mergedCase{c[0], c[1], c[2], mergedText(c[0], c[1], c[2])})
	}
	sameAsFile(t, "text.json", v)
}

// vectorTP1 checks TP1 (a then b gives what b then a gives, a's insert left) and hands out that text.
func vectorTP1(t *testing.T, text string, a, b []Splice) string {
	one := vectorApply(t, vectorApply(t, text, a), transform(b, a, true))
	two := vectorApply(t, vectorApply(t, text, b), transform(a, b, false))
	if one != two {
		t.Fatalf("TP1: %q with %v and %v gives %q and %q", text, a, b, one, two)
	}
	return one
}

func vectorApply(t *testing.T, text string, splices []Splice) string {
	out, ok := applySplices(text, splices)
	if !ok {
		t.Fatalf("%v does not fit %q", splices, text)
	}
	return out
}

func applied(text string, splices []Splice) applyCase {
	if out, ok := applySplices(text, splices); ok {
		return applyCase{text, splices, &out}
	}
	return applyCase{text, splices, nil}
}

var oddSplices = []struct {
	text    string
	splices []Splice
}{
	{
		"",
		[]Splice{},
	}, {"", []Splice{{0, 0, "a"}}}, {"", []Splice{{0, 1, ""}}}, {"abc", []Splice{{4, 0, "x"}}}, {"abc", []Splice{{3, 0, "x"}}},
	{"abc", []Splice{{2, 2, ""}}}, {"abc", []Splice{{2, 0, "x"}, {1, 0, "y"}}}, {"abc", []Splice{{1, 0, "x"}, {1, 0, "y"}}},
	{
		"abc",
		[]Splice{{0, 2, ""}, {1, 1, ""}},
	}, {"a😀b", []Splice{{2, 0, "x"}}}, {"a😀b", []Splice{{1, 1, ""}}}, {"a😀b", []Splice{{1, 2, "👍"}}},
	{"👩‍👩‍👧", []Splice{{3, 0, "x"}}}, {"👩‍👩‍👧", []Splice{{4, 0, "x"}}}, {"é\ne", []Splice{{1, 1, ""}}},
}

var oddPairs = [][2]string{
	{
		"",
		"",
	}, {"a", "a"}, {"aa", "aaa"}, {"aaa", "aa"}, {"😀", "😁"}, {"a😀", "a😁"}, {"😀a", "🁀a"}, {"😀😀", "😀"}, {"x😀y", "xy"}, {"abcabc", "abc"},
}

// oddMerges are what stood, what stands and what is wanted.
var oddMerges = [][3]string{
	{"", "", "a"}, {"", "b", "a"}, {"", "b", ""}, {"a", "a", ""}, {"a", "", "ab"}, {"a", "ab", "a"}, {"a", "ab", "ab"}, {"a", "ab", "ac"},
	{"a b c", "x b c", "a b y"}, {"a b c", "a b y", "x b c"}, {"a b c", "a z c", ""}, {"abc", "axc", "ayc"}, {"😀 a 😁", "😁 a 😁", "😀 a 😀"},
}

func orEmpty(splices []Splice) []Splice {
	if splices == nil {
		return []Splice{}
	}
	return splices
}

var vectorLetters = []rune("aab é世界😀👍\n")

func vectorText(chance *rand.Rand) string {
	out := make([]rune, chance.IntN(12))
	for i := range out {
		out[i] = vectorLetters[chance.IntN(len(vectorLetters))]
	}
	return string(out)
}

// vectorSplices gives a valid change of a text: ascending, not overlapping, on whole characters.
func vectorSplices(chance *rand.Rand, text string) []Splice {
	var edges []int
	at := 0
	for _, r := range text {
		edges = append(edges, at)
		at += utf16.RuneLen(r)
	}
	edges = append(edges, at)
	out := []Splice{}
	for i := chance.IntN(3); i < len(edges); i += 1 + chance.IntN(4) {
		end := min(len(edges)-1, i+chance.IntN(3))
		s := Splice{Pos: edges[i], Del: edges[end] - edges[i]}
		if chance.IntN(3) > 0 {
			s.Ins = vectorText(chance)
		}
		out = append(out, s)
		i = end
	}
	return orEmpty(tidy(out))
}

type orderCase struct {
	A    string `json:"a"`
	B    string `json:"b"`
	Want string `json:"want"`
}

func TestVectorsOrder(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	var cases []orderCase
	keys := []string{}
	for range 300 {
		at := chance.IntN(len(keys) + 1)
		switch chance.IntN(4) {
		case 0:
			at = 0
		case 1:
			at = len(keys)
		case 2:
			at = len(keys) / 2
		}
		low, high := "", ""
		if at > 0 {
			low = keys[at-1]
		}
		if at < len(keys) {
			high = keys[at]
		}
		key := between(low, high)
		if (low != "" && key <= low) || (high != "" && key >= high) {
			t.Fatalf("between(%q, %q) = %q", low, high, key)
		}
		cases = append(cases, orderCase{low, high, key})
		keys = append(keys[:at], append([]string{key}, keys[at:]...)...)
	}
	for _, edge := range [][2]string{{"", "A0"}, {"zz", ""}, {"az", ""}, {"", "a0"}, {"Zz", ""}, {"", "Z0"}, {"bzz", ""}, {"a0", "a1"}, {"a0", "a0V"}, {"a0z", "a1"}} {
		cases = append(cases, orderCase{edge[0], edge[1], between(edge[0], edge[1])})
	}
	sameAsFile(t, "order.json", cases)
}

type siteCase struct {
	Client string `json:"client"`
	ID     string `json:"id"`
	Field  string `json:"field"`
	Want   int    `json:"want"`
}

func TestVectorsSite(t *testing.T) {
	var cases []siteCase
	for i := range 40 {
		client, id, field := fmt.Sprintf("client_%d-x", i*7919), fmt.Sprintf("record-%d-abcdefgh", i), []string{"text", "title", "é世😀"}[i%3]
		cases = append(cases, siteCase{client, id, field, SiteOf(client, id, field)})
	}
	cases = append(cases, siteCase{"", "", "", SiteOf("", "", "")})
	sameAsFile(t, "site.json", cases)
}

type charCase struct {
	Char int  `json:"char"`
	Ok   bool `json:"ok"`
}

// TestVectorsForbidden lists every edge of what text may hold.
func TestVectorsForbidden(t *testing.T) {
	var cases []charCase
	for r := rune(0); r < 0x110000; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		if edge := r == 0 || forbidden(r) || forbidden(r-1) || forbidden(r+1); edge || r%9973 == 0 {
			cases = append(cases, charCase{int(r), !forbidden(r)})
		}
	}
	sameAsFile(t, "forbidden.json", cases)
}

// sameAsFile compares with the shared file, or writes it.
func sameAsFile(t *testing.T, name string, v any) {
	t.Helper()
	data := vectorLines(t, v)
	path := filepath.Join("testdata", name)
	if *updateVectors {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, data) {
		t.Errorf("%s is not what the code does now; on purpose? go test ./boards -run Vectors -update-vectors", path)
	}
}

// vectorLines writes one case a line, so that a difference can be read.
func vectorLines(t *testing.T, v any) []byte {
	var packed bytes.Buffer
	for _, line := range bytes.Split(encode(v), []byte("},{")) {
		if packed.Len() > 0 {
			packed.WriteString("},\n{")
		}
		packed.Write(line)
	}
	packed.WriteByte('\n')
	if !json.Valid(packed.Bytes()) {
		t.Fatal("a vector holds the text that parts the lines")
	}
	return packed.Bytes()
}
