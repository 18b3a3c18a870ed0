package crowd

import (
	"fmt"
	"slices"
)

// Judge says what must be true when everybody is at rest and the archive was read to the end: acknowledged ⊆ log, refused
// not in it, nothing twice, order kept, all boards equal. Contradictions met on the way are in the tally already.
func (t *Table) Judge(a *Archive) Tally { return t.judge(a, false) }

// JudgeLoss does the same where the end of the log was taken away on purpose: then what was acknowledged may be gone, which
// is counted as Gone and no fault, and all else holds.
func (t *Table) JudgeLoss(a *Archive) Tally {
	tally := t.judge(a, true)
	tally.Gone, tally.Lost = tally.Lost, 0
	return tally
}

func (t *Table) judge(a *Archive, lossy bool) Tally {
	l := t.Ledger
	lost, twice := t.inLog(a, lossy)
	if !lossy {
		t.diaries()
	}
	t.words(a)
	want := Hash(a.replica.Public())
	for _, p := range t.Pages {
		if got := p.Hash(); got != want {
			l.Fault("%s shows another board than the log holds", p.Name)
		}
	}
	tally := l.Count()
	tally.Lost, tally.Twice = lost, twice
	return tally
}

// inLog holds every answer against the log.
func (t *Table) inLog(a *Archive, lossy bool) (lost, twice int) {
	l := t.Ledger
	l.mu.Lock()
	defer l.mu.Unlock()
	for who, f := range l.fates {
		lastN, skipped := a.replica.LastN(who.person, who.client)
		stored := who.n <= lastN && !slices.Contains(skipped, who.n)
		switch {
		case f.acked && !stored && lossy:
			lost++
		case f.acked && !stored:
			lost++
			l.fault("lost: %s %d was acknowledged and is not in the log", who.client, who.n)
		case f.refused != "" && a.marks[who] > 0:
			l.fault("%s %d was refused (%s) and is in the log", who.client, who.n, f.refused)
		case !f.acked && f.refused == "":
			l.fault("%s %d never got an answer", who.client, who.n)
		}
		if a.marks[who] > 1 {
			twice++
			l.fault("twice: %s %d is %d times in the log", who.client, who.n, a.marks[who])
		}
	}
	return lost, twice
}

// diaries must say what their owner wrote last of what was acknowledged.
func (t *Table) diaries() {
	l, last := t.Ledger, map[string]int{}
	l.mu.Lock()
	for _, f := range l.fates {
		if f.acked && f.diary != "" {
			last[f.diary] = max(last[f.diary], f.said)
		}
	}
	l.mu.Unlock()
	host := t.Pages[0]
	host.mu.Lock()
	defer host.mu.Unlock()
	for diary, said := range last {
		if r := host.view.Get(diary); r == nil || r.Str("text") != fmt.Sprint(said) {
			l.Fault("order: %s should end with %d", diary, said)
		}
	}
}

// words: what everybody typed in has whole words only, each typed by somebody who was not refused.
func (t *Table) words(a *Archive) {
	l := t.Ledger
	typed, refused := map[string]bool{}, map[string]bool{}
	l.mu.Lock()
	for _, f := range l.fates {
		if f.word != "" {
			typed[f.word], refused[f.word] = f.acked, f.refused != ""
		}
	}
	l.mu.Unlock()
	for _, cell := range a.replica.All("cell") {
		seen := map[string]bool{}
		if text := cell.Str("text"); !wholeWords(text, func(word string) bool {
			fresh := !seen[word]
			seen[word] = true
			return fresh && typed[word] && !refused[word]
		}) {
			l.Fault("a text has broken, refused or doubled words: %q", text)
		}
	}
}

// Read gives how many entries the archive replayed, and how many were forgotten before it could.
func (a *Archive) Seen() (read, blind int) { return a.read, a.blind }
