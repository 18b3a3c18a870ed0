package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os/exec"
	"strings"
	"time"

	ws "github.com/fasthttp/websocket"

	"muntsaus/bench/crowd"
)

// yard is a network of its own for one server, with a line to it that loses packets. Needs root, ip and nft.
type yard struct {
	name, here, near, there string
	stage                   *stage
}

// yard makes one. Its addresses are private, so that it may read the metrics.
func (s *stage) yard() (*yard, error) {
	n := rand.IntN(250) // not from the seed: others may test on this machine too
	at := func(i int) string { return fmt.Sprintf("10.213.%d.%d", n, i) }
	y := &yard{stage: s, name: fmt.Sprintf("munt%d", n), here: at(1), near: at(2), there: at(3)}
	s.later(func() {
		_ = exec.Command("ip", "link", "del", y.name).Run()
		_ = exec.Command("ip", "netns", "del", y.name).Run()
	})
	for _, line := range []string{
		"ip netns add " + y.name,
		"ip link add " + y.name + " type veth peer name in netns " + y.name,
		"ip addr add " + y.here + "/24 dev " + y.name,
		"ip addr add " + y.near + "/24 dev " + y.name,
		"ip link set " + y.name + " up",
		"ip -n " + y.name + " addr add " + y.there + "/24 dev in",
		"ip -n " + y.name + " link set in up",
		"ip -n " + y.name + " link set lo up",
		"nft add table inet t",
	} {
		if err := y.run(line); err != nil {
			return nil, needs("root, ip and nft, for a network of its own", err)
		}
	}
	return y, nil
}

func (y *yard) run(line string) error {
	words := strings.Fields(line)
	if words[0] == "nft" {
		words = append([]string{"ip", "netns", "exec", y.name}, words...)
	}
	if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", line, err, out)
	}
	return nil
}

// rules replaces what happens to packets. Each is a rule for both directions; @ is where the address stands.
func (y *yard) rules(list ...string) error {
	lines := []string{"nft delete table inet t", "nft add table inet t",
		"nft add chain inet t in { type filter hook input priority 0 ; }",
		"nft add chain inet t out { type filter hook output priority 0 ; }"}
	for _, rule := range list {
		lines = append(lines,
			"nft add rule inet t in "+strings.ReplaceAll(rule, "@", "saddr"),
			"nft add rule inet t out "+strings.ReplaceAll(rule, "@", "daddr"),
		)
	}
	for _, line := range lines {
		if err := y.run(line); err != nil {
			return err
		}
	}
	return nil
}

// from gives a dialer that comes from one of our addresses.
func from(address string) *ws.Dialer {
	local := &net.TCPAddr{IP: net.ParseIP(address)}
	return &ws.Dialer{NetDialContext: func(ctx context.Context, network, to string) (net.Conn, error) {
		return (&net.Dialer{LocalAddr: local}).DialContext(ctx, network, to)
	}}
}

// inYard starts a server in a yard and seats people at it, half of them at the address that will suffer.
func (s *stage) inYard(people int) (*yard, *sitting, error) {
	y, err := s.yard()
	if err != nil {
		return nil, nil, err
	}
	dir := s.folder("data")
	srv, err := s.serveIn([]string{"ip", "netns", "exec", y.name}, y.there+":0", "--data", dir)
	if err != nil {
		return nil, nil, err
	}
	seat := 0
	t, err := s.sitAs(&cottage{server: srv, stage: s, dir: dir}, people, func(p *crowd.Page) {
		p.Dialer = from(y.here)
		if seat++; seat%2 == 0 {
			p.Dialer = from(y.near)
		}
	})
	return y, t, err
}

// lossy: one packet of five is lost, in both directions.
func lossy(s *stage) (*outcome, error) {
	o := &outcome{}
	y, t, err := s.inYard(16)
	if err != nil {
		return o, err
	}
	if err := y.rules("ip @ " + y.near + " numgen random mod 100 < 20 counter drop"); err != nil {
		return o, err
	}
	s.sleep(s.during(25 * time.Second))
	dropped := y.dropped()
	if err := y.rules(); err != nil {
		return o, err
	}
	from := time.Now()
	t.quiet(o)
	o.faults = dropped
	o.note("%d packets lost; all boards equal %.1f s after the line was well again", dropped, time.Since(from).Seconds())
	if dropped == 0 {
		o.fault("no packet was lost")
	}
	t.judge(o)
	return o, nil
}

// vanished: the kernel of the other side is gone without a word, for longer than the server waits. It must let go of the dead
// connections by itself within 45 seconds.
func vanished(s *stage) (*outcome, error) {
	o := &outcome{}
	y, t, err := s.inYard(16)
	if err != nil {
		return o, err
	}
	ctx, done := s.within(3 * time.Minute)
	defer done()
	before := t.members(ctx)
	if err := y.rules("ip @ " + y.near + " counter drop"); err != nil {
		return o, err
	}
	from := time.Now()
	for t.members(ctx) > before/2+1 && time.Since(from) < 60*time.Second {
		s.sleep(200 * time.Millisecond)
	}
	took := time.Since(from)
	o.faults = before / 2
	if took > 47*time.Second {
		o.fault("dead connections were still there after %v", took)
	}
	if err := y.rules(); err != nil {
		return o, err
	}
	o.note("%d of %d connections dead; the server let go of the last after %.0f s", before/2, before, took.Seconds())
	t.judge(o)
	return o, nil
}

// members asks the server how many screens it has.
func (t *sitting) members(ctx context.Context) (n int) {
	text, err := t.table.Fetch(ctx, t.house.door()+"/metrics", "")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "muntsaus_members "); ok {
			_, _ = fmt.Sscan(rest, &n)
		}
	}
	return n
}

// dropped counts what the rules threw away.
func (y *yard) dropped() (sum int) {
	out, _ := exec.Command("ip", "netns", "exec", y.name, "nft", "list", "table", "inet", "t").Output()
	for line := range strings.Lines(string(out)) {
		if _, rest, ok := strings.Cut(line, "counter packets "); ok {
			n := 0
			_, _ = fmt.Sscan(rest, &n)
			sum += n
		}
	}
	return sum
}
