package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// papers are the rows about the report.
var papers = []probe{{"F1", strangerInTheSentence}, {"F2", longWords}, {"F3", outline}, {"F4", emptySheet},
	{"F10", nobodysName}, {"N3", halfRounded}, {"N4", oneDepartmentAnswers}}

var tags = regexp.MustCompile(`<[^>]*>`)

// strangerInTheSentence: a persona whose name runs from right to left.
func strangerInTheSentence(h *house) string {
	const sara = "سارة"
	b := h.board("lease")
	l := h.line(b, b.seat)
	l.do(set(l.first("persona"), op{"name": sara}))
	body := after(h.file(b, "report?lang=nl"), "<body", ">", false)
	apart := []string{"<bdi>", "\u2068", `dir="auto">`, `aria-label="`}
	for rest := body; ; {
		at := strings.Index(rest, sara)
		if at < 0 {
			return ""
		}
		before, found := strings.TrimSuffix(rest[:at], "<b>"), false
		for _, mark := range apart {
			found = found || strings.HasSuffix(before, mark)
		}
		if !found {
			return "amid our words: " + strings.TrimSpace(tags.ReplaceAllString(last(before, 60), " ")) + " …"
		}
		if ours := regexp.MustCompile(`dir="auto">[^<]*[a-z]{3,}[^<]*$`).FindString(before); ours != "" {
			return "it steers our own sentence: " + ours
		}
		rest = rest[at+len(sara):]
	}
}

func last(text string, n int) string {
	runes := []rune(text)
	return string(runes[max(0, len(runes)-n):])
}

// sample imports one of the workshops that the printed report is tested with.
func (h *house) sample(name string) board {
	h.open()
	data, err := os.ReadFile("server/print/testdata/" + name + ".json")
	must(err)
	return h.made(h.ask("POST", "/api/boards/import", "", string(data)))
}

// printed gives what poppler reads from the PDF of a board.
func (h *house) printed(b board, program string, args ...string) string {
	path := filepath.Join(h.dir, "report.pdf")
	must(os.WriteFile(path, []byte(h.file(b, "report.pdf?lang=nl")), 0o600))
	out, err := exec.Command(program, append(args, path, "-")...).Output()
	must(err)
	return string(out)
}

// longWords: steps of long Dutch words, printed. Where a word was broken, something says so.
func longWords(h *house) string {
	b := h.board("lease")
	l := h.line(b, b.seat)
	for _, r := range l.all("step")[:6] {
		l.do(set(r.ID, op{"title": "Woningcorporatiemedewerkersoverleg"}))
	}
	text := h.printed(b, "pdftotext", "-raw")
	pieces := regexp.MustCompile(`(?i)\bwoning[a-z]*[^a-z\n ]?\n`).FindAllString(text, -1)
	for _, piece := range pieces {
		if word := strings.TrimSpace(piece); len(word) < 30 && !strings.ContainsAny(word, "-\u00ad\u2010") {
			return "cut without a hyphen: " + word
		}
	}
	return ""
}

// outline: the bookmarks of the PDF of a workshop.
func outline(h *house) string {
	b := h.sample("workshop")
	path := filepath.Join(h.dir, "report.pdf")
	must(os.WriteFile(path, []byte(h.file(b, "report.pdf?lang=nl")), 0o600))
	out, err := exec.Command("pdftohtml", "-xml", "-i", "-stdout", path).Output()
	must(err)
	titles := regexp.MustCompile(`<item page="\d+">([^<]*)</item>`).FindAllStringSubmatch(string(out), -1)
	if len(titles) == 0 {
		breakOff("no bookmarks")
	}
	for _, m := range titles {
		runes := []rune(m[1])
		if half := len(runes) / 2; half > 3 && string(runes[:half]) == string(runes[half:]) {
			return "a bookmark says " + m[1]
		}
	}
	return ""
}

// emptySheet: a full workshop, printed: no sheet holds a few lines alone.
func emptySheet(h *house) string {
	b := h.sample("crowded")
	sheets := strings.Split(strings.TrimRight(h.printed(b, "pdftotext", "-layout"), "\f"), "\f")
	for n, sheet := range sheets {
		lines := 0
		for line := range strings.Lines(sheet) {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		if lines < 6 {
			return fmt.Sprintf("sheet %d of %d holds %d lines", n+1, len(sheets), lines)
		}
	}
	return ""
}

// nobodysName: somebody leads along and gave no name.
func nobodysName(h *house) string {
	b := h.board("lease")
	h.post("/api/seat", "", op{"key": b.str("cofacilitatorKey")}).ok()
	text := tags.ReplaceAllString(h.file(b, "report?lang=nl"), " ")
	at := strings.Index(text, "Medebegeleider")
	return say(at >= 0, "the report names %q", strings.TrimSpace(text[max(0, at-20):max(at, 0)+16]))
}

// halfRounded: a score of exactly −1.25, on paper.
func halfRounded(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	step := desk.first("step")
	department := h.departments(b)[0]
	desk.asked(op{"collect": "rating"}, func(round string) {
		for value, hands := range map[int]int{-1: 3, -2: 1} {
			answer := put("rating", id(), op{"round_id": round, "step_id": step, "value": value})
			answer["for"] = op{"department_id": department, "hands": hands}
			desk.do(answer)
		}
	})
	text := tags.ReplaceAllString(h.file(b, "report?lang=nl"), " ")
	return say(!strings.Contains(text, "−1,3") && strings.Contains(text, "−1,2"), "−1,25 is printed as −1,2")
}

// oneDepartmentAnswers: whose step it is, asked of one department alone, whose people are not of one mind.
func oneDepartmentAnswers(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	department, step := h.departments(b)[0], desk.first("step")
	desk.asked(op{"collect": "ownership_claim"}, func(round string) {
		for name, answer := range map[string]string{"Ann": "own", "Bob": "not"} {
			l := h.line(b, h.join(b, name, department).str("seat"))
			l.do(put("ownership_claim", id(), op{"round_id": round, "step_id": step, "answer": answer}))
		}
	})
	ownership, _ := h.get(b.path+"/insights", b.seat).ok().fields["ownership"].(map[string]any)
	return say(!strings.Contains(encode(ownership["contested"]), step), "not contested: %.120s", encode(ownership))
}
