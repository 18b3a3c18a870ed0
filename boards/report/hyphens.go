package report

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Where a word may be broken at the end of a line, by the patterns of Liang (1983) in patterns/. Chromium has no dictionary of its own
// in headless builds, so the printed document brings soft hyphens; the web page has none, and what is copied from it is what was
// typed.

const (
	softHyphen   = '\u00ad'
	hyphenWord   = 8 // letters of a word that may be broken at all
	hyphenBefore = 3 // letters that stay in front of a hyphen
	hyphenAfter  = 3 // and behind it
)

// hyphenator breaks the words of one language.
type hyphenator struct {
	patterns map[string][]byte // letters → values between them
	longest  int
}

var hyphenators = map[string]func() *hyphenator{
	"nl": sync.OnceValue(func() *hyphenator { return readPatterns("patterns/nl.txt") }),
	"en": sync.OnceValue(func() *hyphenator { return readPatterns("patterns/en.txt") }),
}

// readPatterns reads lines like "hy3ph": letters with the weight of a break between them.
func readPatterns(name string) *hyphenator {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // embedded
	}
	h := hyphenator{patterns: map[string][]byte{}}
	for line := range strings.Lines(string(data)) {
		var letters []rune
		values := []byte{0}
		for _, r := range strings.TrimSpace(line) {
			if r >= '0' && r <= '9' {
				values[len(letters)] = byte(r - '0')
				continue
			}
			letters, values = append(letters, r), append(values, 0)
		}
		h.patterns[string(letters)] = values
		h.longest = max(h.longest, len(letters))
	}
	return &h
}

// breaks says before which letters of a word a hyphen may stand.
func (h *hyphenator) breaks(word []rune) []bool {
	dotted := make([]rune, 0, len(word)+2)
	dotted = append(dotted, '.')
	for _, r := range word {
		dotted = append(dotted, unicode.ToLower(r))
	}
	dotted = append(dotted, '.')
	weights := make([]byte, len(dotted)+1)
	for from := range dotted {
		for to := from + 1; to <= min(len(dotted), from+h.longest); to++ {
			for i, value := range h.patterns[string(dotted[from:to])] {
				weights[from+i] = max(weights[from+i], value)
			}
		}
	}
	at := make([]bool, len(word))
	for i := hyphenBefore; i <= len(word)-hyphenAfter; i++ {
		at[i] = weights[i+1]%2 == 1
	}
	return at
}

// word gives a word with its soft hyphens. Marks stay with their letter: words with them are left whole.
func (h *hyphenator) word(text string) string {
	letters := []rune(text)
	if len(letters) < hyphenWord {
		return text
	}
	var out strings.Builder
	for i, hyphen := range h.breaks(letters) {
		if hyphen {
			out.WriteRune(softHyphen)
		}
		out.WriteRune(letters[i])
	}
	return out.String()
}

// unbroken are the elements whose text keeps its words whole: it is not laid out in lines, or becomes a bookmark.
var unbroken = map[string]bool{"style": true, "title": true, "text": true, "code": true, "h1": true, "h2": true}

// OnPaper gives a report as it is printed: long words carry soft hyphens of the document's language.
func OnPaper(doc []byte) []byte {
	if bytes.Contains(doc, []byte(`<html lang="nl`)) {
		return hyphenate(doc, "nl")
	}
	return hyphenate(doc, "en")
}

// hyphenate puts soft hyphens in the text of a document, never in its tags, its style or its drawings.
func hyphenate(doc []byte, language string) []byte {
	h := hyphenators[language]()
	known := map[string]string{}
	var out bytes.Buffer
	skip := ""
	for len(doc) > 0 {
		next := bytes.IndexByte(doc, '<')
		if next < 0 {
			next = len(doc)
		}
		if skip != "" {
			out.Write(doc[:next])
		} else {
			h.text(&out, doc[:next], known)
		}
		doc = doc[next:]
		end := bytes.IndexByte(doc, '>') + 1
		if end == 0 {
			end = len(doc)
		}
		tag := doc[:end]
		out.Write(tag)
		doc = doc[end:]
		switch name := tagName(tag); {
		case skip == "" && unbroken[name]:
			skip = name
		case skip != "" && name == "/"+skip:
			skip = ""
		}
	}
	return out.Bytes()
}

// tagName gives the name of a tag, with its slash when it closes.
func tagName(tag []byte) string {
	name := strings.TrimSuffix(strings.TrimPrefix(string(tag), "<"), ">")
	name, _, _ = strings.Cut(name, " ")
	return name
}

// text copies text with its words broken; what stands between & and ; is one character, not a word.
func (h *hyphenator) text(out *bytes.Buffer, text []byte, known map[string]string) {
	for len(text) > 0 {
		n := 0
		for n < len(text) {
			r, wide := utf8.DecodeRune(text[n:])
			if !unicode.IsLetter(r) {
				break
			}
			n += wide
		}
		if n > 0 {
			word := string(text[:n])
			broken, ok := known[word]
			if !ok {
				broken = h.word(word)
				known[word] = broken
			}
			out.WriteString(broken)
			text = text[n:]
			continue
		}
		n = 1
		if text[0] == '&' {
			n = bytes.IndexByte(text, ';') + 1
		}
		if n = max(n, 1); n == 1 {
			_, n = utf8.DecodeRune(text)
		}
		out.Write(text[:n])
		text = text[n:]
	}
}
