package crowd

import (
	"context"
	"fmt"
	"time"
)

// The facilitator lays the table, and then opens and ends hidden rounds.

// lay puts the texts everybody types in and the fixes to vote on, and waits until everybody has a diary: what is put
// while a writing round is open goes with it.
func (t *Table) lay(ctx context.Context) error {
	ctx, done := context.WithTimeout(ctx, 30*time.Second)
	defer done()
	host := t.Pages[0]
	host.locked(func() {
		phase, step := host.id("phase"), host.id("step")
		host.push("", &fate{}, put("phase", phase, map[string]any{"title": "Fase"}),
			put("step", step, map[string]any{"phase_id": phase, "title": "Stap"}))
		for range 3 {
			host.push("", &fate{}, put("cell", host.id("cell"), map[string]any{"step_id": step, "lane": "back", "text": ""}))
			host.push("", &fate{}, put("fix", host.id("fix"), map[string]any{"text": "Een oplossing om op te stemmen"}))
		}
	})
	t.Work(true)
	return await(ctx, "the table is not laid", func() bool { return t.unready() == "" }, t.unready)
}

func (t *Table) unready() string {
	for _, p := range t.Pages {
		p.mu.Lock()
		ready := p.Quiet || p.hand.diary != "" && p.view.Get(p.hand.diary) != nil
		cells, waiting, code := len(p.view.Shown("cell")), len(p.outbox), p.code
		p.mu.Unlock()
		if !ready || cells < 3 {
			return fmt.Sprintf("%s has %d shared texts, %d unanswered, last close code %d", p.Name, cells, waiting, code)
		}
	}
	return ""
}

// Rounds opens a vote and reveals it, a poll too, opens a writing round and cancels it, and so on until ctx ends. pause is between
// two acts.
func (t *Table) Rounds(ctx context.Context, pause time.Duration) {
	host := t.Pages[0]
	for n := 0; ; n++ {
		sleep(ctx, pause)
		if ctx.Err() != nil {
			return
		}
		host.locked(func() { host.lead(n) })
	}
}

// lead does what fits what the host sees.
func (p *Page) lead(n int) {
	vote, poll, writing := openRound(p.view, "vote"), openRound(p.view, "poll"), openRound(p.view, "writing")
	switch {
	case p.epoch == "" || len(p.outbox) > 40:
	case vote != "":
		p.push("", &fate{}, act("reveal", vote, map[string]any{}))
	case poll != "":
		p.push("", &fate{}, act("reveal", poll, map[string]any{}))
	case writing != "":
		p.push("", &fate{}, act("cancel", writing, map[string]any{}))
	case n%6 == 4, n%6 == 5:
		p.push("", &fate{}, act("open", p.id("round"), map[string]any{"collect": "poll", "poll": "checkout"}))
	case n%6 < 2:
		var items []string
		for _, fix := range p.view.Shown("fix") {
			items = append(items, fix.ID)
		}
		if len(items) >= 2 {
			vote := map[string]any{"collect": "vote", "item_ids": items, "dots": 4, "max_per_item": 2}
			p.push("", &fate{}, act("open", p.id("round"), vote))
		}
	default:
		p.push("", &fate{}, act("open", p.id("round"), map[string]any{"collect": "writing"}))
	}
}

// EndRounds cancels what is still open, so that nothing secret is left.
func (t *Table) EndRounds() {
	host := t.Pages[0]
	host.locked(func() {
		for _, collect := range []string{"vote", "poll", "writing"} {
			if round := openRound(host.view, collect); round != "" {
				host.push("", &fate{}, act("cancel", round, map[string]any{}))
			}
		}
	})
}
