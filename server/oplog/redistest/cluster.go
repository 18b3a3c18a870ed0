package redistest

import (
	"fmt"
	"net"
	"strings"
)

// Cluster is three servers that share the slots, without replicas: while one is dead its slots are not there, and the
// cluster refuses everything.
type Cluster struct {
	host    Host
	servers []*Server
}

const slots = 16384

// NewCluster starts a cluster and waits until it works. Settings are lines of redis.conf for every server.
func NewCluster(h Host, settings ...string) *Cluster {
	h.Helper()
	c := &Cluster{host: h}
	for range 3 {
		_, bus, _ := net.SplitHostPort(freeAddress(h))
		s := newServer(h, append([]string{"appendonly yes", "appendfsync always", `save ""`, "cluster-enabled yes", "cluster-port " + bus,
			"cluster-node-timeout 2000"}, settings...))
		c.servers = append(c.servers, s)
		s.Start()
	}
	for i, s := range c.servers {
		from, to := i*slots/len(c.servers), (i+1)*slots/len(c.servers)-1
		s.expect(fmt.Sprintf("CLUSTER ADDSLOTSRANGE %d %d", from, to), "+OK")
		s.expect(fmt.Sprintf("CLUSTER SET-CONFIG-EPOCH %d", i+1), "+OK")
	}
	for _, other := range c.servers[1:] {
		host, port, _ := net.SplitHostPort(other.Address)
		_, bus, _ := strings.Cut(strings.Fields(other.Tell("CLUSTER NODES"))[1], "@")
		c.servers[0].expect(fmt.Sprintf("CLUSTER MEET %s %s %s", host, port, bus), "+OK")
	}
	c.WaitReady()
	return c
}

// URL names all three.
func (c *Cluster) URL() string {
	var list []string
	for _, s := range c.servers {
		list = append(list, s.Address)
	}
	return "redis://" + strings.Join(list, ",")
}

// Servers gives all three.
func (c *Cluster) Servers() []*Server { return c.servers }

// Empty removes all keys.
func (c *Cluster) Empty() {
	for _, s := range c.servers {
		s.Empty()
	}
}

// Kill ends all three at once.
func (c *Cluster) Kill() {
	for _, s := range c.servers {
		s.Kill()
	}
}

// Start starts those that are dead, and waits until the cluster works again.
func (c *Cluster) Start() {
	c.host.Helper()
	for _, s := range c.servers {
		s.launch()
	}
	c.WaitReady()
}

// WaitReady waits until all three see all slots served.
func (c *Cluster) WaitReady() {
	c.host.Helper()
	await(c.host, "the cluster to work", func() bool {
		for _, s := range c.servers {
			info := s.Tell("CLUSTER INFO")
			if field(info, "cluster_state") != "ok" || field(info, "cluster_slots_ok") != fmt.Sprint(slots) ||
				field(info, "cluster_known_nodes") != fmt.Sprint(len(c.servers)) {
				return false
			}
		}
		return true
	})
}

// Move gives a slot with its keys to another server, as rebalancing does, and calls during in the middle of it: the slot
// is then on its way, some of its keys here and some there.
func (c *Cluster) Move(slot int, during func()) {
	c.host.Helper()
	from := c.ownerOf(slot)
	to := (from + 1) % len(c.servers)
	source, target := c.servers[from], c.servers[to]
	ids := [2]string{source.Tell("CLUSTER MYID"), target.Tell("CLUSTER MYID")}
	target.expect(fmt.Sprintf("CLUSTER SETSLOT %d IMPORTING %s", slot, ids[0]), "+OK")
	source.expect(fmt.Sprintf("CLUSTER SETSLOT %d MIGRATING %s", slot, ids[1]), "+OK")
	host, port, _ := net.SplitHostPort(target.Address)
	keys := source.list(fmt.Sprintf("CLUSTER GETKEYSINSLOT %d 10000", slot))
	for i, key := range keys {
		if i == len(keys)/2 {
			during()
		}
		source.expect(fmt.Sprintf("MIGRATE %s %s %s 0 5000", host, port, key), "+OK")
	}
	for _, key := range source.list(fmt.Sprintf("CLUSTER GETKEYSINSLOT %d 10000", slot)) { // what came meanwhile
		source.expect(fmt.Sprintf("MIGRATE %s %s %s 0 5000", host, port, key), "+OK")
	}
	for _, s := range []*Server{target, source, c.servers[3-from-to]} {
		s.expect(fmt.Sprintf("CLUSTER SETSLOT %d NODE %s", slot, ids[1]), "+OK")
	}
}

// ownerOf finds which server a slot is at.
func (c *Cluster) ownerOf(slot int) int {
	c.host.Helper()
	for i, s := range c.servers {
		for line := range strings.Lines(s.Tell("CLUSTER NODES")) {
			if words := strings.Fields(line); len(words) > 8 && strings.Contains(words[2], "myself") && holdsSlot(words[8:], slot) {
				return i
			}
		}
	}
	c.host.Fatalf("redistest: slot %d is nowhere", slot)
	return 0
}

func holdsSlot(ranges []string, slot int) bool {
	for _, r := range ranges {
		var from, to int
		if n, _ := fmt.Sscanf(r, "%d-%d", &from, &to); n == 1 {
			to = from
		} else if n == 0 {
			continue
		}
		if from <= slot && slot <= to {
			return true
		}
	}
	return false
}
