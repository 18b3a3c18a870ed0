package main

import (
	"time"

	"muntsaus/bench/crowd"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

// redisRow runs one fault again and again on a Redis with two servers, people on both.
func redisRow(long, perBoard int, fault func(*sitting, *hotel, *outcome)) func(*stage) (*outcome, error) {
	return func(s *stage) (*outcome, error) {
		o := &outcome{}
		h, err := s.hotel(2)
		if err != nil {
			return o, err
		}
		for left := s.times(long); left > 0 && s.ctx.Err() == nil; left -= perBoard {
			t, err := s.sit(h, 12)
			if err != nil {
				return o, err
			}
			for i := range min(left, perBoard) {
				s.wait(100*time.Millisecond, 1200*time.Millisecond)
				fault(t, h, o)
				o.faults++
				if i%5 == 4 {
					t.rest(o)
				}
			}
			t.judge(o)
		}
		o.note("%s", h.kindNote())
		return o, nil
	}
}

// redisKilled: kill -9 of Redis, one of its servers where there are several; behind Sentinel the replica takes over.
func redisKilled(t *sitting, h *hotel, o *outcome) {
	if pair, ok := h.redis.(*redistest.Sentinel); ok {
		pair.Failover()
	} else {
		servers := h.redis.Servers()
		servers[t.stage.rnd.IntN(len(servers))].Kill()
	}
	t.stage.wait(0, 800*time.Millisecond)
	h.redis.Start()
	t.goesOn(o)
}

// redisPaused: SIGSTOP and SIGCONT. Connections stay open, nobody answers, and answers come late.
func redisPaused(t *sitting, h *hotel, o *outcome) {
	servers := h.redis.Servers()
	one := servers[t.stage.rnd.IntN(len(servers))]
	one.Pause()
	t.stage.wait(100*time.Millisecond, 4500*time.Millisecond)
	one.Resume()
	h.redis.WaitReady()
	t.goesOn(o)
}

// goesOn waits until something is stored again.
func (t *sitting) goesOn(o *outcome) {
	if _, err := t.acknowledged(t.table.Ledger.Count().Acknowledged, clocktest.Patience); err != nil {
		o.fault("%v", err)
	}
}

// redisShort: Redis comes back with an older copy of its file. It must be noticed, and people start over with what is
// there; two histories are never mixed.
func redisShort(s *stage) (*outcome, error) {
	o := &outcome{}
	h, err := s.hotel(2)
	if err != nil {
		return o, err
	}
	for range s.times(10) {
		if err := s.shortenOnce(h, o); err != nil {
			return o, err
		}
	}
	o.note("%s; %d acknowledged operations went with the lost ends, every time alarmed", h.kindNote(), o.tally.Gone)
	return o, nil
}

func (s *stage) shortenOnce(h *hotel, o *outcome) error {
	t, err := s.sit(h, 12)
	if err != nil {
		return err
	}
	s.wait(300*time.Millisecond, 1000*time.Millisecond)
	kept := map[*redistest.Server]string{}
	for _, server := range h.redis.Servers() {
		kept[server] = server.Copy()
	}
	s.wait(700*time.Millisecond, 1500*time.Millisecond)
	before := h.alarms()
	h.redis.Kill()
	for server, copy := range kept {
		server.Restore(copy)
	}
	h.redis.Start()
	o.faults++
	h.awaitAlarm(o, before, "a shorter log")
	t.goesOn(o)
	t.judgeBy(o, t.table.JudgeLoss)
	return nil
}

// redisEmptied: FLUSHALL. Nothing is acknowledged any more, an alarm is raised, and other boards can be made.
func redisEmptied(s *stage) (*outcome, error) {
	o := &outcome{}
	h, err := s.hotel(2)
	if err != nil {
		return o, err
	}
	for range s.times(5) {
		t, err := s.sit(h, 12)
		if err != nil {
			return o, err
		}
		s.wait(500*time.Millisecond, 1500*time.Millisecond)
		before := h.alarms()
		for _, server := range h.redis.Servers() {
			if server.Field("replication", "role") != "slave" {
				server.Ask("FLUSHALL")
			}
		}
		o.faults++
		h.awaitAlarm(o, before, "FLUSHALL")
		s.sleep(500 * time.Millisecond)
		stored := t.table.Ledger.Count().Acknowledged
		s.sleep(time.Second)
		if now := t.table.Ledger.Count(); now.Acknowledged != stored {
			o.fault("%d operations were acknowledged on a board that is not there", now.Acknowledged-stored)
		}
		o.tally.Add(t.table.Ledger.Count())
		t.leave()
	}
	o.note("%s", h.kindNote())
	return o, nil
}

// nodesKilled: three servers on one Redis, people on all of them; one is killed, then it comes back.
func nodesKilled(s *stage) (*outcome, error) {
	o := &outcome{}
	h, err := s.hotel(3)
	if err != nil {
		return o, err
	}
	for left := s.times(200); left > 0 && s.ctx.Err() == nil; left -= killsPerBoard {
		t, err := s.sit(h, 18)
		if err != nil {
			return o, err
		}
		for i := range min(left, killsPerBoard) {
			if err := t.killNode(h, o); err != nil {
				return o, err
			}
			if i%10 == 9 {
				t.rest(o)
			}
		}
		t.judge(o)
	}
	o.note("%s", h.kindNote())
	return o, nil
}

// killNode kills one of the servers; the others go on meanwhile.
func (t *sitting) killNode(h *hotel, o *outcome) error {
	t.stage.wait(100*time.Millisecond, 1000*time.Millisecond)
	one := h.nodes[t.stage.rnd.IntN(len(h.nodes))]
	one.kill()
	o.faults++
	t.stage.wait(50*time.Millisecond, 700*time.Millisecond)
	t.goesOn(o)
	_, err := one.restarted()
	return err
}

// slowNode: the way of one of three servers to Redis is 10 ms longer. Its people still get their edits in.
func slowNode(s *stage) (*outcome, error) {
	o := &outcome{}
	h, err := s.hotel(2)
	if err != nil {
		return o, err
	}
	far, err := s.wire(h.redis.Servers()[0].Address)
	if err != nil {
		return o, err
	}
	far.delay.Store(int64(10 * time.Millisecond))
	if err := h.open("redis://" + far.address()); err != nil {
		return o, err
	}
	seat := 0
	t, err := s.sitAs(h, 18, func(p *crowd.Page) {
		node := h.nodes[seat%len(h.nodes)]
		p.Pause = 90 * time.Millisecond // below the pace of a seat, or the server makes everybody wait
		p.Door = func() string { return node.url }
		seat++
	})
	if err != nil {
		return o, err
	}
	t.delays()
	s.sleep(s.during(20 * time.Second))
	near, slow := t.delaysBy(func(i int) bool { return i%3 == 2 })
	o.faults = 1
	o.note("acknowledged after p50/p99: near %d/%d ms, far %d/%d ms", near.At(0.5).Milliseconds(), near.At(0.99).Milliseconds(),
		slow.At(0.5).Milliseconds(), slow.At(0.99).Milliseconds())
	if len(slow) == 0 || slow.At(0.99) > 5*near.At(0.99) {
		o.fault("the far server's people waited more than five times as long (p99 %v, others %v)", slow.At(0.99), near.At(0.99))
	}
	t.judge(o)
	return o, nil
}

// delays empties what was measured so far.
func (t *sitting) delays() { t.delaysBy(func(int) bool { return false }) }

// delaysBy gives how long acknowledgements took since the last call, for two groups of pages.
func (t *sitting) delaysBy(second func(i int) bool) (one, two crowd.Delays) {
	for i, p := range t.table.Pages {
		took, _ := p.Delays()
		if second(i) {
			two = append(two, took...)
		} else {
			one = append(one, took...)
		}
	}
	return one, two
}
