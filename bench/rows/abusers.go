package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	wire "github.com/fasthttp/websocket"
)

// vice is one sort of abuse: a single act, done again and again.
type vice struct {
	name  string
	lanes int // how many at once
	act   func(h *house, p party, seat string, n int) error
}

// vices are the ten, one for each seat, named after their rows: those who lead come first.
var vices = []vice{
	{"D3 files", 4, wantFile}, {"D3 files again", 4, wantFile}, {"D9 PDFs", 6, wantPDF}, {"D2 links", 2, wantLink}, {"D5 code", 2, wantIn},
	{"D4 imports", 2, bringBoard}, {"D6 typing", 1, typeOn}, {"D6 cards", 1, putAndDelete}, {"reconnects", 3, comeAgain},
	{"presence", 1, beEverywhere},
}

// begin starts them all; they wait until they may. The function it gives tells how often each did it.
func (p party) begin(may *atomic.Bool) func() string {
	counts := make([]atomic.Int64, len(vices))
	h := &house{url: p.URL}
	for i, v := range vices {
		for range p.lanes(v) {
			go func() {
				for n := 0; ; n++ {
					for !may.Load() {
						time.Sleep(20 * time.Millisecond)
					}
					if err := tries(v, h, p, p.Seats[i], n); err != nil {
						time.Sleep(20 * time.Millisecond) // refused: at once again, but not without end
						continue
					}
					counts[i].Add(1)
				}
			}()
		}
	}
	return func() string {
		var all []string
		for i, v := range vices {
			all = append(all, fmt.Sprintf("%s %d", v.name, counts[i].Load()))
		}
		return strings.Join(all, ", ")
	}
}

// lanes gives how often a vice runs at once; none where other rows are asked for.
func (p party) lanes(v vice) int {
	row, _, _ := strings.Cut(v.name, " ")
	if p.Only != "" && !slices.Contains(strings.Split(p.Only, ","), row) {
		return 0
	}
	return v.lanes
}

func tries(v vice, h *house, p party, seat string, n int) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%v", fault)
		}
	}()
	return v.act(h, p, seat, n)
}

// done gives an error where a request was refused.
func done(a answer, err error) error {
	if err == nil && a.status/100 != 2 {
		err = fmt.Errorf("%d", a.status)
	}
	return err
}

var taken = []string{"report", "workbook.xlsx", "board.json", "fixes.csv", "journey.svg", "archive.zip", "pains.csv", "report?lang=en"}

func wantFile(h *house, p party, seat string, n int) error {
	return done(h.tries(http.MethodGet, p.Board.path+"/"+taken[n%len(taken)], seat, ""))
}

// wantPDF asks for it and mostly hangs up.
func wantPDF(h *house, p party, seat string, n int) error {
	long := 400 * time.Millisecond
	if n%4 == 0 {
		long = time.Minute
	}
	ctx, stop := context.WithTimeout(context.Background(), long)
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url+p.Board.path+"/report.pdf", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+seat)
	got, err := client.Do(request)
	if err != nil {
		return err
	}
	defer got.Body.Close()
	return done(answer{status: got.StatusCode}, nil)
}

// wantLink makes a link and opens it.
func wantLink(h *house, p party, seat string, _ int) error {
	link, err := h.tries(http.MethodPost, p.Board.path+"/link", seat, "{}")
	if err := done(link, err); err != nil {
		return err
	}
	return done(h.tries(http.MethodPost, "/api/seat", "", encode(op{"key": link.str("key")})))
}

// wantIn joins by the code alone, from one address.
func wantIn(h *house, p party, _ string, _ int) error {
	return done(h.tries(http.MethodPost, "/api/join/"+p.Board.str("joinCode"), "", `{"name":"Gast","role":"guest"}`,
		"X-Forwarded-For", "203.0.113.9"))
}

var large = sync.OnceValues(func() (string, error) {
	var all strings.Builder
	all.WriteString(`{"muntsaus":1,"exportedAt":1,"title":"Groot","records":[` +
		`{"id":"board-aaaaaaaaaaaaaaaa","kind":"board","at":1,"fields":{"title":"Groot","language":"nl"}}`)
	for n := range 8000 {
		fmt.Fprintf(&all, `,{"id":"note-%016d","kind":"note","at":1,"fields":{"text":"steeds dezelfde kaart","order":"a0"}}`, n)
	}
	return all.String() + "]}", nil
})

// bringBoard imports 8,000 cards, or copies the board.
func bringBoard(h *house, p party, seat string, n int) error {
	if n%2 == 0 {
		return done(h.tries(http.MethodPost, p.Board.path+"/copy", p.Board.seat, "{}"))
	}
	file, err := large()
	if err != nil {
		return err
	}
	return done(h.tries(http.MethodPost, "/api/boards/import", seat, file, "X-Forwarded-For", "203.0.113.9"))
}

// stream is a line that reads nothing it hears.
func stream(h *house, p party, seat string) (*wire.Conn, error) {
	address := "ws" + strings.TrimPrefix(h.url, "http") + p.Board.path + "/live"
	conn, _, err := wire.DefaultDialer.Dial(address, http.Header{"Authorization": {"Bearer " + seat}})
	if err != nil {
		return nil, err
	}
	return conn, conn.WriteMessage(wire.TextMessage, []byte(encode(op{"type": "hello", "client": id()})))
}

// flood writes frames as fast as the line takes them, until it is closed or a second has passed.
func flood(h *house, p party, seat string, next func(n int) any) error {
	conn, err := stream(h, p, seat)
	if err != nil {
		return err
	}
	defer conn.Close()
	go func() {
		for {
			if _, _, err := conn.NextReader(); err != nil {
				return
			}
		}
	}()
	for end, n := time.Now().Add(time.Second), 1; time.Now().Before(end); n++ {
		if err := conn.WriteMessage(wire.TextMessage, []byte(encode(next(n)))); err != nil {
			return err
		}
	}
	return nil
}

func push1(n int, ops ...op) op { return op{"type": "push", "n": n, "ops": ops} }

func typeOn(h *house, p party, seat string, _ int) error {
	note := id()
	return flood(h, p, seat, func(n int) any {
		if n == 1 {
			return push1(n, put("note", note, op{"text": ""}))
		}
		return push1(n, op{"op": "text", "id": note, "field": "text", "base": 1, "splices": [][]any{{0, 0, "x"}}})
	})
}

func putAndDelete(h *house, p party, seat string, _ int) error {
	return flood(h, p, seat, func(n int) any {
		note := id()
		return push1(n, put("note", note, op{"text": "weg ermee"}), del(note))
	})
}

// comeAgain opens a line, waits for the board and goes.
func comeAgain(h *house, p party, seat string, _ int) error {
	conn, err := stream(h, p, seat)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, _, err = conn.ReadMessage()
	return err
}

// beEverywhere tells a place and sends what is no frame.
func beEverywhere(h *house, p party, seat string, _ int) error {
	return flood(h, p, seat, func(n int) any {
		if n%5 == 0 {
			return slices.Repeat([]string{"geen frame"}, 100)
		}
		return op{"type": "here", "at": nil, "typing": n%2 == 0}
	})
}
