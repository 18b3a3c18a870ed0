package redistest

import (
	"fmt"
	"net"
	"slices"
	"strings"
)

// Sentinel is two servers that keep the same boards and three Sentinels that choose which one is the master. The master
// takes no writes without its replica (min-replicas-to-write 1).
type Sentinel struct {
	host      Host
	servers   []*Server
	sentinels []*Server
}

// masterName is what the Sentinels call the pair.
const masterName = "main"

// NewSentinel starts everything and waits until writes are taken. Settings are lines of redis.conf for both servers.
func NewSentinel(h Host, settings ...string) *Sentinel {
	h.Helper()
	s := &Sentinel{host: h}
	common := append([]string{"appendonly yes", "appendfsync always", `save ""`, "repl-diskless-sync-delay 0",
		"repl-diskless-load swapdb", "repl-timeout 10", "min-replicas-to-write 1", "min-replicas-max-lag 5"}, settings...)
	master := newServer(h, common)
	master.Start()
	host, port, _ := net.SplitHostPort(master.Address)
	replica := newServer(h, append(common, fmt.Sprintf("replicaof %s %s", host, port)))
	replica.Start()
	s.servers = []*Server{master, replica}
	for range 3 {
		watch := newServer(h, []string{
			fmt.Sprintf("sentinel monitor %s %s %s 2", masterName, host, port),
			"sentinel down-after-milliseconds " + masterName + " 1500",
			"sentinel failover-timeout " + masterName + " 6000"})
		watch.args = []string{"--sentinel"}
		s.sentinels = append(s.sentinels, watch)
		watch.Start()
	}
	s.WaitReady()
	return s
}

// URL names the Sentinels.
func (s *Sentinel) URL() string {
	var list []string
	for _, watch := range s.sentinels {
		list = append(list, watch.Address)
	}
	return "redis+sentinel://" + masterName + "@" + strings.Join(list, ",")
}

// Servers gives both that keep boards, whoever is master.
func (s *Sentinel) Servers() []*Server { return s.servers }

// Sentinels gives the three that watch.
func (s *Sentinel) Sentinels() []*Server { return s.sentinels }

// Master gives the server that most Sentinels call the master.
func (s *Sentinel) Master() *Server {
	s.host.Helper()
	var found *Server
	await(s.host, "the Sentinels to agree on a master", func() bool { found = s.agreed(); return found != nil })
	return found
}

// Replica gives the other one.
func (s *Sentinel) Replica() *Server { return s.other(s.Master()) }

func (s *Sentinel) other(one *Server) *Server {
	if s.servers[0] == one {
		return s.servers[1]
	}
	return s.servers[0]
}

// agreed gives the server that more than half of the Sentinels name.
func (s *Sentinel) agreed() *Server {
	votes := map[string]int{}
	for _, watch := range s.sentinels {
		if words := watch.list("SENTINEL GET-MASTER-ADDR-BY-NAME " + masterName); len(words) == 2 {
			votes[net.JoinHostPort(words[0], words[1])]++
		}
	}
	for _, server := range s.servers {
		if votes[server.Address] > len(s.sentinels)/2 {
			return server
		}
	}
	return nil
}

// Empty removes all keys.
func (s *Sentinel) Empty() { s.Master().Empty() }

// Kill ends both servers at once.
func (s *Sentinel) Kill() {
	for _, server := range s.servers {
		server.Kill()
	}
}

// Start starts those that are dead, and waits until writes are taken. A former master is told at once whom to follow;
// started by itself (Servers()[i].Start()) it thinks for about ten seconds that it is still the master.
func (s *Sentinel) Start() {
	s.host.Helper()
	var back []*Server
	for _, server := range s.servers {
		if server.Pid() == 0 {
			server.Start()
			back = append(back, server)
		}
	}
	master := s.Master()
	host, port, _ := net.SplitHostPort(master.Address)
	for _, server := range back {
		if server != master {
			if got := server.Ask("REPLICAOF " + host + " " + port); !strings.HasPrefix(got, "+OK") { // perhaps it does already
				s.host.Fatalf("redistest: REPLICAOF gave %q", got)
			}
		}
	}
	s.WaitReady()
}

// WaitReady waits until every Sentinel names the same master, is choosing no other, and knows the others and the replica,
// and the replica follows the master. A majority is too few: a client asks any one, and the one that lags sends it to the
// former master and cuts its lines when it hears better.
func (s *Sentinel) WaitReady() {
	s.host.Helper()
	await(s.host, "Sentinel, master and replica", func() bool {
		master := s.agreed()
		return master != nil && master.Field("replication", "role") == "master" &&
			master.Field("replication", "min_slaves_good_slaves") == "1" &&
			!slices.ContainsFunc(s.sentinels, func(watch *Server) bool { return !settledOn(watch, master) })
	})
}

// settledOn tells whether a Sentinel holds the server for the master, in good order, and chooses no other.
func settledOn(watch, master *Server) bool {
	state := watch.Field("sentinel", "master0")
	flags := watch.list("SENTINEL MASTER " + masterName)
	for _, part := range []string{"status=ok", "address=" + master.Address, "slaves=1", "sentinels=3"} {
		if !strings.Contains(state, part+",") && !strings.HasSuffix(state, part) {
			return false
		}
	}
	at := slices.Index(flags, "flags")
	return at >= 0 && at+1 < len(flags) && flags[at+1] == "master"
}

// Failover kills the master and waits until the Sentinels made the replica master. The dead one stays dead, so writes
// are not taken before Start.
func (s *Sentinel) Failover() {
	s.host.Helper()
	old := s.Master()
	old.Kill()
	s.WaitMaster(s.other(old))
}

// WaitMaster waits until the Sentinels agree on a master that also knows it is.
func (s *Sentinel) WaitMaster(want *Server) {
	s.host.Helper()
	await(s.host, "another master", func() bool { return s.agreed() == want && want.Field("replication", "role") == "master" })
}
