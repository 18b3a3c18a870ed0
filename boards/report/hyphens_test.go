package report

import (
	"regexp"
	"strings"
	"testing"
)

func shown(word string) string { return strings.ReplaceAll(word, "\u00ad", "-") }

// F2: words break where the language breaks them, and nobody's last letters stand alone.
func TestF2WordsBreakWhereTheLanguageBreaksThem(t *testing.T) {
	for _, c := range [][3]string{
		{"nl", "woningcorporatiemedewerker", "woning-cor-po-ra-tie-me-de-wer-ker"},
		{"nl", "klantcontactmedewerker", "klant-con-tact-me-de-wer-ker"},
		{"nl", "verantwoordelijkheid", "ver-ant-woor-de-lijk-heid"},
		{"nl", "korting", "korting"},
		{"en", "responsibility", "respons-ib-il-ity"},
		{"en", "communication", "com-mu-nic-a-tion"},
	} {
		if got := shown(hyphenators[c[0]]().word(c[1])); got != c[2] {
			t.Errorf("%s, want %s", got, c[2])
		}
	}
	long := hyphenators["nl"]().word(longWord)
	if parts := strings.Split(long, "\u00ad"); len(parts) < 20 || len([]rune(parts[0])) < hyphenBefore || len([]rune(parts[len(parts)-1])) < hyphenAfter {
		t.Errorf("%q", shown(long))
	}
}

// The printed document has soft hyphens in its text alone; without them it is the web page, to the byte.
func TestSoftHyphensStandInTextAlone(t *testing.T) {
	b := full(t, "nl").b
	page, err := HTML(b, nil, Options{Language: "nl", Now: instant})
	if err != nil || strings.ContainsRune(string(page), softHyphen) {
		t.Fatal("the web page holds soft hyphens", err)
	}
	paper := OnPaper(page)
	if strings.Count(string(paper), "\u00ad") < 50 {
		t.Fatal("no soft hyphens")
	}
	if strings.ReplaceAll(string(paper), "\u00ad", "") != string(page) {
		t.Error("more changed than soft hyphens")
	}
	for _, tag := range regexp.MustCompile(`<[^>]*>|<style>[^<]*|<text[^>]*>[^<]*|&[^;]*;`).FindAllString(string(paper), -1) {
		if strings.ContainsRune(tag, softHyphen) {
			t.Fatalf("a soft hyphen in %.80s", tag)
		}
	}
}

// FuzzHyphenate breaks the words of any text: taking the soft hyphens out gives it back.
func FuzzHyphenate(f *testing.F) {
	for _, text := range []string{"woningcorporatie &amp; <b>medewerker</b>", "<style>a{hyphens:manual}</style>", "<", "&", "a\xffb", longWord, arabic, emoji, "<text>onderhoudsploeg</text>"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsRune(text, softHyphen) {
			return
		}
		for _, language := range []string{"nl", "en"} {
			if back := strings.ReplaceAll(string(hyphenate([]byte(text), language)), "\u00ad", ""); back != text {
				t.Fatalf("%q comes back as %q", text, back)
			}
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	doc, err := HTML(crowded(&testing.T{}, 60).b, nil, Options{Language: "nl", Now: instant})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		hyphenate(doc, "nl")
	}
}
