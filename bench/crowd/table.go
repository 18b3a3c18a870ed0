package crowd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"muntsaus/boards"
)

// Table is one board and the people at it.
type Table struct {
	Board  string
	Pages  []*Page // the facilitator first
	Ledger *Ledger

	door  func() string // address of a server, asked before every try
	code  string
	seats []department
	rnd   *rand.Rand
	life  context.Context
	end   context.CancelFunc
	work  sync.WaitGroup
}

type department struct{ ID string }

// Seed is two words from which everything that happens by chance follows.
type Seed [2]uint64

// Set makes a board and seats people at it. door gives the address of a server whenever somebody connects; with several
// servers it may give another one each time.
func Set(ctx context.Context, door func() string, people int, seed Seed) (*Table, error) {
	t := &Table{Ledger: newLedger(), door: door, rnd: rand.New(rand.NewPCG(seed[0], seed[1]))}
	t.life, t.end = context.WithCancel(ctx)
	made, err := t.found(ctx)
	if err != nil {
		return nil, err
	}
	return t, t.sitDown(ctx, made, people)
}

// founded is what the maker of a board gets.
type founded struct{ BoardID, PersonID, JoinCode, Seat string }

func (t *Table) found(ctx context.Context) (made founded, err error) {
	wish := map[string]string{"template": "blank", "agenda": "2h", "language": "nl", "title": "Storingsproef"}
	err = call(ctx, http.MethodPost, t.door()+"/api/boards", "", wish, &made)
	t.Board = made.BoardID
	return made, err
}

// sitDown seats the host and so many people at a board.
func (t *Table) sitDown(ctx context.Context, made founded, people int) error {
	t.Board, t.code = made.BoardID, made.JoinCode
	var open struct{ Departments []department }
	if err := call(ctx, http.MethodGet, t.door()+"/api/join/"+t.code, "", nil, &open); err != nil {
		return err
	}
	t.seats = open.Departments
	t.Pages = []*Page{t.newPage("host", made.PersonID, made.Seat)}
	for i := range people {
		p, err := t.Join(ctx, fmt.Sprint("p", i))
		if err != nil {
			return err
		}
		t.Pages = append(t.Pages, p)
	}
	return nil
}

// Join seats one more person, who does nothing until Start or Run.
func (t *Table) Join(ctx context.Context, name string) (*Page, error) {
	seated, err := t.seat(ctx, name, len(t.Pages))
	if err != nil {
		return nil, err
	}
	return t.newPage(name, seated.PersonID, seated.Seat), nil
}

type seated struct{ PersonID, Seat string }

// seat joins by code, at one department after the other.
func (t *Table) seat(ctx context.Context, name string, i int) (got seated, err error) {
	wish := map[string]string{"name": name, "departmentId": t.seats[i%len(t.seats)].ID}
	err = call(ctx, http.MethodPost, t.door()+"/api/join/"+t.code, "", wish, &got)
	return got, err
}

// Start lets everybody connect, lays the table and then lets them work until Leave.
func (t *Table) Start(ctx context.Context) error {
	for _, p := range t.Pages {
		t.Run(p)
	}
	return t.lay(ctx)
}

// Run lets one page connect and work until Leave.
func (t *Table) Run(p *Page) { t.work.Go(func() { p.live(t.life) }) }

// Leave ends all pages and waits for them.
func (t *Table) Leave() {
	t.end()
	t.work.Wait()
}

// Work lets everybody make gestures, or stops them.
func (t *Table) Work(on bool) {
	for _, p := range t.Pages {
		p.Work(on)
	}
}

// Quiet stops all gestures and waits until every page has its answers and shows the same number.
func (t *Table) Quiet(ctx context.Context) error {
	t.Work(false)
	return await(ctx, "pages never come to rest", func() bool { return t.rest() == "" }, t.rest)
}

// rest says who is not at rest yet.
func (t *Table) rest() string {
	first := ""
	for _, p := range t.Pages {
		at, waiting := p.standing()
		switch {
		case waiting != "":
			return p.Name + " " + waiting
		case first == "":
			first = at
		case at != first:
			return fmt.Sprintf("%s is at %s, the host at %s", p.Name, at, first)
		}
	}
	return ""
}

// ServerHash gives the canonical hash of what a server shows of the board.
func (t *Table) ServerHash(ctx context.Context, url string) (string, error) {
	var file struct{ Records []*boards.Record }
	if err := call(ctx, http.MethodGet, url+"/api/boards/"+t.Board+"/board.json", t.Pages[0].Seat, nil, &file); err != nil {
		return "", err
	}
	return Hash(file.Records), nil
}

// Fetch gives the bytes of what a page may ask for over HTTP.
func (t *Table) Fetch(ctx context.Context, url, seat string) ([]byte, error) {
	var body bytes.Buffer
	err := request(ctx, http.MethodGet, url, seat, nil, &body)
	return body.Bytes(), err
}

func call(ctx context.Context, method, url, seat string, wish, answer any) error {
	var body, got bytes.Buffer
	if wish != nil {
		if err := json.NewEncoder(&body).Encode(wish); err != nil {
			return err
		}
	}
	if err := request(ctx, method, url, seat, &body, &got); err != nil {
		return err
	}
	return json.Unmarshal(got.Bytes(), answer)
}

var caller = http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}

func request(ctx context.Context, method, url, seat string, body io.Reader, to *bytes.Buffer) error {
	if body == nil {
		body = http.NoBody
	}
	r, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	if seat != "" {
		r.Header.Set("Authorization", "Bearer "+seat)
	}
	answer, err := caller.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := to.ReadFrom(answer.Body); err != nil {
		return err
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("%s %s: %s: %.200s", method, url, answer.Status, to)
	}
	return nil
}

// await looks until something is so. why is asked when it never is.
func await(ctx context.Context, what string, so func() bool, why func() string) error {
	for !so() {
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %s", what, why())
		case <-time.After(10 * time.Millisecond):
		}
	}
	return nil
}
