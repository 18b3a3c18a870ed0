package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// result is one turn of one house.
type result struct {
	edits, presence          flow
	alone, join, storm, idle float64
}

// flow is a stream of messages: µs of the server's CPU per delivery, milliseconds, and the share that arrived in percent.
type flow struct{ cpu, p50, p99, share float64 }

func measure(ctx context.Context, h house, dir string) (r result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	must(h.start(dir))
	defer h.stop()
	if wanted("alone") || wanted("edits") || wanted("presence") {
		together(ctx, h, &r)
	}
	if wanted("join") {
		must(h.prepare(*people))
		must(h.fill(ctx, *notes))
		r.join, r.storm = joiners(ctx, h)
	}
	if wanted("idle") {
		must(h.prepare(*people))
		r.idle = idlers(ctx, h)
	}
	return r, nil
}

func wanted(work string) bool { return slices.Contains(strings.Split(*only, ","), work) }

// together is what people do who are at one board.
func together(ctx context.Context, h house, r *result) {
	must(h.prepare(*people))
	crowd := gather(ctx, h, *people)
	if wanted("alone") {
		r.alone = alone(h, crowd)
	}
	if wanted("edits") {
		r.edits = edits(h, crowd)
	}
	if wanted("presence") {
		r.presence = presence(h, crowd)
	}
	for _, p := range crowd {
		p.close()
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// gather joins so many, twenty at a time.
func gather(ctx context.Context, h house, n int) []*peer {
	list, room := make([]*peer, n), make(chan struct{}, 20)
	var wait sync.WaitGroup
	var mu sync.Mutex
	var failed error
	for i := range n {
		room <- struct{}{}
		wait.Go(func() {
			p, err := h.join(ctx, i)
			mu.Lock()
			list[i] = p
			if err != nil {
				failed = err
			}
			mu.Unlock()
			<-room
		})
	}
	wait.Wait()
	must(failed)
	return list
}

// alone is one edit at a time on a quiet board, as another person sees it: the median.
func alone(h house, crowd []*peer) float64 {
	for range 40 {
		must(crowd[0].send(h.edit(crowd[0], mark(time.Now()))))
		time.Sleep(40 * time.Millisecond)
	}
	time.Sleep(200 * time.Millisecond)
	return millis(share(crowd[1].taken(), 0.5))
}

// edits: a fifth of the people write, everybody reads.
func edits(h house, crowd []*peer) flow {
	senders := crowd[:len(crowd)/5]
	every := time.Duration(float64(time.Second) * float64(len(senders)) / float64(*rate))
	edit := func(p *peer) []byte { return h.edit(p, mark(time.Now())) }
	drive(senders, every, time.Second, edit)
	time.Sleep(time.Second)
	for _, p := range crowd {
		p.taken()
	}
	before := cpu(h.pid())
	sent := drive(senders, every, *length, edit)
	time.Sleep(time.Second)
	used := cpu(h.pid()) - before
	var all []time.Duration
	for _, p := range crowd {
		all = append(all, p.taken()...)
	}
	due := float64(sent * len(crowd))
	return flow{used * 1e6 / float64(max(len(all), 1)), millis(share(all, 0.5)), millis(share(all, 0.99)), 100 * float64(len(all)) / due}
}

// drive lets everybody send once per period, spread over it, and gives how many frames were sent.
func drive(senders []*peer, period, length time.Duration, frame func(*peer) []byte) (sent int) {
	var wait sync.WaitGroup
	var mu sync.Mutex
	end := time.Now().Add(length)
	for i, p := range senders {
		wait.Go(func() {
			time.Sleep(period * time.Duration(i) / time.Duration(len(senders)))
			tick := time.NewTicker(period)
			defer tick.Stop()
			for n := 0; ; n++ {
				if time.Now().After(end) || p.send(frame(p)) != nil {
					mu.Lock()
					sent += n
					mu.Unlock()
					return
				}
				<-tick.C
			}
		})
	}
	wait.Wait()
	return sent
}

const spots = 16 // places people go round

// presence: everybody moves ten times a second. A newer place may take over an older one; the last must arrive.
func presence(h house, crowd []*peer) flow {
	for i := range spots { // the places must be there
		must(crowd[i%len(crowd)].send(putSpot(h, crowd[i%len(crowd)], i)))
	}
	time.Sleep(500 * time.Millisecond)
	var mu sync.Mutex
	at, step := map[string]time.Time{}, map[string]int{}
	var took []time.Duration
	crowd[0].mu.Lock()
	crowd[0].moved = func(person, spot string) {
		mu.Lock()
		defer mu.Unlock()
		if from, known := at[person+spot]; known {
			took = append(took, time.Since(from))
			delete(at, person+spot)
		}
	}
	crowd[0].mu.Unlock()
	before := cpu(h.pid())
	sent := drive(crowd, 100*time.Millisecond, *length, func(p *peer) []byte {
		mu.Lock()
		defer mu.Unlock()
		step[p.person]++
		spot := spotID(step[p.person] % spots)
		at[p.person+spot] = time.Now()
		return h.here(p, spot)
	})
	time.Sleep(time.Second)
	used := cpu(h.pid()) - before
	newest := 0
	for _, p := range crowd {
		p.mu.Lock()
		for person, n := range step {
			if p.spots[person] == spotID(n%spots) {
				newest++
			}
		}
		p.mu.Unlock()
	}
	cost, fresh := used*1e6/float64(sent*len(crowd)), 100*float64(newest)/float64(len(step)*len(crowd))
	return flow{cost, millis(share(took, 0.5)), millis(share(took, 0.99)), fresh}
}

func spotID(i int) string { return fmt.Sprintf("place-%016d", i) }

func putSpot(h house, p *peer, i int) []byte {
	if _, ours := h.(*muntsaus); !ours {
		return []byte(`{}`)
	}
	p.n++
	return fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":"plek"}}]}`, p.n, spotID(i))
}

// joiners: one who comes late, and everybody at once.
func joiners(ctx context.Context, h house) (one, all float64) {
	var took []time.Duration
	for i := range 15 {
		from := time.Now()
		p, err := h.join(ctx, i)
		must(err)
		took = append(took, time.Since(from))
		p.close()
	}
	from := time.Now()
	var wait sync.WaitGroup
	list := make([]*peer, *people)
	for i := range list {
		wait.Go(func() { list[i], _ = h.join(ctx, i) })
	}
	wait.Wait()
	all = millis(time.Since(from))
	for _, p := range list {
		if p == nil {
			panic("not everybody came in")
		}
		p.close()
	}
	return millis(share(took, 0.5)), all
}

// idlers is what a connection costs that does nothing.
func idlers(ctx context.Context, h house) float64 {
	time.Sleep(2 * time.Second)
	first := gather(ctx, h, 1)
	before := memory(h.pid())
	list := gather(ctx, h, *idle)
	time.Sleep(3 * time.Second)
	after := memory(h.pid())
	for _, p := range append(list, first...) {
		p.close()
	}
	return float64(after-before) / float64(*idle)
}

func share(d []time.Duration, part float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	d = slices.Sorted(slices.Values(d))
	return d[min(int(part*float64(len(d))), len(d)-1)]
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// cpu gives the seconds a process has used.
func cpu(pid int) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, rest, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return float64(user+system) / 100
}

// memory gives the KiB a process has in memory.
func memory(pid int) (kib int) {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, _ = fmt.Sscan(rest, &kib)
		}
	}
	return kib
}
