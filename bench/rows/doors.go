package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// doors are the rows about who comes in and what they may ask of the server.
var doors = []probe{
	{"D1", leakedLink}, {"D2", linkInALoop}, {"D3", filesInALoop}, {"D4", slowImport}, {"D5", codeInALoop}, {"D6", manySeats},
	{"D7", twoLengths}, {"D8", strangeHost}, {"D9", hangingUp},
}

// leakedLink: the key of whoever leads leaks, somebody makes a personal link with it, the host renews the first.
func leakedLink(h *house) string {
	b := h.board("blank")
	thief := h.post("/api/seat", "", op{"key": b.str("facilitatorKey")}).ok()
	own := h.ask("POST", b.path+"/link", thief.str("seat"), "{}").ok()
	h.post(b.path+"/keys", b.seat, op{"use": "facilitator"}).ok()
	again := h.post("/api/seat", "", op{"key": own.str("key")})
	return say(again.status == http.StatusOK, "the personal link opens a seat as %s after the renewal", again.str("role"))
}

// linkInALoop: one link is exchanged so often that the keys of the board are full.
func linkInALoop(h *house) string {
	b := h.board("blank")
	ann := h.join(b, "Ann", h.departments(b)[0])
	link := h.ask("POST", b.path+"/link", ann.str("seat"), "{}").ok().str("key")
	opened := 0
	for ; opened < 200; opened++ {
		if h.post("/api/seat", "", op{"key": link}).status != http.StatusOK {
			break
		}
	}
	return say(opened == 200, "200 seats of one link without a word")
}

// crowded imports a board of so many cards.
func (h *house) crowded(cards int, more func(i int) string) answer {
	b := h.board("lease")
	step, _, _ := strings.Cut(after(h.file(b, "board.json"), `"kind":"step"`, `"id":"`, true), `"`)
	var all strings.Builder
	for i := range cards {
		fmt.Fprintf(&all, `{"id":"note-%016d","kind":"note","at":1,"fields":{"text":"steeds dezelfde kaart","step_id":"%s"%s}},`,
			i, step, more(i))
	}
	return h.ask("POST", "/api/boards/import", "", strings.Replace(h.file(b, "board.json"), `"records":[`, `"records":[`+all.String(), 1))
}

// after gives what follows a mark: the last one before the first place, or the first one behind it.
func after(text, place, mark string, before bool) string {
	at := strings.Index(text, place)
	if at < 0 {
		breakOff("no %s", place)
	}
	if before {
		return text[strings.LastIndex(text[:at], mark)+len(mark):]
	}
	_, rest, _ := strings.Cut(text[at:], mark)
	return rest
}

// filesInALoop: eight loops ask for the documents of a large board while somebody edits.
func filesInALoop(h *house) string {
	h.open()
	b := h.made(h.crowded(3000, func(i int) string { return fmt.Sprintf(`,"order":"a%06d"`, i+100000) }))
	l := h.line(b, b.seat)
	ctx, stop := context.WithCancel(context.Background())
	var loops sync.WaitGroup
	for n := range 8 {
		path := b.path + []string{"/report", "/workbook.xlsx", "/board.json"}[n%3]
		loops.Go(func() {
			for ctx.Err() == nil {
				_, _ = h.tries("GET", path, b.seat, "")
			}
		})
	}
	var took []time.Duration
	note := id()
	l.do(put("note", note, op{"text": "0"}))
	for i := range 20 {
		from := time.Now()
		l.do(set(note, op{"text": fmt.Sprint(i)}))
		took = append(took, time.Since(from))
	}
	stop()
	loops.Wait()
	slices.Sort(took)
	return say(took[10] > 250*time.Millisecond, "an edit takes %d ms (median)", took[10].Milliseconds())
}

// slowImport: a file of 4,000 cards at one place.
func slowImport(h *house) string {
	h.open()
	before := h.cpu()
	h.crowded(4000, func(int) string { return `,"order":"a0"` })
	used := h.cpu() - before
	return say(used > 1.5, "%.1f s of CPU for 4,000 cards of one order", used)
}

// codeInALoop: the code alone, from one address.
func codeInALoop(h *house) string {
	b := h.board("blank")
	came := 0
	for ; came < 320; came++ {
		a := h.ask("POST", "/api/join/"+b.str("joinCode"), "", `{"name":"Gast","role":"guest"}`, "X-Forwarded-For", "203.0.113.7")
		if a.status != http.StatusCreated {
			break
		}
	}
	return say(came == 320, "320 people of one address, as fast as they ask")
}

// manySeats: one person at ten screens writes as fast as the line takes.
func manySeats(h *house) string {
	b := h.board("blank")
	ann := h.join(b, "Ann", h.departments(b)[0])
	var stored atomic.Int64
	var all sync.WaitGroup
	link := h.ask("POST", b.path+"/link", ann.str("seat"), "{}").ok().str("key")
	end := time.Now().Add(6 * time.Second)
	for range 8 {
		l := h.line(b, h.post("/api/seat", "", op{"key": link}).ok().str("seat"))
		all.Go(func() {
			for time.Now().Before(end) {
				if code, _ := l.push(put("note", id(), op{"text": "steeds weer"})); code == "" {
					stored.Add(1)
				}
			}
		})
	}
	all.Wait()
	return say(stored.Load() > 320, "%d cards of one person in 6 s", stored.Load()) // 40 at once and 20 a second are 160
}

// twoLengths: a request with both length headers.
func twoLengths(h *house) string {
	h.open()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	must(err)
	defer conn.Close()
	must(conn.SetDeadline(time.Now().Add(3 * time.Second)))
	_, err = io.WriteString(conn, "POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"+
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
	must(err)
	reader := bufio.NewReader(conn)
	got, err := http.ReadResponse(reader, nil)
	must(err)
	_, _ = io.Copy(io.Discard, got.Body)
	got.Body.Close()
	_, err = reader.ReadByte()
	return say(err != io.EOF, "answered with %d, the connection stays open", got.StatusCode)
}

// strangeHost: a proxy that does not pass on the host.
func strangeHost(h *house) string {
	h.open()
	no := h.ask("POST", "/api/boards", "", `{"template":"blank","agenda":"2h","language":"nl","title":"Proef"}`,
		"Origin", "https://muntsaus.example", "Host", "127.0.0.1:8080", "Accept-Language", "nl")
	return say(!strings.Contains(string(no.body), "--public-url"), "%d %s", no.status, no.code())
}

// hangingUp: eighteen ask for the PDF and hang up; who leads another board asks too.
func hangingUp(h *house) string {
	b := h.board("lease")
	other := h.board("lease")
	h.ask("GET", other.path+"/report.pdf", other.seat, "").ok() // the browser is warm
	l := h.line(other, other.seat)
	l.do(put("note", id(), op{"text": "het is een ander bord geworden"}))
	var all sync.WaitGroup
	for range 18 {
		all.Go(func() {
			ctx, done := context.WithTimeout(context.Background(), 400*time.Millisecond)
			defer done()
			request, _ := http.NewRequestWithContext(ctx, "GET", h.url+b.path+"/report.pdf", nil)
			request.Header.Set("Authorization", "Bearer "+b.seat)
			if got, err := client.Do(request); err == nil {
				got.Body.Close()
			}
		})
	}
	all.Wait()
	from := time.Now()
	a := h.ask("GET", other.path+"/report.pdf", other.seat, "")
	return say(a.status != http.StatusOK, "another board's PDF: %d after %.0f s", a.status, time.Since(from).Seconds())
}
